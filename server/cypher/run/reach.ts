import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { type Cursor, PAUSE, ROW } from './cursor.ts';
import { fromEnds, type Search } from './from-ends.ts';
import { neighboursOf } from './neighbours.ts';
import type { Run } from './run.ts';
import type { Walk } from './walk.ts';

/**
 * For each row, each node that some walk from a known node reaches, once: breadth first, where it does not matter how
 * many walks there are nor which. The least length of the walk is 0 or 1.
 */
export function reach(run: Run, source: Cursor, how: Walk): Cursor {
  return fromEnds(run, source, how, (start, target) => reachFrom(run, start, target, how));
}

function* reachFrom(run: Run, start: GraphNode, target: GraphNode | undefined, how: Walk): Search {
  const { frame, budget } = run;
  let held = 0;
  for (const node of nodesFrom(run, start, how)) {
    if (node === undefined) {
      yield PAUSE;
      continue;
    }
    budget.hold(64);
    held += 64;
    if (how.into && node !== target) continue;
    if (!how.into) frame[how.to] = node;
    frame[how.relationships] = [];
    yield ROW;
    if (how.into) break;
  }
  budget.release(held);
}

interface Place {
  readonly depth: number;
  /** The relationship by which the search left its start. */
  readonly branch: GraphRelationship | undefined;
  readonly by: GraphRelationship | undefined;
}

/**
 * Yields each node in reach, and undefined to pause. The start itself is in reach where a walk leads back: along the
 * direction any closed walk will do; without direction it must not use a relationship twice, so two branches of the
 * search have to meet.
 */
function* nodesFrom(run: Run, start: GraphNode, how: Walk): Generator<GraphNode | undefined, void, undefined> {
  const { budget } = run;
  const places = new Map<GraphNode, Place>([[start, { depth: 0, branch: undefined, by: undefined }]]);
  let returned = how.min === 0;
  if (returned) yield start;
  let layer = [start];
  for (let depth = 1; layer.length > 0 && depth <= how.max; depth++) {
    const next: GraphNode[] = [];
    for (const node of layer) {
      const place = places.get(node)!;
      const steps = neighboursOf(node, how.direction);
      while (steps.next()) {
        if (--budget.ticks < 0 && budget.due()) yield undefined;
        const { relationship, node: other } = steps;
        if (relationship === place.by || !how.allowed(relationship)) continue;
        const known = places.get(other);
        if (known !== undefined && (returned || !closes(how, place, known, other === start, relationship))) continue;
        if (how.condition !== undefined && !(yield* how.condition(relationship))) continue;
        if (known !== undefined) {
          returned = true;
          yield start;
          continue;
        }
        places.set(other, { depth, branch: place.branch ?? relationship, by: relationship });
        next.push(other);
        yield other;
      }
    }
    layer = next;
  }
}

/** Does this relationship between two known nodes close a walk back to the start? */
function closes(how: Walk, place: Place, known: Place, toStart: boolean, relationship: GraphRelationship): boolean {
  if (toStart) return how.direction !== 'both' || place.branch !== relationship;
  if (how.direction !== 'both') return false;
  return place.branch !== known.branch && place.branch !== undefined && place.depth + known.depth + 1 <= how.max;
}
