import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Claim, Entity } from '../../graph-schema/claim.ts';
import { articleId, claimId, entityId } from '../../graph-schema/ids.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { Relation } from '../../graph-schema/relation.ts';
import { RELATIONS, type RelationType } from '../../graph-schema/relations.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';

/** One figure of a store: milliseconds, or how many. */
export interface StoreFigure {
  readonly store: string;
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'articles' | 'claims' | 'edges' | 'nodes';
}

/** Actors of the made-up news: with 2,500 articles of 20 claims, a graph of ten thousand nodes and fifty thousand edges. */
const ACTORS = 10_000;
/** Times that each question is asked, after it was asked once. */
const TIMES = 21;
/** Articles on their way into a store at the same time, as an ingest has them. */
const AT_ONCE = 16;
const TYPES: readonly Relation[] = RELATIONS.filter(
  (relation) =>
    relation.quad !== 'belonging' && !(relation.to as readonly string[]).every((kind) => kind === 'proposal'),
);

/** Numbers 0 … 1 from a seed (a linear congruential generator: enough for made-up news). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const actor = (rank: number): Omit<Entity, 'mentions'> => {
  const name = `Actor ${rank}`;
  const country = `C${String(rank % 90).padStart(2, '0')}`;
  return { id: entityId('person', name, { country }), name, kind: 'person', country, aliases: [] };
};

/** A made-up article of 20 claims; few actors are in most of the news, as in the world's. */
export const benchReading = (seed: number, claims = 20): Reading => {
  const random = numbersFrom(seed + 1);
  const pick = () => Math.floor(ACTORS * random() ** 3);
  const published = new Date(Date.UTC(2015, 0, 1 + (seed % 1000))).toISOString().slice(0, 10);
  const sentences = Array.from(
    { length: claims },
    (_, at) => `Sentence ${at} of article ${seed} tells of ${Math.floor(random() * 1e9)}.`,
  );
  const text = sentences.join(' ');
  const id = articleId(text);
  const entities = new Map<string, Entity>();
  const use = () => {
    const entity = actor(pick());
    entities.set(entity.id, { ...entity, mentions: [[0, 8]] });
    return entity.id;
  };
  let start = 0;
  const made = sentences.map((quote): Claim => {
    const relation = TYPES[Math.floor(random() ** 2 * TYPES.length)]!;
    const end = start + quote.length;
    const claim: Omit<Claim, 'id'> = {
      articleId: id,
      type: relation.name as RelationType,
      source: use(),
      target: use(),
      polarity: 'affirmed',
      modality: 'fact',
      plover: relation.plover!,
      cameo: relation.cameo!,
      occurredFrom: published,
      occurredTo: published,
      precision: 'day',
      dateFrom: 'explicit',
      quote,
      start,
      end,
      trigger: { start, end: start + 8 },
      confidence: 0.8,
      rule: 'bench',
      extractor: 'bench 1',
    };
    start = end + 1;
    return { ...claim, id: claimId(claim) };
  });
  return {
    article: {
      id,
      text,
      title: `Article ${seed}`,
      source: `Outlet ${seed % 40}`,
      url: `https://news.example/${seed}`,
      published,
    },
    entities: [...entities.values()],
    claims: made,
  };
};

const timed = async <T>(task: () => Promise<T>): Promise<readonly [number, T]> => {
  const start = performance.now();
  const value = await task();
  return [performance.now() - start, value];
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Questions of a page, in milliseconds; the median of 21, warm. */
export const askStore = async (store: Store, name: string): Promise<readonly StoreFigure[]> => {
  const busiest = (await store.overview({ limit: 1 })).nodes[0]!.id;
  const second = (await store.overview({ limit: 2 })).nodes[1]!.id;
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    'search by a prefix': () => store.search('actor 19'),
    'neighbourhood of the busiest node': () => store.neighbourhood(busiest),
    overview: () => store.overview(),
    'counts under a filter': () => store.counts({ signs: ['conflict'] }),
    timeline: () => store.timeline(),
    'dyad of the two busiest': () => store.dyad(busiest, second),
    'shortest paths': () => store.paths(busiest, actor(ACTORS - 3).id, { all: true }),
    'evidence of the busiest node': () => store.evidence({ node: busiest }),
  };
  const figures: StoreFigure[] = [];
  for (const [what, ask] of Object.entries(questions)) {
    const times: number[] = [];
    await ask();
    for (let run = 0; run < TIMES; run++) times.push((await timed(ask))[0]);
    figures.push({ store: name, what, value: median(times), unit: 'ms' });
  }
  return figures;
};

/** Fills a store with made-up articles and measures it. */
export const measureStore = async (store: Store, name: string, articles: number): Promise<readonly StoreFigure[]> => {
  const readings = Array.from({ length: articles }, (_, at) => benchReading(at));
  const [last, most] = [readings.slice(-Math.min(100, readings.length / 2)), [...readings]];
  most.length -= last.length;
  // asked once, so that an embedded store draws as it goes
  await store.counts();
  const [filled] = await timed(async () => {
    const left = most.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const reading of left) await store.put(reading);
      }),
    );
  });
  const times: number[] = [];
  for (const reading of last) times.push((await timed(() => store.put(reading)))[0]);
  const counts = await store.counts();
  const sum = (all: Readonly<Record<string, number>>) => Object.values(all).reduce((a, b) => a + b, 0);
  return [
    { store: name, what: 'articles of 20 claims', value: articles, unit: 'articles' },
    { store: name, what: 'claims', value: counts.claims, unit: 'claims' },
    { store: name, what: 'nodes', value: sum(counts.nodes), unit: 'nodes' },
    { store: name, what: 'edges shown', value: sum(counts.edges), unit: 'edges' },
    { store: name, what: `put an article, ${AT_ONCE} at once, mean`, value: filled / most.length, unit: 'ms' },
    { store: name, what: 'put an article alone, median of the last 100', value: median(times), unit: 'ms' },
    { store: name, what: 'put an article alone, slowest of the last 100', value: Math.max(...times), unit: 'ms' },
    ...(await askStore(store, name)),
  ];
};

/** The figures of the stores: the embedded one always, Neo4j where `TEST_NEO4J_URI` is set (its data is deleted). */
export const benchStores = async (
  articles = 2_500,
  neo4jArticles = Number(process.env.BENCH_NEO4J_ARTICLES ?? articles),
): Promise<readonly StoreFigure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const figures: StoreFigure[] = [];
  try {
    const file = join(folder, 'entente.sqlite');
    const store = openEmbeddedStore(file);
    figures.push(...(await measureStore(store, 'embedded', articles)));
    await store.close();
    const [open, opened] = await timed(async () => openEmbeddedStore(file));
    figures.push({ store: 'embedded', what: 'open', value: open, unit: 'ms' });
    const [draw] = await timed(() => opened.ready());
    figures.push({ store: 'embedded', what: 'draw all when first asked', value: draw, unit: 'ms' });
    await opened.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const uri = process.env.TEST_NEO4J_URI;
  if (!uri) return figures;
  const { openNeo4jStore } = await import('../../server/store/neo4j/neo4j-store.ts');
  const store = await openNeo4jStore({ uri });
  await store.driver.executeQuery('MATCH (n) WHERE NOT n:Migration DETACH DELETE n', {}, { database: store.database });
  figures.push(...(await measureStore(store, 'neo4j', neo4jArticles)));
  await store.close();
  return figures;
};

/** `npm run bench -- store`: the table of the stores' figures. */
export const run = async (): Promise<void> => {
  console.log('| store | what | figure |\n|---|---|---:|');
  for (const { store, what, value, unit } of await benchStores()) {
    console.log(`| ${store} | ${what} | ${Math.round(value * 10) / 10}${unit === 'ms' ? ' ms' : ''} |`);
  }
};
