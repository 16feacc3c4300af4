import type {
  Binding,
  Clause,
  Direction,
  Expression,
  Match,
  NodePattern,
  Projection,
  RelationshipPattern,
} from '../ast.ts';
import { isAggregation } from '../check/aggregation.ts';
import { eachChild } from '../check/fingerprint.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { nodeIn } from '../run/expand.ts';
import { alternatives } from '../run/labels.ts';
import type { Run } from '../run/run.ts';
import { bindingsIn } from './conditions.ts';
import { planMatch } from './match.ts';
import { type Operator, over } from './operator.ts';

/** A MATCH of one hop of which only the number of relationships is asked. */
interface Hop {
  readonly near: NodePattern;
  readonly far: NodePattern;
  readonly edge: RelationshipPattern;
  readonly direction: Direction;
}

const turned: Readonly<Record<Direction, Direction>> = { out: 'in', in: 'out', both: 'both' };

/**
 * `MATCH (n)-[r]->(m) … count(r)` without asking for more of `r` and `m`: relationships are counted where they are
 * kept instead of walked one by one. Gives the plan, and the binding whose sum is the count.
 */
export function planDegree(
  run: Run,
  source: Operator,
  match: Match,
  next: Clause | undefined,
): { readonly plan: Operator; readonly degree: Binding } | undefined {
  if ((next?.kind !== 'return' && next?.kind !== 'with') || !next.projection.aggregates) return undefined;
  const { projection } = next;
  const hop = hops(match).find((one) => onlyCounted(one, match, projection));
  const types = hop === undefined ? undefined : alternatives(hop.edge.types);
  if (hop === undefined || (types === undefined && hop.edge.types !== undefined)) return undefined;
  const near = hop.near.binding!;
  const degree: Binding = { name: 'degree', type: 'any', slot: run.slot() };
  const part = { ...match.patterns[0]!, elements: [hop.near] };
  const introduced = match.introduced.filter((one) => one === near);
  const plan = planMatch(run, source, [part], introduced, match.where);
  const count = counter(hop.direction, types);
  const { frame, budget } = run;
  const details = `${near.name}${types === undefined ? '' : `:${types.join('|')}`}`;
  return {
    degree,
    plan: over(plan, 'Degree', details, plan.estimate, (input) => ({
      next() {
        for (;;) {
          const signal = input.next();
          if (signal !== 1) return signal;
          const node = nodeIn(frame[near.slot]);
          const found = node === undefined ? 0 : count(node);
          if (node !== undefined) budget.spend(8 * (node.out().length + node.in().length));
          if (found > 0) {
            frame[degree.slot] = BigInt(found);
            return 1;
          }
          if (--budget.ticks < 0 && budget.due()) return 2;
        }
      },
    })),
  };
}

/** The ways to see a MATCH as a hop from a node to one of which nothing is asked. */
function hops({ optional, patterns, introduced }: Match): readonly Hop[] {
  const [part] = patterns;
  if (optional || patterns.length !== 1 || part === undefined || part.elements.length !== 3) return [];
  if (part.selector !== undefined || part.binding !== undefined) return [];
  const [left, edge, right] = part.elements as readonly [NodePattern, RelationshipPattern, NodePattern];
  if (edge.kind !== 'relationship-pattern' || edge.length !== undefined || left.binding === right.binding) return [];
  if (edge.properties !== undefined || edge.where !== undefined || !introduced.includes(edge.binding!)) return [];
  const bare = ({ labels, properties, where, binding }: NodePattern): boolean =>
    labels === undefined && properties === undefined && where === undefined && introduced.includes(binding!);
  const all: Hop[] = [];
  if (bare(right)) all.push({ near: left, far: right, edge, direction: edge.direction });
  if (bare(left)) all.push({ near: right, far: left, edge, direction: turned[edge.direction] });
  return all;
}

function onlyCounted({ near, far, edge }: Hop, { where }: Match, { columns }: Projection): boolean {
  const counted: ReadonlySet<Binding> = new Set([far.binding!, edge.binding!]);
  const free = (expression: Expression | undefined): boolean =>
    expression === undefined || ![...bindingsIn(expression)].some((one) => counted.has(one));
  const counts = (expression: Expression): boolean => {
    if (expression.kind === 'count-star') return true;
    if (isAggregation(expression)) {
      if (expression.kind !== 'call' || expression.name.toLowerCase() !== 'count' || expression.distinct) return false;
      const [of] = expression.args;
      return of?.kind === 'variable' && (counted.has(of.binding!) || of.binding === near.binding);
    }
    if (expression.kind === 'variable') return !counted.has(expression.binding!);
    if (expression.kind === 'subquery' || expression.kind.startsWith('pattern')) return free(expression);
    let all = true;
    eachChild(expression, (child) => {
      all &&= counts(child);
    });
    return all;
  };
  return [where, near.properties, near.where].every(free) && columns.every((one) => counts(one.expression));
}

/** Counts as walking would: a relationship from a node to itself once, whatever the direction. */
function counter(direction: Direction, types: readonly string[] | undefined): (node: GraphNode) => number {
  const [outward, inward] = [direction !== 'in', direction !== 'out'];
  if (types === undefined) {
    return (node) =>
      (outward ? node.out().length : 0) + (inward ? node.in().length : 0) - (direction === 'both' ? node.loops : 0);
  }
  const wanted = new Set(types);
  const [only] = types.length === 1 ? types : [];
  const fits = (one: GraphRelationship): boolean => (only === undefined ? wanted.has(one.type) : one.type === only);
  return (node) => {
    let count = 0;
    if (outward) for (const one of node.out()) if (fits(one)) count++;
    if (inward) for (const one of node.in()) if (fits(one) && !(outward && one.start === one.end)) count++;
    return count;
  };
}
