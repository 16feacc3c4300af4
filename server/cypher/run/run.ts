import type { Drawing } from '../graph/drawing.ts';
import type { Value } from '../values/value.ts';
import type { Budget } from './budget.ts';

/** The library of dates, times and durations; loaded when a query or a value needs it. */
export interface TemporalLibrary {
  /** Calls a function such as `date` or `duration.between`. */
  call(name: string, args: readonly Value[], now: Now): Value;
}

/** The moment a statement began: nanoseconds since 1970, and the zone of those who ask. */
export interface Now {
  readonly nanoseconds: bigint;
  readonly zone: string;
}

/** Tests whole strings against patterns in linear time. */
export interface PatternLibrary {
  matches(text: string, pattern: string): boolean;
  /** Does the test take more than a moment? */
  isLong(text: string, pattern: string): boolean;
}

/** Everything one run of a query shares. */
export interface Run {
  /** One place for each variable and each value in between. */
  readonly frame: Value[];
  /** The query's text. */
  readonly text: string;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly drawing: Drawing;
  readonly budget: Budget;
  readonly temporal: TemporalLibrary | undefined;
  readonly patterns: PatternLibrary | undefined;
  readonly now: Now;
  /** In 0 … 1. */
  random(): number;
  /** A slot for a value in between. */
  slot(): number;
}
