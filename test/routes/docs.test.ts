import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { OPERATIONS } from '../../graph-schema/api.ts';

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('the documentation', () => {
  it('lists every operation of the API, and none that is not there', () => {
    const listed = [...read('api.md').matchAll(/^\| `((?:GET|POST|DELETE) \S+)` \| (.*) \|$/gm)].map(
      ([, path, summary]) => `${path}: ${summary}`,
    );
    const there = Object.values(OPERATIONS).map(
      ({ method, path, summary }) => `${method.toUpperCase()} ${path}: ${summary}`,
    );
    assert.deepEqual(listed.sort(), there.sort());
  });

  it('lists every command of the command line', () => {
    const commands = [
      ...readFileSync(new URL('../../server/cli/main.ts', import.meta.url), 'utf8').matchAll(/\.command\('(\w+)'\)/g),
    ].map(([, name]) => name!);
    const text = read('cli.md');
    assert.ok(commands.length >= 12);
    for (const command of commands) assert.match(text, new RegExp(`entente ${command}\\b`), command);
  });

  it('names every variable of the environment that the server reads', () => {
    const names = [
      ...readFileSync(new URL('../../server/config.ts', import.meta.url), 'utf8').matchAll(/env\.([A-Z0-9_]+)/g),
    ].map(([, name]) => name!);
    const text = read('cli.md');
    for (const name of new Set(names)) assert.ok(text.includes(name), name);
  });
});
