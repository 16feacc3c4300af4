import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MultiDirectedGraph } from 'graphology';
import { allFunctions } from '../../server/cypher/functions/find.ts';
import { CypherError, createEngine, type Engine, exactView, written } from '../../server/cypher/index.ts';
import { createWritingEngine } from '../../server/cypher/write/index.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/cypher.md', import.meta.url)), 'utf8');

interface Example {
  readonly kind: string;
  readonly query: string;
  readonly expected: string | undefined;
}

function examples(): readonly Example[] {
  const blocks = page.matchAll(/^```cypher ?(\w*)\n([\s\S]*?)\n```\n(?:```text\n([\s\S]*?)\n```)?/gm);
  return [...blocks].map(([, kind, query, expected]) => ({ kind: kind!, query: query!, expected }));
}

async function outcome(engine: Engine, query: string): Promise<string> {
  try {
    const { columns, rows } = await engine.run(query);
    return [columns.join(' | '), ...rows.map((row) => row.map(written).join(' | '))].join('\n').trim();
  } catch (error) {
    assert.ok(error instanceof CypherError, String(error));
    const hint = error.hint === undefined ? '' : `; ${error.hint}`;
    return `${error.title}, line ${error.line}, column ${error.column}: ${error.message}${hint}`;
  }
}

describe('the examples of docs/cypher.md', () => {
  const graph = new MultiDirectedGraph();
  const writer = createWritingEngine(graph);
  const reader = createEngine(graph, { view: exactView });
  const all = examples();

  before(async () => {
    await writer.run(all.find((one) => one.kind === 'build')!.query);
  });

  it('are many', () => assert.ok(all.length > 30));

  for (const { kind, query, expected } of all) {
    if (kind === 'build') continue;
    it(query.split('\n')[0]!.slice(0, 110), async () => {
      assert.equal(await outcome(kind === 'write' ? writer : reader, query), expected ?? '');
    });
  }

  it('name every function', () => {
    for (const one of allFunctions) {
      if (one.temporal !== true) assert.ok(page.includes(`\`${one.signature}\``), one.signature);
    }
  });
});

describe('the example of server/cypher/README.md', () => {
  it('prints what it says', async () => {
    const text = readFileSync(fileURLToPath(new URL('../../server/cypher/README.md', import.meta.url)), 'utf8');
    const [, code] = /```ts\n([\s\S]*?)```/.exec(text)!;
    const printed: unknown[][] = [];
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    const example = AsyncFunction('MultiDirectedGraph', 'createEngine', 'console', code!.replace(/^import .*$/gm, ''));
    await example(MultiDirectedGraph, createEngine, { log: (...values: unknown[]) => printed.push(values) });
    assert.deepEqual(printed, [[['a.name', 'b.name'], [['France', 'Germany']]]]);
  });
});
