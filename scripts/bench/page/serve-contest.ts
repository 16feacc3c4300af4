import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { prepareLayout } from '../../../web/layout/layout-run.ts';
import { type SyntheticGraph, syntheticGraph } from './synthetic-graph.ts';

export const CONTESTANTS = ['entente', 'force-graph', 'cytoscape', 'sigma'] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The places that all libraries draw the graph at. */
const placesOf = ({ nodes, links }: SyntheticGraph): number[] => {
  const { layout, done } = prepareLayout({
    do: 'start',
    run: 0,
    nodes: nodes.length,
    source: Int32Array.from(links, (link) => link.source),
    target: Int32Array.from(links, (link) => link.target),
    aspect: 1.6,
  });
  while (!done()) layout.tick();
  return Array.from(layout.positions, (value) => Math.round(value * 10) / 10);
};

const PAGE = (name: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<style>html,body{margin:0;overflow:hidden}#host{position:relative;width:1280px;height:800px;font-family:sans-serif;--paper:#fff;--ink:#222;--soft:#5b6470;--edge:#cdc6b6;--cooperation:#0b6e99;--conflict:#c2410c;--mixed:#6b5b95;--sans:sans-serif}
.layer{position:absolute;left:0;top:0}.layer-base{transform-origin:0 0}.is-faded{opacity:.26}</style>
<div id="host"></div><script type="module" src="/${name}.js"></script></html>`;

/** An isolated page may read the clock to 5 µs instead of 100. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Serve one page for each library, and the graphs. */
export const serveContest = async (
  sizes: readonly number[],
): Promise<{ readonly server: Server; readonly address: string }> => {
  const bundle = await build({
    entryPoints: {
      ...Object.fromEntries(CONTESTANTS.map((name) => [name, at(`./${name}.ts`)])),
      'layout-worker': at('../../../web/layout/worker.ts'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    outdir: '/',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = new Map<string, readonly [type: string, body: string]>();
  for (const file of bundle.outputFiles) files.set(file.path, ['text/javascript', file.text]);
  for (const name of CONTESTANTS) files.set(`/${name}`, ['text/html', PAGE(name)]);
  for (const size of sizes) {
    const graph = syntheticGraph(size);
    files.set(`/data/${size}.json`, ['application/json', JSON.stringify(graph)]);
    files.set(`/data/${size}.places.json`, ['application/json', JSON.stringify(placesOf(graph))]);
  }
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 204, { 'content-type': file?.[0] ?? 'text/plain', ...ISOLATED });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bench server has no port');
  return { server, address: `http://127.0.0.1:${address.port}` };
};
