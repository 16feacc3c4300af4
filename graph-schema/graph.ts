import type { Day } from './article.ts';
import type { Modality, Polarity, Precision } from './claim.ts';
import type { EntityKind, Role } from './kinds.ts';
import type { PloverClass, Quad } from './relation.ts';
import type { RelationType } from './relations.ts';

/** An entity as it is drawn: one node. */
export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly aliases: readonly string[];
  readonly country?: string;
  readonly role?: Role;
  readonly iso3?: string;
  readonly wikidata?: string;
  /** How many times, in how many articles, it is named. */
  readonly mentions: number;
  readonly articles: number;
  /** Folded name and aliases for search: lower case, no diacritics, the same in every store. */
  readonly search: string;
  /** Events: when, and how exactly. */
  readonly occurredFrom?: Day;
  readonly occurredTo?: Day;
  readonly precision?: Precision;
  /** Proposals: what it asks. */
  readonly asks?: string;
  /** Claims behind an event. */
  readonly claimIds?: readonly string[];
}

/** A typed edge as it is shown: one happening, or one stance or state of a pair and polarity. */
export interface ShownEdge {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  readonly eventId?: string;
  /** Number of claims, and of independent outlets (near-identical copies once). */
  readonly claims: number;
  readonly sources: number;
  /** Names of the outlets that report it, in order. */
  readonly outlets: readonly string[];
  /** True where only our back-up tables say so, and no text does. */
  readonly background?: boolean;
  readonly occurredFrom?: Day;
  readonly occurredTo?: Day;
  readonly precision: Precision;
  readonly firstReported?: Day;
  readonly lastReported?: Day;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly confidence: number;
  readonly plover?: PloverClass;
  readonly cameo?: string;
  readonly quad: Quad;
  readonly goldstein: number;
  /** Country that each end represents at that date. */
  readonly sourceCountry?: string;
  readonly targetCountry?: string;
  /** HOLDS_OFFICE: title and dates. TOOK_PART_IN: the role played. */
  readonly title?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly role?: string;
}

/** A typed edge with the claims that it stands on. */
export interface GraphEdge extends ShownEdge {
  readonly claimIds: readonly string[];
}

/** Most edges that one answer about the graph holds. */
export const MOST_EDGES = 20_000;

/** The graph that users see, computed from the record. */
export interface Drawing {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
