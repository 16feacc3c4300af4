import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { type Bundle, bundleEngine } from './bundle.ts';

const browserPath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Most bytes, compressed, of what a page loads at once. */
const budget = 60_000;

describe('the Cypher engine in a browser', function () {
  this.timeout(60_000);
  let bundle: Bundle;
  before(async () => {
    bundle = await bundleEngine();
  });

  it(`weighs at most ${budget} bytes compressed, without dates, regular expressions and writing`, () => {
    assert.ok(bundle.gzip <= budget, `${bundle.gzip} bytes`);
    for (const part of ['re2js', 'cypher/temporal/', 'cypher/write/']) {
      assert.ok(!bundle.inputs.some((input) => input.includes(part)), part);
    }
    console.log(`      ${bundle.gzip} bytes compressed`);
  });

  it(`runs in Chromium${browserPath === undefined ? ' (skipped: no Chromium found; set CHROMIUM)' : ''}`, async function () {
    if (browserPath === undefined) {
      console.log('      no Chromium found; set CHROMIUM');
      this.skip();
    }
    const page = await build({
      stdin: { contents: "export { MultiDirectedGraph } from 'graphology';", resolveDir: process.cwd() },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const files = new Map([...bundle.files, ['graphology.js', page.outputFiles[0]!.text]]);
    const server = createServer((request, response) => {
      const text = files.get((request.url ?? '').slice(1));
      response.setHeader('content-type', text === undefined ? 'text/html' : 'text/javascript');
      response.end(text ?? '<!doctype html><title>engine</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const browser = await chromium.launch({
      executablePath: browserPath,
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    try {
      const tab = await browser.newPage();
      // What the transpiler of the tests leaves in the functions handed to the page.
      await tab.addInitScript('globalThis.__name = (of) => of');
      await tab.goto(`http://127.0.0.1:${port}/`);
      const found = await tab.evaluate(async (entry) => {
        const load = (path: string): Promise<never> => import(path) as Promise<never>;
        const { createEngine, toJson } = (await load(`/${entry}`)) as typeof import('../../server/cypher/index.ts');
        const { MultiDirectedGraph } = (await load('/graphology.js')) as typeof import('graphology');
        const graph = new MultiDirectedGraph();
        for (let i = 0; i < 300; i++) graph.addNode(i, { labels: ['P'], properties: { id: i } });
        for (let i = 0; i < 299; i++) graph.addDirectedEdge(i, i + 1, { type: 'NEXT' });
        const engine = createEngine(graph);
        const answers: unknown[] = [];
        for (const query of [
          'MATCH (a:P {id: 1})-[:NEXT*3]->(b) RETURN b.id',
          "RETURN toString(date('2024-01-31') + duration('P1M'))",
          "RETURN 'abc' =~ 'a.*'",
        ]) {
          answers.push((await engine.run(query)).rows.map((row) => row.map(toJson)));
        }
        let turns = 0;
        const timer = setInterval(() => turns++, 1);
        const title = await engine.run('MATCH (a), (b), (c), (d) RETURN count(*)', {}, { deadline: 300 }).then(
          () => 'no error',
          (error: { title: string }) => error.title,
        );
        clearInterval(timer);
        return { answers, title, turns };
      }, bundle.entry);
      assert.deepEqual(found.answers, [[[4]], [['2024-02-29']], [[true]]]);
      assert.equal(found.title, 'LimitExceeded: TimeLimit');
      assert.ok(found.turns > 0, 'the page had no turn while the query ran');
    } finally {
      await browser.close();
      server.close();
    }
  });
});
