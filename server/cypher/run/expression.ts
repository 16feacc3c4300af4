import type { Expression, TypeName } from '../ast.ts';
import { CypherError } from '../error.ts';
import { findFunction } from '../functions/find.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { equals, isIn } from '../values/equality.ts';
import { compare } from '../values/order.ts';
import { isList, isMap, kindOf, type Value } from '../values/value.ts';
import { elementOf, propertyOf, sliceOf } from './access.ts';
import { add, concatenate, divide, multiply, negate, power, remainder, subtract } from './arithmetic.ts';
import type { Looping } from './cursor.ts';
import { compileLabels } from './labels.ts';
import { compileLoop } from './loops.ts';
import type { Run } from './run.ts';

/** Computes a value from the frame. */
export type Evaluate = () => Value;

/** A loop that must run before an expression is computed; its value lands in a slot. */
export interface Step {
  readonly slot: number;
  run(): Looping<Value>;
}

/** An expression ready to run: first its loops, in order, then `evaluate`. */
export interface Compiled {
  readonly steps: readonly Step[];
  readonly evaluate: Evaluate;
}

/** Turns an expression into closures over the frame of one run. */
export function compile(run: Run, expression: Expression): Compiled {
  const steps: Step[] = [];
  const evaluate = compileInto(run, expression, steps);
  return { steps, evaluate };
}

/** Runs the loops, then the expression. */
export function* evaluateAll(run: Run, compiled: Compiled): Looping<Value> {
  for (const step of compiled.steps) run.frame[step.slot] = yield* step.run();
  return compiled.evaluate();
}

/** Compiles; loops inside are put before as steps, and read from their slots. */
export function compileInto(run: Run, expression: Expression, steps: Step[]): Evaluate {
  const { frame } = run;
  const inner = (child: Expression): Evaluate => compileInto(run, child, steps);
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'parameter': {
      const value = run.parameters.get(expression.name);
      if (value === undefined) {
        throw new CypherError('ParameterMissing', 'MissingParameter', `Expected parameter \`${expression.name}\``, {
          offset: expression.start,
          phase: 'compile',
        });
      }
      return () => value;
    }
    case 'variable': {
      const { slot } = expression.binding!;
      return () => frame[slot]!;
    }
    case 'property':
      return compileProperty(run, expression, steps);
    case 'has-labels': {
      const of = inner(expression.of);
      const test = compileLabels(expression.labels);
      return () => {
        const value = of();
        if (value === null) return null;
        if (value instanceof GraphNode) return test(value.labels);
        if (value instanceof GraphRelationship) return test([value.type]);
        throw new CypherError('TypeError', 'InvalidArgumentType', `A ${kindOf(value)} has no labels`);
      };
    }
    case 'index': {
      const of = inner(expression.of);
      const index = inner(expression.index);
      return () => elementOf(of(), index());
    }
    case 'slice': {
      const of = inner(expression.of);
      const from = expression.from === undefined ? () => undefined : inner(expression.from);
      const to = expression.to === undefined ? () => undefined : inner(expression.to);
      return () => sliceOf(of(), from(), to());
    }
    case 'list': {
      const items = expression.items.map(inner);
      return () => items.map((item) => item());
    }
    case 'map': {
      const entries = expression.entries.map(({ key, value }) => [key, inner(value)] as const);
      return () => {
        const map = new Map<string, Value>();
        for (const [key, value] of entries) map.set(key, value());
        return map;
      };
    }
    case 'unary':
      return compileUnary(expression.operator, inner(expression.of));
    case 'logical':
      return compileLogical(run, expression, steps);
    case 'comparison':
      return compileComparison(expression.operands.map(inner), expression.operators);
    case 'is-null': {
      const of = inner(expression.of);
      return expression.negated ? () => of() !== null : () => of() === null;
    }
    case 'is-typed': {
      const of = inner(expression.of);
      const { type, negated } = expression;
      return () => isOfType(of(), type) !== negated;
    }
    case 'is-normalized': {
      const of = inner(expression.of);
      const { form, negated } = expression;
      return () => {
        const value = of();
        return typeof value === 'string' ? (value.normalize(form) === value) !== negated : null;
      };
    }
    case 'binary':
      return compileBinary(run, expression.operator, inner(expression.left), inner(expression.right));
    case 'call':
      return compileCall(run, expression, steps);
    case 'case':
      return compileCase(run, expression, steps);
    case 'map-projection': {
      const of = inner(expression.of);
      const parts = expression.items.map((item) => {
        if (item.kind === 'entry') return [item.key, inner(item.value)] as const;
        if (item.kind === 'variable') return [item.variable.name, inner(item.variable)] as const;
        return item.kind === 'property' ? ([item.key, undefined] as const) : undefined;
      });
      return () => projected(of(), parts);
    }
    case 'count-star':
      throw new Error('an aggregation was not taken out before');
    default: {
      const step = compileLoop(run, expression, steps);
      steps.push(step);
      return () => frame[step.slot]!;
    }
  }
}

function projected(of: Value, parts: readonly (readonly [string, Evaluate | undefined] | undefined)[]): Value {
  if (of === null) return null;
  const map = new Map<string, Value>();
  for (const part of parts) {
    if (part === undefined) {
      const all = isMap(of) ? of : (of as GraphNode).propertyMap();
      for (const [key, value] of all) map.set(key, value);
    } else map.set(part[0], part[1] === undefined ? propertyOf(of, part[0]) : part[1]());
  }
  return map;
}

function compileProperty(run: Run, expression: Extract<Expression, { kind: 'property' }>, steps: Step[]): Evaluate {
  const { key } = expression;
  if (expression.of.kind === 'variable') {
    const { frame } = run;
    const { slot } = expression.of.binding!;
    return () => propertyOf(frame[slot]!, key);
  }
  const of = compileInto(run, expression.of, steps);
  return () => propertyOf(of(), key);
}

function compileUnary(operator: 'not' | '-' | '+', of: Evaluate): Evaluate {
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

/** A boolean, or an error for anything else. */
export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new CypherError('TypeError', 'InvalidArgumentType', `Expected a boolean, not ${kindOf(value)}`);
}

/** True where the condition holds; false where it does not, or where that is unknown. */
export function holds(value: Value): boolean {
  return value === true || (value !== null && truth(value));
}

type Part = { readonly steps: readonly Step[]; readonly evaluate: Evaluate };

function compileParts(run: Run, expressions: readonly Expression[]): { parts: readonly Part[]; loops: boolean } {
  const parts = expressions.map((one) => compile(run, one));
  return { parts, loops: parts.some((part) => part.steps.length > 0) };
}

/** Makes a loop of its own of an expression whose parts are computed only when needed. */
function asStep(run: Run, steps: Step[], loop: () => Looping<Value>): Evaluate {
  const { frame } = run;
  const slot = run.slot();
  steps.push({ slot, run: loop });
  return () => frame[slot]!;
}

function compileLogical(run: Run, expression: Extract<Expression, { kind: 'logical' }>, steps: Step[]): Evaluate {
  const { operator } = expression;
  const { parts, loops } = compileParts(run, expression.operands);
  if (operator === 'xor') {
    const all = expression.operands.map((one) => compileInto(run, one, steps));
    return () => {
      let odd = false;
      let unknown = false;
      for (const one of all) {
        const value = one();
        if (value === null) unknown = true;
        else if (truth(value)) odd = !odd;
      }
      return unknown ? null : odd;
    };
  }
  const decides = operator === 'or';
  if (!loops) {
    const all = parts.map((part) => part.evaluate);
    if (all.length === 2) {
      const [left, right] = all as [Evaluate, Evaluate];
      return () => {
        const a = left();
        if (a === decides) return decides;
        const b = right();
        if (b === decides) return decides;
        if (a !== null) truth(a);
        if (b !== null) truth(b);
        return a === null || b === null ? null : !decides;
      };
    }
    return () => {
      let unknown = false;
      for (const one of all) {
        const value = one();
        if (value === null) unknown = true;
        else if (truth(value) === decides) return decides;
      }
      return unknown ? null : !decides;
    };
  }
  return asStep(run, steps, function* () {
    let unknown = false;
    for (const part of parts) {
      const value = yield* evaluateAll(run, part);
      if (value === null) unknown = true;
      else if (truth(value) === decides) return decides;
    }
    return unknown ? null : !decides;
  });
}

function compileCase(run: Run, expression: Extract<Expression, { kind: 'case' }>, steps: Step[]): Evaluate {
  const subject = expression.subject === undefined ? undefined : compileInto(run, expression.subject, steps);
  const whens = compileParts(
    run,
    expression.branches.map((branch) => branch.when),
  );
  const thens = compileParts(
    run,
    expression.branches.map((branch) => branch.value),
  );
  const otherwise =
    expression.otherwise === undefined ? { steps: [], evaluate: () => null } : compile(run, expression.otherwise);
  const matches = (when: Value): boolean => {
    if (subject === undefined) return holds(when);
    const value = subject();
    return value !== null && when !== null && equals(value, when) === true;
  };
  if (!whens.loops && !thens.loops && otherwise.steps.length === 0) {
    return () => {
      for (let i = 0; i < whens.parts.length; i++) {
        if (matches(whens.parts[i]!.evaluate())) return thens.parts[i]!.evaluate();
      }
      return otherwise.evaluate();
    };
  }
  return asStep(run, steps, function* () {
    for (const [i, when] of whens.parts.entries()) {
      if (matches(yield* evaluateAll(run, when))) return yield* evaluateAll(run, thens.parts[i]!);
    }
    return yield* evaluateAll(run, otherwise);
  });
}

function compileComparison(
  operands: readonly Evaluate[],
  operators: readonly Extract<Expression, { kind: 'comparison' }>['operators'][number][],
): Evaluate {
  const tests = operators.map(comparison);
  if (tests.length === 1) {
    const [left, right] = operands as [Evaluate, Evaluate];
    const test = tests[0]!;
    return () => test(left(), right());
  }
  return () => {
    const values = operands.map((operand) => operand());
    let unknown = false;
    for (let i = 0; i < tests.length; i++) {
      const result = tests[i]!(values[i]!, values[i + 1]!);
      if (result === false) return false;
      if (result === null) unknown = true;
    }
    return unknown ? null : true;
  };
}

function comparison(operator: string): (a: Value, b: Value) => boolean | null {
  const ordered =
    (test: (order: number) => boolean) =>
    (a: Value, b: Value): boolean | null => {
      const order = compare(a, b);
      return order === null ? null : test(order);
    };
  switch (operator) {
    case '=':
      return equals;
    case '<>':
      return (a, b) => {
        const same = equals(a, b);
        return same === null ? null : !same;
      };
    case '<':
      return ordered((order) => order < 0);
    case '<=':
      return ordered((order) => order <= 0);
    case '>':
      return ordered((order) => order > 0);
    default:
      return ordered((order) => order >= 0);
  }
}

function textTest(left: Evaluate, right: Evaluate, test: (a: string, b: string) => boolean): Evaluate {
  return () => {
    const a = left();
    const b = right();
    return typeof a === 'string' && typeof b === 'string' ? test(a, b) : null;
  };
}

function compileBinary(run: Run, operator: string, left: Evaluate, right: Evaluate): Evaluate {
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

function compileCall(run: Run, expression: Extract<Expression, { kind: 'call' }>, steps: Step[]): Evaluate {
  const known = findFunction(expression.name)!;
  if (known.name === 'range') {
    const step = compileLoop(run, expression, steps);
    steps.push(step);
    const { frame } = run;
    return () => frame[step.slot]!;
  }
  if (known.name === 'coalesce') {
    const { parts, loops } = compileParts(run, expression.args);
    if (loops) {
      return asStep(run, steps, function* () {
        for (const part of parts) {
          const value = yield* evaluateAll(run, part);
          if (value !== null) return value;
        }
        return null;
      });
    }
    const all = parts.map((part) => part.evaluate);
    return () => {
      for (const one of all) {
        const value = one();
        if (value !== null) return value;
      }
      return null;
    };
  }
  const args = expression.args.map((arg) => compileInto(run, arg, steps));
  const call = known.call!;
  const [first, second] = args;
  if (known.takesNull === true) return () => call(run, ...args.map((arg) => arg()));
  if (args.length === 1) {
    return () => {
      const value = first!();
      return value === null ? null : call(run, value);
    };
  }
  if (args.length === 2) {
    return () => {
      const a = first!();
      const b = second!();
      return a === null || b === null ? null : call(run, a, b);
    };
  }
  return () => {
    const values = args.map((arg) => arg());
    return values.includes(null) ? null : call(run, ...values);
  };
}

const typeAliases: Readonly<Record<string, readonly string[]>> = {
  BOOL: ['BOOLEAN'],
  INT: ['INTEGER'],
  'SIGNED INTEGER': ['INTEGER'],
  VARCHAR: ['STRING'],
  VERTEX: ['NODE'],
  EDGE: ['RELATIONSHIP'],
  'ANY NODE': ['NODE'],
  'ANY RELATIONSHIP': ['RELATIONSHIP'],
  'ANY MAP': ['MAP'],
  NUMBER: ['INTEGER', 'FLOAT'],
  ARRAY: ['LIST'],
  'TIMESTAMP WITH': ['ZONED DATETIME'],
  'TIMESTAMP WITHOUT': ['LOCAL DATETIME'],
  'TIME WITH': ['ZONED TIME'],
  'TIME WITHOUT': ['LOCAL TIME'],
};

function isOfType(value: Value, type: TypeName): boolean {
  return type.names.some(({ name, element, notNull }) => {
    if (name === 'NOTHING') return false;
    if (value === null) return !notNull;
    if (name === 'ANY' || name === 'ANY VALUE') return true;
    const kind = kindOf(value);
    if (name === 'PROPERTY VALUE' || name === 'ANY PROPERTY')
      return !['MAP', 'NODE', 'RELATIONSHIP', 'PATH'].includes(kind);
    if (!(typeAliases[name] ?? [name]).includes(kind)) return false;
    return element === undefined || !isList(value) || value.every((one) => isOfType(one, element));
  });
}
