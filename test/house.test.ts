import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .map((file) => join(folder, file));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);

/** Rooms of the house, the narrowest first: the first that a path starts with is its room. */
const ROOMS = [
  'graph-schema',
  'server/language',
  'server/extract',
  'server/record',
  'server/draw',
  'server/store',
  'server/ingest',
  'server/cypher',
  'server/console',
  'server/export',
  'server/import',
  'server/measures',
  'server/routes',
  'server/cli',
  'server',
  'web',
  'scripts',
  'test',
];
const roomOf = (path: string) => ROOMS.find((room) => path === room || path.startsWith(`${room}/`)) ?? '';

/** Who may import whom, beside itself. Rooms not named may import any but `test` and `scripts`, nor the server the page. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'graph-schema': [],
  'server/cypher': [],
  'server/language': ['graph-schema'],
  'server/extract': ['graph-schema', 'server/language'],
  'server/record': ['graph-schema'],
  'server/draw': ['graph-schema'],
  'server/export': ['graph-schema'],
  'server/measures': ['graph-schema'],
  web: ['graph-schema', 'server/cypher'],
};
const closedTo = (room: string): readonly string[] => [
  'test',
  'scripts',
  ...(room.startsWith('server') ? ['web'] : []),
];

describe('the house', () => {
  it('keeps to its import rule', () => {
    const broken: string[] = [];
    for (const file of ['graph-schema', 'server', 'web', 'scripts'].flatMap(sources)) {
      const from = roomOf(file);
      for (const specifier of importsOf(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = relative(root, resolve(root, dirname(file), specifier));
        const to = roomOf(target);
        if (to === from || !to) continue;
        const allowed = MAY[from];
        const fine = allowed ? allowed.includes(to) : !closedTo(from).includes(to);
        if (!fine) broken.push(`${file} imports ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('lets routes see the store only by its port', () => {
    const broken = sources('server/routes').flatMap((file) =>
      importsOf(file)
        .filter((specifier) => /store\/(embedded|neo4j|open-store)/.test(specifier))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    assert.deepEqual(broken, []);
  });

  it('uses nothing of Node in the Cypher engine and the page', () => {
    const broken = ['server/cypher', 'web'].flatMap(sources).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('node:'))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    assert.deepEqual(broken, []);
  });

  it('pins the version of every dependency', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    assert.deepEqual(loose, []);
  });
});
