import { ProblemError } from '../data/api.ts';

/** What went wrong with a query, and where in it. */
export interface Fault {
  readonly title: string;
  readonly detail: string;
  readonly where: string;
}

export const STOPPED: Fault = {
  title: 'Stopped',
  detail: 'The query was stopped; the server has ended its work.',
  where: '',
};

/** An error as the console tells it. */
export const faultOf = (error: unknown): Fault => {
  if (error instanceof ProblemError) {
    const { title, detail, line, column } = error.problem;
    return { title, detail, where: line ? `line ${line}, column ${column ?? 1}` : '' };
  }
  return { title: 'This cannot be run', detail: error instanceof Error ? error.message : String(error), where: '' };
};

/** Parameters as the reader wrote them; throws what is wrong with them. */
export const readParameters = (parameters: string): Record<string, unknown> | undefined => {
  if (parameters.trim() === '') return undefined;
  const value: unknown = JSON.parse(parameters);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('Parameters are a JSON object, like {"name": "Russia"}.');
  return value as Record<string, unknown>;
};
