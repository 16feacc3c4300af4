import type { Expression } from '../../cypher/ast.ts';
import { patternDanger } from '../pattern-safety.ts';
import type { Refuse } from './refuse.ts';

/** Refuses a regular expression that could stall a matcher, or that can't be seen. */
export const requireSafePattern = (
  of: Expression,
  parameters: Readonly<Record<string, unknown>>,
  refuse: Refuse,
): void => {
  const value = of.kind === 'literal' ? of.value : of.kind === 'parameter' ? parameters[of.name] : undefined;
  if (value === null) return;
  if (typeof value !== 'string') {
    refuse(
      'pattern',
      of.start,
      'The regular expression after =~ is computed.',
      'Write it out, or give it as a parameter.',
    );
  }
  const danger = patternDanger(value as string);
  if (danger) {
    refuse(
      'pattern',
      of.start,
      `The regular expression after =~ ${danger}, which could stall the store.`,
      'Use CONTAINS, STARTS WITH or a simpler pattern.',
    );
  }
};
