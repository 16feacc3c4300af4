import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';

/** The file in which the queue, the watched feeds and the ledger survive a restart. */
export interface QueueFile {
  readonly database: Libsql.Database;
  close(): void;
}

/** Numbered, idempotent steps; the file's `user_version` says how many it has had. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE job (
     id TEXT PRIMARY KEY, label TEXT NOT NULL, state TEXT NOT NULL, created TEXT NOT NULL, started TEXT, finished TEXT,
     total INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, added INTEGER NOT NULL DEFAULT 0,
     replaced INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
     skipped INTEGER NOT NULL DEFAULT 0, claims INTEGER NOT NULL DEFAULT 0, undismissed INTEGER NOT NULL DEFAULT 0,
     error TEXT
   );
   CREATE TABLE item (
     job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
     kind TEXT NOT NULL, payload TEXT NOT NULL, bytes BLOB, opened INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL,
     outcome TEXT, article TEXT, claims INTEGER, error TEXT, dismissed INTEGER NOT NULL DEFAULT 0, notes TEXT,
     PRIMARY KEY (job, number)
   );
   CREATE INDEX item_state ON item (job, state, number);
   CREATE TABLE watch (
     id TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE, schedule TEXT NOT NULL, created TEXT NOT NULL, last_run TEXT,
     last_job TEXT, last_error TEXT
   );
   CREATE TABLE ledger (store TEXT NOT NULL, article TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (store, article));`,
];

/** Opens the file, made where there is none. Throws where a newer program has written it. */
export const openQueueFile = (path: string): QueueFile => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Libsql(path);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('PRAGMA busy_timeout = 10000');
  database.exec('PRAGMA foreign_keys = ON');
  const migrate = database.transaction(() => {
    const version = (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
    if (version > MIGRATIONS.length)
      throw new Error(
        `${path} was written by a newer version of the program. Update the program, or move the file away.`,
      );
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  migrate.immediate();
  return { database, close: () => database.close() };
};
