import { decisionProblems, readingProblems } from '../../../graph-schema/check.ts';
import type { Reading } from '../../../graph-schema/record.ts';
import { signature } from '../../draw/signature.ts';
import { addressesOf, planPut } from '../../record/put-plan.ts';
import { copiesAmong } from '../copies.ts';
import { invalidError, storeError } from '../error.ts';
import type { PutOutcome, Store } from '../store.ts';
import { openDatabase, sqliteError } from './database.ts';
import type { DrawnGraphology } from './drawn-graph.ts';
import { createFollower } from './follower.ts';
import { createMemory, type Memory } from './memory.ts';
import { queriesOf } from './queries.ts';
import { recordRows } from './record-rows.ts';

/** The store in one SQLite file, the drawing in memory. */
export interface EmbeddedStore extends Store {
  readonly kind: 'embedded';
  /** The drawing with the record's articles and claims, as one property graph: `labels`, `type`, `properties`. Whole after `refresh`. */
  readonly graph: DrawnGraphology;
  /** The file, `:memory:` for none. */
  readonly file: string;
  /** Takes in what another process has written since the last call; every method of the port does so by itself. */
  refresh(): Promise<void>;
  /** Writes a whole, consistent copy to a new file. */
  backup(to: string): Promise<void>;
}

/** Opens the store in a file, making it where there is none. Throws a `StoreError`. */
export const openEmbeddedStore = (file: string): EmbeddedStore => {
  const database = openDatabase(file);
  const rows = guarded(file, () => recordRows(database));
  let closed = false;
  /** Writes of this process that are drawn; the file's own version counts those of the others. */
  let written = 0;
  const memory = createMemory(rows.textOf);
  const follower = createFollower(rows, memory);
  const queries = queriesOf(memory);

  const rethrow = (error: unknown): never => {
    throw proper(error, file);
  };
  const open = (): void => {
    if (closed) throw storeError('closed', 'The store is closed', file, 'Open it again.');
  };
  /** Asks the record. */
  const ask = <T>(task: () => T): T =>
    guarded(file, () => {
      open();
      return task();
    });
  /** Asks the drawing, with what other processes wrote until now. */
  const read = async <T>(task: (memory: Memory) => T): Promise<T> => {
    const others = ask(follower.others);
    await others?.catch(rethrow);
    return ask(() => task(memory));
  };
  /** Runs a task in a transaction; the drawing follows once the file holds the change. */
  const write = async <T>(task: () => T): Promise<T> => {
    const result = ask(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const done = task();
        database.exec('COMMIT');
        return done;
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    });
    try {
      await follower.own().catch(rethrow);
    } finally {
      written++;
    }
    return result;
  };

  const put = async (reading: Reading): Promise<PutOutcome> => {
    const problems = readingProblems(reading);
    if (problems.length)
      throw invalidError(problems, reading.article.title ?? reading.article.url ?? reading.article.id);
    return write(() => {
      const { id } = reading.article;
      const addresses = addressesOf(reading.article);
      const stored = rows.read(id);
      const plan = planPut(reading, {
        ...(stored && { stored }),
        holders: rows.holdersOf(addresses, id).map((holder) => rows.read(holder)!.article),
        replacedAt: new Set(addresses.filter((url) => rows.wasReplaced(url, id))),
      });
      for (const version of plan.versions) rows.keepVersion(version);
      for (const gone of plan.remove) rows.remove(gone);
      for (const article of plan.rewrite) {
        rows.write({ ...rows.read(article.id)!, article }, rows.signatureOf(article.id)!);
      }
      if (plan.write) rows.write(plan.write, signature(plan.write.article.text));
      return plan.outcome;
    });
  };

  const relatives = (memory: Memory, articleId: string) => {
    const article = memory.articles.get(articleId);
    if (!article) return { versions: [], copies: [] };
    const facts = [...memory.ledger.articles.values()].map((said) => said.facts);
    const own = memory.ledger.facts(articleId)!;
    return {
      versions: addressesOf({ ...article, text: '' }).flatMap((url) => rows.versionsAt(url)),
      copies: copiesAmong(own, facts).map((copy) => memory.summary(copy.id)),
    };
  };

  const node = (memory: Memory, id: string) => {
    const found = memory.nodes.get(id);
    if (found) return found;
    const begun = `${id}:`;
    return id.startsWith('event:')
      ? [...memory.nodes.values()].filter((each) => each.id.startsWith(begun)).sort((a, b) => (a.id < b.id ? -1 : 1))[0]
      : undefined;
  };

  return {
    kind: 'embedded',
    graph: memory.graph,
    file,
    refresh: () => read(() => undefined),
    put,
    remove: (articleId) => write(() => rows.remove(articleId)),
    reading: async (articleId) => ask(() => rows.read(articleId)),
    articles: (options) => read(() => queries.articles(options)),
    relatives: (articleId) => read((memory) => relatives(memory, articleId)),
    readings: async function* () {
      for (const id of ask(rows.ids)) {
        const reading = ask(() => rows.read(id));
        if (reading) yield reading;
      }
    },
    node: (id) => read((memory) => node(memory, id)),
    edge: (id) => read((memory) => memory.edges.get(id)),
    nodes: (options) => read(() => queries.nodes(options)),
    edges: (options) => read(() => queries.edges(options)),
    search: (text, options) => read(() => queries.search(text, options)),
    overview: (options) => read(() => queries.overview(options)),
    neighbourhood: (id, options) => read(() => queries.neighbourhood(id, options)),
    paths: async (from, to, options) => await read(() => queries.paths(from, to, options)),
    dyad: (a, b, options) => read(() => queries.dyad(a, b, options)),
    timeline: (options) => read(() => queries.timeline(options)),
    counts: (filter) => read(() => queries.counts(filter)),
    evidence: (about, options) => read(() => queries.evidence(about, options)),
    claims: (options) => read(() => queries.claims(options)),
    still: async (filter) => {
      const { nodes, edges } = await read(() => queries.still(filter));
      return { nodes: () => each(nodes), edges: () => each(edges) };
    },
    cited: async function* (which) {
      for await (const id of each(await read(() => queries.claimIds(which)))) {
        const found = ask(() => queries.cited(id));
        if (found) yield found;
      }
    },
    sources: (which) => read(() => queries.sources(which)),
    stream: async function* (filter) {
      const { nodes, edges } = await read(() => queries.still(filter));
      for await (const node of each(nodes)) yield { node };
      for await (const edge of each(edges)) yield { edge };
    },
    decisions: async () => ask(rows.decisions),
    decide: async (decision) => {
      const problems = decisionProblems(decision);
      if (problems.length) throw invalidError(problems, `decision ${decision.id}`);
      await write(() => {
        if (!rows.decisions().some((made) => made.id === decision.id)) rows.decide(decision);
      });
    },
    version: () => ask(rows.dataVersion) + written,
    ready: () => read(() => undefined),
    backup: async (to) => ask(() => void database.prepare('VACUUM INTO ?').run(to)),
    close: async () => {
      if (closed) return;
      closed = true;
      follower.stop();
      database.close();
    },
  };
};

/** Rows after which a stream gives way to whatever else waits. */
const AT_A_STRETCH = 250;

/** What is already there, as a stream during which others are answered too. */
async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  for (let at = 0; at < rows.length; at++) {
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await new Promise(setImmediate);
    yield rows[at]!;
  }
}

/** What SQLite says, in the user's words. */
const proper = (error: unknown, file: string): unknown =>
  error instanceof Error && error.name === 'SqliteError' ? sqliteError(error, file) : error;

/** Runs a task on the file. */
const guarded = <T>(file: string, task: () => T): T => {
  try {
    return task();
  } catch (error) {
    throw proper(error, file);
  }
};
