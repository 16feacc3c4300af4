import type {
  ActiveDyadsAnswer,
  BalanceAnswer,
  ChangeAnswer,
  CommunitiesAnswer,
  MeasureAnswer,
} from '../../graph-schema/api/measures.ts';
import type { Drawing } from '../../graph-schema/graph.ts';
import type { Centrality } from './centrality.ts';
import type { DyadActivity, Period } from './dyads.ts';
import { measureInThread } from './measure-in-thread.ts';

const namesOf = ({ nodes }: Drawing) => {
  const known = new Map(nodes.map(({ id, name, kind }) => [id, { id, name, kind: kind as string }]));
  return (id: string) => known.get(id) ?? { id, name: id, kind: 'country' };
};

/** What of a ranking is shown: all of it comes in, a page goes out. */
export type Paging = <Item>(ranked: readonly Item[]) => {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next?: string;
};

const NONE = { cooperation: 0, conflict: 0, claims: 0, goldstein: 0 };
const countsOf = (dyad: DyadActivity | undefined) =>
  dyad
    ? { cooperation: dyad.cooperation, conflict: dyad.conflict, claims: dyad.claims, goldstein: dyad.goldstein }
    : NONE;

/** A centrality of every node, the highest first. */
export const centralityAnswer = async (
  drawing: Drawing,
  measure: Centrality,
  page: Paging,
  signal?: AbortSignal,
): Promise<MeasureAnswer> => {
  const name = namesOf(drawing);
  const { items, ...place } = page(await measureInThread(drawing, { what: 'centrality', measure }, signal));
  return { measure, ...place, items: items.map(({ id, value }) => ({ ...name(id), value })) };
};

/** The communities of a drawing, the largest first. */
export const communitiesAnswer = async (
  drawing: Drawing,
  page: Paging,
  signal?: AbortSignal,
): Promise<CommunitiesAnswer> => {
  const name = namesOf(drawing);
  const found = await measureInThread(drawing, { what: 'communities' }, signal);
  const { items, ...place } = page(found.communities);
  return {
    modularity: found.modularity,
    ...place,
    items: items.map(({ index, members }) => ({
      community: index,
      size: members.length,
      members: members.map(name),
    })),
  };
};

/** The structural balance of a drawing, with its strongest triads. */
export const balanceAnswer = async (drawing: Drawing, limit: number, signal?: AbortSignal): Promise<BalanceAnswer> => {
  const name = namesOf(drawing);
  const { triads, balanced, unbalanced } = await measureInThread(drawing, { what: 'balance', limit }, signal);
  const triangles = balanced + unbalanced;
  return {
    triangles,
    balanced,
    unbalanced,
    ...(triangles ? { share: balanced / triangles } : {}),
    examples: triads.map((triad) => ({
      nodes: triad.nodes.map(name),
      signs: triad.pairs.map((pair) => (pair.score > 0 ? ('cooperation' as const) : ('conflict' as const))),
      balanced: triad.balanced,
    })),
  };
};

/** The pairs of actors that most is said of. */
export const activeDyadsAnswer = async (
  drawing: Drawing,
  page: Paging,
  signal?: AbortSignal,
): Promise<ActiveDyadsAnswer> => {
  const name = namesOf(drawing);
  const { items, ...place } = page(await measureInThread(drawing, { what: 'dyads' }, signal));
  return { ...place, items: items.map((dyad) => ({ a: name(dyad.a), b: name(dyad.b), ...countsOf(dyad) })) };
};

/** The pairs of actors that changed most between two periods. */
export const changeAnswer = async (
  drawing: Drawing,
  periods: { readonly before: Period; readonly after: Period },
  page: Paging,
  signal?: AbortSignal,
): Promise<ChangeAnswer> => {
  const name = namesOf(drawing);
  const { items, ...place } = page(await measureInThread(drawing, { what: 'change', ...periods }, signal));
  return {
    ...place,
    items: items.map((dyad) => ({
      a: name(dyad.a),
      b: name(dyad.b),
      before: countsOf(dyad.before),
      after: countsOf(dyad.after),
      change: dyad.change,
    })),
  };
};
