import type { Direction } from '../ast.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { GraphPath } from '../values/value.ts';
import { neighboursOf } from './neighbours.ts';
import { createRows, type Rows } from './rows.ts';
import type { Run } from './run.ts';

export interface Search {
  readonly direction: Direction;
  readonly min: number;
  readonly max: number;
  allowed(relationship: GraphRelationship): boolean;
}

type Parents = Map<GraphNode, { readonly depth: number; readonly by: [GraphRelationship, GraphNode][] }>;

const turned: Readonly<Record<Direction, Direction>> = { out: 'in', in: 'out', both: 'both' };

/** Shortest paths by breadth-first search from both ends: one, or all of the least length. */
export function* shortestBetween(
  run: Run,
  from: GraphNode,
  to: GraphNode,
  search: Search,
  all: boolean,
): Looping<readonly GraphPath[]> {
  const { budget } = run;
  if (from === to) {
    if (search.min === 0) return [new GraphPath([from], [])];
    return yield* shortestTrails(run, from, to, search, { count: all ? Number.POSITIVE_INFINITY : 1, groups: 1 });
  }
  const ahead: Parents = new Map([[from, { depth: 0, by: [] }]]);
  const back: Parents = new Map([[to, { depth: 0, by: [] }]]);
  let front = [from];
  let rear = [to];
  let depthAhead = 0;
  let depthBack = 0;
  let meeting: GraphNode[] = [];
  while (meeting.length === 0 && front.length > 0 && rear.length > 0 && depthAhead + depthBack < search.max) {
    const forward = front.length <= rear.length;
    const own = forward ? ahead : back;
    const other = forward ? back : ahead;
    const depth = forward ? ++depthAhead : ++depthBack;
    const next: GraphNode[] = [];
    const met = new Set<GraphNode>();
    for (const node of forward ? front : rear) {
      const steps = neighboursOf(node, forward ? search.direction : turned[search.direction]);
      while (steps.next()) {
        if (--budget.ticks < 0 && budget.due()) yield;
        const { relationship, node: neighbour } = steps;
        const known = own.get(neighbour);
        if (known !== undefined && (known.depth !== depth || !all)) continue;
        if (!search.allowed(relationship)) continue;
        if (known === undefined) {
          own.set(neighbour, { depth, by: [[relationship, node]] });
          budget.hold(120);
          next.push(neighbour);
          if (other.has(neighbour)) met.add(neighbour);
        } else known.by.push([relationship, node]);
      }
      if (met.size > 0 && !all) break;
    }
    meeting = [...met];
    if (forward) front = next;
    else rear = next;
  }
  budget.release(120 * (ahead.size + back.size - 2));
  const paths: GraphPath[] = [];
  for (const node of meeting) {
    for (const before of yield* trailsTo(run, node, ahead, all)) {
      for (const after of yield* trailsTo(run, node, back, all)) {
        if (--budget.ticks < 0 && budget.due()) yield;
        const nodes = [...before.nodes.toReversed(), ...after.nodes.slice(1)];
        const relationships = [...before.relationships.toReversed(), ...after.relationships];
        paths.push(new GraphPath(nodes, relationships));
        budget.hold(64 + 16 * nodes.length);
        if (!all) return released(run, paths);
      }
    }
  }
  return released(run, paths);
}

function released(run: Run, paths: readonly GraphPath[]): readonly GraphPath[] {
  for (const path of paths) run.budget.release(64 + 16 * path.nodes.length);
  return paths;
}

/** Ways back from a node to the root of a search. */
function* trailsTo(run: Run, node: GraphNode, parents: Parents, all: boolean): Looping<readonly GraphPath[]> {
  let open = [{ nodes: [node], relationships: [] as GraphRelationship[] }];
  const done: GraphPath[] = [];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const trail of open) {
      if (--run.budget.ticks < 0 && run.budget.due()) yield;
      const by = parents.get(trail.nodes.at(-1)!)!.by;
      if (by.length === 0) done.push(new GraphPath(trail.nodes, trail.relationships));
      for (const [relationship, parent] of all ? by : by.slice(0, 1)) {
        next.push({ nodes: [...trail.nodes, parent], relationships: [...trail.relationships, relationship] });
        run.budget.hold(64);
      }
    }
    run.budget.release(64 * next.length);
    open = next;
  }
  return done;
}

/** Trails by growing length until `count` of them, or those of `groups` lengths, are found and accepted. */
export function* shortestTrails(
  run: Run,
  from: GraphNode,
  to: GraphNode,
  search: Search,
  wanted: { readonly count: number; readonly groups: number },
  accept?: (path: GraphPath) => Looping<boolean>,
): Looping<readonly GraphPath[]> {
  const { budget } = run;
  const found: GraphPath[] = [];
  let lengths = 0;
  let held = 0;
  let layer: Rows<GraphPath> = createRows();
  layer.push(new GraphPath([from], []));
  for (let length = 0; layer.length > 0 && length <= search.max; length++) {
    const before = found.length;
    const next: Rows<GraphPath> = createRows();
    for (const path of layer) {
      if (--budget.ticks < 0 && budget.due()) yield;
      const end = path.nodes.at(-1)!;
      if (end === to && length >= search.min && (accept === undefined || (yield* accept(path)))) found.push(path);
      if (found.length >= wanted.count) break;
      if (length === search.max) continue;
      budget.spend(path.nodes.length);
      const steps = neighboursOf(end, search.direction);
      while (steps.next()) {
        if (--budget.ticks < 0 && budget.due()) yield;
        const { relationship, node } = steps;
        if (path.relationships.includes(relationship) || !search.allowed(relationship)) continue;
        budget.spend(16 * path.nodes.length);
        next.push(new GraphPath([...path.nodes, node], [...path.relationships, relationship]));
        const weight = 64 + 16 * path.nodes.length;
        held += weight;
        budget.hold(weight);
      }
    }
    if (found.length > before) lengths++;
    if (lengths >= wanted.groups || found.length >= wanted.count) break;
    layer = next;
  }
  budget.release(held);
  return found;
}
