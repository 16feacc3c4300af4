import assert from 'node:assert/strict';
import type { Filter } from '../../graph-schema/filter.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/store/store.ts';
import { drawingOf } from './contract.ts';
import { emptyNeo4j } from './empty-neo4j.ts';
import { makeDecision, makeReadings } from './readings.ts';

const uri = process.env.TEST_NEO4J_URI;

const FILTERS: readonly (Filter | undefined)[] = [
  undefined,
  {},
  { signs: ['conflict'], modalities: ['fact', 'past', 'refused', 'planned'] },
  { since: '2016-06-01', until: '2017-03-31' },
  { since: '2016-06-01', until: '2017-03-31', clock: 'reported', outlets: ['Sample Herald', 'Sample Post'] },
  { kinds: ['person', 'country'], polarities: ['affirmed', 'denied'], confidence: 0.4 },
  { types: ['MET_WITH', 'HOLDS_OFFICE', 'TOOK_PART_IN', 'LOCATED_IN'], signs: ['none', 'cooperation'] },
];

/** Every question of the port, under one filter. */
const answersOf = async (store: Store, filter: Filter | undefined) => {
  const under = filter ? { filter } : {};
  return {
    overview: await store.overview({ limit: 6, ...under }),
    neighbourhood: await store.neighbourhood('country:USA', { limit: 4, ...under }),
    paths: await store.paths('country:SYR', 'person:ivan-petrov:RUS', { all: true, ...under }),
    dyad: await store.dyad('country:USA', 'country:RUS', under),
    timeline: await store.timeline(under),
    own: await store.timeline({ nodes: ['country:USA'], ...under }),
    among: await store.timeline({ nodes: ['country:USA', 'country:RUS', 'country:SYR'], ...under }),
    counts: await store.counts(filter),
    claims: await store.claims({ limit: 7, ...under }),
    nodes: await store.nodes({ limit: 5, ...under }),
    people: await store.nodes({ kinds: ['person', 'event'], limit: 100, ...under }),
    edges: await store.edges({ limit: 100, ...under }),
    articles: await store.articles({ limit: 5, ...filter }),
    evidence: await store.evidence({ node: 'country:USA' }, { limit: 6, ...filter }),
  };
};

describe('both stores', function () {
  this.timeout(240_000);
  it(`answer every question alike${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, async function () {
    if (!uri) this.skip();
    await emptyNeo4j(uri);
    const stores = [openEmbeddedStore(':memory:'), await openNeo4jStore({ uri })] as const;
    try {
      const decisions = [
        makeDecision('2020-01-01T00:00:00Z', 'same', { ids: ['person:jean-dupont:CIV', 'person:jean-dupont:FRA'] }),
        makeDecision('2020-01-02T00:00:00Z', 'reject', { ids: ['country:TUR'] }),
      ];
      const readings = makeReadings(41, 14);
      for (const store of stores) {
        for (const reading of readings) await store.put(reading);
        for (const decision of decisions) await store.decide(decision);
      }
      const [embedded, neo4j] = stores;
      assert.deepEqual(await drawingOf(neo4j), await drawingOf(embedded));
      for (const filter of FILTERS) {
        const [a, b] = [await answersOf(embedded, filter), await answersOf(neo4j, filter)];
        for (const question of Object.keys(a) as (keyof typeof a)[]) {
          assert.deepEqual(b[question], a[question], `${question} under ${JSON.stringify(filter)}`);
        }
      }
      for (const text of ['petrov', 'ivory', 'inspection', 'border clash', 'sa ha']) {
        assert.deepEqual(await neo4j.search(text), await embedded.search(text), text);
      }
      assert.deepEqual(await neo4j.articles({ search: 'herald' }), await embedded.articles({ search: 'herald' }));
      for (const id of ['country:USA', 'person:ada-muller:USA']) {
        assert.deepEqual(await neo4j.evidence({ node: id }), await embedded.evidence({ node: id }));
      }
      const pair = { pair: ['country:RUS', 'country:SYR'] as const };
      assert.deepEqual(await neo4j.evidence(pair), await embedded.evidence(pair));
    } finally {
      for (const store of stores) await store.close();
    }
  });
});
