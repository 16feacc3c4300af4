import type { GraphNode } from '../graph/entity.ts';
import { groupKey } from '../values/key.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, ROW } from './cursor.ts';
import type { Evaluate } from './expression.ts';
import type { Run } from './run.ts';

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
  let table: Map<unknown, GraphNode[]> | undefined;
  for (let row = 0; ; ) {
    const signal = source.next();
    if (signal === DONE) break;
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    if (row++ > 0 && table === undefined) {
      table = new Map();
      for (const node of nodes()) {
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        const value = node.property(property);
        if (value === null) continue;
        const key = groupKey(value);
        const filed = table.get(key);
        if (filed === undefined) table.set(key, [node]);
        else filed.push(node);
        budget.hold(32);
      }
    }
    const value = sought();
    if (value === null) continue;
    const found = table === undefined ? nodes() : (table.get(groupKey(value)) ?? []);
    for (const node of found) {
      if (--budget.ticks < 0 && budget.due()) yield PAUSE;
      if (node.deleted) continue;
      frame[slot] = node;
      yield ROW;
    }
  }
}
