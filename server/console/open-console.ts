import { createEngine, exactView } from '../cypher/index.ts';
import type { EmbeddedStore } from '../store/embedded/embedded-store.ts';
import type { Neo4jStore } from '../store/neo4j/neo4j-store.ts';
import type { Store } from '../store/store.ts';
import type { Console } from './console.ts';
import { embeddedConsole } from './embedded-console.ts';
import { CONSOLE_LIMITS, type ConsoleLimits } from './limits.ts';
import { neo4jConsole } from './neo4j-console.ts';

/** The console of a store: our own engine over the embedded one's graph, Neo4j's own over a Neo4j. */
export const openConsole = (store: Store, limits: ConsoleLimits = CONSOLE_LIMITS): Console =>
  store.kind === 'neo4j'
    ? neo4jConsole(store as Neo4jStore, limits)
    : embeddedConsole(createEngine((store as EmbeddedStore).graph, { view: exactView }), limits);
