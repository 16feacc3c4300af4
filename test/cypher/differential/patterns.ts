import { expression, labelExpression } from './expressions.ts';
import { TYPES } from './sample-graph.ts';
import { deeper, fresh, ofType, type Scope, type Type, type Variable, withVariables } from './scope.ts';

export interface Pattern {
  readonly text: string;
  readonly introduces: readonly Variable[];
}

interface PatternOptions {
  readonly hops: number;
  /** May new variables be named? */
  readonly named: boolean;
  /** The way in which a part may repeat; the two do not mix in one clause. */
  readonly repeats: 'length' | 'quantified' | 'none';
  /** Should the first node be one that is known? */
  readonly anchor?: boolean;
  /** Relationships known before the clause, each to be walked again once at most. */
  readonly again?: Variable[];
}

const typeExpression = ({ random }: Scope): string =>
  random.weighted<() => string>([
    [7, () => ''],
    [2, () => `:${random.pick(TYPES)}`],
    [4, () => `:${random.pick(TYPES)}|${random.pick(TYPES)}|${random.pick(TYPES)}`],
    [0.4, () => `:!${random.pick(TYPES)}`],
    [0.2, () => ':MISSING'],
  ])();

const properties = (scope: Scope, kind: 'node' | 'relationship'): string => {
  const { random } = scope;
  if (!random.chance(0.06)) return '';
  const inner = { ...deeper(scope), depth: 0, patterns: false };
  const [key, type] = random.pick<readonly [string, Type]>(
    kind === 'node'
      ? [
          ['rank', 'integer'],
          ['name', 'string'],
          ['active', 'boolean'],
          ['score', 'float'],
          ['mixed', 'any'],
        ]
      : [
          ['year', 'integer'],
          ['confidence', 'float'],
          ['note', 'string'],
        ],
  );
  return ` {${key}: ${expression(inner, type)}}`;
};

const inlineWhere = (scope: Scope, variable: Variable | undefined): string => {
  if (variable === undefined || !scope.random.chance(0.08)) return '';
  return ` WHERE ${expression({ ...withVariables(scope, [variable]), depth: 1, patterns: false }, 'boolean')}`;
};

const nodePattern = (scope: Scope, seen: readonly Variable[], { named, anchor }: PatternOptions): Pattern => {
  const { random } = scope;
  const known = ofType(withVariables(scope, seen), 'node');
  if (known.length > 0 && (anchor === true || random.chance(0.2)))
    return { text: `(${random.pick(known).name})`, introduces: [] };
  const variable: Variable | undefined =
    named && random.chance(0.75) ? { name: fresh(scope, 'n'), type: 'node' } : undefined;
  const labels = random.chance(0.3) ? `:${labelExpression(scope)}` : '';
  const inner = properties(scope, 'node');
  const where = inner === '' ? inlineWhere(scope, variable) : '';
  return { text: `(${variable?.name ?? ''}${labels}${inner}${where})`, introduces: variable ? [variable] : [] };
};

const arrow = (scope: Scope, inner: string, after = ''): string => {
  const [left, right] = scope.random.weighted([
    [5, ['-', '->']],
    [3, ['<-', '-']],
    [3, ['-', '-']],
  ] as const);
  return inner === '' && scope.random.chance(0.3) ? `${left}${right}${after}` : `${left}[${inner}]${right}${after}`;
};

const hop = (scope: Scope, { named, repeats, again = [] }: PatternOptions): Pattern => {
  const { random } = scope;
  const types = typeExpression(scope);
  if (repeats !== 'none' && random.chance(0.35)) {
    const typed = types === '' || types.includes('!') || types.includes('|') ? `:${random.pick(TYPES)}` : types;
    if (repeats === 'length') {
      const variable: Variable | undefined =
        named && random.chance(0.4) ? { name: fresh(scope, 'rs'), type: 'relationships' } : undefined;
      const length = random.pick(['*', '*1..2', '*0..1', '*2', '*..3', '*0..', '*2..3']);
      const endless = length === '*' || length === '*0..';
      return {
        text: arrow(
          scope,
          `${variable?.name ?? ''}${endless || types.includes('!') || random.chance(0.5) ? typed : types}${length}${properties(scope, 'relationship')}`,
        ),
        introduces: variable ? [variable] : [],
      };
    }
    const quantifier = random.pick(['{1,2}', '{0,1}', '{2}', '{,3}', '+', '*']);
    const endless = quantifier === '+' || quantifier === '*';
    return {
      text: arrow(scope, endless || random.chance(0.6) ? typed : types || ':!MISSING', quantifier),
      introduces: [],
    };
  }
  if (again.length > 0 && random.chance(0.1)) return { text: arrow(scope, again.pop()!.name), introduces: [] };
  const variable: Variable | undefined =
    named && random.chance(0.6) ? { name: fresh(scope, 'r'), type: 'relationship' } : undefined;
  const inner = properties(scope, 'relationship');
  const where = inner === '' ? inlineWhere(scope, variable) : '';
  return {
    text: arrow(scope, `${variable?.name ?? ''}${types}${inner}${where}`),
    introduces: variable ? [variable] : [],
  };
};

const group = (scope: Scope): string => {
  const { random } = scope;
  const [a, r, b] = [fresh(scope, 'a'), fresh(scope, 'q'), fresh(scope, 'b')];
  const inside = {
    ...withVariables(scope, [
      { name: a, type: 'node' },
      { name: r, type: 'relationship' },
      { name: b, type: 'node' },
    ]),
    depth: 1,
    patterns: false,
  };
  const where = random.chance(0.4) ? ` WHERE ${expression(inside, 'boolean')}` : '';
  const left = random.pick(['-', '<-']);
  return `((${a})${left}[${r}:${random.pick(TYPES)}|${random.pick(TYPES)}]${left === '-' ? random.pick(['->', '-']) : '-'}(${b})${where})${random.pick(['{1,2}', '{0,2}', '{2}', '{1,3}'])}`;
};

/** A chain of nodes and relationships. */
export const chain = (scope: Scope, options: PatternOptions): Pattern => {
  const introduces: Variable[] = [];
  const take = (one: Pattern): string => {
    introduces.push(...one.introduces);
    return one.text;
  };
  let text = take(nodePattern(scope, introduces, options));
  for (let i = 0; i < options.hops; i++) {
    text += options.repeats === 'quantified' && scope.random.chance(0.25) ? group(scope) : take(hop(scope, options));
    text += take(nodePattern(scope, introduces, { ...options, anchor: false }));
  }
  return { text, introduces };
};

/** The patterns of one MATCH, with a path or shortest paths now and then. */
export const matchPatterns = (scope: Scope): Pattern => {
  const { random } = scope;
  const repeats = random.weighted([
    [5, 'none'],
    [3, 'length'],
    [2, 'quantified'],
  ] as const);
  if (random.chance(0.06)) return shortest(scope);
  const introduces: Variable[] = [];
  const again = [...ofType(scope, 'relationship')];
  const parts: string[] = [];
  for (let i = random.chance(0.15) ? 2 : 1; i > 0; i--) {
    const within = withVariables(scope, introduces);
    const hops = random.weighted([
      [3, 0],
      [5, 1],
      [4, 2],
      [1.5, 3],
      [0.5, 4],
    ]);
    const one = chain(within, { hops, named: true, repeats, anchor: random.chance(0.5), again });
    const path: Variable | undefined =
      hops > 0 && random.chance(0.18) ? { name: fresh(scope, 'p'), type: 'path' } : undefined;
    parts.push(path ? `${path.name} = ${one.text}` : one.text);
    introduces.push(...one.introduces, ...(path ? [path] : []));
  }
  return { text: parts.join(', '), introduces };
};

/** Between different nodes: of one to itself Neo4j knows no shortest path. */
const shortest = (scope: Scope): Pattern => {
  const { random } = scope;
  const path: Variable = { name: fresh(scope, 'p'), type: 'path' };
  const [a, b]: readonly [Variable, Variable] = [
    { name: fresh(scope, 'n'), type: 'node' },
    { name: fresh(scope, 'n'), type: 'node' },
  ];
  const other = random.whole(0, 6);
  const ends = `(${a.name}:Entity WHERE ${a.name}.id <> 'n${other}'), (${b.name} {id: 'n${other}'})`;
  const types = random.pick(['', `:${random.pick(TYPES)}|${random.pick(TYPES)}`]);
  // Of equally short paths either may be the one: only what gives all of a length is asked for.
  if (random.chance(0.5)) {
    const link = arrow(scope, `${types}*${random.pick(['', '..3', '..2'])}`);
    const text = `${ends}, ${path.name} = allShortestPaths((${a.name})${link}(${b.name}))`;
    return { text, introduces: [a, b, path] };
  }
  const selector = random.pick(['ALL SHORTEST', 'SHORTEST 1 GROUPS', 'SHORTEST 2 GROUPS']);
  const [from, to] = ends.split(', ') as [string, string];
  const link = arrow(scope, types, random.pick(['+', '{1,4}', '{0,3}', '*']));
  return { text: `${path.name} = ${selector} ${from}${link}${to}`, introduces: [a, b, path] };
};

/** How far apart two nodes are; null where no path leads from one to the other. */
export const shortestLength = (scope: Scope): string => {
  const [a, b] = scope.random.some(ofType(scope, 'node'), 2).slice(0, 2) as [Variable, Variable];
  const link = arrow(scope, `*${scope.random.pick(['', '..3', '1..2'])}`);
  return `length(shortestPath((${a.name})${link}(${b.name})))`;
};

export const patternPredicate = (scope: Scope): string => {
  const inner = { ...scope, depth: 0, patterns: false };
  return chain(inner, {
    hops: scope.random.whole(1, 2),
    named: false,
    repeats: scope.random.chance(0.2) ? 'length' : 'none',
    anchor: true,
  }).text;
};

/** The inside of COUNT { } or, with a column, of COLLECT { }. */
export const subquery = (scope: Scope, column = false): string => {
  const { random } = scope;
  const inner = { ...scope, patterns: false, depth: Math.min(1, scope.depth) };
  const pattern = chain(inner, { hops: random.whole(0, 2), named: true, repeats: 'none', anchor: random.chance(0.8) });
  const within = withVariables(inner, pattern.introduces);
  const where = random.chance(0.5) ? ` WHERE ${expression(within, 'boolean')}` : '';
  if (!column && random.chance(0.6)) return `${pattern.text}${where}`;
  const type = random.pick(['integer', 'string', 'float'] as const);
  return `MATCH ${pattern.text}${where} RETURN ${random.chance(0.3) ? 'DISTINCT ' : ''}${expression(within, type)} AS ${fresh(scope, 'c')}`;
};

export const exists = (scope: Scope): string => `EXISTS { ${subquery(scope)} }`;

export const comprehension = (scope: Scope): string => {
  const { random } = scope;
  const inner = { ...scope, patterns: false, depth: Math.min(1, scope.depth) };
  const pattern = chain(inner, {
    hops: random.whole(1, 2),
    named: true,
    repeats: random.chance(0.2) ? 'length' : 'none',
    anchor: true,
  });
  const within = withVariables(inner, pattern.introduces);
  const where = random.chance(0.5) ? ` WHERE ${expression(within, 'boolean')}` : '';
  return `[${pattern.text}${where} | ${expression(within, random.pick(['integer', 'string', 'float']))}]`;
};
