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

/** Lets every relationship through. */
export function anyRelationship(): boolean {
  return true;
}

const none: readonly GraphRelationship[] = [];

/** For each row, each relationship from a node that is known. */
export function expand(run: Run, source: Cursor, hop: Hop): Cursor {
  const { frame, budget } = run;
  const { relationship: slot, from, to, into, direction, allowed } = hop;
  const all = allowed === anyRelationship;
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
        // What reads rows counts them; here only what is passed over is counted.
        while (at < first.length) {
          const relationship = first[at++]!;
          if ((!into || relationship.end === target) && !relationship.deleted && (all || allowed(relationship))) {
            frame[slot] = relationship;
            if (!into) frame[to] = relationship.end;
            return ROW;
          }
          if (--budget.ticks < 0 && budget.due()) return PAUSE;
        }
        while (at - first.length < second.length) {
          const relationship = second[at++ - first.length]!;
          const again = direction === 'both' && relationship.start === relationship.end;
          const fits = !again && !relationship.deleted && (!into || relationship.start === target);
          if (fits && (all || allowed(relationship))) {
            frame[slot] = relationship;
            if (!into) frame[to] = relationship.start;
            return ROW;
          }
          if (--budget.ticks < 0 && budget.due()) return PAUSE;
        }
        const signal = source.next();
        if (signal !== ROW) return signal;
        if (--budget.ticks < 0 && budget.due()) {
          // The row in hand is expanded after the pause.
          if (!begin()) {
            first = none;
            second = none;
            at = 0;
          }
          return PAUSE;
        }
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
        if (!hop.fromKnown) frame[hop.from] = start;
        if (hop.into && frame[hop.to] !== end) continue;
        if (!hop.into) frame[hop.to] = end;
        return ROW;
      }
    },
  };
}
