import type { Binding, PatternPart, RelationshipPattern, Selector } from '../ast.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from '../run/cursor.ts';
import { nodeIn } from '../run/expand.ts';
import { compile, evaluateAll, holds } from '../run/expression.ts';
import { shortestBetween, shortestTrails } from '../run/shortest.ts';
import type { GraphPath, Value } from '../values/value.ts';
import type { Condition } from './conditions.ts';
import { manyConditions } from './edges.ts';
import { type Edge, isBound, type Planning } from './match.ts';
import { type Operator, over } from './operator.ts';

/** Shortest paths between two known nodes along relationships of one kind. */
export function planShortest(
  planning: Planning,
  plan: Operator,
  part: PatternPart,
  edge: Edge,
  [from, to]: readonly [Binding, Binding],
): Operator {
  const { run } = planning;
  const { frame } = run;
  const pattern = edge.pattern as RelationshipPattern;
  const selector = part.selector!;
  const path = part.binding!;
  planning.done.add(path).add(edge.binding);
  const length = pattern.length ?? { min: 1, max: 1 };
  const oneByOne = manyConditions(planning, pattern);
  const inner = selector.kind === 'shortest' || selector.kind === 'all-shortest';
  const own = inner && selector.form === 'function' ? takeConditions(planning, path, edge.binding) : [];
  const tests = own.map((one) => compile(run, one.expression));
  const put = (found: GraphPath): void => {
    frame[path.slot] = found;
    frame[edge.binding.slot] = edge.kind === 'one' ? found.relationships[0]! : found.relationships;
  };
  const accept = function* (found: GraphPath): Looping<boolean> {
    put(found);
    for (const test of tests) if (!holds(yield* evaluateAll(run, test))) return false;
    if (oneByOne !== undefined) {
      for (const one of found.relationships) if (!(yield* oneByOne(one))) return false;
      put(found);
    }
    return true;
  };
  const plain = tests.length === 0 && oneByOne === undefined && length.min <= 1 && inner;
  const search = {
    direction: pattern.direction,
    min: length.min,
    max: length.max,
    allowed: (one: GraphRelationship) => edge.allowed(one),
  };
  const find = (start: GraphNode, end: GraphNode): Looping<readonly GraphPath[]> =>
    plain
      ? shortestBetween(run, start, end, search, selector.kind === 'all-shortest')
      : shortestTrails(run, start, end, search, wanted(selector), accept);
  return over(plan, 'ShortestPath', selector.kind, plan.estimate, (source) =>
    fromGenerator(
      (function* () {
        for (;;) {
          const signal = source.next();
          if (signal === DONE) return;
          if (signal === PAUSE) {
            yield PAUSE;
            continue;
          }
          const start = nodeIn(frame[from.slot]);
          const end = nodeIn(frame[to.slot]);
          if (start === undefined || end === undefined) continue;
          for (const found of yield* paused(find(start, end))) {
            put(found);
            yield ROW;
          }
        }
      })(),
    ),
  );
}

function wanted(selector: Selector): { count: number; groups: number } {
  const endless = Number.POSITIVE_INFINITY;
  switch (selector.kind) {
    case 'shortest':
      return { count: 1, groups: 1 };
    case 'all-shortest':
      return { count: endless, groups: 1 };
    case 'shortest-groups':
      return { count: endless, groups: selector.count };
    default:
      return { count: selector.count, groups: endless };
  }
}

/** Conditions on the path itself, to be met by the path that is looked for. */
function takeConditions(planning: Planning, path: Binding, relationships: Binding): readonly Condition[] {
  const own: Condition[] = [];
  for (const one of planning.open) {
    if (!one.needs.has(path) && !one.needs.has(relationships)) continue;
    if (![...one.needs].every((binding) => isBound(planning, binding))) continue;
    planning.open.delete(one);
    own.push(one);
  }
  return own;
}

/** For each row, all paths of a pattern, of which the selector keeps some for each pair of ends. */
export function pickShortest(
  planning: Planning,
  source: Operator,
  body: Operator,
  part: PatternPart,
  [from, to]: readonly [Binding, Binding],
  saved: readonly Binding[],
): Operator {
  const { run } = planning;
  const { frame, budget } = run;
  const path = part.binding!;
  const limits = wanted(part.selector!);
  const slots = [...new Set([...saved, from, to, path])].map((one) => one.slot);
  const open = (input: Cursor): Cursor =>
    fromGenerator(
      (function* () {
        for (;;) {
          const signal = input.next();
          if (signal === DONE) return;
          if (signal === PAUSE) {
            yield PAUSE;
            continue;
          }
          const groups = new Map<string, { length: number; values: readonly Value[] }[]>();
          const cursor = body.open();
          for (let inner = cursor.next(); inner !== DONE; inner = cursor.next()) {
            if (inner === PAUSE) {
              yield PAUSE;
              continue;
            }
            const found = frame[path.slot] as GraphPath;
            const key = `${found.nodes[0]!.id} ${found.nodes.at(-1)!.id}`;
            const row = { length: found.relationships.length, values: slots.map((slot) => frame[slot]!) };
            budget.hold(64 + 16 * slots.length);
            const group = groups.get(key);
            if (group === undefined) groups.set(key, [row]);
            else group.push(row);
          }
          for (const rows of groups.values()) {
            rows.sort((a, b) => a.length - b.length);
            const lengths = [...new Set(rows.map((row) => row.length))].slice(0, limits.groups);
            for (const row of rows.filter((one) => lengths.includes(one.length)).slice(0, limits.count)) {
              slots.forEach((slot, i) => {
                frame[slot] = row.values[i]!;
              });
              yield ROW;
            }
          }
        }
      })(),
    );
  return {
    name: 'PickShortest',
    details: part.selector!.kind,
    estimate: source.estimate,
    inputs: [source, body],
    open: () => open(source.open()),
  };
}
