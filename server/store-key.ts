import type { Config } from './config.ts';

/** Which store an entry of the ledger is about. */
export const storeKeyOf = (config: Config): string =>
  config.neo4j ? `${config.neo4j.uri}/${config.neo4j.database}` : config.dataFile;
