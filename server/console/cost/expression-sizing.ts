import type { Call, Expression, PatternPart, Query } from '../../cypher/ast.ts';
import type { ConsoleLimits } from '../limits.ts';
import { copies } from './copies.ts';
import { deeper, knowing, type Place } from './place.ts';
import { rangeSize } from './range-size.ts';
import { type Refuse, requireFew, requireSmall } from './refuse.ts';
import { requireSafePattern } from './require-safe-pattern.ts';
import { COLLECTED, ENDLESS, elementOf, largest, ONE, plus, type Size, STORED, sizeOfValue } from './size.ts';

/** What the look at a query goes by. */
export interface Given {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly limits: ConsoleLimits;
  readonly refuse: Refuse;
}

/** Sizes of what stands in a text. Everything is looked at once: what is nested would else be looked at for ever. */
export interface Sizing {
  sizeOf(of: Expression, outer: Place): Size;
  patternSizes(patterns: readonly PatternPart[], place: Place): void;
}

/** Sizes of expressions; `ofQuery` looks at the subqueries in them. */
export const expressionSizing = (
  { parameters, limits, refuse }: Given,
  ofQuery: (query: Query, outer: Place) => unknown,
): Sizing => {
  const built = (size: Size, start: number): Size => requireSmall(size, start, limits, refuse);

  /** The rounds of a loop over a list, its body entered with what an element may be. */
  const loop = (
    start: number,
    list: Size,
    place: Place,
    body: (inner: Place) => Size,
    variables: Readonly<Record<string, Size>>,
  ): Size => {
    if (place.loops >= limits.loops) {
      refuse(
        'nesting',
        start,
        `Loops over lists may stand at most ${limits.loops} deep in one expression.`,
        'Use UNWIND for the outer ones.',
      );
    }
    const rounds = place.rounds * list.items;
    requireFew(rounds, start, limits, refuse);
    const each = body({ ...knowing(place, Object.entries(variables)), loops: place.loops + 1, rounds });
    requireFew(list.items * each.all, start, limits, refuse);
    return each;
  };

  const sizeOf = (of: Expression, outer: Place): Size => {
    const place = deeper(outer, of.start, 'Expressions', limits, refuse);
    const each = (parts: readonly (Expression | undefined)[]): Size =>
      parts.reduce<Size>((sum, part) => (part ? plus(sum, sizeOf(part, place)) : sum), { all: 1, items: 0 });
    const most = (parts: readonly (Expression | undefined)[]): Size =>
      largest(parts.flatMap((part) => (part ? sizeOf(part, place) : [])));
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
        if (of.operator === '=~') requireSafePattern(of.right, parameters, refuse);
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
        return callSize(of, place);
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
          refuse(
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
        ofQuery(of.query, place);
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

  const callSize = (call: Call, place: Place): Size => {
    const name = call.name.toLowerCase();
    if (name === 'range') return rangeSize(call, (arg) => sizeOf(arg, place));
    const args = call.args.map((arg) => sizeOf(arg, place));
    const size = largest(args);
    if (name === 'collect') return COLLECTED;
    if (name === 'split') return { all: size.all, items: size.all };
    if (name === 'replace') {
      const [text = ONE, , by = ONE] = args;
      return built({ all: text.all * Math.max(1, by.all - 1), items: 1 }, call.start);
    }
    if (/^(lpad|rpad)$/.test(name)) return built(ENDLESS, call.start);
    if (/^(nodes|relationships|labels|keys|properties)$/.test(name)) return STORED;
    return size;
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

  return { sizeOf, patternSizes };
};
