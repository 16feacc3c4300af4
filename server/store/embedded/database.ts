import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { type StoreError, storeError } from '../error.ts';

/** An open SQLite file. */
export type Sqlite = Database.Database;

const MIGRATIONS = ['V0001__record.sql'] as const;

/** How long to wait for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/** What went wrong in SQLite, in the user's words. */
export const sqliteError = (error: unknown, file: string): StoreError => {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_FULL') || /disk is full/.test(said)) {
    return storeError(
      'storage',
      'The disk is full',
      file,
      'Make room and try again: nothing was stored by half.',
      error,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return storeError(
      'storage',
      `The disk did not answer: ${said}`,
      file,
      'Check the disk and its free space, then try again: nothing was stored by half.',
      error,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return storeError(
      'storage',
      `The data file cannot be opened for writing: ${said}`,
      file,
      'Check that the folder exists and may be written, or set DATA_FILE to another place.',
      error,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return storeError(
      'unavailable',
      'Another process has been writing to the data file for too long',
      file,
      'Try again when it is done.',
      error,
    );
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return storeError(
      'incompatible',
      `This is no data file of ours, or it is damaged: ${said}`,
      file,
      'Restore a backup, or set DATA_FILE to another file.',
      error,
    );
  }
  return storeError(
    'storage',
    `The data file gave an error: ${said}`,
    file,
    'Try again; if it stays, restore a backup.',
    error,
  );
};

/** Opens the file, makes it and its folder where there is none, and brings its tables up to date. */
export const openDatabase = (file: string): Sqlite => {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Database(file, { timeout: BUSY_TIMEOUT });
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    // WAL with full synchronisation: a committed article survives a kill and a power cut.
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    migrate(database, file);
    return database;
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreError') throw error;
    throw sqliteError(error, file);
  }
};

const versionOf = (database: Sqlite): number =>
  (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;

const migrate = (database: Sqlite, file: string): void => {
  if (versionOf(database) === MIGRATIONS.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database);
    if (version > MIGRATIONS.length) {
      throw storeError(
        'incompatible',
        `The data file was written by a newer version of the program (data version ${version}, known ${MIGRATIONS.length})`,
        file,
        'Use that version, or set DATA_FILE to another file.',
      );
    }
    for (const name of MIGRATIONS.slice(version)) {
      database.exec(readFileSync(new URL(`../../../graph-schema/migrations/${name}`, import.meta.url), 'utf8'));
    }
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};
