import type { Drawing } from '../../graph-schema/graph.ts';
import { type Balance, balance } from './balance.ts';
import { type Centrality, centrality, type Ranked } from './centrality.ts';
import { type Communities, communities } from './communities.ts';
import { change, type DyadActivity, type DyadChange, dyads, type Period } from './dyads.ts';

/** What to compute of a drawing. */
export type MeasureRequest =
  | { readonly what: 'centrality'; readonly measure: Centrality }
  | { readonly what: 'communities' }
  | { readonly what: 'balance'; readonly limit?: number; readonly about?: string }
  | { readonly what: 'dyads'; readonly limit?: number; readonly byCountry?: boolean }
  | {
      readonly what: 'change';
      readonly before: Period;
      readonly after: Period;
      readonly limit?: number;
      readonly byCountry?: boolean;
    };

export interface Measured {
  readonly centrality: readonly Ranked[];
  readonly communities: Communities;
  readonly balance: Balance;
  readonly dyads: readonly DyadActivity[];
  readonly change: readonly DyadChange[];
}

/** Computes one measure; pure, and as slow as the measure is: servers call `measureInThread`. */
export const measure = (drawing: Drawing, request: MeasureRequest): Measured[MeasureRequest['what']] => {
  switch (request.what) {
    case 'centrality':
      return centrality(request.measure, drawing);
    case 'communities':
      return communities(drawing);
    case 'balance':
      return balance(drawing, request);
    case 'dyads':
      return dyads(drawing, request);
    case 'change':
      return change(drawing, request.before, request.after, request);
  }
};
