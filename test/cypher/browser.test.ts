import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/bench/page/find-chromium.ts';
import { bundleEngine } from './bundle.ts';

/** What the page of the test runs: a graph, an engine, and a function to ask it. */
const PAGE = `<!doctype html><title>engine</title><script type="module">
import { createEngine, toJson } from './cypher.js';
import { MultiDirectedGraph } from './graphology.js';
const graph = new MultiDirectedGraph();
const node = (id, label, properties) => graph.addNode(id, { labels: ['Entity', label], properties: { id, ...properties } });
node('kurland', 'Country', { name: 'Kurland', rank: 2 });
node('vesmark', 'Country', { name: 'Vesmark', rank: 3.5 });
node('dane', 'Person', { name: 'Orla Dane' });
graph.addEdgeWithKey('r1', 'kurland', 'vesmark', { type: 'SANCTIONED', properties: { year: 2014 } });
graph.addEdgeWithKey('r2', 'dane', 'kurland', { type: 'LEADS', properties: {} });
for (let i = 0; i < 200; i++) graph.addNode('x' + i, { labels: ['Filler'], properties: {} });
const engine = createEngine(graph);
window.ask = async (query, parameters, limits) => {
  try {
    const { columns, rows } = await engine.run(query, parameters, limits);
    return { columns, rows: rows.map((row) => row.map(toJson)) };
  } catch (error) {
    return { error: error.title, line: error.line, column: error.column };
  }
};
window.framesDuring = async (query, limits) => {
  let [frames, running] = [0, true];
  const count = () => { frames++; if (running) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  const answer = await window.ask(query, {}, limits);
  running = false;
  return { answer, frames };
};
</script>`;

type Ask = { ask(query: string, parameters?: object, limits?: object): Promise<unknown> };

type Watching = { framesDuring(query: string, limits: object): Promise<{ answer: { error: string }; frames: number }> };

const executablePath = findChromium();

describe(`the engine in a browser${executablePath ? '' : ' (skipped: no Chromium found, set CHROMIUM to its path)'}`, function () {
  this.timeout(60_000);
  let server: Server;
  let browser: Browser;
  let page: Page;
  const loaded: string[] = [];
  const noises: string[] = [];

  before(async function () {
    if (!executablePath) return this.skip();
    const graphology = await build({
      stdin: {
        contents: "export { MultiDirectedGraph } from 'graphology';",
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const { files } = await bundleEngine();
    const all = new Map([...files, ['graphology.js', graphology.outputFiles[0]!.text]]);
    server = createServer((request, response) => {
      const name = request.url!.slice(1);
      if (name === '') response.setHeader('content-type', 'text/html').end(PAGE);
      else if (!all.has(name)) response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      else response.setHeader('content-type', 'text/javascript').end(all.get(name));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    page = await browser.newPage();
    page.on('request', (request) => loaded.push(request.url().split('/').at(-1)!));
    page.on('console', (message) => noises.push(message.text()));
    page.on('pageerror', (error) => noises.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'ask' in window);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const ask = (query: string, parameters: object = {}, limits: object = {}): Promise<unknown> =>
    page.evaluate(
      ([q, p, l]) => (window as unknown as Ask).ask(q as string, p as object, l as object),
      [query, parameters, limits],
    );

  it('answers', async () => {
    assert.deepEqual(
      await ask('MATCH (p)-[:LEADS]->(c)-[r:SANCTIONED]->(d) WHERE r.year > $year RETURN p.name, d AS other', {
        year: 2010,
      }),
      {
        columns: ['p.name', 'other'],
        rows: [
          [
            'Orla Dane',
            {
              kind: 'node',
              id: 'vesmark',
              labels: ['Entity', 'Country'],
              properties: { id: 'vesmark', name: 'Vesmark', rank: 3.5 },
            },
          ],
        ],
      },
    );
    assert.deepEqual(
      await ask('MATCH p = shortestPath((a:Person)-[*]-(b {id: "vesmark"})) RETURN length(p), 7 / 2, 7 / 2.0'),
      {
        columns: ['length(p)', '7 / 2', '7 / 2.0'],
        rows: [[2, 3, 3.5]],
      },
    );
  });

  it('loads dates and regular expressions when they are used', async () => {
    const before = loaded.length;
    assert.deepEqual(await ask("MATCH (n:Country) WHERE n.name =~ 'K.*d' RETURN n.id"), {
      columns: ['n.id'],
      rows: [['kurland']],
    });
    assert.ok(loaded.length > before);
    const between = loaded.length;
    assert.deepEqual(await ask("RETURN date('2014-03-18') + duration('P1M') AS day"), {
      columns: ['day'],
      rows: [['2014-04-18']],
    });
    assert.ok(loaded.length > between);
  });

  it('tells errors with their place', async () => {
    assert.deepEqual(await ask('MATCH (n)\nRETURN m'), { error: 'SyntaxError: UndefinedVariable', line: 2, column: 8 });
    assert.deepEqual(await ask("RETURN date('never')"), {
      error: 'ArgumentError: InvalidArgumentValue',
      line: 1,
      column: 8,
    });
  });

  it('keeps to a deadline, and lets the page go on meanwhile', async () => {
    const { answer, frames } = await page.evaluate(() =>
      (window as unknown as Watching).framesDuring('MATCH (a), (b), (c), (d), (e) RETURN count(*)', { deadline: 500 }),
    );
    assert.equal(answer.error, 'LimitExceeded: TimeLimit');
    assert.ok(frames > 1, `${frames} frames were drawn`);
  });

  it('says nothing on the console', () => assert.deepEqual(noises, []));
});
