import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Version of the program, as package.json has it. */
export const VERSION = version;

/** Name and version of the program, as exported files carry it. */
export const PROGRAM = `Entente ${version}`;
