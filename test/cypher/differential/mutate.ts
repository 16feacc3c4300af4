import type { Random } from './random.ts';

const TOKENS = [
  'MATCH',
  'OPTIONAL',
  'WHERE',
  'RETURN',
  'WITH',
  'UNWIND',
  'UNION',
  'ALL',
  'ORDER BY',
  'SKIP',
  'LIMIT',
  'AS',
  'CALL',
  'YIELD',
  'CREATE',
  'MERGE',
  'DELETE',
  'SET',
  'LOAD CSV',
  'FOREACH',
  'EXISTS',
  'COUNT',
  'COLLECT',
  'CASE',
  'WHEN',
  'THEN',
  'ELSE',
  'END',
  'AND',
  'OR',
  'XOR',
  'NOT',
  'IN',
  'IS NULL',
  'STARTS WITH',
  'CONTAINS',
  '=~',
  '::',
  'shortestPath(',
  'SHORTEST 2',
  'reduce(',
  'all(',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<-',
  '->',
  '-',
  '--',
  '*',
  '*..',
  '..',
  '{1,3}',
  '+',
  '|',
  '||',
  '&',
  '!',
  '%',
  ':',
  ',',
  '.',
  ';',
  '=',
  '<>',
  '<',
  '^',
  '/',
  '$p',
  '$',
  '0',
  '1',
  '-1',
  '1e400',
  '0x',
  '9223372036854775808',
  '1.5',
  'null',
  'true',
  'n',
  '`',
  '`a`',
  "'",
  "'a'",
  '"',
  '\\',
  '\\u0041',
  '//',
  '/*',
  '*/',
  '\n',
  '\0',
  '\u2028',
  '😀',
  'é',
  'date()',
  "duration('P1D')",
];

const cut = (query: string): readonly string[] => query.match(/\s+|[\w$]+|'(?:[^'\\]|\\.)*'|[^\w\s]/g) ?? [];

const tokenChange = (random: Random, query: string): string => {
  const parts = [...cut(query)];
  const at = random.whole(0, parts.length - 1);
  const other = random.whole(0, parts.length - 1);
  random.weighted<() => unknown>([
    [3, () => parts.splice(at, 1)],
    [3, () => parts.splice(at, 0, ` ${random.pick(TOKENS)} `)],
    [3, () => parts.splice(at, 1, random.pick(TOKENS))],
    [2, () => parts.splice(at, 0, ...parts.slice(other, other + random.whole(1, 12)))],
    [1, () => parts.splice(at, random.whole(2, 10))],
    [1, () => ([parts[at], parts[other]] = [parts[other]!, parts[at]!])],
  ])();
  return parts.join('');
};

const characterChange = (random: Random, query: string): string => {
  const at = random.whole(0, query.length);
  const character = random.chance(0.8) ? String.fromCharCode(random.whole(0, 126)) : random.pick(TOKENS);
  return random.weighted<() => string>([
    [2, () => query.slice(0, at) + query.slice(at + 1)],
    [2, () => query.slice(0, at) + character + query.slice(at)],
    [2, () => query.slice(0, at) + character + query.slice(at + 1)],
    [0.5, () => query.slice(0, at)],
    [
      0.3,
      () =>
        query.slice(0, at) +
        random.pick(['(', '[', '{', 'NOT ', '- ', '[1,']).repeat(random.whole(1, 300)) +
        query.slice(at),
    ],
  ])();
};

/** A query changed in one to four places; often no query any more, sometimes another. */
export const mutate = (random: Random, query: string): string => {
  let result = query;
  for (
    let i = random.weighted([
      [6, 1],
      [2, 2],
      [1, 4],
    ]);
    i > 0;
    i--
  )
    result = (random.chance(0.6) ? tokenChange : characterChange)(random, result);
  return result;
};
