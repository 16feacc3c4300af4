import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Value } from '../values/value.ts';
import { type Cursor, DONE, PAUSE, ROW } from './cursor.ts';
import { type Ends, fromEnds, type Search } from './from-ends.ts';
import type { Run } from './run.ts';

/** A pattern repeated: slots of its inside, and where the lists go. */
export interface GroupWalk extends Ends {
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
  return fromEnds(run, source, how, (first, target) => repetitionsFrom(run, first, target, how));
}

function* repetitionsFrom(
  { frame, budget }: Run,
  begin: GraphNode,
  target: GraphNode | undefined,
  how: GroupWalk,
): Search {
  const turns: Turn[] = [];
  const used = new Set<GraphRelationship>();
  const places = how.groups.map(({ inner, outer }) => ({ at: how.inside.indexOf(inner), outer }));
  const emits = (node: GraphNode): boolean => {
    if (turns.length < how.min || (how.into && node !== target)) return false;
    budget.spend(16 * (places.length + 2) * turns.length);
    frame[how.list] = turns.flatMap((turn) => turn.walked);
    for (const { at, outer } of places) frame[outer] = turns.map((turn) => turn.values[at]!);
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
    const signal = turn.cursor.next();
    if (signal === DONE) {
      turns.pop();
      continue;
    }
    turn.values = how.inside.map((slot) => frame[slot]!);
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    const walked = how.relationships.flatMap((slot) => frame[slot] as GraphRelationship | readonly GraphRelationship[]);
    if (new Set(walked).size < walked.length || walked.some((one) => used.has(one) || !how.allowed(one))) continue;
    turn.walked = walked;
    for (const one of walked) used.add(one);
    const node = frame[how.last] as GraphNode;
    if (emits(node)) yield ROW;
    if (turns.length < how.max) enter(node);
  }
}
