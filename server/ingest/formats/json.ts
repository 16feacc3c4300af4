import type { Found } from '../draft.ts';
import type { NewTask } from '../jobs/job-table.ts';
import { foundInRecord } from './record.ts';

const parsed = (text: string): { readonly value: unknown } | { readonly problem: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

/** The list of records in a JSON document: the document itself, or what stands under `articles`, `items`, `results` … */
const recordsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (value !== null && typeof value === 'object') {
    const object = value as Record<string, unknown>;
    for (const key of ['articles', 'items', 'results', 'data', 'docs', 'response'])
      if (Array.isArray(object[key]) || (key === 'response' && object[key])) return recordsOf(object[key]);
  }
  return [value];
};

/** One line of JSON lines. */
export const readJsonLine = async (line: string, name: string): Promise<Found | NewTask> => {
  const outcome = parsed(line);
  return 'problem' in outcome
    ? { name, error: `The line is not valid JSON: ${outcome.problem}. It may have been cut off.` }
    : foundInRecord(outcome.value, name);
};

/** Every record of a JSON document, or of JSON lines. */
export async function* readJson(name: string, text: string): AsyncGenerator<Found | NewTask> {
  const lines = text.split('\n');
  const many = lines.filter((line) => line.trim() !== '').length > 1;
  const whole = many && /^\s*\{.*\}\s*$/.test(lines[0]!) ? undefined : parsed(text);
  if (whole && 'value' in whole) {
    const records = recordsOf(whole.value);
    for (const [index, record] of records.entries())
      yield await foundInRecord(record, records.length === 1 ? name : `${name}, article ${index + 1}`);
    return;
  }
  if (whole && (!many || /^\s*\[/.test(text))) {
    yield { name, error: `The file is not valid JSON: ${whole.problem}` };
    return;
  }
  yield* readJsonLines(name, lines);
}

/** Records of JSON lines; empty lines count for the number and for nothing else. */
export async function* readJsonLines(name: string, lines: Iterable<string>): AsyncGenerator<Found | NewTask> {
  let number = 0;
  for (const line of lines) {
    number++;
    if (line.trim() !== '') yield await readJsonLine(line, `${name}, line ${number}`);
  }
}
