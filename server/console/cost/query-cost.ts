import type { Clause, Projection, Query } from '../../cypher/ast.ts';
import { expressionSizing, type Given } from './expression-sizing.ts';
import { deeper, knowing, OUTSIDE, type Place } from './place.ts';
import { requireSmall } from './refuse.ts';
import { elementOf, larger, ONE, type Size } from './size.ts';

/** Looks through the clauses of a query; refuses what could cost too much. */
export const requireBoundedQuery = (whole: Query, given: Given): void => {
  const { limits, refuse } = given;
  const { sizeOf, patternSizes } = expressionSizing(given, (query, outer) => queryCost(query, outer));

  const projectionSizes = (projection: Projection, place: Place): Place => {
    const sizes = new Map(place.sizes);
    for (const item of projection.items) {
      const size = sizeOf(item.expression, place);
      requireSmall(size, item.start, limits, refuse);
      sizes.set(item.alias?.name ?? item.name, size);
    }
    const inner = { ...place, sizes };
    for (const sort of projection.orderBy) sizeOf(sort.expression, inner);
    for (const bound of [projection.skip, projection.limit]) if (bound) sizeOf(bound, inner);
    return inner;
  };

  const clauseCost = (clause: Clause, place: Place): Place => {
    switch (clause.kind) {
      case 'match':
        patternSizes(clause.patterns, place);
        if (clause.where) sizeOf(clause.where, place);
        return place;
      case 'unwind': {
        // Rows, not rounds: the store can stop between them, so an endless range may be unwound.
        const list = sizeOf(clause.list, place);
        const element =
          clause.list.kind === 'call' && clause.list.name.toLowerCase() === 'range' ? ONE : elementOf(list);
        return knowing(place, [[clause.variable.name, element]]);
      }
      case 'with': {
        const inner = projectionSizes(clause.projection, place);
        if (clause.where) sizeOf(clause.where, inner);
        return inner;
      }
      case 'return':
        return projectionSizes(clause.projection, place);
      case 'call-procedure':
        for (const arg of clause.args ?? []) sizeOf(arg, place);
        if (clause.where) sizeOf(clause.where, place);
        return place;
      case 'call-subquery':
        return knowing(place, queryCost(clause.query, place).sizes);
      default:
        return place;
    }
  };

  const queryCost = (query: Query, outer: Place): Place => {
    const subqueries = outer.subqueries + 1;
    if (subqueries > limits.subqueries)
      refuse(
        'depth',
        query.start,
        `Subqueries may stand at most ${limits.subqueries} deep in one another.`,
        'Use WITH to name parts.',
      );
    const place = { ...deeper(outer, query.start, 'Subqueries', limits, refuse), subqueries };
    const ends = query.parts.map(({ clauses }) => clauses.reduce((at, clause) => clauseCost(clause, at), place));
    const sizes = new Map<string, Size>();
    for (const end of ends) for (const [name, size] of end.sizes) sizes.set(name, larger(sizes.get(name) ?? ONE, size));
    return { ...outer, sizes };
  };

  queryCost(whole, OUTSIDE);
};
