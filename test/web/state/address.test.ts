import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MODALITIES } from '../../../graph-schema/claim.ts';
import { ENTITY_KINDS } from '../../../graph-schema/kinds.ts';
import { fromAddress, toAddress } from '../../../web/state/address.ts';
import { packPlaces, unpackPlaces } from '../../../web/state/places.ts';
import { PAGES, SIZES, START, type View } from '../../../web/state/view.ts';

const id = fc
  .string({ minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text));
const day = fc
  .integer({ min: 0, max: 9000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));

const view: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(...PAGES),
  filter: fc.record(
    {
      kinds: fc.uniqueArray(fc.constantFrom(...ENTITY_KINDS), { minLength: 1 }),
      modalities: fc.uniqueArray(fc.constantFrom(...MODALITIES), { minLength: 1 }),
      confidence: fc.constantFrom(0.05, 0.5, 0.95),
      since: day,
      until: day,
      clock: fc.constant('reported' as const),
    },
    { requiredKeys: [] },
  ),
  graph: fc.record(
    {
      overview: fc.integer({ min: 0, max: 500 }),
      opened: fc.array(fc.record({ id, limit: fc.integer({ min: 1, max: 500 }) }), { maxLength: 3 }),
      added: fc.array(id, { maxLength: 3 }),
      paths: fc.record({ from: id, to: id, all: fc.boolean() }),
      hidden: fc.array(id, { maxLength: 3 }),
      pins: fc.dictionary(id, fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), {
        maxKeys: 3,
      }),
      size: fc.constantFrom(...SIZES),
      tinted: fc.boolean(),
      camera: fc.tuple(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -500, max: 500 }),
        fc.constantFrom(0.25, 1, 2.5),
      ),
    },
    { requiredKeys: ['overview', 'opened', 'added', 'hidden', 'pins', 'size', 'tinted'] },
  ),
  chosen: fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.record({ kind: fc.constant('nodes' as const), ids: fc.array(id, { minLength: 1, maxLength: 4 }) }),
    fc.record({ kind: fc.constant('pair' as const), a: id, b: id }),
    fc.record({ kind: fc.constant('edge' as const), id, a: id, b: id }),
  ),
  table: fc.record({
    name: fc.constantFrom('relations', 'pairs', 'nodes', 'claims'),
    descending: fc.boolean(),
    find: fc.constantFrom('', 'a word', 'ü&=?'),
  }),
  query: fc.constantFrom('', "MATCH (n {name: 'A&B'})\nRETURN n + '%' LIMIT 3"),
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the address of a view', () => {
  it('is empty for the start', () => {
    assert.equal(toAddress(START), '');
    assert.deepEqual(fromAddress(''), START);
  });

  it('holds every view whole', () => {
    fc.assert(
      fc.property(view, (one) => {
        assert.deepEqual(plain(fromAddress(toAddress(one))), plain(one));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fromAddress(`?${text}`);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('leaves out what it does not know', () => {
    const read = fromAddress('?page=nowhere&kinds=person,ghost&confidence=9&since=yesterday&types=BACKS,HATES');
    assert.equal(read.page, 'graph');
    assert.deepEqual(read.filter, { kinds: ['person'], types: ['BACKS'] });
  });

  it('packs the places of nodes within a four-thousandth of the picture', () => {
    const places = new Map(
      Array.from({ length: 90 }, (_, i) => [`n${i}`, [Math.sin(i) * 700, Math.cos(i * 2) * 400] as const]),
    );
    const packed = packPlaces(places)!;
    assert.ok(packed.length < 90 * 4 + 40);
    const back = unpackPlaces(packed, [...places.keys()])!;
    for (const [key, [x, y]] of places) {
      assert.ok(Math.hypot(back.get(key)![0] - x, back.get(key)![1] - y) < 0.4);
    }
    assert.equal(unpackPlaces(packed, ['n1', 'n2']), undefined, 'places of other nodes are not taken');
  });
});
