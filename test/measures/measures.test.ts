import assert from 'node:assert/strict';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { type RelationType, relationOf } from '../../graph-schema/relations.ts';
import { balance } from '../../server/measures/balance.ts';
import { centrality } from '../../server/measures/centrality.ts';
import { communities } from '../../server/measures/communities.ts';
import { change, dyads } from '../../server/measures/dyads.ts';

const node = (id: string, mentions = 1): GraphNode => ({
  id,
  name: id.toUpperCase(),
  kind: 'country',
  aliases: [],
  mentions,
  articles: 1,
  search: id,
});

let count = 0;
const edge = (source: string, type: RelationType, target: string, day?: string): GraphEdge => {
  const { quad, goldstein } = relationOf(type);
  return {
    id: `e${count++}`,
    type,
    source,
    target,
    claimIds: [],
    claims: 1,
    sources: 1,
    outlets: ['Sample Wire'],
    precision: 'unknown',
    polarity: 'affirmed',
    modality: 'fact',
    confidence: 1,
    quad,
    goldstein,
    sourceCountry: source.toUpperCase(),
    targetCountry: target.toUpperCase(),
    ...(day ? { occurredFrom: day, occurredTo: day } : {}),
  };
};
const drawing = (nodes: readonly GraphNode[], ...edges: readonly GraphEdge[]): Drawing => ({ nodes, edges });

const star = drawing(
  ['hub', 'a', 'b', 'c'].map((id, index) => node(id, 10 - index)),
  edge('hub', 'BACKS', 'a'),
  edge('hub', 'BACKS', 'b'),
  edge('c', 'ATTACKED', 'hub'),
  edge('c', 'ATTACKED', 'hub'),
);

describe('centrality', () => {
  it('puts the hub of a star first by every measure', () => {
    for (const measure of ['degree', 'betweenness', 'pagerank', 'mentions'] as const) {
      assert.equal(centrality(measure, star)[0]!.id, 'hub', measure);
    }
  });
  it('counts a pair once in degree, and everyone between the leaves in betweenness', () => {
    assert.equal(centrality('degree', star)[0]!.value, 1);
    assert.equal(centrality('betweenness', star)[0]!.value, 1);
    assert.equal(centrality('betweenness', star)[1]!.value, 0);
  });
  it('answers for an empty graph and for one node', () => {
    assert.deepEqual(centrality('pagerank', drawing([])), []);
    assert.equal(centrality('degree', drawing([node('a')]))[0]!.value, 0);
  });
});

describe('communities', () => {
  const triangle = (a: string, b: string, c: string) => [edge(a, 'BACKS', b), edge(b, 'BACKS', c), edge(a, 'BACKS', c)];
  const two = drawing(
    ['a', 'b', 'c', 'x', 'y', 'z'].map((id) => node(id)),
    ...triangle('a', 'b', 'c'),
    ...triangle('x', 'y', 'z'),
    edge('c', 'MET_WITH', 'x'),
  );

  it('finds two triangles joined by one edge, the same each time', () => {
    const found = communities(two);
    assert.deepEqual(
      found.communities.map(({ members }) => [...members].sort()),
      [
        ['a', 'b', 'c'],
        ['x', 'y', 'z'],
      ],
    );
    assert.ok(found.modularity > 0.3);
    assert.deepEqual(communities(two), found);
  });
  it('leaves nodes without edges alone', () => {
    assert.equal(communities(drawing([node('a'), node('b')])).communities.length, 2);
  });
});

describe('structural balance', () => {
  it('calls the enemy of my enemy a balanced triad, and a friend of both enemies an unbalanced one', () => {
    const nodes = ['a', 'b', 'c'].map((id) => node(id));
    const common = balance(
      drawing(nodes, edge('a', 'BACKS', 'b'), edge('a', 'ATTACKED', 'c'), edge('c', 'ACCUSED', 'b')),
    );
    assert.deepEqual([common.triads[0]!.kind, common.balanced, common.unbalanced], ['a common enemy', 1, 0]);
    const torn = balance(drawing(nodes, edge('a', 'BACKS', 'b'), edge('a', 'BACKS', 'c'), edge('c', 'ACCUSED', 'b')));
    assert.deepEqual([torn.triads[0]!.kind, torn.balanced, torn.unbalanced], ['a friend of both enemies', 0, 1]);
  });
  it('asks for a sign on every side', () => {
    const nodes = ['a', 'b', 'c'].map((id) => node(id));
    assert.equal(
      balance(drawing(nodes, edge('a', 'BACKS', 'b'), edge('a', 'BACKS', 'c'), edge('b', 'PART_OF', 'c'))).triads
        .length,
      0,
    );
  });
});

describe('dyads', () => {
  it('are ordered by what passed between them, belonging left out', () => {
    const all = dyads(drawing(star.nodes, ...star.edges, edge('a', 'MEMBER_OF', 'b')));
    assert.deepEqual(
      all.map(({ a, b, conflict }) => [a, b, conflict]),
      [
        ['c', 'hub', 2],
        ['a', 'hub', 0],
        ['b', 'hub', 0],
      ],
    );
    assert.equal(all[0]!.goldstein, -9);
  });
  it('roll up to countries when asked', () => {
    assert.equal(dyads(star, { byCountry: true })[0]!.a, 'C');
  });
  it('show what changed between two periods', () => {
    const both = drawing(
      [node('a'), node('b')],
      edge('a', 'BACKS', 'b', '2015-03-01'),
      edge('a', 'ATTACKED', 'b', '2017-03-01'),
      edge('a', 'BACKS', 'b'),
    );
    const [first, ...rest] = change(
      both,
      { since: '2015-01-01', until: '2015-12-31' },
      { since: '2017-01-01', until: '2017-12-31' },
    );
    assert.deepEqual(rest, []);
    assert.equal(first!.change.toFixed(1), '-12.4');
  });
});
