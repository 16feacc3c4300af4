import type { Direction } from '../ast.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';

/** A node's relationships in a direction, one after the other; one to itself comes once. */
export interface Neighbours {
  /** Where the last step led, and by what. */
  readonly node: GraphNode;
  readonly relationship: GraphRelationship;
  /** Goes on to the next; false where there is none. */
  next(): boolean;
}

const none: readonly GraphRelationship[] = [];

export function neighboursOf(start: GraphNode, direction: Direction): Neighbours {
  const outward = direction === 'in' ? none : start.out();
  const inward = direction === 'out' ? none : start.in();
  let at = 0;
  const step = {
    node: start,
    relationship: undefined as unknown as GraphRelationship,
    next() {
      for (; at < outward.length; at++) {
        const one = outward[at]!;
        if (one.deleted) continue;
        step.relationship = one;
        step.node = one.end;
        at++;
        return true;
      }
      for (; at - outward.length < inward.length; at++) {
        const one = inward[at - outward.length]!;
        if (one.deleted || (direction === 'both' && one.start === one.end)) continue;
        step.relationship = one;
        step.node = one.start;
        at++;
        return true;
      }
      return false;
    },
  };
  return step;
}
