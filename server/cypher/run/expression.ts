import type { Expression } from '../ast.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { isMap, kindOf, type Value } from '../values/value.ts';
import { elementOf, propertyOf, sliceOf } from './access.ts';
import { compileCall } from './call.ts';
import { compileComparison } from './comparison.ts';
import { compileCase, compileLogical } from './conditional.ts';
import type { Looping } from './cursor.ts';
import { compileLabels } from './labels.ts';
import { compileLoop } from './loops.ts';
import { compileBinary, compileUnary } from './operators.ts';
import type { Run } from './run.ts';
import { isOfType } from './typed.ts';

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
  return { steps, evaluate: plainKinds.has(expression.kind) ? evaluate : placed(evaluate, expression.start) };
}

const plainKinds: ReadonlySet<string> = new Set(['literal', 'parameter', 'variable']);

/** Tells errors of running where in the query they arose; what arose further inside knows better. */
export function placed(evaluate: Evaluate, offset: number): Evaluate {
  return () => {
    try {
      return evaluate();
    } catch (error) {
      if (error instanceof CypherError) error.offset ??= offset;
      throw error;
    }
  };
}

/** The same for a loop. */
export function* placedLoop<T>(loop: Looping<T>, offset: number): Looping<T> {
  try {
    return yield* loop;
  } catch (error) {
    if (error instanceof CypherError) error.offset ??= offset;
    throw error;
  }
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

/** A boolean, or an error for anything else. */
export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new CypherError('TypeError', 'InvalidArgumentType', `Expected a boolean, not ${kindOf(value)}`);
}

/** True where the condition holds; false where it does not, or where that is unknown. */
export function holds(value: Value): boolean {
  return value === true || (value !== null && truth(value));
}
