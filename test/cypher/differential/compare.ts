import type { Driver } from 'neo4j-driver';
import { createEngine, exactView } from '../../../server/cypher/index.ts';
import { askEngine, askNeo4j } from './answer.ts';
import { type DifferenceKind, difference, told } from './difference.ts';
import { PARAMETERS } from './expressions.ts';
import { KNOWN } from './known-differences.ts';
import { minimise } from './minimise.ts';
import { generateQuery } from './queries.ts';
import { seeded } from './random.ts';
import { asGraphology, intoNeo4j, sampleGraph } from './sample-graph.ts';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Graph and query again: `seeded` with this. */
  readonly seed: string;
  readonly query: string;
  readonly shortest: string;
  readonly ours: string;
  readonly theirs: string;
  readonly known: string | undefined;
}

export interface Comparison {
  readonly asked: number;
  readonly rows: number;
  readonly errors: number;
  readonly late: number;
  readonly differences: readonly Difference[];
}

export interface ComparisonOptions {
  readonly seed: string;
  readonly queries: number;
  /** Queries asked of one graph. */
  readonly perGraph?: number;
  /** Shorten the queries that differ? */
  readonly minimised?: boolean;
  /** After this long no further graph is begun. */
  readonly milliseconds?: number;
}

/** What differs from run to run, and shows nothing. */
const OF_ITS_OWN = /(date|time)\(\s*\)|rand\(|timestamp\(|randomUUID/i;

/** Queries asked at the same time: Neo4j spends most of it planning. */
const AT_ONCE = 3;

/** Asks generated queries of generated graphs, of the engine and of Neo4j, and gathers where they differ. */
export const compareEngines = async (driver: Driver, options: ComparisonOptions): Promise<Comparison> => {
  const { seed, queries, perGraph = 100, minimised = true, milliseconds = Number.POSITIVE_INFINITY } = options;
  const ends = performance.now() + milliseconds;
  const differences: Difference[] = [];
  let [asked, rows, errors, late] = [0, 0, 0, 0];
  for (let g = 0; asked < queries && performance.now() < ends; g++) {
    const graph = sampleGraph(seeded(`${seed}/${g}`));
    await intoNeo4j(driver, graph);
    const engine = createEngine(asGraphology(graph), { view: exactView });
    const ask = async (query: string, ordered: boolean) => {
      const [ours, theirs] = await Promise.all([
        askEngine(engine, query, PARAMETERS),
        askNeo4j(driver, query, PARAMETERS),
      ]);
      return { ours, theirs, kind: difference(query, ordered, ours, theirs) };
    };
    const valid = (query: string): boolean => {
      if (OF_ITS_OWN.test(query)) return false;
      try {
        engine.check(query);
        return true;
      } catch {
        return false;
      }
    };
    const one = async (querySeed: string): Promise<void> => {
      const { text, ordered } = generateQuery(seeded(querySeed));
      const { ours, theirs, kind } = await ask(text, ordered);
      if (theirs.kind === 'late' || ours.kind === 'late') late++;
      else if (theirs.kind === 'error') errors++;
      else if (theirs.rows({ bags: false, rounded: false, numbers: false }).length > 0) rows++;
      if (kind === undefined) return;
      const cut = /LIMIT|SKIP/.test(text);
      const still = async (query: string) =>
        (cut || !/LIMIT|SKIP/.test(query)) &&
        // what is cut without its order may be cut anywhere
        (!/ORDER BY/.test(text) || !/LIMIT|SKIP/.test(query) || /ORDER BY/.test(query)) &&
        (await ask(query, ordered && /ORDER BY/.test(query))).kind === kind;
      const shortest = minimised
        ? await minimise(
            text,
            kind === 'refused' ? (query) => !OF_ITS_OWN.test(query) : valid,
            still,
            kind === 'silent' ? 250 : 40,
          )
        : text;
      const again = await ask(shortest, ordered && /ORDER BY/.test(shortest));
      const [left, right] = [told(again.ours), told(again.theirs)];
      const known = KNOWN.find(({ applies }) => applies(kind, shortest, left, right))?.why;
      differences.push({ kind, seed: querySeed, query: text, shortest, ours: left, theirs: right, known });
    };
    const seeds = Array.from({ length: Math.min(perGraph, queries - asked) }, (_, q) => `${seed}/${g}/${q}`);
    asked += seeds.length;
    const next = seeds.values();
    const worker = async (): Promise<void> => {
      for (const querySeed of next) await one(querySeed);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    engine.close();
  }
  return { asked, rows, errors, late, differences };
};
