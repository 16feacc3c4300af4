import type { When } from '../../graph-schema/claim.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { digest } from '../../graph-schema/ids.ts';
import type { Relation } from '../../graph-schema/relation.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { byText, compact } from './compact.ts';
import type { Context } from './context.ts';
import { drawEdge, type Evidence, edgeId, evidenceOf } from './edge.ts';
import { searchText } from './entity.ts';
import { happenings } from './happenings.ts';
import type { PlacedClaim } from './ledger.ts';

const NOTHING: Drawing = { nodes: [], edges: [] };

/** Names spelt out in an event's name; the others are counted. */
const NAMES_SHOWN = 3;

/** Id of the event that an edge or a gathering belongs to. */
export const eventIdOf = (id: string): string => `happening:${digest('event', id)}`;

/** Whether a node is an event that was made for a happening, not one that articles name. */
export const isMadeEvent = (drawnId: string): boolean => drawnId.startsWith('happening:');

interface Occasion {
  readonly id: string;
  readonly when: When;
  readonly relation: Relation;
  /** Who took part, in order: source and target, or all parties. */
  readonly ends: readonly GraphNode[];
}

/** Other parties that the claims name: mediators and hosts. Places are kept apart. */
const othersOf = (placed: readonly PlacedClaim[], context: Context) => {
  const roles = new Map<string, { id: string; role: 'mediator' | 'host'; placed: PlacedClaim[] }>();
  const places = new Map<string, PlacedClaim[]>();
  for (const each of placed) {
    const { articleId, roles: named } = each.claim;
    for (const role of ['mediator', 'host'] as const) {
      const id = named?.[role] && context.resolve(articleId, named[role]);
      if (!id || !context.node(id)) continue;
      const entry = roles.get(`${role} ${id}`) ?? { id, role, placed: [] };
      entry.placed.push(each);
      roles.set(`${role} ${id}`, entry);
    }
    const place = named?.place && context.resolve(articleId, named.place);
    if (place && context.node(place)) places.set(place, [...(places.get(place) ?? []), each]);
  }
  return { roles: [...roles.values()], places: [...places] };
};

/** Draws the event that a happening of two is where somebody mediated or hosted it or a place is named. */
export const drawEvent = (occasion: Occasion, placed: readonly PlacedClaim[], context: Context): Drawing => {
  const others = othersOf(placed, context);
  if (others.roles.length === 0 && others.places.length === 0) return NOTHING;
  return drawOccasion(occasion, placed, others, context);
};

const drawOccasion = (
  occasion: Occasion,
  placed: readonly PlacedClaim[],
  { roles, places }: ReturnType<typeof othersOf>,
  context: Context,
): Drawing => {
  const id = eventIdOf(occasion.id);
  const { when } = occasion;
  const belonging = placed.map(asBelonging);
  const evidence = evidenceOf(belonging, context);
  const part = (source: string, role: string, said: readonly PlacedClaim[], of?: Evidence): GraphEdge =>
    drawEdge({ id: edgeId(id, role, source), type: 'TOOK_PART_IN', source, target: id, when, role }, said, context, of);
  const roleOfEnd = (at: number) => (occasion.relation.symmetric ? 'party' : at === 0 ? 'source' : 'target');
  const acting = occasion.ends.map((end, at) => ({ end, role: roleOfEnd(at) }));
  const edges = [
    ...acting.filter(({ end }) => canTakePart(end)).map(({ end, role }) => part(end.id, role, belonging, evidence)),
    ...roles.map((other) => part(other.id, other.role, other.placed.map(asBelonging))),
    ...places.map(([place, said]) =>
      drawEdge(
        { id: edgeId(id, 'place', place), type: 'LOCATED_IN', source: id, target: place, when },
        said.map(asBelonging),
        context,
      ),
    ),
  ];
  return { nodes: [eventNode(id, occasion, placed, evidence)], edges };
};

const canTakePart = (end: GraphNode): boolean =>
  (relationOf('TOOK_PART_IN').from as readonly string[]).includes(end.kind);

/** The claims as evidence for a part taken: belonging has no class of its own. */
const asBelonging = (placed: PlacedClaim): PlacedClaim => {
  const { plover: _, cameo: __, ...claim } = placed.claim;
  return { ...placed, claim };
};

const eventNode = (
  id: string,
  { when, relation, ends }: Occasion,
  placed: readonly PlacedClaim[],
  { claimIds }: Evidence,
): GraphNode => {
  const name = nameOf(ends, relation, placed, when);
  return compact<GraphNode>({
    id,
    name,
    kind: 'event',
    aliases: [],
    country: undefined,
    role: undefined,
    iso3: undefined,
    wikidata: undefined,
    mentions: placed.length,
    articles: new Set(placed.map(({ claim }) => claim.articleId)).size,
    search: searchText(name, []),
    occurredFrom: when.occurredFrom,
    occurredTo: when.occurredTo,
    precision: when.precision,
    asks: undefined,
    claimIds,
  });
};

const nameOf = (ends: readonly GraphNode[], relation: Relation, placed: readonly PlacedClaim[], when: When): string => {
  const claim = placed[0]!.claim;
  const shown = ends.slice(0, ends.length === NAMES_SHOWN + 1 ? ends.length : NAMES_SHOWN).map((end) => end.name);
  const others = ends.length - shown.length;
  const said =
    ends.length === 2
      ? `${shown[0]} ${relation.verb} ${shown[1]}`
      : `${others ? shown.join(', ') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`}${others ? ` and ${others} others` : ''}: ${relation.verb.replace(/ (with|to|on|of)$/, '')}`;
  const unreal = claim.modality === 'fact' || claim.modality === 'past' ? '' : ` (${claim.modality})`;
  const denied = claim.polarity === 'denied' ? ' (denied)' : '';
  return `${said}${unreal}${denied}${when.occurredFrom ? `, ${when.occurredFrom}` : ''}`;
};

/** Draws a bucket of gatherings: one event a happening, with its parties, and no edges between these. */
export const drawGathering = (key: string, all: readonly PlacedClaim[], context: Context): Drawing => {
  const placed = all
    .filter((each) => each.verdict !== 'rejected' && each.gathering === key)
    .sort((a, b) => byText(a.claim.id, b.claim.id));
  const first = placed[0];
  if (!first) return NOTHING;
  const ends = first.parties.flatMap((party) => context.node(party) ?? []);
  if (ends.length < 2) return NOTHING;
  const relation = relationOf(first.claim.type);
  const parts = happenings(placed, ({ claim }) => ({ id: claim.id, when: claim })).map(({ when, items, anchor }) =>
    drawOccasion({ id: edgeId(key, anchor), when, relation, ends }, items, othersOf(items, context), context),
  );
  return { nodes: parts.flatMap((part) => part.nodes), edges: parts.flatMap((part) => part.edges) };
};
