import type { NodePattern, PatternGroup, PatternPart, RelationshipPattern } from '../ast.ts';
import { groupWalk } from '../run/group-walk.ts';
import { distinctFrom } from './edges.ts';
import { type Edge, isBound, type Planning, planMatch } from './match.ts';
import { type Operator, over } from './operator.ts';

export function planGroup(planning: Planning, plan: Operator, edge: Edge): Operator {
  const { run } = planning;
  const group = edge.pattern as PatternGroup;
  const into = isBound(planning, edge.to);
  const first = (group.elements[0] as NodePattern).binding!;
  const last = (group.elements.at(-1) as NodePattern).binding!;
  const relationships = group.elements
    .filter((one): one is RelationshipPattern => one.kind === 'relationship-pattern')
    .map((one) => one.binding!);
  const inside = group.elements.map((one) => (one as NodePattern).binding!);
  const part: PatternPart = {
    variable: undefined,
    selector: undefined,
    elements: group.elements,
    binding: undefined,
    start: 0,
    end: 0,
  };
  const begin: Operator = { name: 'Argument', details: '', estimate: 1, inputs: [], open: () => once() };
  const inner = planMatch(
    run,
    begin,
    [part],
    inside.filter((one) => one !== first),
    group.where,
  );
  const distinct = distinctFrom(planning, edge);
  planning.done.add(edge.from).add(edge.to).add(edge.binding);
  for (const { outer } of group.groups) planning.done.add(outer);
  planning.walked.push(edge);
  return over(plan, 'QuantifiedPath', `{${group.length.min},${group.length.max}}`, plan.estimate * 10, (source) =>
    groupWalk(run, source, {
      from: edge.from.slot,
      to: edge.to.slot,
      into,
      list: edge.binding.slot,
      first: first.slot,
      last: last.slot,
      relationships: relationships.map((one) => one.slot),
      inside: inside.map((one) => one.slot),
      groups: group.groups.map((one) => ({ inner: one.inner.slot, outer: one.outer.slot })),
      min: group.length.min,
      max: group.length.max,
      allowed: distinct,
      open: () => inner.open(),
    }),
  );
}

export function once() {
  let given = false;
  return {
    next() {
      if (given) return 0 as const;
      given = true;
      return 1 as const;
    },
  };
}
