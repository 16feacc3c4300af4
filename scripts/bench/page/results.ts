import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type Measured, median } from './measure-contestant.ts';
import type { ContestantName } from './serve-contest.ts';

/** What was measured, a value a round, by `name size`. */
export interface Results {
  readonly drawn: Record<string, Measured[]>;
  /** Milliseconds until readable, or nothing where that took too long. */
  readonly laidOut: Record<string, (number | null)[]>;
}

const FOLDER = 'artefacts';
const FILE = `${FOLDER}/bench-page.json`;

/** The results of earlier pieces of a run, or none. */
export const readResults = async (keep: boolean): Promise<Results> => {
  if (!keep) return { drawn: {}, laidOut: {} };
  try {
    return JSON.parse(await readFile(FILE, 'utf8')) as Results;
  } catch {
    return { drawn: {}, laidOut: {} };
  }
};

export const writeResults = async (results: Results): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(FILE, JSON.stringify(results, null, 2));
};

export const note = <T>(values: Record<string, T[]>, name: ContestantName, size: number, value: T): void => {
  values[`${name} ${size}`] = [...(values[`${name} ${size}`] ?? []), value];
};

/** A library is given up on after so long, ms. */
export const PATIENCE = 15_000;

/** Medians over the rounds; not a number where nothing was measured. */
export const medianOf = ({ drawn }: Results, name: ContestantName, size: number, value: (one: Measured) => number) =>
  median((drawn[`${name} ${size}`] ?? []).map(value));
export const readableAfter = ({ laidOut }: Results, name: ContestantName, size: number): number =>
  median((laidOut[`${name} ${size}`] ?? []).map((time) => time ?? PATIENCE));
