import { filterOf, filterQuery } from '../../graph-schema/api.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphNode } from '../../graph-schema/graph.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { FailureError, MisuseError } from './errors.ts';

/** Opens the store that the environment names, does the work, closes it. */
export const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(process.env);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

/** The node that a person means: by id, or the best match of a name. */
export const nodeNamed = async (store: Store, text: string): Promise<GraphNode> => {
  const byId = (await store.node(text)) ?? (/^[A-Z]{3}$/.test(text) ? await store.node(`country:${text}`) : undefined);
  if (byId) return byId;
  const [first] = await store.search(text, { limit: 1 });
  if (!first && (await store.articles({ limit: 1 })).total === 0)
    throw new FailureError('The graph is empty. Read some articles first, for example: entente ingest scripts/samples');
  if (!first)
    throw new FailureError(
      `Nothing in the graph is called ${JSON.stringify(text)}. Try another spelling, or a part of the name with: entente search`,
    );
  return first;
};

export interface FilterOptions {
  readonly since?: string;
  readonly until?: string;
  readonly clock?: string;
  readonly types?: string;
  readonly kinds?: string;
  readonly polarities?: string;
  readonly modalities?: string;
  readonly confidence?: string;
}

/** The filter that a command's options stand for. Throws a `MisuseError` that says which value is wrong. */
export const filterOfOptions = (options: FilterOptions): Filter => {
  const { since, until, clock, types, kinds, polarities, modalities, confidence } = options;
  const given = Object.fromEntries(
    Object.entries({ since, until, clock, types, kinds, polarities, modalities, confidence }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const outcome = filterQuery.safeParse(given);
  if (outcome.success) return filterOf(outcome.data);
  const [issue] = outcome.error.issues;
  throw new MisuseError(`--${String(issue!.path[0])}: ${issue!.message}`);
};
