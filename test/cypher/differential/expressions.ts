import { comprehension, exists, patternPredicate, shortestLength, subquery } from './patterns.ts';
import { LABELS, NAMES, TYPES } from './sample-graph.ts';
import { deeper, fresh, ofType, type Scope, type Type, withVariables } from './scope.ts';

type Choice = readonly [weight: number, write: () => string];

/** Parameters every generated query may use. */
export const PARAMETERS = {
  whole: 3n,
  part: 0.75,
  text: 'Dane',
  flag: true,
  nothing: null,
  numbers: [1n, 2n, null, 2014n],
  texts: ['Dane', 'Kurland', null],
  map: { rank: 2n, name: 'Dane', inner: { year: 2014n }, none: null },
};

export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** An expression that mostly has the type, may be null, and now and then is of another type. */
export const expression = (scope: Scope, type: Type): string => {
  const { random } = scope;
  if (random.chance(0.015)) return 'null';
  if (random.chance(0.008) && type !== 'node' && type !== 'bag') return expression(scope, 'any');
  const known = ofType(scope, type);
  if (known.length > 0 && random.chance(0.25)) return random.pick(known).name;
  const choices: readonly Choice[] =
    scope.depth > 0 ? [...leaves(scope, type), ...branches(deeper(scope), type)] : leaves(scope, type);
  return random.weighted(choices)();
};

const nodeOf = (scope: Scope): string | undefined => {
  const nodes = ofType(scope, 'node');
  return nodes.length === 0 ? undefined : scope.random.pick(nodes).name;
};

const relationshipOf = (scope: Scope): string | undefined => {
  const all = ofType(scope, 'relationship');
  return all.length === 0 ? undefined : scope.random.pick(all).name;
};

const properties: Partial<Record<Type, readonly [node: readonly string[], relationship: readonly string[]]>> = {
  integer: [['rank'], ['year']],
  float: [['score'], ['confidence']],
  string: [
    ['name', 'id'],
    ['note', 'id'],
  ],
  boolean: [['active'], ['negated']],
  strings: [['aliases'], []],
  integers: [['years'], []],
  date: [['since'], ['on']],
  datetime: [['at'], []],
  duration: [['span'], []],
  any: [
    ['mixed', 'rank', 'nothing'],
    ['year', 'note'],
  ],
};

const leaves = (scope: Scope, type: Type): Choice[] => {
  const { random } = scope;
  const choices: Choice[] = [];
  const [ofNodes, ofRelationships] = properties[type] ?? [[], []];
  const node = nodeOf(scope);
  const relationship = relationshipOf(scope);
  if (node !== undefined && ofNodes.length) choices.push([6, () => `${node}.${random.pick(ofNodes)}`]);
  if (relationship !== undefined && ofRelationships.length)
    choices.push([5, () => `${relationship}.${random.pick(ofRelationships)}`]);
  const variables = ofType(scope, type);
  if (variables.length) choices.push([4, () => random.pick(variables).name]);
  const paths = ofType(scope, 'path');
  switch (type) {
    case 'integer':
      choices.push([2, () => `${random.whole(-3, 7)}`], [0.5, () => '$whole']);
      choices.push([0.1, () => random.pick(['9223372036854775807', '-9223372036854775808', '0x1F', '2014'])]);
      if (paths.length) choices.push([2, () => `length(${random.pick(paths).name})`]);
      break;
    case 'float':
      choices.push([2, () => random.pick(['0.5', '1.0', '-2.25', '3.0', '1e3', '0.0'])], [0.5, () => '$part']);
      choices.push([0.1, () => random.pick(['(0.0 / 0.0)', '(1.0 / 0.0)', '-0.0'])]);
      break;
    case 'string':
      choices.push([2, () => quoted(random.pick(NAMES))], [0.5, () => '$text']);
      if (relationship !== undefined) choices.push([2, () => `type(${relationship})`]);
      break;
    case 'boolean':
      choices.push([0.6, () => random.pick(['true', 'false', '$flag'])]);
      if (node !== undefined) choices.push([2, () => `${node}:${labelExpression(scope)}`]);
      if (relationship !== undefined) choices.push([0.5, () => `${relationship}:${random.pick(TYPES)}`]);
      break;
    case 'integers':
      choices.push([1, () => random.pick(['[1, 2, 3]', '[3, null, 1]', '[]', '[2, 2]', '$numbers', 'range(0, 3)'])]);
      choices.push([0.5, () => `range(${random.whole(-2, 1)}, ${random.whole(2, 5)}, ${random.pick([1, 2, 3])})`]);
      choices.push([0.2, () => `range(${random.whole(2, 5)}, ${random.whole(-2, 1)}, ${random.pick([-1, -2])})`]);
      break;
    case 'strings':
      choices.push([1, () => random.pick(["['Dane', 'Ports']", "['b', null, 'a']", '[]', '$texts'])]);
      break;
    case 'list':
      choices.push([
        1,
        () => random.pick(["[1, 'a', null]", '[[1, 2], [3]]', '[1, 1.0, 2.5]', '[true, false]', '[null]']),
      ]);
      choices.push([1, () => expression({ ...scope, depth: 0 }, random.pick(['integers', 'strings']))]);
      if (paths.length)
        choices.push([3, () => `${random.pick(['nodes', 'relationships'])}(${random.pick(paths).name})`]);
      break;
    case 'bag':
      choices.push([1, () => "['x', 'y']"]);
      if (node !== undefined) choices.push([3, () => `${random.pick(['labels', 'keys'])}(${node})`]);
      break;
    case 'map':
      choices.push([1, () => random.pick(["{a: 1, b: 'x'}", '$map', '{}', '{a: null, b: [1]}'])]);
      if (node !== undefined) choices.push([1, () => `properties(${node})`]);
      break;
    case 'node':
      choices.push([0.5, () => 'null']);
      if (relationship !== undefined)
        choices.push([3, () => `${random.pick(['startNode', 'endNode'])}(${relationship})`]);
      break;
    case 'date':
      choices.push([1, () => `date('${random.pick(['2014-03-18', '2016-02-29', '2011', '2015-W07-3', '2013-200'])}')`]);
      choices.push([0.5, () => `date({year: ${random.whole(2010, 2017)}, month: ${random.whole(1, 12)}})`]);
      break;
    case 'datetime':
      choices.push([
        1,
        () =>
          `datetime('${random.pick(['2014-03-18T10:30:00Z', '2016-02-29T23:59:59.5+02:00', '2015-07-01T00:00[Europe/Paris]'])}')`,
      ]);
      break;
    case 'duration':
      choices.push([1, () => `duration('${random.pick(['P1Y2M', 'P3D', 'PT36H', 'P1M-2DT5.5S', 'P0.5M', '-P1D'])}')`]);
      break;
    case 'any':
      choices.push([1, () => random.pick(['null', '1', '1.0', "'Dane'", 'true', '[1, 2]', '$nothing', '$numbers[1]'])]);
      break;
    default:
      choices.push([1, () => 'null']);
  }
  return choices;
};

export const labelExpression = ({ random }: Scope): string =>
  random.weighted<() => string>([
    [3, () => 'Entity'],
    [3, () => random.pick(LABELS)],
    [2, () => `${random.pick(LABELS)}|${random.pick(LABELS)}`],
    [1, () => `Entity&${random.pick(LABELS)}`],
    [1, () => `!${random.pick(LABELS)}`],
    [0.5, () => `(${random.pick(LABELS)}|${random.pick(LABELS)})&!${random.pick(LABELS)}`],
    [0.3, () => '%'],
    [0.2, () => `Missing|${random.pick(LABELS)}`],
  ])();

const branches = (scope: Scope, type: Type): Choice[] => {
  const { random } = scope;
  const of = (inner: Type): string => expression(scope, inner);
  const anything: readonly Type[] = ['integer', 'float', 'string', 'boolean', 'any', 'list', 'integers'];
  const any = (): string => of(random.pick(anything));
  const choices: Choice[] = [
    [0.5, () => `CASE WHEN ${of('boolean')} THEN ${of(type)}${random.chance(0.6) ? ` ELSE ${of(type)}` : ''} END`],
    [0.3, () => `CASE ${of('integer')} WHEN ${of('integer')} THEN ${of(type)} WHEN ${of('any')} THEN ${of(type)} END`],
    [0.5, () => `coalesce(${of(type)}, ${of(type)})`],
  ];
  const item = (list: Type, inner: Type, write: (name: string, within: Scope) => string): string => {
    const name = fresh(scope, 'x');
    return write(`${name} IN ${of(list)}`, withVariables(scope, [{ name, type: inner }]));
  };
  switch (type) {
    case 'integer':
      choices.push(
        [2, () => `(${of('integer')} ${random.pick(['+', '-', '*', '/', '%'])} ${of('integer')})`],
        [0.7, () => `size(${of(random.pick(['string', 'integers', 'strings', 'list', 'bag']))})`],
        [0.5, () => `${random.pick(['abs', 'sign', '-', 'toInteger'])}(${of('integer')})`],
        [0.4, () => `toInteger(${of(random.pick(['float', 'string', 'boolean']))})`],
        [0.4, () => `${of('integers')}[${random.whole(-3, 3)}]`],
        [0.3, () => `${random.pick(['head', 'last'])}(${of('integers')})`],
        [
          0.5,
          () => {
            const total = fresh(scope, 'a');
            return item(
              'integers',
              'integer',
              (head, within) =>
                `reduce(${total} = ${of('integer')}, ${head} | ${total} + ${expression(withVariables(within, [{ name: total, type: 'integer' }]), 'integer')})`,
            );
          },
        ],
        [
          0.3,
          () => `${of('date')}.${random.pick(['year', 'month', 'day', 'week', 'dayOfWeek', 'quarter', 'ordinalDay'])}`,
        ],
        [0.2, () => `${of('duration')}.${random.pick(['months', 'days', 'seconds', 'hours', 'minutesOfHour'])}`],
        [0.3, () => `${of('map')}.${random.pick(['a', 'rank', 'none'])}`],
      );
      if (scope.patterns) choices.push([0.8, () => `COUNT { ${subquery(scope)} }`]);
      if (ofType(scope, 'node').length > 1) choices.push([0.3, () => shortestLength(scope)]);
      break;
    case 'float':
      choices.push(
        [
          2,
          () => `(${of('float')} ${random.pick(['+', '-', '*', '/', '%'])} ${of(random.pick(['float', 'integer']))})`,
        ],
        [
          0.6,
          () => `${random.pick(['abs', 'floor', 'ceil', 'round', 'sqrt'])}(${of(random.pick(['float', 'integer']))})`,
        ],
        [0.3, () => `toFloat(${of(random.pick(['integer', 'string', 'float']))})`],
        [0.3, () => `(${of('integer')} ^ ${random.whole(-1, 3)})`],
        [0.3, () => `round(${of('float')}, ${random.whole(0, 2)})`],
        [
          0.1,
          () =>
            `round(${of('float')}, ${random.whole(0, 1)}, '${random.pick(['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'])}')`,
        ],
      );
      break;
    case 'string':
      choices.push(
        [1, () => `(${of('string')} + ${of(random.pick(['string', 'integer', 'float']))})`],
        [0.8, () => `${random.pick(['toUpper', 'toLower', 'trim', 'ltrim', 'rtrim', 'reverse'])}(${of('string')})`],
        [
          0.8,
          () =>
            `toString(${of(random.pick(['integer', 'float', 'boolean', 'string', 'date', 'datetime', 'duration']))})`,
        ],
        [
          0.5,
          () =>
            `substring(${of('string')}, ${random.whole(0, 4)}${random.chance(0.5) ? `, ${random.whole(0, 4)}` : ''})`,
        ],
        [0.4, () => `${random.pick(['left', 'right'])}(${of('string')}, ${random.whole(0, 5)})`],
        [
          0.3,
          () =>
            `replace(${of('string')}, ${quoted(random.pick(['a', 'n', '', 'Dane']))}, ${quoted(random.pick(['', 'x', '$&']))})`,
        ],
        [0.3, () => `split(${of('string')}, ${quoted(random.pick([' ', 'a', '']))})[${random.whole(-2, 1)}]`],
        [0.3, () => `${random.pick(['head', 'last'])}(${of('strings')})`],
        [0.1, () => `(${of('string')} || ${of('string')})`],
        [0.2, () => `valueType(${of(random.pick(['integer', 'float', 'string', 'boolean', 'any', 'date']))})`],
      );
      break;
    case 'boolean': {
      const bracketed = (inner: Type): string => `(${of(inner)})`;
      choices.push(
        [
          2,
          () => {
            const same = random.pick(anything);
            return `${bracketed(same)} ${random.pick(['=', '<>', '<', '<=', '>', '>='])} ${bracketed(same)}`;
          },
        ],
        [0.8, () => `(${any()}) ${random.pick(['=', '<>', '<', '<=', '>', '>='])} (${any()})`],
        [
          0.4,
          () =>
            `${bracketed('integer')} ${random.pick(['<', '<=', '='])} ${bracketed('integer')} ${random.pick(['<', '<=', '<>'])} ${bracketed('float')}`,
        ],
        [
          1.5,
          () => `(${bracketed('boolean')} ${random.pick(['AND', 'OR', 'XOR', 'AND', 'OR'])} ${bracketed('boolean')})`,
        ],
        [0.7, () => `NOT (${bracketed('boolean')})`],
        [
          0.8,
          () =>
            `${bracketed(random.pick(['integer', 'string', 'float', 'any', 'node', 'list', 'boolean']))} IS ${random.pick(['', 'NOT '])}NULL`,
        ],
        [0.7, () => `${bracketed('integer')} IN ${bracketed('integers')}`],
        [0.5, () => `${bracketed('string')} IN ${bracketed(random.pick(['strings', 'bag']))}`],
        [0.3, () => `(${any()}) IN ${bracketed('list')}`],
        [
          1,
          () =>
            `${bracketed('string')} ${random.pick(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} ${bracketed('string')}`,
        ],
        [
          0.3,
          () =>
            `${bracketed('string')} =~ ${quoted(random.pick(['.*an.*', 'D[a-z]+', '(?i)DANE', 'orla.*|Kur.+', '']))}`,
        ],
        [
          0.9,
          () => {
            const [list, inner] = random.pick([
              ['integers', 'integer'],
              ['strings', 'string'],
              ['list', 'any'],
            ] as const);
            return item(
              list,
              inner,
              (head, within) =>
                `${random.pick(['any', 'all', 'none', 'single'])}(${head} WHERE ${expression(within, 'boolean')})`,
            );
          },
        ],
        [0.2, () => `isEmpty(${bracketed(random.pick(['string', 'integers', 'map']))})`],
        [0.2, () => `toBoolean(${bracketed(random.pick(['string', 'boolean', 'integer']))})`],
        [0.2, () => `isNaN(${bracketed('float')})`],
        [
          0.3,
          () =>
            `${bracketed('any')} IS ${random.pick(['', 'NOT '])}:: ${random.pick(['INTEGER', 'FLOAT', 'STRING', 'BOOLEAN NOT NULL', 'LIST<INTEGER>', 'INTEGER | STRING'])}`,
        ],
        [
          0.4,
          () => {
            const same = random.pick(['date', 'datetime', 'duration'] as const);
            return `${bracketed(same)} ${random.pick(['=', '<', '>='])} ${bracketed(same)}`;
          },
        ],
        [0.3, () => `${bracketed('node')} ${random.pick(['=', '<>'])} ${bracketed('node')}`],
        [0.3, () => `${bracketed('list')} ${random.pick(['=', '<>', '<'])} ${bracketed('list')}`],
        [0.2, () => `${bracketed('map')} = ${bracketed('map')}`],
      );
      if (scope.patterns) {
        choices.push([1.2, () => exists(scope)]);
        if (nodeOf(scope) !== undefined) choices.push([1, () => patternPredicate(scope)]);
      }
      break;
    }
    case 'integers':
      choices.push(
        [
          1,
          () =>
            item(
              'integers',
              'integer',
              (head, within) =>
                `[${head}${random.chance(0.6) ? ` WHERE ${expression(within, 'boolean')}` : ''} | ${expression(within, 'integer')}]`,
            ),
        ],
        [
          0.7,
          () =>
            `${of('integers')}[${random.pick(['', '0', '1', '-2'])}..${random.pick(['', '2', '-1', '5'])}]`.replace(
              '[..]',
              '[0..]',
            ),
        ],
        [0.5, () => `(${of('integers')} + ${of(random.pick(['integers', 'integer']))})`],
        [0.3, () => `tail(${of('integers')})`],
        [0.5, () => `[${of('integer')}, ${of('integer')}]`],
      );
      break;
    case 'strings':
      choices.push(
        [
          0.8,
          () =>
            item(
              'strings',
              'string',
              (head, within) =>
                `[${head}${random.chance(0.6) ? ` WHERE ${expression(within, 'boolean')}` : ''} | ${expression(within, 'string')}]`,
            ),
        ],
        [0.5, () => `split(${of('string')}, ${quoted(random.pick([' ', 'a', '', 'Dane']))})`],
        [0.3, () => `tail(${of('strings')})`],
        [0.5, () => `[${of('string')}, ${of('string')}]`],
        [0.2, () => `toStringList(${of('list')})`],
      );
      break;
    case 'list':
      choices.push([1, () => `[${any()}, ${any()}]`], [0.5, () => `(${of('list')} + ${any()})`]);
      break;
    case 'bag':
      choices.push([0.3, () => `keys(${of('map')})`]);
      if (scope.patterns)
        choices.push([2, () => comprehension(scope)], [1.5, () => `COLLECT { ${subquery(scope, true)} }`]);
      break;
    case 'map':
      choices.push([1, () => `{a: ${any()}, b: ${any()}}`]);
      if (nodeOf(scope) !== undefined)
        choices.push([
          2,
          () => `${nodeOf(scope)!} {${random.pick(['.*', '.id, .rank', '.name, .missing'])}, more: ${any()}}`,
        ]);
      break;
    case 'date':
      choices.push(
        [1, () => `(${of('date')} ${random.pick(['+', '-'])} ${of('duration')})`],
        [
          0.5,
          () =>
            `date.truncate('${random.pick(['year', 'quarter', 'month', 'week', 'decade'])}', ${random.pick(["date('2014-08-17')", "datetime('2015-02-28T23:30:00Z')"])})`,
        ],
        [0.3, () => `date(${of('datetime')})`],
        [0.2, () => `date({date: ${of('date')}, day: ${random.whole(1, 28)}})`],
      );
      break;
    case 'datetime':
      choices.push(
        [1, () => `(${of('datetime')} ${random.pick(['+', '-'])} ${of('duration')})`],
        [
          0.5,
          () => `datetime.truncate('${random.pick(['month', 'day', 'hour'])}', datetime('2015-02-28T23:30:00.5Z'))`,
        ],
      );
      break;
    case 'duration':
      choices.push(
        [1, () => `(${of('duration')} ${random.pick(['+', '-'])} ${of('duration')})`],
        [0.5, () => `(${of('duration')} ${random.pick(['*', '/'])} ${random.pick(['2', '0.5', '4'])})`],
        [
          1,
          () =>
            `duration.${random.pick(['between', 'inMonths', 'inDays', 'inSeconds'])}(${of(random.pick(['date', 'datetime']))}, ${of(random.pick(['date', 'datetime']))})`,
        ],
      );
      break;
    case 'any':
      choices.push([2, any]);
      break;
    default:
  }
  return choices;
};
