import { readingProblems } from '../../graph-schema/check.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { ImportError } from './imported.ts';

const looksLikeReading = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'article' in value && 'entities' in value && 'claims' in value;

const parse = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ImportError(`Line ${number} of the record is not JSON: ${(cause as Error).message}`, { cause });
  }
};

/** How the line begins that tells how a record was made. */
const HEAD = '{"provenance":';

/** The readings in lines of JSON, checked whole before any is believed. Throws `ImportError`. */
export const readingsFrom = (text: string): readonly Reading[] =>
  text
    .split('\n')
    .map((line, index) => [line, index + 1] as const)
    .filter(([line, number]) => line.trim() !== '' && !(number === 1 && line.startsWith(HEAD)))
    .map(([line, number]) => {
      const value = parse(line, number);
      const [problem] = looksLikeReading(value)
        ? readingProblems(value as Reading)
        : [{ at: 'it', what: 'is no reading of an article' }];
      if (problem) throw new ImportError(`Line ${number} of the record: ${problem.at} ${problem.what}.`);
      return value as Reading;
    });

/** The articles of an exported record. Undefined where the bytes are no record, unless they are said to be one. */
export const readRecord = (bytes: Uint8Array, sure: boolean): readonly Reading[] | undefined => {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  return sure || [HEAD, '{"article":'].some((begun) => text.trimStart().startsWith(begun))
    ? readingsFrom(text)
    : undefined;
};
