import type { Direction } from '../ast.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { GraphRelationship as Relationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { isList, type Value } from '../values/value.ts';
import { type Cursor, PAUSE, paused, ROW } from './cursor.ts';
import { nodeIn } from './expand.ts';
import { type Ends, fromEnds, type Search } from './from-ends.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import type { Run } from './run.ts';

/** A walk of several relationships, none of them twice. */
export interface Walk extends Ends {
  /** Receives the list of relationships. */
  readonly relationships: number;
  readonly direction: Direction;
  /** Is the walk planned from its end to its beginning? Then the list is turned round. */
  readonly turned: boolean;
  readonly min: number;
  readonly max: number;
  allowed(relationship: GraphRelationship): boolean;
  /** Conditions on each relationship that need a loop. */
  readonly condition: ((relationship: GraphRelationship) => Looping<boolean>) | undefined;
}

/** For each row, each walk from a known node, depth first. */
export function walk(run: Run, source: Cursor, how: Walk): Cursor {
  return fromEnds(run, source, how, (first, target) => walksFrom(run, first, target, how));
}

function* walksFrom({ frame, budget }: Run, first: GraphNode, target: GraphNode | undefined, how: Walk): Search {
  const { direction, min, max, allowed, condition } = how;
  const path: GraphRelationship[] = [];
  const used = new Set<GraphRelationship>();
  const emits = (node: GraphNode): boolean => {
    if (path.length < min || (how.into && node !== target)) return false;
    budget.spend(8 * path.length);
    frame[how.relationships] = how.turned ? path.toReversed() : path.slice();
    if (!how.into) frame[how.to] = node;
    return true;
  };
  if (emits(first)) yield ROW;
  const stack: Neighbours[] = max > 0 ? [neighboursOf(first, direction)] : [];
  while (stack.length > 0) {
    if (--budget.ticks < 0 && budget.due()) yield PAUSE;
    const top = stack.at(-1)!;
    if (!top.next()) {
      stack.pop();
      const last = path.pop();
      if (last !== undefined) used.delete(last);
      continue;
    }
    const { relationship, node } = top;
    if (used.has(relationship) || !allowed(relationship)) continue;
    if (condition !== undefined && !(yield* paused(condition(relationship)))) continue;
    path.push(relationship);
    if (emits(node)) yield ROW;
    if (path.length < max) {
      used.add(relationship);
      stack.push(neighboursOf(node, direction));
    } else path.pop();
  }
}

/** For each row with a known list of relationships, the walk along it. */
export function walkAlong(run: Run, source: Cursor, how: Walk): Cursor {
  const { frame } = run;
  return {
    next() {
      for (;;) {
        const signal = source.next();
        if (signal !== ROW) return signal;
        const list = frame[how.relationships]!;
        const first = nodeIn(frame[how.from]);
        if (first === undefined || !isList(list) || list.length < how.min || list.length > how.max) continue;
        const end = along(first, how.turned ? list.toReversed() : list, how);
        if (end === undefined) continue;
        if (how.into) {
          if (frame[how.to] !== end) continue;
        } else frame[how.to] = end;
        return ROW;
      }
    },
  };
}

function along(first: GraphNode, list: readonly Value[], how: Walk): GraphNode | undefined {
  let node = first;
  for (const one of list) {
    if (!(one instanceof Relationship) || !how.allowed(one)) return undefined;
    if (how.direction !== 'in' && one.start === node) node = one.end;
    else if (how.direction !== 'out' && one.end === node) node = one.start;
    else return undefined;
  }
  return node;
}
