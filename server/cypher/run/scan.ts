import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { type Cursor, PAUSE, ROW } from './cursor.ts';
import type { Run } from './run.ts';

/** For each row, each of some nodes in turn; undefined where looking for them takes a step. */
export function scanNodes(
  run: Run,
  source: Cursor,
  slot: number,
  nodes: () => Iterable<GraphNode | undefined>,
): Cursor {
  const { frame, budget } = run;
  let rest: Iterator<GraphNode | undefined> | undefined;
  return {
    next() {
      for (;;) {
        if (rest === undefined) {
          const signal = source.next();
          if (signal !== ROW) return signal;
          rest = nodes()[Symbol.iterator]();
        }
        const step = rest.next();
        if (step.done === true) rest = undefined;
        else if (step.value?.deleted === false) {
          frame[slot] = step.value;
          return ROW;
        }
        if (--budget.ticks < 0 && budget.due()) return PAUSE;
      }
    },
  };
}

/** For each row, each of some relationships with its ends; both ways round where the direction does not matter. */
export function scanRelationships(
  run: Run,
  source: Cursor,
  slots: { readonly relationship: number; readonly from: number; readonly to: number },
  direction: 'out' | 'in' | 'both',
  relationships: () => Iterable<GraphRelationship>,
  allowed: (relationship: GraphRelationship) => boolean,
): Cursor {
  const { frame, budget } = run;
  let rest: Iterator<GraphRelationship> | undefined;
  let again: GraphRelationship | undefined;
  const put = (relationship: GraphRelationship, turned: boolean): void => {
    frame[slots.relationship] = relationship;
    frame[slots.from] = turned ? relationship.end : relationship.start;
    frame[slots.to] = turned ? relationship.start : relationship.end;
  };
  return {
    next() {
      for (;;) {
        if (again !== undefined) {
          put(again, true);
          again = undefined;
          return ROW;
        }
        if (rest === undefined) {
          const signal = source.next();
          if (signal !== ROW) return signal;
          rest = relationships()[Symbol.iterator]();
        }
        if (--budget.ticks < 0 && budget.due()) return PAUSE;
        const step = rest.next();
        if (step.done === true) {
          rest = undefined;
          continue;
        }
        if (step.value.deleted || !allowed(step.value)) continue;
        put(step.value, direction === 'in');
        if (direction === 'both' && step.value.start !== step.value.end) again = step.value;
        return ROW;
      }
    },
  };
}
