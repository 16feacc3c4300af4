import assert from 'node:assert/strict';
import type { SchemaAnswer } from '../../../graph-schema/api/cypher.ts';
import { completionsAt } from '../../../web/console/completions.ts';
import { createKeptQueries } from '../../../web/console/kept-queries.ts';
import { textOfValue } from '../../../web/console/values.ts';

const schema = {
  labels: ['Person', 'Country'],
  relationshipTypes: ['BACKS', 'VETOED'],
  propertyKeys: ['name', 'iso3'],
  relations: [{ name: 'BACKS', verb: 'backs' }],
  functions: [{ name: 'toUpper', signature: 'toUpper(text)', description: '' }],
} as unknown as SchemaAnswer;

const offered = (before: string) => completionsAt(before, schema)?.options.map((option) => option.label);

describe('completion of Cypher', () => {
  for (const [before, kind, typed] of [
    ['MATCH (n:Pe', 'label', 'Pe'],
    ['MATCH (:Person|Co', 'label', 'Co'],
    ['MATCH (a)-[:BA', 'relation', 'BA'],
    ['MATCH (a)-[r:BACKS|VE', 'relation', 'VE'],
    ['MATCH (n) RETURN n.na', 'property', 'na'],
    ['MATCH (n:Person {na', 'property', 'na'],
    ['RETURN toU', 'word', 'toU'],
  ] as const) {
    it(`offers a ${kind} after ${before}`, () => {
      const found = completionsAt(before, schema)!;
      assert.deepEqual([found.kind, found.typed], [kind, typed]);
    });
  }

  it('offers what the schema knows, and variables that are bound', () => {
    assert.deepEqual(offered('MATCH (n:'), ['Person', 'Country']);
    assert.deepEqual(offered('MATCH ()-[:'), ['BACKS', 'VETOED']);
    assert.deepEqual(offered('MATCH (russia:Country)-[deed:BACKS]->(x) WITH count(x) AS much RETURN ')?.slice(0, 4), [
      'russia',
      'deed',
      'x',
      'much',
    ]);
  });

  it('offers nothing within quotes', () => {
    assert.equal(completionsAt("MATCH (n {name: 'Ru", schema), undefined);
  });
});

describe('queries that are kept', () => {
  const storage = (): Storage => {
    const values = new Map<string, string>();
    return {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => values.set(key, value),
    } as unknown as Storage;
  };

  it('are saved by name, written to a file and read back', () => {
    const kept = createKeptQueries(storage());
    kept.save({ name: 'b', query: 'RETURN 2', parameters: '' });
    kept.save({ name: 'a', query: 'RETURN 1', parameters: '{"x":1}' });
    kept.save({ name: 'b', query: 'RETURN 3', parameters: '' });
    assert.deepEqual(
      kept.saved().map(({ name, query }) => [name, query]),
      [
        ['a', 'RETURN 1'],
        ['b', 'RETURN 3'],
      ],
    );
    const other = createKeptQueries(storage());
    assert.equal(other.take(kept.write()), 2);
    assert.deepEqual(other.saved(), kept.saved());
    assert.throws(() => other.take('{"format":"else"}'), /not a file of saved queries/);
  });

  it('remember what was run, the last first, without doubles', () => {
    const kept = createKeptQueries(storage());
    for (const query of ['a', 'b', 'a']) kept.remember({ query, parameters: '', at: '2018-01-01' });
    assert.deepEqual(
      kept.run().map(({ query }) => query),
      ['a', 'b'],
    );
  });
});

describe('a value of an answer', () => {
  it('is a line of text', () => {
    const node = { id: '1', labels: ['Entity', 'Country'], properties: { name: 'Russia' } };
    assert.equal(textOfValue({ node }), '(Russia :Country)');
    assert.equal(textOfValue({ relationship: { type: 'BACKS' } }), '[:BACKS]');
    assert.equal(
      textOfValue({ path: { nodes: [node, node], relationships: [{ type: 'BACKS' }] } }),
      '(Russia :Country) – BACKS – (Russia :Country)',
    );
    assert.equal(textOfValue([1, null, 'a']), '1; ; a');
    assert.equal(textOfValue({ temporal: 'date', value: '2017-04-12' }), '2017-04-12');
  });
});
