import assert from 'node:assert/strict';
import * as api from '../../graph-schema/api.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphEdge, ShownEdge } from '../../graph-schema/graph.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type * as store from '../../server/store/store.ts';

/** Both ways assignable: compiles only where the two types say the same. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const same = <A, B>(_proof: Same<A, B>): void => {};

/** An answer of the port as it is sent: edges without the ids of their claims. */
type Shown<T> = { [K in keyof T]: T[K] extends readonly GraphEdge[] ? readonly ShownEdge[] : T[K] };

describe('the schemas of the API', () => {
  it('infer to the types of the record, the drawing and the port', () => {
    same<api.Reading, Reading>(true);
    same<api.Subgraph, Shown<store.Subgraph>>(true);
    same<api.Dyad, Shown<store.Dyad>>(true);
    same<api.Counts, store.Counts>(true);
    same<api.ArticlePage, store.Page<store.ArticleSummary>>(true);
    same<api.EvidencePage, store.Page<store.Evidence>>(true);
    same<api.PathsAnswer['paths'][number], Shown<store.Path>>(true);
    same<api.TimelineAnswer['months'][number], store.MonthCount>(true);
  });

  it('carry a filter through a query string and back', () => {
    const filter: Filter = {
      kinds: ['person', 'country'],
      types: ['MET_WITH'],
      polarities: ['affirmed', 'denied'],
      outlets: ['The Sample Courier'],
      confidence: 0.5,
      since: '2013-01-01',
      until: '2017-12-31',
      clock: 'reported',
    };
    const query = api.filterQuery.parse(Object.fromEntries(api.queryOfFilter(filter)));
    assert.deepEqual(api.filterOf(query), filter);
  });

  it('say which value of a list is unknown, and which there are', () => {
    const answer = api.filterQuery.safeParse({ kinds: 'person,ship' });
    assert.equal(answer.success, false);
    assert.match(answer.error!.issues[0]!.message, /unknown: ship; give any of person, country/);
  });
});
