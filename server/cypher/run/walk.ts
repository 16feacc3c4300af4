import type { Direction } from '../ast.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { GraphRelationship as Relationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { isList, type Value } from '../values/value.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from './cursor.ts';
import { nodeIn } from './expand.ts';
import type { Run } from './run.ts';

/** A walk of several relationships, none of them twice. */
export interface Walk {
  /** Receives the list of relationships. */
  readonly relationships: number;
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
  readonly into: boolean;
  /** Is the walk planned from its end to its beginning? Then the list is turned round. */
  readonly turned: boolean;
  readonly min: number;
  readonly max: number;
  allowed(relationship: GraphRelationship): boolean;
  /** Conditions on each relationship that need a loop. */
  readonly condition: ((relationship: GraphRelationship) => Looping<boolean>) | undefined;
}

/** The other ends of a node's relationships in a direction, each with the relationship. */
export function* neighbours(
  node: GraphNode,
  direction: Direction,
): Generator<readonly [GraphRelationship, GraphNode], void, undefined> {
  if (direction !== 'in') for (const one of node.out()) yield [one, one.end];
  if (direction !== 'out') {
    for (const one of node.in()) if (direction === 'in' || one.start !== one.end) yield [one, one.start];
  }
}

interface Level {
  readonly node: GraphNode;
  readonly out: readonly GraphRelationship[];
  readonly in: readonly GraphRelationship[];
  at: number;
}

const none: readonly GraphRelationship[] = [];

/** For each row, each walk from a known node, depth first. */
export function walk(run: Run, source: Cursor, how: Walk): Cursor {
  return fromGenerator(walking(run, source, how));
}

function* walking(run: Run, source: Cursor, how: Walk): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  const { direction, min, max, allowed, condition } = how;
  const level = (node: GraphNode): Level => ({
    node,
    out: direction !== 'in' ? node.out() : none,
    in: direction !== 'out' ? node.in() : none,
    at: 0,
  });
  for (;;) {
    const signal = source.next();
    if (signal === DONE) return;
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    const first = nodeIn(frame[how.from]);
    const target = how.into ? nodeIn(frame[how.to]) : undefined;
    if (first === undefined || (how.into && target === undefined)) continue;
    const path: GraphRelationship[] = [];
    const used = new Set<GraphRelationship>();
    const emits = (node: GraphNode): boolean => {
      if (path.length < min || (how.into && node !== target)) return false;
      frame[how.relationships] = how.turned ? path.toReversed() : path.slice();
      if (!how.into) frame[how.to] = node;
      return true;
    };
    if (emits(first)) yield ROW;
    const stack: Level[] = max > 0 ? [level(first)] : [];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      if (--budget.ticks < 0 && budget.due()) yield PAUSE;
      if (top.at >= top.out.length + top.in.length) {
        stack.pop();
        const last = path.pop();
        if (last !== undefined) used.delete(last);
        continue;
      }
      const inward = top.at >= top.out.length;
      const relationship = inward ? top.in[top.at - top.out.length]! : top.out[top.at]!;
      top.at++;
      if (used.has(relationship) || relationship.deleted || !allowed(relationship)) continue;
      if (inward && direction === 'both' && relationship.start === relationship.end) continue;
      if (condition !== undefined && !(yield* paused(condition(relationship)))) continue;
      const node = inward ? relationship.start : relationship.end;
      path.push(relationship);
      if (emits(node)) yield ROW;
      if (path.length < max) {
        used.add(relationship);
        stack.push(level(node));
      } else path.pop();
    }
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
