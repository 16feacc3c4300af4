import { placeOf } from '../../cypher/error.ts';
import { ConsoleError } from '../console-error.ts';
import type { ConsoleLimits } from '../limits.ts';
import type { Size } from './size.ts';

/** Ends the look at a query: what is too costly, where, and what to do. */
export type Refuse = (what: string, start: number, message: string, hint: string) => never;

/** The refusals of a text. */
export const refusalsIn =
  (text: string): Refuse =>
  (what, start, message, hint) => {
    throw new ConsoleError('refused', `TooCostly: ${what}`, message, { hint, ...placeOf(text, start) });
  };

/** Refuses more rounds than a store can be stopped in. */
export const requireFew = (rounds: number, start: number, { work }: ConsoleLimits, refuse: Refuse): void => {
  if (rounds <= work) return;
  refuse(
    'loop',
    start,
    'This expression could take more rounds than a store can be stopped in.',
    `Loop over lists of a known size, at most ${work.toLocaleString('en')} rounds in all, or use UNWIND, which can be stopped.`,
  );
};

/** Refuses a value that is too large; gives back its size. */
export const requireSmall = (size: Size, start: number, { work }: ConsoleLimits, refuse: Refuse): Size => {
  if (size.all <= work) return size;
  return refuse(
    'size',
    start,
    'This expression could build a value larger than the console allows.',
    'Build smaller lists and texts, or return rows.',
  );
};
