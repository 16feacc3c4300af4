import assert from 'node:assert/strict';
import type { Filter } from '../../graph-schema/filter.ts';
import { EXPORT_FORMATS, exportFormat } from '../../server/export/formats.ts';
import type { ExportOptions } from '../../server/export/graph-source.ts';
import { importInto } from '../../server/import/into-store.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { type Selection, sourceOf } from '../../server/store/source-of.ts';
import type { Store } from '../../server/store/store.ts';
import { drawingOf } from '../store/contract.ts';
import { emptyNeo4j } from '../store/empty-neo4j.ts';
import { makeReadings } from '../store/readings.ts';

const uri = process.env.TEST_NEO4J_URI;
const program = 'Entente test';
const EVERYTHING: Filter = { polarities: ['affirmed', 'denied'], modalities: ['fact', 'past', 'planned', 'possible'] };

const fileOf = async (store: Store, format: string, options: ExportOptions, part: Partial<Selection> = {}) => {
  const source = await sourceOf(store, { title: 'all', program, ...part });
  const pieces: Buffer[] = [];
  for await (const piece of exportFormat(format)!.write(source, options)) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
};

describe(`exports of both stores${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, function () {
  this.timeout(240_000);
  let embedded: Store;
  let real: Store;

  before(async function () {
    if (!uri) return this.skip();
    await emptyNeo4j(uri);
    embedded = openEmbeddedStore(':memory:');
    real = await openNeo4jStore({ uri });
    for (const reading of makeReadings(63, 10)) for (const store of [embedded, real]) await store.put(reading);
  });
  after(async () => {
    await embedded?.close();
    await real?.close();
  });

  for (const { id, carriesRecord } of EXPORT_FORMATS) {
    it(`are the same bytes in ${id}${carriesRecord ? ', with and without the record' : ''}`, async () => {
      for (const record of carriesRecord ? [false, true] : [false]) {
        const [a, b] = [await fileOf(embedded, id, { record }), await fileOf(real, id, { record })];
        assert.ok(a.length > 1_000, `${a.length} bytes`);
        assert.ok(a.equals(b), `${id} ${record}`);
      }
    });
  }

  it('are the same bytes under a filter, and of a neighbourhood', async () => {
    for (const format of ['json', 'turtle']) {
      const filter = { since: '2016-06-01' } as const;
      assert.ok((await fileOf(embedded, format, {}, { filter })).equals(await fileOf(real, format, {}, { filter })));
      const [a, b] = await Promise.all(
        [embedded, real].map(async (store) => {
          const drawing = await store.neighbourhood('country:USA', { limit: 5 });
          return fileOf(store, format, {}, { around: 'country:USA', drawing });
        }),
      );
      assert.ok(a!.length > 2_000 && a!.equals(b!));
    }
  });

  for (const format of ['gexf', 'graphml', 'json', 'csv', 'record']) {
    it(`with the record in ${format} move the graph from the embedded store to an empty Neo4j, and back, to the last count`, async () => {
      const options = format === 'record' ? {} : { record: true };
      const file = await fileOf(embedded, format, options, { filter: EVERYTHING });
      await emptyNeo4j(uri!);
      const name = `all.${format}`;
      const into = await openNeo4jStore({ uri: uri! });
      const first = await importInto(into, file, { name, program });
      assert.deepEqual([first.articles.added, first.left], [10, []]);
      assert.deepEqual(await drawingOf(into), await drawingOf(embedded));
      const second = await importInto(into, file, { name, program });
      assert.deepEqual(second.articles, { added: 0, replaced: 0, unchanged: 10 });
      const back = openEmbeddedStore(':memory:');
      await importInto(back, await fileOf(into, format, options, { filter: EVERYTHING }), { name, program });
      assert.deepEqual(await drawingOf(back), await drawingOf(embedded));
      await back.close();
      await into.close();
    });
  }
});
