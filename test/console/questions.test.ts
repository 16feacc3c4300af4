import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import { articleId } from '../../graph-schema/ids.ts';
import type { Console } from '../../server/console/console.ts';
import { openConsole } from '../../server/console/open-console.ts';
import { createExtractor } from '../../server/extract/extract.ts';
import { loadParser } from '../../server/language/load-parser.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/store/store.ts';
import { QUESTIONS } from './questions.ts';

const uri = process.env.TEST_NEO4J_URI;
const password = process.env.TEST_NEO4J_PASSWORD ?? 'neo4j';

/** The same value the same text: keys of maps in order, floats to twelve digits (sums differ in the last by order). */
const canonical = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
};

const answer = async (console: Console, index: number) => {
  const { query, parameters = {} } = QUESTIONS[index]!;
  const rows: string[] = [];
  let columns: readonly string[] = [];
  for await (const event of console.stream({ query, parameters, runId: `question-${index}` })) {
    if ('columns' in event) columns = event.columns;
    else if ('rows' in event) rows.push(...event.rows.map((row) => JSON.stringify(canonical(row))));
  }
  return { columns, rows: /\bORDER BY\b(?![^{]*\})/.test(query) ? rows : rows.sort() };
};

const sampleReadings = () => {
  const extractor = createExtractor(loadParser());
  const folder = new URL('../../scripts/samples/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.md$/.test(file))
    .map((file) => {
      const [, head = '', text = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(file, folder), 'utf8')) ?? [];
      const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(head)?.[1] ?? '';
      return extractor.extract({
        id: articleId(text),
        text,
        title: field('title'),
        source: field('source'),
        published: field('published'),
      });
    });
};

describe(`the same questions on both stores${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, () => {
  let embedded: Store;
  let real: Store;
  let consoles: readonly [Console, Console];

  before(async function () {
    if (!uri) return this.skip();
    this.timeout(240_000);
    const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
    await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: 'neo4j' });
    await driver.close();
    embedded = openEmbeddedStore(':memory:');
    real = await openNeo4jStore({ uri, username: 'neo4j', password, database: 'neo4j' });
    for (const reading of sampleReadings()) {
      await embedded.put(reading);
      await real.put(reading);
    }
    consoles = [openConsole(embedded), openConsole(real)];
  });
  after(async () => {
    await embedded?.close();
    await real?.close();
  });

  it('are at least 120', () => assert.ok(QUESTIONS.length >= 120));

  for (const [index, { query }] of QUESTIONS.entries()) {
    it(query.replace(/\s+/g, ' ').slice(0, 110), async () => {
      assert.deepEqual(await answer(consoles[0], index), await answer(consoles[1], index));
    });
  }

  it('mostly have an answer', async () => {
    let empty = 0;
    for (const index of QUESTIONS.keys()) if ((await answer(consoles[0], index)).rows.length === 0) empty++;
    assert.ok(empty <= 15, `${empty} of ${QUESTIONS.length} questions have no answer in the sample graph`);
  });
});
