import { type Found, UnreadError } from '../draft.ts';
import type { NewTask } from '../jobs/job-table.ts';
import { endingOf } from './kind.ts';
import { foundInRecord } from './record.ts';

/** Every row of a table as an article; the first row names the columns. Tabs, semicolons and commas are told apart. */
export async function* readCsv(name: string, text: string): AsyncGenerator<Found | NewTask> {
  const { parse } = await import('csv-parse');
  const first = text.slice(0, 10_000).split('\n', 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  const delimiter = endingOf(name) === 'tsv' ? '\t' : ([',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',');
  const parser = parse(text, {
    columns: true,
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 4_000_000,
  });
  let row = 1;
  try {
    for await (const record of parser) yield await foundInRecord(record, `${name}, row ${++row}`);
  } catch (error) {
    throw new UnreadError(`The table is broken behind row ${row}: ${(error as Error).message}`, { cause: error });
  }
}
