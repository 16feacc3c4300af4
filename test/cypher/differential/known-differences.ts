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
      kind !== 'silent' && /^SyntaxError: Type mismatch/.test(theirs) && !/^SyntaxError/.test(ours),
  },
  {
    why: 'A wrong value is an error only in rows that are reached, and plans reach different rows.',
    applies: (kind, query, ours, theirs) =>
      /MATCH|UNWIND/.test(query) &&
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
];
