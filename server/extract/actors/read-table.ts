import { readFileSync } from 'node:fs';

/** Rows of a tab-separated table under `data/`, each as a record of its header's columns. */
export const readTable = (name: string): readonly Readonly<Record<string, string>>[] => {
  const [header = '', ...rows] = readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const record: Record<string, string> = {};
    for (let at = 0; at < columns.length; at++) record[columns[at]!] = cells[at] ?? '';
    return record;
  });
};

/** A cell that lists names, parted by semicolons. */
export const listOf = (cell: string | undefined): readonly string[] => (cell ? cell.split(';').filter(Boolean) : []);
