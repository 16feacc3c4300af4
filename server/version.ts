import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Name and version of the program, as exported files and user agents carry it. */
export const PROGRAM = `Entente ${version}`;
