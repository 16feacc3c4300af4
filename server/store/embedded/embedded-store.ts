import { decisionProblems, readingProblems } from '../../../graph-schema/check.ts';
import type { Reading } from '../../../graph-schema/record.ts';
import { signature } from '../../draw/signature.ts';
import { addressesOf, planPut } from '../../record/put-plan.ts';
import { copiesAmong } from '../copies.ts';
import { invalidError, storeError } from '../error.ts';
import type { Store } from '../store.ts';
import { openDatabase, sqliteError } from './database.ts';
import type { DrawnGraphology } from './drawn-graph.ts';
import { loadMemory, type Memory } from './memory.ts';
import { queriesOf } from './queries.ts';
import { DECISIONS, recordRows } from './record-rows.ts';

/** The store in one SQLite file, the drawing in memory. */
export interface EmbeddedStore extends Store {
  readonly kind: 'embedded';
  /** The drawing with the record's articles and claims, as one property graph: `labels`, `type`, `properties`. */
  readonly graph: DrawnGraphology;
  /** The file, `:memory:` for none. */
  readonly file: string;
  /** Takes in what another process has written since the last call; every method of the port does so by itself. */
  refresh(): void;
  /** Writes a whole, consistent copy to a new file. */
  backup(to: string): Promise<void>;
}

/** A step that memory takes once the file holds the change. */
type Step = { readonly put: string } | { readonly drop: string } | { readonly decide: true };

/** Opens the store in a file, making it where there is none. Throws a `StoreError`. */
export const openEmbeddedStore = (file: string): EmbeddedStore => {
  const database = openDatabase(file);
  const rows = guarded(file, () => recordRows(database));
  let closed = false;
  let seenVersion = 0;
  let seenChange = 0;

  const load = (): Memory => {
    seenVersion = rows.dataVersion();
    seenChange = rows.lastChange();
    return loadMemory(rows.all(), rows.decisions(), rows.textOf);
  };
  const memory = guarded(file, load);
  const queries = queriesOf(memory);

  const take = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if ('decide' in step) memory.decide(rows.decisions());
      else if ('drop' in step) memory.dropRow(step.drop);
      else memory.putRow(rows.row(step.put)!);
    }
  };
  /** Follows what other processes wrote. */
  const follow = (): void => {
    const version = rows.dataVersion();
    if (version === seenVersion) return;
    const changes = rows.changesSince(seenChange);
    take(
      changes.map(({ subject }) =>
        subject === DECISIONS ? { decide: true } : rows.row(subject) ? { put: subject } : { drop: subject },
      ),
    );
    seenChange = changes.at(-1)?.sequence ?? seenChange;
    seenVersion = version;
  };
  const open = (): void => {
    if (closed) throw storeError('closed', 'The store is closed', file, 'Open it again.');
  };
  const read = <T>(task: () => T): T =>
    guarded(file, () => {
      open();
      follow();
      return task();
    });
  /** Runs a task in a transaction; memory follows only once the file holds the change. */
  const write = <T>(task: () => { readonly result: T; readonly steps: readonly Step[] }): T =>
    guarded(file, () => {
      open();
      database.exec('BEGIN IMMEDIATE');
      let done: ReturnType<typeof task>;
      let last: number;
      try {
        follow();
        done = task();
        last = rows.lastChange();
        database.exec('COMMIT');
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
      take(done.steps);
      seenChange = last;
      return done.result;
    });

  const put = (reading: Reading) => {
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
      const steps: Step[] = [];
      for (const version of plan.versions) rows.keepVersion(version);
      for (const gone of plan.remove) {
        rows.remove(gone);
        steps.push({ drop: gone });
      }
      for (const article of plan.rewrite) {
        rows.write({ ...rows.read(article.id)!, article }, rows.signatureOf(article.id)!);
        steps.push({ put: article.id });
      }
      if (plan.write) {
        rows.write(plan.write, signature(plan.write.article.text));
        steps.push({ put: id });
      }
      return { result: plan.outcome, steps };
    });
  };

  const relatives = (articleId: string) => {
    const article = memory.articles.get(articleId);
    if (!article) return { versions: [], copies: [] };
    const facts = [...memory.ledger.articles.values()].map((said) => said.facts);
    const own = memory.ledger.facts(articleId)!;
    return {
      versions: addressesOf({ ...article, text: '' }).flatMap((url) => rows.versionsAt(url)),
      copies: copiesAmong(own, facts).map((copy) => memory.summary(copy.id)),
    };
  };

  const node = (id: string) => {
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
    put: async (reading) => put(reading),
    remove: async (articleId) =>
      write(() => {
        const result = rows.remove(articleId);
        return { result, steps: result ? [{ drop: articleId }] : [] };
      }),
    reading: async (articleId) => read(() => rows.read(articleId)),
    articles: async (options) => read(() => queries.articles(options)),
    relatives: async (articleId) => read(() => relatives(articleId)),
    readings: async function* () {
      for (const id of read(() => [...memory.articles.keys()].sort())) {
        const reading = read(() => rows.read(id));
        if (reading) yield reading;
      }
    },
    node: async (id) => read(() => node(id)),
    edge: async (id) => read(() => memory.edges.get(id)),
    search: async (text, options) => read(() => queries.search(text, options)),
    overview: async (options) => read(() => queries.overview(options)),
    neighbourhood: async (id, options) => read(() => queries.neighbourhood(id, options)),
    paths: async (from, to, options) => read(() => queries.paths(from, to, options)),
    dyad: async (a, b, options) => read(() => queries.dyad(a, b, options)),
    timeline: async (options) => read(() => queries.timeline(options)),
    counts: async (filter) => read(() => queries.counts(filter)),
    evidence: async (about, options) => read(() => queries.evidence(about, options)),
    claims: async (options) => read(() => queries.claims(options)),
    stream: async function* (filter) {
      yield* read(() => queries.stream(filter));
    },
    decisions: async () => read(() => memory.decisions()),
    decide: async (decision) => {
      const problems = decisionProblems(decision);
      if (problems.length) throw invalidError(problems, `decision ${decision.id}`);
      write(() => {
        if (memory.decisions().some((made) => made.id === decision.id)) return { result: undefined, steps: [] };
        rows.decide(decision);
        return { result: undefined, steps: [{ decide: true }] };
      });
    },
    ready: async () => read(() => undefined),
    backup: async (to) => read(() => void database.prepare('VACUUM INTO ?').run(to)),
    close: async () => {
      if (closed) return;
      closed = true;
      database.close();
    },
  };
};

/** Runs a task on the file; what SQLite says is said in the user's words. */
const guarded = <T>(file: string, task: () => T): T => {
  try {
    return task();
  } catch (error) {
    if (error instanceof Error && error.name === 'SqliteError') throw sqliteError(error, file);
    throw error;
  }
};
