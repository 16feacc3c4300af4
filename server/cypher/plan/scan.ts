import type { Binding, Expression } from '../ast.ts';
import type { GraphNode } from '../graph/entity.ts';
import type { Cursor } from '../run/cursor.ts';
import { compile } from '../run/expression.ts';
import { joinNodes } from '../run/join.ts';
import { required } from '../run/labels.ts';
import { scanNodes } from '../run/scan.ts';
import { groupKey } from '../values/key.ts';
import { isList, isMap, type Value } from '../values/value.ts';
import { bindingsIn, hasLoop } from './conditions.ts';
import { isBound, type Planning } from './match.ts';

/** The cheapest way to the nodes a variable can be. */
export interface NodeAccess {
  readonly name: string;
  readonly details: string;
  readonly estimate: number;
  /** By a value of its own, not by label. */
  readonly exact: boolean;
  open(source: Cursor): Cursor;
}

/** Chooses among index, label and all nodes. */
export function nodeAccess(planning: Planning, node: Binding): NodeAccess {
  return byValue(planning, node) ?? byJoin(planning, node) ?? byLabel(planning, node);
}

/** The label with the fewest nodes; undefined for all nodes. */
function bestLabel(planning: Planning, node: Binding): string | undefined {
  const { drawing } = planning.run;
  let best: string | undefined;
  for (const { expression } of planning.open) {
    if (expression.kind !== 'has-labels' || !reads(expression.of, node)) continue;
    for (const label of required(expression.labels)) {
      if (best === undefined || drawing.nodesOf(label).size < drawing.nodesOf(best).size) best = label;
    }
  }
  return best;
}

function byLabel(planning: Planning, node: Binding): NodeAccess {
  const { run } = planning;
  const { drawing } = run;
  const best = bestLabel(planning, node);
  const nodes = best === undefined ? () => drawing.nodes.values() : () => drawing.nodesOf(best);
  return {
    name: best === undefined ? 'AllNodesScan' : 'NodeByLabelScan',
    details: `${node.name}${best === undefined ? '' : `:${best}`}`,
    estimate: best === undefined ? drawing.nodes.size : drawing.nodesOf(best).size,
    exact: false,
    open: (source) => scanNodes(run, source, node.slot, nodes),
  };
}

/** `n.a = m.b` where m is known: the values of n are filed once, and looked up for each row after the first. */
function byJoin(planning: Planning, node: Binding): NodeAccess | undefined {
  const { run } = planning;
  const { drawing } = run;
  for (const { expression } of planning.open) {
    if (expression.kind !== 'comparison' || expression.operators.length !== 1 || expression.operators[0] !== '=')
      continue;
    for (const [what, value] of [expression.operands, expression.operands.toReversed()] as [Expression, Expression][]) {
      if (what.kind !== 'property' || !reads(what.of, node)) continue;
      const needed = bindingsIn(value);
      if (needed.size === 0 || ![...needed].every((binding) => isBound(planning, binding))) continue;
      if (hasLoop(value)) continue;
      const compiled = compile(run, value);
      if (compiled.steps.length > 0) continue;
      const label = bestLabel(planning, node);
      const nodes = label === undefined ? () => drawing.nodes.values() : () => drawing.nodesOf(label);
      const { key } = what;
      const estimate = Math.sqrt(label === undefined ? drawing.nodes.size : drawing.nodesOf(label).size);
      return {
        name: 'NodeValueJoin',
        details: `${node.name}.${key}`,
        estimate,
        exact: true,
        open: (source) => joinNodes(run, source, node.slot, nodes, key, compiled.evaluate),
      };
    }
  }
  return undefined;
}

function reads(expression: Expression, node: Binding): boolean {
  return expression.kind === 'variable' && expression.binding === node;
}

/** `n.id = x`, `n.id IN xs`, `id(n) = x`, `elementId(n) = x`, where x is known already. */
function byValue(planning: Planning, node: Binding): NodeAccess | undefined {
  for (const { expression } of planning.open) {
    let access: NodeAccess | undefined;
    if (expression.kind === 'comparison' && expression.operators.length === 1 && expression.operators[0] === '=') {
      const [left, right] = expression.operands as [Expression, Expression];
      access = lookup(planning, node, left, right, false) ?? lookup(planning, node, right, left, false);
    } else if (expression.kind === 'binary' && expression.operator === 'in') {
      access = lookup(planning, node, expression.left, expression.right, true);
    }
    if (access !== undefined) return access;
  }
  return undefined;
}

function lookup(
  planning: Planning,
  node: Binding,
  what: Expression,
  value: Expression,
  many: boolean,
): NodeAccess | undefined {
  const find = finder(planning, node, what);
  if (find === undefined || ![...bindingsIn(value)].every((binding) => isBound(planning, binding))) return undefined;
  const { run } = planning;
  if (hasLoop(value)) return undefined;
  const compiled = compile(run, value);
  if (compiled.steps.length > 0) return undefined;
  const nodes = function* (): Iterable<GraphNode | undefined> {
    const sought = compiled.evaluate();
    const values: readonly Value[] = many && isList(sought) ? sought : [sought];
    const seen = values.length > 1 ? new Set<GraphNode>() : undefined;
    for (const one of values) {
      yield undefined;
      if (one === null) continue;
      for (const found of find.nodes(one)) {
        if (seen?.has(found) === true) continue;
        seen?.add(found);
        yield found;
      }
    }
  };
  return {
    name: find.name,
    details: `${node.name}${find.details}`,
    estimate: many ? 5 : 1,
    exact: true,
    open: (source) => scanNodes(run, source, node.slot, nodes),
  };
}

interface Finder {
  readonly name: string;
  readonly details: string;
  nodes(value: Value): Iterable<GraphNode>;
}

function finder(planning: Planning, node: Binding, what: Expression): Finder | undefined {
  const { drawing } = planning.run;
  if (what.kind === 'property' && reads(what.of, node) && drawing.indexed.has(what.key)) {
    const { key } = what;
    return {
      name: 'NodeIndexSeek',
      details: `.${key}`,
      // Lists and maps may be large; no index is kept for them, and the condition is tested in any case.
      nodes: (value) =>
        isList(value) || isMap(value) ? drawing.nodes.values() : (drawing.find(key, groupKey(value)) ?? []),
    };
  }
  if (what.kind !== 'call' || what.args.length !== 1 || !reads(what.args[0]!, node)) return undefined;
  const name = what.name.toLowerCase();
  if (name === 'elementid') {
    return {
      name: 'NodeByElementIdSeek',
      details: '',
      nodes: (value) => {
        const found = typeof value === 'string' ? drawing.nodes.get(value) : undefined;
        return found === undefined ? [] : [found];
      },
    };
  }
  return undefined;
}
