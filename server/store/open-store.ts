import { openEmbeddedStore } from './embedded/embedded-store.ts';
import type { Store } from './store.ts';

/** The file of the embedded store where none is named. */
export const USUAL_FILE = './data/entente.sqlite';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the store that the environment asks for: Neo4j where `NEO4J_URI` is set (with `NEO4J_USERNAME`,
 * `NEO4J_PASSWORD`, `NEO4J_DATABASE`), otherwise the embedded one in `DATA_FILE`. Throws a `StoreError`.
 */
export const openStore = async (environment: Environment = process.env): Promise<Store> => {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = environment;
  if (!uri) return openEmbeddedStore(environment.DATA_FILE || USUAL_FILE);
  const { openNeo4jStore } = await import('./neo4j/neo4j-store.ts');
  return openNeo4jStore({
    uri,
    ...(username && { username }),
    ...(password && { password }),
    ...(database && { database }),
  });
};
