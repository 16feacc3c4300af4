import type { Direction } from '../ast.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { kindOf, type Value } from '../values/value.ts';
import { type Cursor, PAUSE, ROW } from './cursor.ts';
import type { Run } from './run.ts';

/** A step along relationships: slots to read and write, and which relationships count. */
export interface Hop {
  readonly relationship: number;
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
  /** Is the other end known already? */
  readonly into: boolean;
  allowed(relationship: GraphRelationship): boolean;
}

/** A node, undefined for null; anything else is an error. */
export function nodeIn(value: Value | undefined): GraphNode | undefined {
  if (value instanceof GraphNode) return value;
  if (value === null || value === undefined) return undefined;
  throw new CypherError('TypeError', 'InvalidArgumentType', `Expected a node, not ${kindOf(value)}`);
}

const none: readonly GraphRelationship[] = [];

/** For each row, each relationship from a node that is known. */
export function expand(run: Run, source: Cursor, hop: Hop): Cursor {
  const { frame, budget } = run;
  const { relationship: slot, from, to, into, direction, allowed } = hop;
  let first = none;
  let second = none;
  let node: GraphNode | undefined;
  let target: GraphNode | undefined;
  /** Do the relationships run from the target to the node? */
  let turned = false;
  let at = 0;
  const begin = (): boolean => {
    node = nodeIn(frame[from]);
    if (node === undefined) return false;
    turned = false;
    if (into) {
      target = nodeIn(frame[to]);
      if (target === undefined) return false;
      const degree = node.out().length + node.in().length;
      if (target.out().length + target.in().length < degree) {
        turned = true;
        [node, target] = [target, node];
      }
    }
    const outward = direction === 'both' || (direction === 'out') !== turned;
    const inward = direction === 'both' || (direction === 'in') !== turned;
    first = outward ? node.out() : none;
    second = inward ? node.in() : none;
    at = 0;
    return true;
  };
  return {
    next() {
      for (;;) {
        while (at < first.length) {
          const relationship = first[at++]!;
          if (--budget.ticks < 0 && budget.due()) {
            at--;
            return PAUSE;
          }
          if (into && relationship.end !== target) continue;
          if (relationship.deleted || !allowed(relationship)) continue;
          frame[slot] = relationship;
          if (!into) frame[to] = relationship.end;
          return ROW;
        }
        while (at - first.length < second.length) {
          const relationship = second[at++ - first.length]!;
          if (--budget.ticks < 0 && budget.due()) {
            at--;
            return PAUSE;
          }
          if (into && relationship.start !== target) continue;
          if (direction === 'both' && relationship.start === relationship.end) continue;
          if (relationship.deleted || !allowed(relationship)) continue;
          frame[slot] = relationship;
          if (!into) frame[to] = relationship.start;
          return ROW;
        }
        const signal = source.next();
        if (signal !== ROW) return signal;
        if (!begin()) {
          first = none;
          second = none;
          at = 0;
        }
      }
    },
  };
}

/** For each row with a known relationship, its ends; both ways round where the direction does not matter. */
export function endsOf(run: Run, source: Cursor, hop: Hop & { readonly fromKnown: boolean }): Cursor {
  const { frame } = run;
  let turns: boolean[] = [];
  return {
    next() {
      for (;;) {
        const turn = turns.pop();
        if (turn === undefined) {
          const signal = source.next();
          if (signal !== ROW) return signal;
          const relationship = frame[hop.relationship]!;
          if (relationship === null) continue;
          if (!(relationship instanceof GraphRelationship)) {
            throw new CypherError(
              'TypeError',
              'InvalidArgumentType',
              `Expected a relationship, not ${kindOf(relationship)}`,
            );
          }
          if (relationship.deleted || !hop.allowed(relationship)) continue;
          turns = hop.direction === 'both' ? [true, false] : [hop.direction === 'in'];
          if (relationship.start === relationship.end) turns = [false];
          continue;
        }
        const relationship = frame[hop.relationship] as GraphRelationship;
        const start = turn ? relationship.end : relationship.start;
        const end = turn ? relationship.start : relationship.end;
        if (hop.fromKnown && frame[hop.from] !== start) continue;
        if (hop.into && frame[hop.to] !== end) continue;
        if (!hop.fromKnown) frame[hop.from] = start;
        if (!hop.fromKnown && hop.from === hop.to && start !== end) continue;
        if (!hop.into) frame[hop.to] = end;
        return ROW;
      }
    },
  };
}
