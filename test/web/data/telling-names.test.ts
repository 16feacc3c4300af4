import assert from 'node:assert/strict';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import type { EntityKind } from '../../../graph-schema/kinds.ts';
import { withTellingNames } from '../../../web/data/telling-names.ts';
import { edgeOf } from '../edge-of.ts';

const node = (id: string, kind: EntityKind, name: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind,
  name,
  aliases: [],
  mentions: 1,
  articles: 1,
  search: name.toLowerCase(),
  ...more,
});
const peru = node('peru', 'country', 'Peru');
const chile = node('chile', 'country', 'Chile');
const namesOf = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string[] =>
  withTellingNames(nodes, edges).map(({ name }) => name);

describe('names of proposals', () => {
  it('tell who did what with one that is called a draft only', () => {
    const draft = node('d', 'proposal', 'draft');
    const edges = [edgeOf('chile', 'BACKS', 'd'), edgeOf('peru', 'VETOED', 'd')];
    assert.deepEqual(namesOf([peru, chile, draft], edges), ['Peru', 'Chile', 'draft (Peru vetoed it)']);
  });

  it('do not tell what is denied', () => {
    const plan = node('p', 'proposal', 'plan');
    assert.deepEqual(namesOf([peru, plan], [edgeOf('peru', 'REJECTED', 'p', { polarity: 'denied' })]), ['Peru', 'plan']);
  });

  it('tell what it asks where that is known, clipped between words', () => {
    const asks = 'requires both neighbours to withdraw their patrol boats from the disputed lagoon';
    assert.deepEqual(namesOf([node('r', 'proposal', 'resolution', { asks })], []), [
      'resolution: requires both neighbours to withdraw their…',
    ]);
  });

  it('stay as they are where they tell enough', () => {
    const nodes = [node('l', 'proposal', 'Lagoon Treaty', { asks: 'ends it' }), node('e', 'event', 'talks')];
    assert.deepEqual(namesOf(nodes, []), ['Lagoon Treaty', 'talks']);
  });
});
