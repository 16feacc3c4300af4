import type { Cursor } from '../run/cursor.ts';
import { single } from '../run/cursor.ts';

/** A step of a plan: what it is called in EXPLAIN, what it draws from, and how it runs. */
export interface Operator {
  readonly name: string;
  readonly details: string;
  /** How many rows the planner expects. */
  readonly estimate: number;
  readonly inputs: readonly Operator[];
  open(): Cursor;
}

/** A plan as data, as EXPLAIN and PROFILE give it. */
export interface PlanDescription {
  readonly operator: string;
  readonly details: string;
  readonly estimatedRows: number;
  /** PROFILE only. */
  readonly rows?: number;
  readonly inputs: readonly PlanDescription[];
}

/** The beginning of every plan: one empty row. */
export function start(): Operator {
  return { name: 'Start', details: '', estimate: 1, inputs: [], open: single };
}

/** An operator over one input. */
export function over(
  input: Operator,
  name: string,
  details: string,
  estimate: number,
  open: (source: Cursor) => Cursor,
): Operator {
  return { name, details, estimate, inputs: [input], open: () => open(input.open()) };
}

export function describe(operator: Operator, rows?: ReadonlyMap<Operator, number>): PlanDescription {
  const counted = rows?.get(operator);
  return {
    operator: operator.name,
    details: operator.details,
    estimatedRows: Math.round(operator.estimate),
    ...(rows === undefined ? {} : { rows: counted ?? 0 }),
    inputs: operator.inputs.map((input) => describe(input, rows)),
  };
}
