import type { Random } from './random.ts';

/** What the generator knows of a value. A `bag` is a list whose order no engine promises. */
export type Type =
  | 'integer'
  | 'float'
  | 'string'
  | 'boolean'
  | 'integers'
  | 'strings'
  | 'list'
  | 'bag'
  | 'map'
  | 'node'
  | 'relationship'
  | 'relationships'
  | 'path'
  | 'date'
  | 'datetime'
  | 'duration'
  | 'any';

export interface Variable {
  readonly name: string;
  readonly type: Type;
}

/** Variables in sight, and what the writer of a query carries along. */
export interface Scope {
  readonly random: Random;
  readonly variables: readonly Variable[];
  /** Names are numbered through the whole query. */
  readonly names: { count: number };
  /** How deep expressions may still grow. */
  readonly depth: number;
  /** Are subqueries and patterns allowed? */
  readonly patterns: boolean;
}

export const fresh = (scope: Scope, prefix: string): string => `${prefix}${scope.names.count++}`;

export const withVariables = (scope: Scope, variables: readonly Variable[]): Scope => ({
  ...scope,
  variables: [...scope.variables.filter((one) => !variables.some(({ name }) => name === one.name)), ...variables],
});

export const deeper = (scope: Scope): Scope => ({ ...scope, depth: scope.depth - 1 });

export const ofType = (scope: Scope, ...types: readonly Type[]): readonly Variable[] =>
  scope.variables.filter(({ type }) => types.includes(type));
