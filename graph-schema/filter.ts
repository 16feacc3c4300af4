import type { Day } from './article.ts';
import type { Modality, Polarity } from './claim.ts';
import type { EntityKind } from './kinds.ts';
import type { Sign } from './relation.ts';
import type { RelationType } from './relations.ts';

/** What part of the drawing to show. One filter drives graph, table, counts, timeline and exports alike. Absent = all. */
export interface Filter {
  readonly kinds?: readonly EntityKind[];
  readonly types?: readonly RelationType[];
  readonly signs?: readonly Sign[];
  /** Default `['affirmed']`. */
  readonly polarities?: readonly Polarity[];
  /** Default `['fact', 'past']`. */
  readonly modalities?: readonly Modality[];
  readonly outlets?: readonly string[];
  /** At least this confident, 0 … 1. */
  readonly confidence?: number;
  /** Time window, both days inclusive. */
  readonly since?: Day;
  readonly until?: Day;
  /** Which of the two clocks the window is on. Default `happened`. */
  readonly clock?: 'happened' | 'reported';
}
