import type { Binding, Expression, PatternPart, Query } from '../ast.ts';
import type { Run } from '../run/run.ts';
import { planMatch } from './match.ts';
import { type Operator, start } from './operator.ts';
import { planQuery } from './query.ts';

/** Plans a pattern inside an expression; what is outside it is in the frame already. */
export function planPatternRows(
  run: Run,
  parts: readonly PatternPart[],
  introduced: readonly Binding[],
  where: Expression | undefined,
  use: 'all' | 'distinct' = 'all',
): Operator {
  return planMatch(run, start(), parts, introduced, where, use);
}

/** Plans the query of `EXISTS { }` and its like. */
export function planSubquery(run: Run, query: Query, onlyExistence: boolean): Operator {
  const [only] = query.parts[0]!.clauses;
  if (onlyExistence && query.parts.length === 1 && query.parts[0]!.clauses.length === 1 && only?.kind === 'match') {
    return planMatch(run, start(), only.patterns, only.introduced, only.where, 'distinct');
  }
  return planQuery(run, query, undefined);
}
