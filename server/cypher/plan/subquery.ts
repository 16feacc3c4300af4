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
): Operator {
  return planMatch(run, start(), parts, introduced, where);
}

/** Plans the query of `EXISTS { }` and its like. */
export function planSubquery(run: Run, query: Query): Operator {
  return planQuery(run, query, undefined);
}
