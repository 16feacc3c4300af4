import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Value } from '../values/value.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, ROW } from './cursor.ts';
import { nodeIn } from './expand.ts';
import type { Run } from './run.ts';

/** A pattern repeated: slots of its inside, and where the lists go. */
export interface GroupWalk {
  readonly from: number;
  readonly to: number;
  readonly into: boolean;
  /** All relationships walked. */
  readonly list: number;
  readonly first: number;
  readonly last: number;
  readonly relationships: readonly number[];
  readonly inside: readonly number[];
  readonly groups: readonly { readonly inner: number; readonly outer: number }[];
  readonly min: number;
  readonly max: number;
  allowed(relationship: GraphRelationship): boolean;
  /** Matches the pattern once, from the node in `first`. */
  open(): Cursor;
}

interface Turn {
  readonly cursor: Cursor;
  /** The inside as it was when the cursor last gave a row. */
  values: readonly Value[];
  walked: readonly GraphRelationship[];
}

/** For each row, each way to repeat a pattern from a known node; no relationship twice. */
export function groupWalk(run: Run, source: Cursor, how: GroupWalk): Cursor {
  return fromGenerator(walking(run, source, how));
}

function* walking(run: Run, source: Cursor, how: GroupWalk): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  for (;;) {
    const signal = source.next();
    if (signal === DONE) return;
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    const begin = nodeIn(frame[how.from]);
    const target = how.into ? nodeIn(frame[how.to]) : undefined;
    if (begin === undefined || (how.into && target === undefined)) continue;
    const turns: Turn[] = [];
    const used = new Set<GraphRelationship>();
    const emits = (node: GraphNode): boolean => {
      if (turns.length < how.min || (how.into && node !== target)) return false;
      frame[how.list] = turns.flatMap((turn) => turn.walked);
      for (const { inner, outer } of how.groups) {
        const at = how.inside.indexOf(inner);
        frame[outer] = turns.map((turn) => turn.values[at]!);
      }
      if (!how.into) frame[how.to] = node;
      return true;
    };
    const enter = (node: GraphNode): void => {
      frame[how.first] = node;
      turns.push({ cursor: how.open(), values: [], walked: [] });
    };
    const restore = (turn: Turn): void => {
      for (const [i, slot] of how.inside.entries()) {
        const value = turn.values[i];
        if (value !== undefined) frame[slot] = value;
      }
      for (const one of turn.walked) used.delete(one);
      turn.walked = [];
    };
    if (how.min === 0 && emits(begin)) yield ROW;
    enter(begin);
    while (turns.length > 0) {
      if (--budget.ticks < 0 && budget.due()) yield PAUSE;
      const turn = turns.at(-1)!;
      restore(turn);
      const inner = turn.cursor.next();
      if (inner === PAUSE) {
        turn.values = how.inside.map((slot) => frame[slot]!);
        yield PAUSE;
        continue;
      }
      if (inner === DONE) {
        turns.pop();
        continue;
      }
      turn.values = how.inside.map((slot) => frame[slot]!);
      const walked = how.relationships.flatMap(
        (slot) => frame[slot] as GraphRelationship | readonly GraphRelationship[],
      );
      if (new Set(walked).size < walked.length || walked.some((one) => used.has(one) || !how.allowed(one))) continue;
      turn.walked = walked;
      for (const one of walked) used.add(one);
      const node = frame[how.last] as GraphNode;
      if (emits(node)) yield ROW;
      if (turns.length < how.max) enter(node);
    }
  }
}
