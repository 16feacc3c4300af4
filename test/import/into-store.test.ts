import assert from 'node:assert/strict';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { exportFormat } from '../../server/export/formats.ts';
import type { ExportOptions } from '../../server/export/graph-source.ts';
import { createExtractor } from '../../server/extract/extract.ts';
import { ImportError } from '../../server/import/imported.ts';
import { importInto } from '../../server/import/into-store.ts';
import { loadParser } from '../../server/language/load-parser.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { sourceOf } from '../../server/store/source-of.ts';
import type { Store } from '../../server/store/store.ts';

const TEXTS = [
  'Control \u0007 signs, \uffff and <brackets> & “quotes”; =1+1.\r\nSpain backs Portugal.',
  'Russian President Vladimir Putin met Turkish President Recep Tayyip Erdogan in Sochi on Tuesday. Turkey condemned Syria.',
  'France backs Lebanon. Iran accused Israel of the attack, but Israel denied it. Egypt will host Jordan next week.',
];

const program = 'Entente test';

const fileOf = async (store: Store, format: string, options: ExportOptions = {}): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  const source = await sourceOf(store, {
    title: 'all',
    program,
    filter: { polarities: ['affirmed', 'denied'], modalities: ['fact', 'past', 'planned', 'possible'] },
  });
  for await (const piece of exportFormat(format)!.write(source, options)) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
};

const edgesOf = async (store: Store): Promise<GraphEdge[]> => {
  const edges: GraphEdge[] = [];
  for await (const item of store.stream({
    polarities: ['affirmed', 'denied'],
    modalities: ['fact', 'past', 'planned', 'possible', 'demanded', 'refused', 'threatened', 'hypothetical'],
  })) {
    if ('edge' in item) edges.push(item.edge);
  }
  return edges.sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** What a file tells of a relation: all but its ids and the counts of its evidence. */
const TOLD = 'type source target polarity modality occurredFrom occurredTo precision plover quad goldstein title'.split(
  ' ',
);
const told = (edge: GraphEdge) => JSON.stringify(edge, TOLD);

describe('reading files back into a store', () => {
  let full: Store;

  before(async function () {
    this.timeout(30_000);
    full = openEmbeddedStore(':memory:');
    const extractor = createExtractor(loadParser());
    for (const [index, text] of TEXTS.entries()) {
      await full.put(
        extractor.extract({ id: articleId(text), text, published: `2017-04-1${index}`, source: `Sample ${index}` }),
      );
    }
    assert.ok((await edgesOf(full)).length >= 6);
  });
  after(() => full.close());

  it('moves everything by the record, to the last count, and changes nothing the second time', async () => {
    const empty = openEmbeddedStore(':memory:');
    const file = await fileOf(full, 'record');
    const first = await importInto(empty, file, { name: 'all.jsonl', program });
    assert.deepEqual(first.articles, { added: TEXTS.length, replaced: 0, unchanged: 0 });
    assert.deepEqual(await edgesOf(empty), await edgesOf(full));
    assert.deepEqual((await importInto(empty, file, { name: 'all.jsonl', program })).articles, {
      added: 0,
      replaced: 0,
      unchanged: TEXTS.length,
    });
    await empty.close();
  });

  for (const format of ['gexf', 'graphml', 'json', 'csv']) {
    it(`brings every relation of ${format} into an empty store, and is not there twice when read again`, async () => {
      const empty = openEmbeddedStore(':memory:');
      const file = await fileOf(full, format);
      const outcome = await importInto(empty, file, { name: `all.${format}`, program });
      assert.equal(outcome.articles.added, 1);
      const exported = new Set((await edgesOf(full)).map(told));
      const imported = (await edgesOf(empty)).map(told);
      assert.deepEqual(
        imported.filter((edge) => !exported.has(edge)),
        [],
        'nothing that was not exported',
      );
      assert.ok(imported.length >= exported.size * 0.9);
      const before = await edgesOf(empty);
      await importInto(empty, file, { name: `all.${format}`, program });
      assert.deepEqual(await edgesOf(empty), before);
      await empty.close();
    });

    it(`changes nothing where ${format} is read back into the store it came from`, async () => {
      const before = await edgesOf(full);
      const outcome = await importInto(full, await fileOf(full, format), { name: `all.${format}`, program });
      assert.deepEqual(outcome.articles, { added: 0, replaced: 0, unchanged: 1 });
      assert.match(outcome.left.join(), /there already/);
      assert.deepEqual(await edgesOf(full), before);
    });
  }

  for (const [format, options] of [
    ['gexf', {}],
    ['gexf', { version: '1.2' }],
    ['graphml', {}],
    ['json', {}],
    ['node-link', {}],
    ['node-link', { edgesKey: 'edges' }],
    ['cytoscape', {}],
    ['csv', {}],
  ] as const) {
    it(`restores everything from ${format} ${JSON.stringify(options)} that carries the record, and doubles nothing`, async () => {
      const empty = openEmbeddedStore(':memory:');
      const file = await fileOf(full, format, { ...options, record: true });
      const name = `all.${format}`;
      const first = await importInto(empty, file, { name, program });
      assert.deepEqual(first.articles, { added: TEXTS.length, replaced: 0, unchanged: 0 });
      assert.deepEqual(first.left, []);
      assert.deepEqual(await edgesOf(empty), await edgesOf(full));
      for (const again of [format, 'record'])
        assert.deepEqual(
          await fileOf(empty, again, options),
          await fileOf(full, again, options),
          'the same file again',
        );
      for (const store of [empty, full]) {
        const second = await importInto(store, file, { name, program });
        assert.deepEqual(second.articles, { added: 0, replaced: 0, unchanged: TEXTS.length });
      }
      assert.deepEqual(await edgesOf(empty), await edgesOf(full));
      await empty.close();
    });
  }

  it('says which relations of a file its record does not tell of, and leaves them out', async () => {
    const empty = openEmbeddedStore(':memory:');
    const file = JSON.parse((await fileOf(full, 'json', { record: true })).toString()) as {
      edges: { key: string }[];
    };
    file.edges.push({ ...file.edges[0]!, key: 'by-hand' });
    const { left } = await importInto(empty, Buffer.from(JSON.stringify(file)), { name: 'all.json', program });
    assert.match(left.join(), /1 relations left out/);
    assert.deepEqual(await edgesOf(empty), await edgesOf(full));
    await empty.close();
  });

  it('gives an imported relation the line of the file as its sentence', async () => {
    const empty = openEmbeddedStore(':memory:');
    const csv = 'Source,Target,Type\nAlba,Borduria,BACKS\n';
    await importInto(empty, Buffer.from(csv), { name: 'edges.csv', program });
    const [edge] = await edgesOf(empty);
    const { items } = await empty.evidence({ edge: edge!.id });
    assert.equal(items[0]!.claim.quote, 'Alba backs Borduria.');
    await empty.close();
  });

  it('takes nothing of a record that is broken in one line', async () => {
    const empty = openEmbeddedStore(':memory:');
    const file = `${(await fileOf(full, 'record')).toString()}{"article":{}}\n`;
    await assert.rejects(importInto(empty, Buffer.from(file), { name: 'x', program }), ImportError);
    assert.equal((await empty.counts()).articles, 0);
    await empty.close();
  });
});
