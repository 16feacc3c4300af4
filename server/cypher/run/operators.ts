import { CypherError } from '../error.ts';
import { isIn } from '../values/equality.ts';
import { isList, kindOf } from '../values/value.ts';
import { add, concatenate, divide, multiply, negate, power, remainder, subtract } from './arithmetic.ts';
import { type Evaluate, truth } from './expression.ts';
import type { Run } from './run.ts';

export function compileUnary(operator: 'not' | '-' | '+', of: Evaluate): Evaluate {
  if (operator === '-') return () => negate(of());
  if (operator === 'not') {
    return () => {
      const value = of();
      return value === null ? null : !truth(value);
    };
  }
  return () => {
    const value = of();
    if (value === null || typeof value === 'bigint' || typeof value === 'number') return value;
    throw new CypherError('TypeError', 'InvalidArgumentType', `Cannot compute + ${kindOf(value)}`);
  };
}

function textTest(left: Evaluate, right: Evaluate, test: (a: string, b: string) => boolean): Evaluate {
  return () => {
    const a = left();
    const b = right();
    return typeof a === 'string' && typeof b === 'string' ? test(a, b) : null;
  };
}

export function compileBinary(run: Run, operator: string, left: Evaluate, right: Evaluate): Evaluate {
  const { budget } = run;
  switch (operator) {
    case '+':
      return () => add(left(), right(), budget);
    case '||':
      return () => concatenate(left(), right(), budget);
    case '-':
      return () => subtract(left(), right());
    case '*':
      return () => multiply(left(), right());
    case '/':
      return () => divide(left(), right());
    case '%':
      return () => remainder(left(), right());
    case '^':
      return () => power(left(), right());
    case 'in':
      return () => {
        const value = left();
        const list = right();
        if (list === null) return null;
        if (!isList(list))
          throw new CypherError('TypeError', 'InvalidArgumentType', `IN asks for a list, not ${kindOf(list)}`);
        budget.spend(list.length);
        return isIn(value, list);
      };
    case 'starts with':
      return textTest(left, right, (a, b) => a.startsWith(b));
    case 'ends with':
      return textTest(left, right, (a, b) => a.endsWith(b));
    case 'contains':
      return textTest(left, right, (a, b) => {
        budget.spend(a.length >> 2);
        return a.includes(b);
      });
    default:
      return textTest(left, right, (a, b) => {
        budget.spend(a.length);
        return run.patterns!.matches(a, b);
      });
  }
}
