import neo4j, { type Driver, Neo4jError, type Record as Row } from 'neo4j-driver';
import { VERSION } from '../../version.ts';
import { type StoreError, storeError } from '../error.ts';

export interface Neo4jAddress {
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  /** Name of the database; always said, so that the driver need not ask for it. */
  readonly database?: string;
}

export type Parameters = Readonly<Record<string, unknown>>;

/** Runs one statement of a transaction and gives all its rows. */
export type Run = (text: string, parameters?: Parameters) => Promise<readonly Row[]>;

export interface Connection {
  readonly driver: Driver;
  readonly database: string;
  read<T>(task: (run: Run) => Promise<T>): Promise<T>;
  /** The task may be run again after a failure that passes: it has to be idempotent. */
  write<T>(task: (run: Run) => Promise<T>): Promise<T>;
  /** A statement that cannot stand in a transaction with others, as those on the schema. */
  alone(text: string): Promise<readonly Row[]>;
  /** Rows as they come, without holding all of them. */
  stream(text: string, parameters?: Parameters): AsyncIterable<Row>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

const CONNECTION_TIMEOUT = 5_000;
const ACQUISITION_TIMEOUT = 15_000;
/** How long a transaction is tried again after failures that pass, in milliseconds. */
const RETRY_TIME = 15_000;

/** What went wrong in Neo4j, in the user's words; never with the password. */
export const neo4jError = (error: unknown, uri: string): StoreError => {
  if (error instanceof Error && error.name === 'StoreError') return error as StoreError;
  const code = error instanceof Neo4jError ? error.code : '';
  const said = error instanceof Error ? error.message.split('\n')[0]! : String(error);
  if (/Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired)/.test(code)) {
    return storeError(
      'unavailable',
      'Neo4j does not accept the user or password',
      uri,
      'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
      error,
    );
  }
  if (/DatabaseNotFound/.test(code)) {
    return storeError('unavailable', 'Neo4j has no database of that name', uri, 'Check NEO4J_DATABASE.', error);
  }
  if (
    /ServiceUnavailable|SessionExpired|DatabaseUnavailable|ECONN/.test(code + said) ||
    /acquisition timed out/.test(said)
  ) {
    return storeError(
      'unavailable',
      'Neo4j does not answer',
      uri,
      'Check that it runs and that NEO4J_URI is right, then try again: nothing was stored by half.',
      error,
    );
  }
  if (/TransientError/.test(code)) {
    return storeError('unavailable', `Neo4j could not do it now: ${said}`, uri, 'Try again.', error);
  }
  return storeError(
    'storage',
    `Neo4j gave an error: ${said}`,
    uri,
    'Nothing was stored by half. Look into Neo4j’s own log for the cause.',
    error,
  );
};

/** Opens a driver, one for the process, and makes sure that the server answers. Throws a `StoreError`. */
export const connect = async (address: Neo4jAddress): Promise<Connection> => {
  const { uri, username = 'neo4j', password } = address;
  const database = address.database || 'neo4j';
  const where = uri.replace(/\/\/[^@/]*@/, '//');
  let closed = false;
  const driver = (() => {
    try {
      return neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : neo4j.auth.basic(username, ''), {
        userAgent: `entente/${VERSION}`,
        connectionTimeout: CONNECTION_TIMEOUT,
        connectionAcquisitionTimeout: ACQUISITION_TIMEOUT,
        maxTransactionRetryTime: RETRY_TIME,
        // Hints about statements are for those who write them; the program's own are tested.
        notificationFilter: { minimumSeverityLevel: 'OFF' },
      });
    } catch (error) {
      throw storeError(
        'unavailable',
        'NEO4J_URI is no address of a Neo4j',
        where,
        'It looks like bolt://host:7687 or neo4j+s://host.',
        error,
      );
    }
  })();
  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    if (closed) throw storeError('closed', 'The store is closed', where, 'Open it again.');
    try {
      return await task();
    } catch (error) {
      throw neo4jError(error, where);
    }
  };
  const inSession = <T>(mode: 'READ' | 'WRITE', task: (session: ReturnType<Driver['session']>) => Promise<T>) =>
    guarded(async () => {
      const session = driver.session({ database, defaultAccessMode: neo4j.session[mode] });
      try {
        return await task(session);
      } finally {
        await session.close();
      }
    });
  const connection: Connection = {
    driver,
    database,
    read: (task) =>
      inSession('READ', (session) =>
        session.executeRead((tx) => task(async (text, parameters) => (await tx.run(text, parameters)).records)),
      ),
    write: (task) =>
      inSession('WRITE', (session) =>
        session.executeWrite((tx) => task(async (text, parameters) => (await tx.run(text, parameters)).records)),
      ),
    alone: (text) => inSession('WRITE', async (session) => (await session.run(text)).records),
    stream: async function* (text, parameters) {
      if (closed) throw storeError('closed', 'The store is closed', where, 'Open it again.');
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: 500 });
      try {
        for await (const row of session.run(text, parameters)) yield row;
      } catch (error) {
        throw neo4jError(error, where);
      } finally {
        await session.close();
      }
    },
    verify: () => guarded(async () => void (await driver.verifyConnectivity({ database }))),
    close: async () => {
      if (closed) return;
      closed = true;
      await driver.close();
    },
  };
  try {
    await connection.verify();
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
};
