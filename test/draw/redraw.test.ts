import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { Decision, Reading } from '../../graph-schema/record.ts';
import { draw, drawAll, saidBy } from '../../server/draw/draw.ts';
import { createMemoryLedger } from '../../server/draw/memory-ledger.ts';
import { redraw } from '../../server/draw/redraw.ts';
import { copyOf, makeDecision, makeReadings, randomFrom } from '../store/readings.ts';

/** Draws step by step: what a store does, without the store. */
const stepwise = () => {
  const ledger = createMemoryLedger();
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  let decisions: readonly Decision[] = [];
  const step = (change: Parameters<typeof redraw>[0]) => {
    const patch = redraw(change, ledger);
    for (const id of patch.nodes.drop) assert.equal(nodes.delete(id), true, `drops ${id}, which is drawn`);
    for (const edge of patch.edges.drop) assert.equal(edges.delete(edge.id), true, `drops ${edge.id}, which is drawn`);
    for (const node of patch.nodes.put) nodes.set(node.id, node);
    for (const edge of patch.edges.put) edges.set(edge.id, edge);
    ledger.apply(patch, change.articleId, change.after);
    return patch;
  };
  return {
    ledger,
    put: (reading: Reading) =>
      step({
        articleId: reading.article.id,
        after: saidBy(reading),
        decisions: { before: decisions, after: decisions },
      }),
    remove: (articleId: string) => step({ articleId, decisions: { before: decisions, after: decisions } }),
    decide: (decision: Decision) => {
      const after = [...decisions, decision];
      const patch = step({ decisions: { before: decisions, after } });
      decisions = after;
      return patch;
    },
    drawing: () => ({ nodes: sorted(nodes.values()), edges: sorted(edges.values()) }),
  };
};

const sorted = <T extends { readonly id: string }>(all: Iterable<T>): T[] =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

const shuffled = <T>(all: readonly T[], seed: number): T[] => {
  const random = randomFrom(seed);
  return all
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
};

describe('redraw', function () {
  this.timeout(120_000);
  const seeds = fc.integer({ min: 1, max: 100_000 });

  it('draws step by step what is drawn at once, in whatever order the articles come', () => {
    fc.assert(
      fc.property(seeds, fc.integer(), (seed, order) => {
        const made = makeReadings(seed, 12);
        const readings = [...made, copyOf(made[0]!, 'Sample Wire'), copyOf(made[1]!, 'Sample Mirror')];
        const steps = stepwise();
        for (const reading of shuffled(readings, order)) steps.put(reading);
        assert.deepEqual(steps.drawing(), draw(readings));
        assert.deepEqual(draw(shuffled(readings, order + 1)), draw(readings));
      }),
      { numRuns: 12 },
    );
  });

  it('does so too where much is said of a few', () => {
    fc.assert(
      fc.property(seeds, fc.integer(), (seed, order) => {
        const readings = makeReadings(seed, 16, { claims: 14, actors: ['United States', 'Russia', 'Ivan Petrov'] });
        const steps = stepwise();
        for (const reading of shuffled(readings, order)) steps.put(reading);
        for (const { article } of readings.slice(0, 4)) steps.remove(article.id);
        for (const reading of readings.slice(2, 4)) steps.put(reading);
        assert.deepEqual(steps.drawing(), draw(readings.slice(2)));
      }),
      { numRuns: 12 },
    );
  });

  it('takes away with an article exactly what only it said', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 9 }), (seed, gone) => {
        const readings = makeReadings(seed, 10);
        const steps = stepwise();
        for (const reading of readings) steps.put(reading);
        steps.remove(readings[gone]!.article.id);
        assert.deepEqual(steps.drawing(), draw(readings.filter((_, at) => at !== gone)));
      }),
      { numRuns: 10 },
    );
  });

  it('changes nothing when an article is read again as before', () => {
    const readings = makeReadings(3, 10);
    const steps = stepwise();
    for (const reading of readings) steps.put(reading);
    const patch = steps.put(readings[4]!);
    assert.deepEqual(
      [patch.nodes, patch.edges],
      [
        { put: [], drop: [] },
        { put: [], drop: [] },
      ],
    );
  });

  it('replaces only what a newer reading of an article says otherwise', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const readings = makeReadings(seed, 8);
        const steps = stepwise();
        for (const reading of readings) steps.put(reading);
        const again = { ...readings[2]!, claims: readings[2]!.claims.slice(1) };
        steps.put(again);
        assert.deepEqual(steps.drawing(), draw(readings.map((each, at) => (at === 2 ? again : each))));
      }),
      { numRuns: 8 },
    );
  });

  it('follows decisions as they are made, before the articles or after them', () => {
    fc.assert(
      fc.property(seeds, fc.integer(), (seed, order) => {
        const readings = makeReadings(seed, 10);
        const claim = readings[0]!.claims[0]!;
        const other = readings[1]!.claims.at(-1)!;
        const decisions = [
          makeDecision('2020-01-01T00:00:00Z', 'same', { ids: ['person:jean-dupont:FRA', 'person:jean-dupont:CIV'] }),
          makeDecision('2020-01-02T00:00:00Z', 'reject', { ids: [claim.id] }),
          makeDecision('2020-01-03T00:00:00Z', 'reject', {
            ids: ['an id of before'],
            quote: other.quote,
            type: other.type,
            source: other.source,
            target: other.target,
          }),
          makeDecision('2020-01-04T00:00:00Z', 'same', { ids: ['country:SYR', 'country:TUR', 'place:lake-baum'] }),
          makeDecision('2020-01-05T00:00:00Z', 'different', { ids: ['country:SYR', 'country:TUR'] }),
          makeDecision('2020-01-06T00:00:00Z', 'reject', { ids: ['person:ivan-petrov:RUS'] }),
          makeDecision('2020-01-07T00:00:00Z', 'confirm', { ids: [claim.id] }),
        ];
        const steps = stepwise();
        const tasks = shuffled([...readings, ...decisions], order);
        for (const task of tasks) 'article' in task ? steps.put(task) : steps.decide(task);
        assert.deepEqual(steps.drawing(), draw(readings, decisions));
      }),
      { numRuns: 10 },
    );
  });

  it('keeps the ledger as a whole drawing would have it', () => {
    const readings = makeReadings(5, 12);
    const steps = stepwise();
    for (const reading of readings) steps.put(reading);
    steps.remove(readings[3]!.article.id);
    const left = readings.filter((_, at) => at !== 3);
    const whole = drawAll(
      left.map((reading) => saidBy(reading)),
      [],
    );
    for (const [key, drawing] of whole.buckets) assert.deepEqual(steps.ledger.drawn!(key), drawing, key);
    const keys = [...steps.ledger.claims.values()].flatMap(({ bucket }) => bucket ?? []);
    assert.deepEqual(
      new Set(keys.filter((key) => steps.ledger.drawn!(key)!.edges.length)),
      new Set(keys.filter((key) => whole.buckets.has(key))),
    );
    assert.deepEqual(
      sorted([...steps.ledger.claims.values()].map((placed) => ({ ...placed, id: placed.claim.id }))),
      sorted(whole.placed.map((placed) => ({ ...placed, id: placed.claim.id }))),
    );
  });
});
