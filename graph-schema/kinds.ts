/** The kinds of thing a graph is about, and the labels and letters that stand for them. */
export const ENTITY_KINDS = ['person', 'country', 'organization', 'place', 'event', 'proposal'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Kinds that can act: who may be the source of most relations ("actor" in the ontology). */
export const ACTOR_KINDS = ['person', 'country', 'organization'] as const satisfies readonly EntityKind[];
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What an actor is to its country: the role codes of event data (PLOVER's sectors, the ones we tell apart). */
export const ROLES = [
  'government',
  'military',
  'opposition',
  'rebels',
  'police',
  'judiciary',
  'legislature',
  'business',
  'media',
  'civilians',
  'IGO',
  'NGO',
] as const;
export type Role = (typeof ROLES)[number];

/** Neo4j labels in the drawing, one a kind. Every entity also carries `:Entity`. */
export const LABEL_OF_KIND = {
  person: 'Person',
  country: 'Country',
  organization: 'Organization',
  place: 'Place',
  event: 'Event',
  proposal: 'Proposal',
} as const satisfies Record<EntityKind, string>;

/** Whether a kind can act. */
export const isActorKind = (kind: EntityKind): kind is ActorKind => (ACTOR_KINDS as readonly string[]).includes(kind);
