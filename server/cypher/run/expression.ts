import type { Expression } from '../ast.ts';
import { CypherError } from '../error.ts';
import { normalized } from '../functions/string.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { finish, type Looping, type Pace, unhurried } from '../pace.ts';
import { isLarge } from '../values/large.ts';
import { isList, isMap, kindOf, type Value } from '../values/value.ts';
import { beyondEnd, elementOf, propertyOf, sliceOf } from './access.ts';
import { longCopy } from './budget.ts';
import { compileCall } from './call.ts';
import { compileComparison } from './comparison.ts';
import { compileCase, compileLogical } from './conditional.ts';
import { compileLabels } from './labels.ts';
import { compileLoop } from './loops.ts';
import { compileBinary, compileUnary } from './operators.ts';
import type { Run } from './run.ts';
import { begin, type Evaluate, inOneTurn, placed, placedStep, type Step, sizedStep } from './step.ts';
import { isOfType } from './typed.ts';

/** An expression ready to run: first its steps, in order, then `evaluate`. */
export interface Compiled {
  readonly steps: readonly Step[];
  readonly evaluate: Evaluate;
}

/** Turns an expression into closures over the frame of one run. */
export function compile(run: Run, expression: Expression): Compiled {
  const steps: Step[] = [];
  const evaluate = compileInto(run, expression, steps);
  if (plainKinds.has(expression.kind)) return { steps, evaluate };
  return {
    steps: steps.map((step) => placedStep(step, expression.start)),
    evaluate: placed(evaluate, expression.start),
  };
}

const plainKinds: ReadonlySet<string> = new Set(['literal', 'parameter', 'variable']);

/** Takes the steps, then computes the expression. */
export function* evaluateAll(run: Run, compiled: Compiled): Looping<Value> {
  const loop = begin(run, compiled.steps);
  if (loop !== undefined) yield* loop;
  return compiled.evaluate();
}

/** Compiles; what may take long is put before as steps, and read from their slots. */
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
      const from = expression.from === undefined ? () => 0n : inner(expression.from);
      const to = expression.to === undefined ? () => beyondEnd : inner(expression.to);
      return sizedStep<[Value, Value, Value]>(
        run,
        steps,
        () => [of(), from(), to()],
        sliceOf,
        (...args) =>
          isList(args[0]) && args[0].length > longCopy ? inOneTurn(run.budget, () => sliceOf(...args)) : undefined,
      );
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
      return compileComparison(run, expression, steps);
    case 'is-null': {
      const of = inner(expression.of);
      return expression.negated ? () => of() !== null : () => of() === null;
    }
    case 'is-typed': {
      const of = inner(expression.of);
      const { type, negated } = expression;
      return sizedStep<[Value]>(
        run,
        steps,
        () => [of()],
        (value) => finish(isOfType(value, type, unhurried)) !== negated,
        (value) => (isList(value) ? not(isOfType(value, type, run.budget), negated) : undefined),
      );
    }
    case 'is-normalized': {
      const of = inner(expression.of);
      const { form, negated } = expression;
      return sizedStep<[Value]>(
        run,
        steps,
        () => [of()],
        (value) => (typeof value === 'string' ? (value.normalize(form) === value) !== negated : null),
        (value) =>
          typeof value === 'string' && isLarge(value) ? not(isNormal(value, form, run.budget), negated) : undefined,
      );
    }
    case 'binary':
      return compileBinary(run, expression, steps);
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

function* isNormal(text: string, form: string, pace: Pace): Looping<boolean> {
  return (yield* normalized(text, form, pace)) === text;
}

/** The verdict of a loop, turned round or not. */
function* not(loop: Looping<boolean>, negated: boolean): Looping<boolean> {
  return (yield* loop) !== negated;
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
