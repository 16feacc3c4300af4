import { createEngine, exactView } from '../cypher/index.ts';
import type { EmbeddedStore } from '../store/embedded/embedded-store.ts';
import type { Neo4jStore } from '../store/neo4j/neo4j-store.ts';
import type { Store } from '../store/store.ts';
import type { Console } from './console.ts';
import { embeddedConsole } from './embedded-console.ts';
import { CONSOLE_LIMITS, type ConsoleLimits } from './limits.ts';
import { neo4jConsole } from './neo4j-console.ts';

/** The console that looks at the graph as it stands in the file. */
const refreshed = (console: Console, store: EmbeddedStore): Console => ({
  ...console,
  async *stream(request) {
    await store.refresh();
    yield* console.stream(request);
  },
  explain: async (query, parameters) => {
    await store.refresh();
    return console.explain(query, parameters);
  },
});

/** The console of a store: our own engine over the embedded one's graph, Neo4j's own over a Neo4j. */
export const openConsole = (store: Store, limits: ConsoleLimits = CONSOLE_LIMITS): Console => {
  if (store.kind === 'neo4j') return neo4jConsole(store as Neo4jStore, limits);
  const embedded = store as EmbeddedStore;
  return refreshed(embeddedConsole(createEngine(embedded.graph, { view: exactView }), limits), embedded);
};
