import type { Call, Clause, Expression, PatternPart, Projection, Query, Statement } from '../cypher/ast.ts';
import { placeOf } from '../cypher/error.ts';
import { ConsoleError } from './console-error.ts';
import type { ConsoleLimits } from './limits.ts';
import { patternDanger } from './pattern-safety.ts';

/** Bounds on a value: elements and characters in all, and how many elements its outermost list has. */
interface Size {
  readonly all: number;
  readonly items: number;
}
/** What is known of variables, and how deep in loops and expressions we are. */
interface Place {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly loops: number;
  /** How often the loops we are in may enter their bodies, in all. */
  readonly rounds: number;
  readonly depth: number;
}

const ONE: Size = { all: 1, items: 1 };
/** A property, at most an article's text; a list found in the graph. */
const STORED: Size = { all: 10_000, items: 1_000 };
/** What an aggregate of rows may hold; the rows themselves are counted by the store, which can stop between them. */
const COLLECTED: Size = { all: 100_000, items: 10_000 };
const ENDLESS: Size = { all: Number.POSITIVE_INFINITY, items: Number.POSITIVE_INFINITY };

const sizeOfValue = (value: unknown): Size => {
  if (typeof value === 'string') return { all: value.length + 1, items: 1 };
  if (typeof value !== 'object' || value === null) return ONE;
  const parts = Object.values(value).map(sizeOfValue);
  return { all: parts.reduce((sum, part) => sum + part.all, 1), items: parts.length };
};

const plus = (a: Size, b: Size): Size => ({ all: a.all + b.all, items: a.items + b.items });
const larger = (a: Size, b: Size): Size => ({ all: Math.max(a.all, b.all), items: Math.max(a.items, b.items) });
/** An element on the average: what a loop spends on all of them is then right where its body is linear. */
const elementOf = ({ all, items }: Size): Size => {
  const each = Math.ceil(all / Math.max(1, items));
  return Number.isFinite(all) ? { all: each, items: each } : ENDLESS;
};

/** How many copies of the accumulator the next one may hold: two, and it doubles at each step. */
const copies = (of: Expression, name: string): number => {
  const sum = (parts: readonly (Expression | undefined)[]) =>
    parts.reduce((total, part) => total + (part ? copies(part, name) : 0), 0);
  switch (of.kind) {
    case 'variable':
      return of.name === name ? 1 : 0;
    case 'binary':
      return of.operator === '+' || of.operator === '||' ? sum([of.left, of.right]) : 0;
    case 'list':
      return sum(of.items);
    case 'map':
      return sum(of.entries.map((entry) => entry.value));
    case 'call':
      return /^(size|length|abs|sign|char_length|character_length)$/i.test(of.name) ? 0 : sum(of.args);
    case 'case':
      return Math.max(
        0,
        ...of.branches.map((branch) => copies(branch.value, name)),
        of.otherwise ? copies(of.otherwise, name) : 0,
      );
    case 'list-comprehension':
      return sum([of.list]) + 2 * sum([of.map]);
    case 'reduce':
      return sum([of.initial, of.list]) + 2 * sum([of.body]);
    case 'index':
    case 'slice':
    case 'property':
    case 'unary':
      return copies(of.of, name);
    case 'map-projection':
      return of.items.reduce(
        (total, item) => total + (item.kind === 'entry' ? copies(item.value, name) : 0),
        copies(of.of, name),
      );
    default:
      return 0;
  }
};

const literalNumber = (of: Expression | undefined): number | undefined => {
  if (of?.kind === 'unary' && of.operator === '-') {
    const value = literalNumber(of.of);
    return value === undefined ? undefined : -value;
  }
  return of?.kind === 'literal' && (typeof of.value === 'bigint' || typeof of.value === 'number')
    ? Number(of.value)
    : undefined;
};

/**
 * Refuses a query that could hold a store inside one expression, where neither its clock nor its memory limit looks:
 * bounds the rounds of every loop over a list and the size of every value, from the text and the parameters alone.
 * What is not in the text (properties, aggregates) is taken for large but not for endless; ranges that can't be read
 * off the text are taken for endless.
 */
export const requireBounded = (
  statement: Statement,
  parameters: Readonly<Record<string, unknown>>,
  limits: ConsoleLimits,
): void => {
  const fail = (what: string, start: number, message: string, hint: string): never => {
    throw new ConsoleError('refused', `TooCostly: ${what}`, message, { hint, ...placeOf(statement.text, start) });
  };
  const spend = (rounds: number, start: number): void => {
    if (rounds > limits.work) {
      fail(
        'loop',
        start,
        'This expression could take more rounds than a store can be stopped in.',
        `Loop over lists of a known size, at most ${limits.work.toLocaleString('en')} rounds in all, or use UNWIND, which can be stopped.`,
      );
    }
  };
  const built = (size: Size, start: number): Size => {
    if (size.all > limits.work)
      fail(
        'size',
        start,
        'This expression could build a value larger than the console allows.',
        'Build smaller lists and texts, or return rows.',
      );
    return size;
  };

  const rangeOf = (call: Call, place: Place): Size => {
    const [from, to, step = 1] = call.args.map((arg) => literalNumber(arg));
    if (from !== undefined && to !== undefined && step) {
      const items = Math.max(0, Math.floor((to - from) / step) + 1);
      return { all: items, items };
    }
    const [first, last] = call.args;
    const measured = last && bySize(last);
    if (first && literalNumber(first) !== undefined && measured) {
      const { items } = sizeOf(measured, place);
      return { all: items, items };
    }
    return ENDLESS;
  };
  /** The list or text inside `size(x)`, `size(x) - 1`. */
  const bySize = (of: Expression): Expression | undefined => {
    if (of.kind === 'call' && /^(size|length)$/i.test(of.name)) return of.args[0];
    if (of.kind === 'binary' && (of.operator === '-' || of.operator === '/') && literalNumber(of.right) !== undefined)
      return bySize(of.left);
    return undefined;
  };

  /** The rounds of a loop over a list, its body entered with what an element may be. */
  const loop = (
    start: number,
    list: Size,
    place: Place,
    body: (inner: Place) => Size,
    variables: Readonly<Record<string, Size>>,
  ): Size => {
    if (place.loops >= limits.loops) {
      fail(
        'nesting',
        start,
        `Loops over lists may stand at most ${limits.loops} deep in one expression.`,
        'Use UNWIND for the outer ones.',
      );
    }
    const rounds = place.rounds * list.items;
    spend(rounds, start);
    const inner = {
      ...place,
      loops: place.loops + 1,
      rounds,
      sizes: new Map([...place.sizes, ...Object.entries(variables)]),
    };
    const each = body(inner);
    spend(list.items * each.all, start);
    return each;
  };

  const sizeOf = (of: Expression, outer: Place): Size => {
    const place = { ...outer, depth: outer.depth + 1 };
    if (place.depth > limits.depth)
      fail(
        'depth',
        of.start,
        `Expressions may stand at most ${limits.depth} deep in one another.`,
        'Use WITH to name parts.',
      );
    const each = (parts: readonly (Expression | undefined)[]): Size =>
      parts.reduce<Size>((sum, part) => (part ? plus(sum, sizeOf(part, place)) : sum), { all: 1, items: 0 });
    const most = (parts: readonly (Expression | undefined)[]): Size =>
      parts.reduce<Size>((size, part) => (part ? larger(size, sizeOf(part, place)) : size), ONE);
    switch (of.kind) {
      case 'literal':
        return sizeOfValue(of.value);
      case 'parameter':
        return sizeOfValue(parameters[of.name]);
      case 'variable':
        return place.sizes.get(of.name) ?? STORED;
      case 'property':
        sizeOf(of.of, place);
        return of.of.kind === 'variable' ? (place.sizes.get(of.of.name) ?? STORED) : STORED;
      case 'index':
        return elementOf(most([of.of, of.index]));
      case 'slice':
        return most([of.of, of.from, of.to]);
      case 'list': {
        const { all } = each(of.items);
        return built({ all, items: of.items.length }, of.start);
      }
      case 'map':
        return built(each(of.entries.map((entry) => entry.value)), of.start);
      case 'unary':
        return sizeOf(of.of, place);
      case 'binary':
        if (of.operator === '=~') requireSafePattern(of.right);
        if (of.operator === '+' || of.operator === '||')
          return built(plus(sizeOf(of.left, place), sizeOf(of.right, place)), of.start);
        most([of.left, of.right]);
        return ONE;
      case 'logical':
      case 'comparison':
        most(of.operands);
        return ONE;
      case 'is-null':
      case 'is-typed':
      case 'is-normalized':
      case 'has-labels':
        sizeOf(of.of, place);
        return ONE;
      case 'case':
        most([of.subject, ...of.branches.flatMap((branch) => branch.tests.map((test) => test.operand))]);
        return most([...of.branches.map((branch) => branch.value), of.otherwise]);
      case 'call':
        return callSize(of, place, most);
      case 'list-comprehension': {
        const list = sizeOf(of.list, place);
        const element = loop(
          of.start,
          list,
          place,
          (inner) => {
            if (of.where) sizeOf(of.where, inner);
            return of.map ? sizeOf(of.map, inner) : ONE;
          },
          {
            [of.variable.name]: elementOf(list),
          },
        );
        return built({ all: of.map ? list.items * element.all : list.all, items: list.items }, of.start);
      }
      case 'quantifier': {
        const list = sizeOf(of.list, place);
        loop(of.start, list, place, (inner) => sizeOf(of.where, inner), { [of.variable.name]: elementOf(list) });
        return ONE;
      }
      case 'reduce': {
        const list = sizeOf(of.list, place);
        const initial = sizeOf(of.initial, place);
        const grows = copies(of.body, of.accumulator.name);
        if (grows > 1) {
          fail(
            'accumulator',
            of.start,
            `The body of reduce uses ${of.accumulator.name} in a way that doubles it at every step.`,
            'Add to the accumulator once.',
          );
        }
        const step = loop(of.start, list, place, (inner) => sizeOf(of.body, inner), {
          [of.accumulator.name]: initial,
          [of.variable.name]: elementOf(list),
        });
        const all = grows ? initial.all + list.items * step.all : Math.max(initial.all, step.all);
        return built({ all, items: all }, of.start);
      }
      case 'pattern-comprehension':
        patternSizes([of.pattern], place);
        if (of.where) sizeOf(of.where, place);
        sizeOf(of.map, place);
        return COLLECTED;
      case 'pattern-expression':
        patternSizes([of.pattern], place);
        return ONE;
      case 'subquery':
        queryCost(of.query, place);
        return of.which === 'collect' ? COLLECTED : ONE;
      case 'map-projection':
        return built(
          of.items.reduce(
            (size, item) => (item.kind === 'entry' ? plus(size, sizeOf(item.value, place)) : size),
            STORED,
          ),
          of.start,
        );
      default:
        return ONE;
    }
  };

  const callSize = (call: Call, place: Place, most: (parts: readonly (Expression | undefined)[]) => Size): Size => {
    const name = call.name.toLowerCase();
    if (name === 'range') {
      most(call.args);
      return rangeOf(call, place);
    }
    const size = most(call.args);
    if (name === 'collect') return COLLECTED;
    if (name === 'split') return { all: size.all, items: size.all };
    if (name === 'replace') {
      const [text, , by] = call.args.map((arg) => sizeOf(arg, place));
      return built({ all: (text?.all ?? 1) * Math.max(1, by?.all ?? 1), items: 1 }, call.start);
    }
    if (/^(lpad|rpad)$/.test(name)) return built(ENDLESS, call.start);
    if (/^(nodes|relationships|labels|keys|properties)$/.test(name)) return STORED;
    return size;
  };

  const requireSafePattern = (of: Expression): void => {
    const value = of.kind === 'literal' ? of.value : of.kind === 'parameter' ? parameters[of.name] : undefined;
    if (typeof value !== 'string') {
      if (value === null) return;
      fail(
        'pattern',
        of.start,
        'The regular expression after =~ is computed.',
        'Write it out, or give it as a parameter.',
      );
    }
    const danger = patternDanger(value as string);
    if (danger)
      fail(
        'pattern',
        of.start,
        `The regular expression after =~ ${danger}, which could stall the store.`,
        'Use CONTAINS, STARTS WITH or a simpler pattern.',
      );
  };

  const patternSizes = (patterns: readonly PatternPart[], place: Place): void => {
    const enter = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (Array.isArray(value)) {
        for (const item of value) enter(item);
        return;
      }
      const piece = value as { kind?: string; properties?: Expression; where?: Expression; elements?: unknown };
      if (piece.properties) sizeOf(piece.properties, place);
      if (piece.where) sizeOf(piece.where, place);
      if (piece.elements) enter(piece.elements);
    };
    enter(patterns);
  };

  const projectionSizes = (projection: Projection, place: Place): Place => {
    const sizes = new Map(place.sizes);
    for (const item of projection.items) {
      const size = sizeOf(item.expression, place);
      built(size, item.start);
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
        return { ...place, sizes: new Map([...place.sizes, [clause.variable.name, element]]) };
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
        return { ...place, sizes: new Map([...place.sizes, ...queryCost(clause.query, place).sizes]) };
      default:
        return place;
    }
  };

  const queryCost = (query: Query, outer: Place): Place => {
    const place = { ...outer, depth: outer.depth + 1 };
    if (place.depth > limits.depth)
      fail(
        'depth',
        query.start,
        `Subqueries may stand at most ${limits.depth} deep in one another.`,
        'Use WITH to name parts.',
      );
    const ends = query.parts.map(({ clauses }) => clauses.reduce((at, clause) => clauseCost(clause, at), place));
    const sizes = new Map<string, Size>();
    for (const end of ends) for (const [name, size] of end.sizes) sizes.set(name, larger(sizes.get(name) ?? ONE, size));
    return { ...outer, sizes };
  };

  queryCost(statement.query, { sizes: new Map(), loops: 0, rounds: 1, depth: 0 });
};
