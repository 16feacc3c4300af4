import type { DifferenceKind } from './difference.ts';

/** Answers of Neo4j 5.26 that the engine does not repeat; `docs/cypher.md` tells each of them. */
export interface KnownDifference {
  readonly why: string;
  readonly applies: (kind: DifferenceKind, query: string, ours: string, theirs: string) => boolean;
}

const valueError = /^(TypeError|ArgumentError|ArithmeticError|ProcedureCallFailed|EntityNotFound)/;

export const KNOWN: readonly KnownDifference[] = [
  {
    why: 'Types are checked as values come; Neo4j finds some mistakes before running.',
    applies: (kind, _, ours, theirs) =>
      kind !== 'silent' && /^SyntaxError: (Type mismatch|Coercion of)/.test(theirs) && !/^SyntaxError/.test(ours),
  },
  {
    why: 'A wrong value is an error only in rows that are reached, and plans reach different rows.',
    applies: (kind, query, ours, theirs) =>
      /MATCH|UNWIND|\)<?-/.test(query) &&
      ((kind === 'refused' && valueError.test(ours)) || (kind === 'accepted' && valueError.test(theirs))),
  },
  {
    why: 'A float divided by COUNT { } is infinite where the count is 0; in Neo4j an error.',
    applies: (kind, query, _, theirs) => kind === 'accepted' && /COUNT \{/.test(query) && /by zero/.test(theirs),
  },
  {
    why: 'range(from, to, step) that leads away from its end is empty; in Neo4j it may hold one number.',
    applies: (kind, query) => kind === 'silent' && /range\([^()]*,[^()]*,[^()]*\)/.test(query),
  },
  {
    why: 'Truncating null is null; in Neo4j an error.',
    applies: (kind, query, _, theirs) => kind === 'accepted' && /truncate/.test(query) && /Truncate/.test(theirs),
  },
  {
    why: 'A relationship bound in the same MATCH cannot be walked twice: an error; in Neo4j no rows.',
    applies: (kind, _, ours) => kind === 'refused' && /RelationshipUniquenessViolation/.test(ours),
  },
  {
    why: 'OPTIONAL MATCH of a path over a node that is known keeps to its WHERE; Neo4j drops the condition.',
    applies: (kind, query) => kind === 'silent' && /OPTIONAL MATCH p\d+ = \(n\d+\) WHERE/.test(query),
  },
  {
    why: 'Type expressions with ! and & may be walked at variable length; Neo4j refuses them.',
    applies: (kind, _, __, theirs) => kind === 'accepted' && /Variable length relationships must not use/.test(theirs),
  },
  {
    why: 'Variable-length relationships and quantified patterns may stand in one MATCH; Neo4j refuses them.',
    applies: (kind, _, __, theirs) => kind !== 'silent' && /Mixing variable-length relationships/.test(theirs),
  },
  {
    why: 'Of 0.0 and -0.0, which are equal, min, max and percentiles give whichever comes first.',
    applies: (kind, query, ours, theirs) =>
      kind === 'silent' &&
      /\b(min|max|percentile\w+)\(/i.test(query) &&
      ours.replaceAll('f-0', 'f0') === theirs.replaceAll('f-0', 'f0'),
  },
  {
    why: '`shortestPath` and `allShortestPaths` from a node to itself have an answer; in Neo4j an error.',
    applies: (kind, _, __, theirs) => kind === 'accepted' && /start and end nodes are the same/.test(theirs),
  },
  {
    why: 'The path of a MATCH may be asked for inside a quantified pattern of that MATCH; Neo4j refuses that.',
    applies: (kind, _, __, theirs) =>
      kind === 'accepted' && /From within a quantified path pattern, one may only reference/.test(theirs),
  },
  {
    why: '`(WHERE $p)` is a node with a condition; Neo4j takes WHERE for its name.',
    applies: (kind, query) => kind !== 'silent' && /[([]WHERE \$\w+[)\]]/.test(query),
  },
  {
    why: 'The least integer divided by -1 is too large: an error; Neo4j gives the least integer again.',
    applies: (kind, query) => kind === 'refused' && /-9223372036854775808 *\)?\/ *\(?-1\b/.test(query),
  },
  {
    why: 'Fractions of durations may differ by a few nanoseconds.',
    applies: (kind, query, ours, theirs) =>
      kind === 'silent' &&
      /duration/.test(query) &&
      /[*/]/.test(query) &&
      /duration \S+ \S+ \S+ \d+/.test(ours) &&
      ours.replaceAll(/\d+$/gm, '') === theirs.replaceAll(/\d+$/gm, ''),
  },
  {
    why: 'One value is no list of one, and a list is no boolean: an error; Neo4j may take the one for the other.',
    applies: (kind, _, ours) =>
      kind === 'refused' &&
      /Expected a (list, not INTEGER|list, not FLOAT|list, not STRING|boolean, not LIST)/.test(ours),
  },
  {
    why: 'A relationship matched from a node to itself is a loop; Neo4j forgets that where another MATCH names it too.',
    applies: (kind, query) =>
      kind === 'silent' &&
      (/\((n\d+)\)-\[(r\d+)\]-\(\1\) MATCH [^-]*-\[\2\]/.test(query) ||
        /\[(r\d+).*OPTIONAL MATCH .*\((n\d+)\)<?-\[\1\]->?\(\2\)/.test(query)),
  },
  {
    why: 'NaN is one group, as in openCypher; Neo4j makes a group of each.',
    applies: (kind, query, ours) =>
      kind === 'silent' && (/\bfNaN\b/.test(ours) || (/DISTINCT/.test(query) && /sqrt\(-|\/ *\.?0/.test(query))),
  },
  {
    why: 'A product of several numbers is taken from the left; Neo4j multiplies its literals first.',
    applies: (kind, query) => kind === 'silent' && /\* *[\d.e-]+ *\* *[\d.e-]+/.test(query),
  },
  {
    why: 'A type named twice (`:A|A`) counts a relationship once; in Neo4j, where only their number is asked, twice.',
    applies: (kind, query) => kind === 'silent' && /(?::|\|)(\w+)(?:\|\w+)*\|\1\b/.test(query),
  },
  {
    why: 'A key named twice in a map projection keeps its value; in Neo4j it may be null.',
    applies: (kind, query) => kind === 'silent' && /\{[^{}]*\.(\w+)[^{}]*, \.\1\b[^{}]*\}/.test(query),
  },
  {
    why: 'A variable in parentheses is that variable; Neo4j may take it for a pattern and not know it after aggregation.',
    applies: (kind, query, _, theirs) =>
      kind === 'accepted' && /\(\w+\)/.test(query) && /not possible to access variables declared before/.test(theirs),
  },
  {
    why: "`split('😀', '')` gives the character; Neo4j gives question marks.",
    applies: (kind, query, _, theirs) =>
      kind === 'silent' && /split\(/.test(query) && (/"\?", "\?"/.test(theirs) || /split\([^()]*, ''\)/.test(query)),
  },
];
