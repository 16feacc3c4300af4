import type { GraphNode } from '../graph/entity.ts';
import { createFiling } from '../values/key.ts';
import type { Value } from '../values/value.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from './cursor.ts';
import type { Run } from './run.ts';
import type { Evaluate } from './step.ts';
import { createWideMap, type WideMap } from './wide-map.ts';

/** For each row, the nodes whose property may equal a value; from the second row on they are looked up. */
export function joinNodes(
  run: Run,
  source: Cursor,
  slot: number,
  nodes: () => Iterable<GraphNode>,
  property: string,
  sought: Evaluate,
): Cursor {
  return fromGenerator(joining(run, source, slot, nodes, property, sought));
}

function* joining(
  run: Run,
  source: Cursor,
  slot: number,
  nodes: () => Iterable<GraphNode>,
  property: string,
  sought: Evaluate,
): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  const filing = createFiling(budget, budget.hold);
  const keyOf = function* (value: Value): Generator<2, unknown, undefined> {
    const key = filing.atOnce(value);
    if (key !== undefined) return key;
    return yield* paused(filing.inTurns([value]));
  };
  let table: WideMap<GraphNode[]> | undefined;
  for (let row = 0; ; ) {
    const signal = source.next();
    if (signal === DONE) break;
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    if (row++ > 0 && table === undefined) {
      table = createWideMap(budget);
      for (const node of nodes()) {
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        const value = node.property(property);
        if (value === null) continue;
        const key = yield* keyOf(value);
        const filed = table.get(key);
        if (filed === undefined) table.set(key, [node]);
        else filed.push(node);
        budget.hold(32);
      }
    }
    const value = sought();
    if (value === null) continue;
    const found = table === undefined ? nodes() : (table.get(yield* keyOf(value)) ?? []);
    for (const node of found) {
      if (--budget.ticks < 0 && budget.due()) yield PAUSE;
      if (node.deleted) continue;
      frame[slot] = node;
      yield ROW;
    }
  }
}
