import type { Expression } from '../ast.ts';
import { CypherError } from '../error.ts';
import { rangeBounds } from '../functions/list.ts';
import type { Looping, Pace } from '../pace.ts';
import { planPatternRows, planSubquery } from '../plan/subquery.ts';
import { isList, kindOf, type ListValue, type Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { longCopy, longestList } from './budget.ts';
import { DONE, PAUSE, ROW } from './cursor.ts';
import { type Compiled, compile, compileInto, holds } from './expression.ts';
import type { Run } from './run.ts';
import { begin, inOneTurn, loopStep, type Step } from './step.ts';

/** A list that grows within the memory the query may hold. */
interface Gathering {
  add(value: Value): void;
  /** The list; its memory is no longer counted here but where it is kept. */
  done(): Value[];
  abandon(): void;
}

function gather(run: Run): Gathering {
  const list: Value[] = [];
  let held = 0;
  let pending = 0;
  const flush = (): void => {
    held += pending;
    const more = pending;
    pending = 0;
    run.budget.hold(more);
  };
  return {
    add(value) {
      if (list.length >= longestList) {
        throw new CypherError('LimitExceeded', 'ListTooLong', `A list may have ${longestList} elements`);
      }
      list.push(value);
      pending +=
        typeof value === 'object' && value !== null
          ? 8 + weigh(value)
          : typeof value === 'string'
            ? 24 + 2 * value.length
            : 16;
      if (pending > 65_536) flush();
    },
    done() {
      run.budget.release(held);
      return list;
    },
    abandon() {
      run.budget.release(held);
    },
  };
}

/** Compiles what loops: comprehensions, quantifiers, reduce, range, patterns and subqueries. */
export function compileLoop(run: Run, expression: Expression, steps: Step[]): Step {
  return loopStep(run, run.slot(), loopOf(run, expression, steps));
}

function loopOf(run: Run, expression: Expression, steps: Step[]): Loop {
  switch (expression.kind) {
    case 'list-comprehension':
      return comprehension(run, expression, steps);
    case 'quantifier':
      return quantifier(run, expression, steps);
    case 'reduce':
      return reduce(run, expression, steps);
    case 'call':
      return range(run, expression, steps);
    case 'pattern-comprehension':
      return patternComprehension(run, expression);
    case 'pattern-expression':
      return patternExpression(run, expression);
    case 'subquery':
      return subquery(run, expression);
    default:
      throw new Error(`${expression.kind} is no loop`);
  }
}

type Loop = () => Looping<Value>;

function listOf(value: Value): ListValue | null {
  if (value === null || isList(value)) return value;
  throw new CypherError('TypeError', 'InvalidArgumentType', `Expected a list, not ${kindOf(value)}`);
}

function comprehension(run: Run, expression: Extract<Expression, { kind: 'list-comprehension' }>, steps: Step[]): Loop {
  const { frame, budget } = run;
  const list = compileInto(run, expression.list, steps);
  const { slot } = expression.variable.binding!;
  const where = expression.where === undefined ? undefined : compile(run, expression.where);
  const map = expression.map === undefined ? undefined : compile(run, expression.map);
  return function* () {
    const elements = listOf(list());
    if (elements === null) return null;
    const result = gather(run);
    for (const element of elements) {
      if (--budget.ticks < 0 && budget.due()) yield;
      frame[slot] = element;
      if (where !== undefined) {
        const before = begin(run, where.steps);
        if (before !== undefined) yield* before;
        if (!holds(where.evaluate())) continue;
      }
      if (map === undefined) result.add(element);
      else {
        const before = begin(run, map.steps);
        if (before !== undefined) yield* before;
        result.add(map.evaluate());
      }
    }
    return result.done();
  };
}

function quantifier(run: Run, expression: Extract<Expression, { kind: 'quantifier' }>, steps: Step[]): Loop {
  const { frame, budget } = run;
  const list = compileInto(run, expression.list, steps);
  const { slot } = expression.variable.binding!;
  const where: Compiled = compile(run, expression.where);
  const { which } = expression;
  return function* () {
    const elements = listOf(list());
    if (elements === null) return null;
    let hits = 0;
    let unknown = 0;
    for (const element of elements) {
      if (--budget.ticks < 0 && budget.due()) yield;
      frame[slot] = element;
      const before = begin(run, where.steps);
      if (before !== undefined) yield* before;
      const value = where.evaluate();
      if (value === null) unknown++;
      else if (holds(value)) hits++;
      else if (which === 'all') return false;
      if (hits > 0 && which === 'any') return true;
      if (hits > 0 && which === 'none') return false;
      if (hits > 1 && which === 'single') return false;
    }
    if (unknown > 0) return null;
    return which === 'single' ? hits === 1 : which !== 'any';
  };
}

function reduce(run: Run, expression: Extract<Expression, { kind: 'reduce' }>, steps: Step[]): Loop {
  const { frame, budget } = run;
  const initial = compileInto(run, expression.initial, steps);
  const list = compileInto(run, expression.list, steps);
  const accumulator = expression.accumulator.binding!.slot;
  const { slot } = expression.variable.binding!;
  const body = compile(run, expression.body);
  return function* () {
    const elements = listOf(list());
    if (elements === null) return null;
    let value = initial();
    for (const element of elements) {
      if (--budget.ticks < 0 && budget.due()) yield;
      frame[accumulator] = value;
      frame[slot] = element;
      const before = begin(run, body.steps);
      if (before !== undefined) yield* before;
      value = body.evaluate();
    }
    return value;
  };
}

function range(run: Run, expression: Extract<Expression, { kind: 'call' }>, steps: Step[]): Loop {
  const { budget } = run;
  const args = expression.args.map((arg) => compileInto(run, arg, steps));
  return function* () {
    const bounds = rangeBounds(args.map((arg) => arg()));
    if (bounds === null) return null;
    if (bounds.length > longestList) {
      throw new CypherError('LimitExceeded', 'ListTooLong', `A list may have ${longestList} elements`, {
        hint: 'UNWIND range(…) counts without making a list',
      });
    }
    const weight = 16 * bounds.length;
    budget.hold(weight);
    const result = yield* emptyList(bounds.length, budget);
    for (let i = 0, value = bounds.from; i < bounds.length; i++, value += bounds.step) {
      if (--budget.ticks < 0 && budget.due()) yield;
      result[i] = value;
    }
    budget.release(weight);
    return result;
  };
}

/** Room for so many elements: a long list is not made by growing. */
function* emptyList(length: number, pace: Pace): Looping<Value[]> {
  if (length <= longCopy) return new Array<Value>(length);
  return yield* inOneTurn(pace, () => new Array<Value>(length));
}

function patternComprehension(run: Run, expression: Extract<Expression, { kind: 'pattern-comprehension' }>): Loop {
  const rows = planPatternRows(run, [expression.pattern], expression.introduced, expression.where);
  const map = compile(run, expression.map);
  return function* () {
    const result = gather(run);
    const cursor = rows.open();
    for (;;) {
      const signal = cursor.next();
      if (signal === DONE) return result.done();
      if (signal === PAUSE) yield;
      else if (--run.budget.ticks < 0 && run.budget.due()) yield;
      if (signal !== ROW) continue;
      const before = begin(run, map.steps);
      if (before !== undefined) yield* before;
      result.add(map.evaluate());
    }
  };
}

function patternExpression(run: Run, expression: Extract<Expression, { kind: 'pattern-expression' }>): Loop {
  const { pattern, introduced } = expression;
  const use = pattern.selector === undefined ? 'distinct' : 'all';
  const rows = planPatternRows(run, [pattern], introduced, undefined, use);
  const { selector } = pattern;
  const path = pattern.binding?.slot;
  return function* () {
    const found: Value[] = [];
    const cursor = rows.open();
    for (;;) {
      const signal = cursor.next();
      if (signal === PAUSE) yield;
      else if (selector === undefined) return signal !== DONE;
      else if (signal === DONE) return selector.kind === 'all-shortest' ? found : null;
      else {
        const value = run.frame[path!]!;
        if (selector.kind === 'shortest') return value;
        found.push(value);
      }
    }
  };
}

function subquery(run: Run, expression: Extract<Expression, { kind: 'subquery' }>): Loop {
  const { which, query } = expression;
  const rows = planSubquery(run, query, which === 'exists');
  const column = query.columns[0]?.slot;
  return function* () {
    const cursor = rows.open();
    const result = gather(run);
    let count = 0n;
    for (;;) {
      const signal = cursor.next();
      if (signal === PAUSE) yield;
      else if (which === 'exists') return signal !== DONE;
      else if (signal === DONE) return which === 'count' ? count : result.done();
      else {
        count++;
        if (--run.budget.ticks < 0 && run.budget.due()) yield;
        if (which === 'collect') result.add(run.frame[column!]!);
      }
    }
  };
}
