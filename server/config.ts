import { dirname, join, resolve } from 'node:path';
import { isLoopbackHost } from './http/loopback.ts';

/** What the environment says; read once, at the start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Secret that requests must carry; needed to listen on anything but loopback. */
  readonly token?: string;
  /** Further names under which the server may be called. */
  readonly hosts: readonly string[];
  readonly dataFile: string;
  /** Queue, watched feeds and the ledger of what was read: a file beside the data. */
  readonly jobsFile: string;
  readonly neo4j?: {
    readonly uri: string;
    readonly username: string;
    readonly password: string;
    readonly database: string;
  };
  readonly logLevel: string;
  /** Threads that read articles. */
  readonly threads?: number;
  /** Number of reverse proxies in front, whose X-Forwarded-For is believed. */
  readonly proxies: number;
}

/** The environment is not fit to start with; the message says which variable and what to do. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

const whole = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new ConfigError(`${name} is ${JSON.stringify(text)}: give a whole number from ${least} to ${most}.`);
  return value;
};

/** Shortest token accepted: 16 characters. */
const SHORTEST_TOKEN = 16;

/** Reads the environment. Throws a `ConfigError` for what can't work. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const host = env.HOST || '127.0.0.1';
  const token = env.API_TOKEN || undefined;
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new ConfigError(
      `API_TOKEN has ${token.length} characters: give at least ${SHORTEST_TOKEN}, from a random source.`,
    );
  if (!isLoopbackHost(host) && token === undefined)
    throw new ConfigError(
      `HOST is ${host}, which other machines can reach, and there is no API_TOKEN. Set API_TOKEN to a long random text, or HOST to 127.0.0.1.`,
    );
  const dataFile = resolve(env.DATA_FILE || './data/entente.sqlite');
  const uri = env.NEO4J_URI || undefined;
  if (uri !== undefined && !/^(neo4j|bolt)(\+s|\+ssc)?:\/\//.test(uri))
    throw new ConfigError(`NEO4J_URI is no address of a Neo4j: it begins with neo4j:// or bolt:// (or +s).`);
  return {
    host,
    port: whole('PORT', env.PORT || '4400', 0, 65535),
    ...(token === undefined ? {} : { token }),
    hosts: (env.ALLOWED_HOSTS ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean),
    dataFile,
    jobsFile: join(dirname(dataFile), 'jobs.sqlite'),
    ...(uri === undefined
      ? {}
      : {
          neo4j: {
            uri,
            username: env.NEO4J_USERNAME || 'neo4j',
            password: env.NEO4J_PASSWORD || '',
            database: env.NEO4J_DATABASE || 'neo4j',
          },
        }),
    logLevel: env.LOG_LEVEL || 'info',
    ...(env.THREADS ? { threads: whole('THREADS', env.THREADS, 1, 64) } : {}),
    proxies: whole('TRUST_PROXY', env.TRUST_PROXY || '0', 0, 10),
  };
};
