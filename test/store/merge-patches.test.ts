import assert from 'node:assert/strict';
import { saidBy } from '../../server/draw/draw.ts';
import { createMemoryLedger } from '../../server/draw/memory-ledger.ts';
import { type Patch, redraw } from '../../server/draw/redraw.ts';
import { mergePatches } from '../../server/store/neo4j/merge-patches.ts';
import { makeReadings } from './readings.ts';

type Written = Pick<Patch, 'nodes' | 'edges' | 'claims' | 'tallies'>;

/** What a database holds after patches, as far as they go. */
const holding = (patches: readonly Written[]) => {
  const held = { nodes: new Map(), edges: new Map(), claims: new Map(), tallies: new Map() };
  for (const { nodes, edges, claims, tallies } of patches) {
    for (const { id } of edges.drop) held.edges.delete(id);
    for (const id of nodes.drop) held.nodes.delete(id);
    for (const id of claims.drop) held.claims.delete(id);
    for (const node of nodes.put) held.nodes.set(node.id, node);
    for (const edge of edges.put) held.edges.set(edge.id, edge);
    for (const placed of claims.put) held.claims.set(placed.claim.id, placed);
    for (const [id, tally] of tallies) {
      if (tally) held.tallies.set(id, tally);
      else held.tallies.delete(id);
    }
  }
  return held;
};

describe('merged patches', () => {
  it('do in one go what they do one after another', () => {
    const readings = makeReadings(11, 14);
    const ledger = createMemoryLedger();
    const patches: Patch[] = [];
    const step = (articleId: string, after?: ReturnType<typeof saidBy>): void => {
      const patch = redraw({ articleId, decisions: { before: [], after: [] }, ...(after && { after }) }, ledger);
      ledger.apply(patch, articleId, after);
      patches.push(patch);
    };
    for (const reading of readings) step(reading.article.id, saidBy(reading));
    for (const { article } of readings.slice(2, 6)) step(article.id);
    for (const reading of readings.slice(3, 5)) step(reading.article.id, saidBy(reading));
    for (const from of [0, 5, 10, 14])
      for (const size of [2, 3, 6]) {
        const before = patches.slice(0, from);
        const group = patches.slice(from, from + size);
        assert.deepEqual(holding([...before, mergePatches(group)]), holding([...before, ...group]));
      }
  });
});
