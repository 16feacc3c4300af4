import { expression } from './expressions.ts';
import { matchPatterns } from './patterns.ts';
import type { Random } from './random.ts';
import { fresh, type Scope, type Type, type Variable, withVariables } from './scope.ts';

/** A generated query. `ordered`: its rows come in one order only. */
export interface GeneratedQuery {
  readonly text: string;
  readonly ordered: boolean;
}

interface Projected {
  readonly text: string;
  readonly columns: readonly Variable[];
  readonly ordered: boolean;
}

const plainTypes: readonly Type[] = [
  'integer',
  'float',
  'string',
  'boolean',
  'integers',
  'strings',
  'list',
  'any',
  'map',
  'date',
  'datetime',
  'duration',
];

/** What a column is sorted by, so that no two different rows are equal; undefined where there is no such thing. */
const sortKeys: Partial<Record<Type, (name: string) => string>> = {
  node: (name) => `${name}.id`,
  relationship: (name) => `${name}.id`,
  relationships: (name) => `[x IN ${name} | x.id]`,
  path: (name) => `[x IN nodes(${name}) | x.id], [x IN relationships(${name}) | x.id]`,
  integer: (name) => name,
  string: (name) => name,
  boolean: (name) => name,
  float: (name) => name,
  integers: (name) => name,
  strings: (name) => name,
  any: (name) => name,
};

const aggregate = (scope: Scope): readonly [text: string, type: Type] => {
  const { random } = scope;
  const of = (type: Type): string => `${random.chance(0.25) ? 'DISTINCT ' : ''}${expression(scope, type)}`;
  return random.weighted<() => readonly [string, Type]>([
    [4, () => ['count(*)', 'integer']],
    [4, () => [`count(${of(random.pick(['integer', 'string', 'any', 'float']))})`, 'integer']],
    [3, () => [`sum(${of(random.pick(['integer', 'float']))})`, 'any']],
    [2, () => [`${random.pick(['min', 'max'])}(${of(random.pick(['integer', 'string', 'float']))})`, 'any']],
    [1, () => [`${random.pick(['min', 'max'])}(${of(random.pick(['any', 'list', 'boolean']))})`, 'any']],
    [1.5, () => [`avg(${of(random.pick(['integer', 'float']))})`, 'float']],
    [3, () => [`collect(${of(random.pick(['integer', 'string', 'any', 'float']))})`, 'bag']],
    [1, () => [`size(collect(${of('any')}))`, 'integer']],
    [0.5, () => [`percentileDisc(${expression(scope, 'integer')}, 0.5)`, 'integer']],
    [0.5, () => [`percentileCont(${expression(scope, 'float')}, 0.25)`, 'float']],
    [0.3, () => [`${random.pick(['stDev', 'stDevP'])}(${expression(scope, 'float')})`, 'float']],
    [0.8, () => [`count(*) + ${random.whole(0, 3)}`, 'integer']],
  ])();
};

/** Columns of a WITH or a RETURN, sorting and cutting too. */
const projection = (scope: Scope, keyword: 'WITH' | 'RETURN'): Projected => {
  const { random } = scope;
  const columns: Variable[] = [];
  const items: string[] = [];
  const add = (text: string, type: Type): void => {
    const name = fresh(scope, 'c');
    columns.push({ name, type });
    items.push(`${text} AS ${name}`);
  };
  const aggregates = random.chance(0.3);
  const kept = random.some(scope.variables).slice(0, aggregates ? 2 : 5);
  for (const one of kept) {
    if (aggregates && one.type === 'bag') continue;
    columns.push(one);
    items.push(one.name);
  }
  for (
    let i = random.weighted([
      [keyword === 'RETURN' ? 1 : 4, 0],
      [4, 1],
      [2, 2],
    ]);
    i > 0;
    i--
  ) {
    const type = random.chance(0.08) && !aggregates ? 'bag' : random.pick(plainTypes);
    add(expression({ ...scope, depth: 2 }, type), type);
  }
  if (aggregates) {
    for (let i = random.whole(1, 2); i > 0; i--)
      add(...aggregate({ ...scope, depth: 1, patterns: random.chance(0.2) }));
  }
  if (items.length === 0) add(expression({ ...scope, depth: 2 }, 'integer'), 'integer');
  const bags = columns.some(({ type }) => type === 'bag');
  const distinct = !bags && random.chance(aggregates ? 0.03 : 0.2) ? ' DISTINCT' : '';
  let text = `${keyword}${distinct} ${items.join(', ')}`;
  let ordered = false;
  const keys = columns.map(({ name, type }) => sortKeys[type]?.(name));
  const throughPath = (distinct !== '' || aggregates) && columns.some(({ type }) => type === 'path');
  if (!keys.includes(undefined) && !throughPath && random.chance(0.3)) {
    ordered = true;
    const sorted = random.chance(0.3) ? keys.toReversed() : keys;
    text += ` ORDER BY ${sorted.map((key) => (random.chance(0.3) && !key!.includes('nodes(') ? `${key} DESC` : key)).join(', ')}`;
    if (random.chance(0.2)) text += ` SKIP ${random.pick(['1', '2', '$whole'])}`;
    if (random.chance(0.5)) text += ` LIMIT ${random.pick(['1', '3', '5', '0', '$whole', '1 + 1'])}`;
  }
  return { text, columns, ordered };
};

const where = (scope: Scope, share: number): string =>
  scope.random.chance(share) ? ` WHERE ${expression({ ...scope, depth: 2 }, 'boolean')}` : '';

interface Step {
  readonly text: string;
  readonly scope: Scope;
}

const match = (scope: Scope, optional: boolean): Step => {
  const pattern = matchPatterns({ ...scope, depth: 1, patterns: true });
  const next = withVariables(scope, pattern.introduces);
  return { text: `${optional ? 'OPTIONAL ' : ''}MATCH ${pattern.text}${where(next, 0.35)}`, scope: next };
};

const unwind = (scope: Scope): Step => {
  const [list, type] = scope.random.pick([
    ['integers', 'integer'],
    ['strings', 'string'],
    ['list', 'any'],
    ['bag', 'string'],
  ] as const);
  const name = fresh(scope, 'u');
  const text = `UNWIND ${expression({ ...scope, depth: 1 }, list)} AS ${name}`;
  return { text, scope: withVariables(scope, [{ name, type: type === 'any' ? 'any' : type }]) };
};

const withClause = (scope: Scope): Step => {
  const { text, columns } = projection(scope, 'WITH');
  const next = { ...scope, variables: columns };
  return { text: text + where(next, 0.2), scope: next };
};

const callSubquery = (scope: Scope): Step => {
  const { random } = scope;
  const imports = random.some(scope.variables.filter(({ type }) => type === 'node' || type === 'integer')).slice(0, 2);
  const inner = { ...scope, variables: imports };
  const named = random.chance(0.6);
  const first = match(inner, random.chance(0.3));
  const { columns, text } = projection(
    { ...first.scope, variables: first.scope.variables.filter((one) => !imports.includes(one)) },
    'RETURN',
  );
  const begin = named || imports.length === 0 ? '' : `WITH ${imports.map(({ name }) => name).join(', ')} `;
  const head = named ? `CALL (${imports.map(({ name }) => name).join(', ')}) {` : 'CALL {';
  const plain = columns.every(({ type }) => !['path', 'relationships', 'relationship'].includes(type));
  if (!plain || random.chance(0.6))
    return { text: `${head} ${begin}${first.text} ${text} }`, scope: withVariables(scope, columns) };
  const other = match(inner, false);
  const more = columns.map(({ name, type }) => `${expression({ ...other.scope, depth: 1 }, type)} AS ${name}`);
  const cut = text.replace(/ (ORDER BY|SKIP|LIMIT) .*$/s, '');
  const union = `UNION${random.chance(0.5) ? ' ALL' : ''} ${begin}${other.text} RETURN ${more.join(', ')}`;
  return { text: `${head} ${begin}${first.text} ${cut} ${union} }`, scope: withVariables(scope, columns) };
};

const single = (
  random: Random,
  names: { count: number },
  patterns = true,
): { readonly clauses: string; readonly scope: Scope } => {
  let scope: Scope = { random, variables: [], names, depth: 2, patterns };
  const clauses: string[] = [];
  const add = (step: Step): void => {
    clauses.push(step.text);
    scope = step.scope;
  };
  add(
    random.weighted<() => Step>([
      [10, () => match(scope, false)],
      [1, () => match(scope, true)],
      [1.5, () => unwind(scope)],
      [1, () => withClause(scope)],
    ])(),
  );
  for (
    let i = random.weighted([
      [5, 0],
      [4, 1],
      [2, 2],
      [1, 3],
    ]);
    i > 0;
    i--
  ) {
    add(
      random.weighted<() => Step>([
        [3, () => match(scope, false)],
        [3, () => match(scope, true)],
        [4, () => withClause(scope)],
        [1, () => unwind(scope)],
        [1, () => callSubquery(scope)],
      ])(),
    );
    if (clauses.at(-1)!.startsWith('MATCH') && clauses.at(-2)!.startsWith('OPTIONAL'))
      add(withClauseOf(scope, clauses));
  }
  return { clauses: clauses.join(' '), scope };
};

/** MATCH right after OPTIONAL MATCH is refused: a WITH goes between. */
const withClauseOf = (scope: Scope, clauses: string[]): Step => {
  const last = clauses.pop()!;
  clauses.push('WITH *');
  return { text: last, scope };
};

/** A reading query. */
export const generateQuery = (random: Random): GeneratedQuery => {
  const names = { count: 0 };
  const { clauses, scope } = single(random, names);
  const { text, columns, ordered } = projection(scope, 'RETURN');
  if (!random.chance(0.08)) return { text: `${clauses} ${text}`, ordered };
  const other = single(random, names);
  const more = columns.map(({ name, type }) => {
    const wanted = type === 'path' || type === 'relationships' || type === 'relationship' ? 'any' : type;
    const written = expression({ ...other.scope, depth: 1 }, wanted);
    return written === name ? name : `${written} AS ${name}`;
  });
  const head = text.replace(/ (ORDER BY|SKIP|LIMIT) .*$/s, '');
  return {
    text: `${clauses} ${head} UNION${random.chance(0.5) ? ' ALL' : ''} ${other.clauses} RETURN ${more.join(', ')}`,
    ordered: false,
  };
};
