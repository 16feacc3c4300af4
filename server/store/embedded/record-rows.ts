import type { Article } from '../../../graph-schema/article.ts';
import type { Claim, Entity } from '../../../graph-schema/claim.ts';
import type { ArticleVersion, Decision, Reading } from '../../../graph-schema/record.ts';
import { saidBy } from '../../draw/draw.ts';
import type { Said } from '../../draw/ledger.ts';
import { addressesOf } from '../../record/put-plan.ts';
import type { Sqlite } from './database.ts';

/** An article as it is kept in memory: without its text. */
export type ArticleFactsOnly = Omit<Article, 'text'>;

/** A row as the drawing needs it. */
export interface Row {
  readonly article: ArticleFactsOnly;
  readonly said: Said;
}

/** Rows read between two looks at the clock. */
const ROWS_AT_ONCE = 8;

/** What changed: an article's id, or this. */
export const DECISIONS = 'decisions';

interface Raw {
  readonly facts: string;
  readonly entities: string;
  readonly claims: string;
  readonly signature: string;
}

const rowOf = (raw: Raw): Row => {
  const article = JSON.parse(raw.facts) as ArticleFactsOnly;
  const entities = JSON.parse(raw.entities) as Entity[];
  const claims = JSON.parse(raw.claims) as Claim[];
  return { article, said: saidBy({ article: { ...article, text: '' }, entities, claims }, raw.signature) };
};

/** The record's rows: every statement on the tables, and nothing else. */
export const recordRows = (database: Sqlite) => {
  const statement = (sql: string) => database.prepare(sql);
  const columns = 'facts, entities, claims, signature';
  const after = statement(`SELECT id, ${columns} FROM article WHERE id > ? ORDER BY id LIMIT ${ROWS_AT_ONCE}`);
  const ids = statement('SELECT id FROM article ORDER BY id');
  const one = statement(`SELECT ${columns} FROM article WHERE id = ?`);
  const text = statement('SELECT text FROM article WHERE id = ?');
  const holders = statement('SELECT article_id AS id FROM address WHERE url = ?');
  const replaced = statement('SELECT 1 AS found FROM version WHERE url = ? AND article_id = ?');
  const insert = statement(
    'INSERT OR REPLACE INTO article (id, published, source, title, signature, facts, entities, claims, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const address = statement('INSERT OR REPLACE INTO address (url, article_id) VALUES (?, ?)');
  const dropAddresses = statement('DELETE FROM address WHERE article_id = ?');
  const drop = statement('DELETE FROM article WHERE id = ?');
  const version = statement(
    'INSERT OR REPLACE INTO version (article_id, url, replaced_by, article) VALUES (?, ?, ?, ?)',
  );
  const versions = statement(
    'SELECT url, replaced_by AS replacedBy, article FROM version WHERE url = ? ORDER BY article_id',
  );
  const decision = statement('INSERT OR REPLACE INTO decision (id, data) VALUES (?, ?)');
  const decisions = statement('SELECT data FROM decision');
  const change = statement(
    'INSERT OR REPLACE INTO change (subject, sequence) VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM change))',
  );
  const changes = statement('SELECT subject, sequence FROM change WHERE sequence > ? ORDER BY sequence');
  const last = statement('SELECT coalesce(max(sequence), 0) AS sequence FROM change');
  const dataVersion = statement('PRAGMA data_version');

  const read = (id: string): Reading | undefined => {
    const raw = one.get(id) as Raw | undefined;
    if (!raw) return undefined;
    const { article, said } = rowOf(raw);
    return { article: { ...article, text: textOf(id) }, entities: said.entities, claims: said.claims };
  };
  const textOf = (id: string): string => (text.get(id) as { text: string } | undefined)?.text ?? '';
  const write = ({ article, entities, claims }: Reading, signature: string): void => {
    const { text: whole, ...facts } = article;
    insert.run(
      article.id,
      article.published ?? null,
      article.source ?? null,
      article.title ?? null,
      signature,
      JSON.stringify(facts),
      JSON.stringify(entities),
      JSON.stringify(claims),
      whole,
    );
    dropAddresses.run(article.id);
    for (const url of addressesOf(article)) address.run(url, article.id);
    change.run(article.id);
  };
  return {
    /** All rows by id, in small steps; what is written meanwhile may be among them or not. */
    *reading(): Generator<undefined, readonly Row[]> {
      const rows: Row[] = [];
      let last = '';
      for (;;) {
        const some = after.all(last) as (Raw & { readonly id: string })[];
        if (some.length === 0) return rows;
        for (const raw of some) rows.push(rowOf(raw));
        last = some.at(-1)!.id;
        yield;
      }
    },
    ids: (): readonly string[] => (ids.all() as { id: string }[]).map(({ id }) => id),
    row: (id: string): Row | undefined => {
      const raw = one.get(id) as Raw | undefined;
      return raw && rowOf(raw);
    },
    read,
    textOf,
    write,
    signatureOf: (id: string): string | undefined => (one.get(id) as Raw | undefined)?.signature,
    /** Articles at an address, the given one left out. */
    holdersOf: (urls: readonly string[], except: string): readonly string[] =>
      [...new Set(urls.flatMap((url) => (holders.all(url) as { id: string }[]).map(({ id }) => id)))].filter(
        (id) => id !== except,
      ),
    wasReplaced: (url: string, id: string): boolean => replaced.get(url, id) !== undefined,
    remove: (id: string): boolean => {
      dropAddresses.run(id);
      const gone = drop.run(id).changes > 0;
      if (gone) change.run(id);
      return gone;
    },
    keepVersion: ({ article, url, replacedBy }: ArticleVersion): void => {
      version.run(article.id, url, replacedBy, JSON.stringify(article));
    },
    versionsAt: (url: string): readonly ArticleVersion[] =>
      (versions.all(url) as { url: string; replacedBy: string; article: string }[]).map((row) => ({
        url: row.url,
        replacedBy: row.replacedBy,
        article: JSON.parse(row.article) as Article,
      })),
    decide: (made: Decision): void => {
      decision.run(made.id, JSON.stringify(made));
      change.run(DECISIONS);
    },
    decisions: (): readonly Decision[] =>
      (decisions.all() as { data: string }[])
        .map(({ data }) => JSON.parse(data) as Decision)
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)),
    changesSince: (sequence: number) => changes.all(sequence) as { subject: string; sequence: number }[],
    lastChange: (): number => (last.get() as { sequence: number }).sequence,
    /** A number that changes when another connection has written. */
    dataVersion: (): number => (dataVersion.get() as { data_version: number }).data_version,
  };
};

export type RecordRows = ReturnType<typeof recordRows>;
