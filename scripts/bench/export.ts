import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { RELATIONS } from '../../graph-schema/relations.ts';
import { EXPORT_FORMATS, exportFormat } from '../../server/export/formats.ts';
import type { GraphSource } from '../../server/export/graph-source.ts';
import { runSizes } from './exported/sizes.ts';

const NODES = 10_000;
const EDGES = 50_000;

async function* count<Row>(length: number, at: (index: number) => Row): AsyncIterable<Row> {
  for (let index = 0; index < length; index++) yield at(index);
}

const idAt = (index: number) => `organization:actor-number-${index}`;
const dayAt = (index: number) =>
  `20${10 + (index % 15)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

const nodeAt = (index: number): GraphNode => ({
  id: idAt(index),
  name: `Actor number ${index}`,
  kind: 'organization',
  aliases: [`Actor ${index}`, `The ${index}`],
  mentions: index % 300,
  articles: index % 70,
  search: `actor number ${index}`,
});

const edgeAt = (index: number): GraphEdge => {
  const { name, quad, goldstein, plover, cameo } = RELATIONS[index % 48]! as (typeof RELATIONS)[number] & {
    plover?: GraphEdge['plover'];
    cameo?: string;
  };
  return {
    id: `edge-${index}`,
    type: name,
    source: idAt((index * 7919) % NODES),
    target: idAt((index * 104_729 + 1) % NODES),
    claimIds: [`claim-${index}-a`, `claim-${index}-b`],
    claims: 2,
    sources: 2,
    outlets: ['Sample Wire', 'Sample Gazette'],
    occurredFrom: dayAt(index),
    occurredTo: dayAt(index),
    precision: 'day',
    firstReported: dayAt(index),
    lastReported: dayAt(index),
    polarity: 'affirmed',
    modality: 'fact',
    confidence: 0.9,
    quad,
    goldstein,
    ...(plover ? { plover } : {}),
    ...(cameo ? { cameo } : {}),
  };
};

const source: GraphSource = {
  provenance: { title: 'bench', program: 'bench', digest: 'none', nodes: NODES, edges: EDGES, sources: [] },
  nodes: () => count(NODES, nodeAt),
  edges: () => count(EDGES, edgeAt),
  claims: () => count(0, () => undefined as never),
  readings: () => count(0, () => undefined as never),
};

const measure = async (id: string): Promise<void> => {
  const begun = performance.now();
  let size = 0;
  for await (const piece of exportFormat(id)!.write(source, {})) size += piece.length;
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const memory = Math.round(maxRSS / 1024);
  const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(2);
  console.log(`| ${id} | ${seconds} | ${cpu} | ${(size / 1e6).toFixed(1)} | ${memory} |`);
};

const here = fileURLToPath(import.meta.url);

/**
 * Writes 10,000 nodes and 50,000 edges in every format, each in a process of its own so that its memory can be told; then
 * what a store holds, at two sizes, to show that the memory does not follow the size.
 */
export const run = async (): Promise<void> => {
  console.log(`${NODES.toLocaleString('en')} nodes and ${EDGES.toLocaleString('en')} edges, whole process\n`);
  console.log(
    '| format | seconds | processor seconds, start included | MB | memory at most, MB |\n|---|---|---|---|---|',
  );
  for (const { id } of EXPORT_FORMATS) {
    if (id === 'record') continue;
    spawnSync(process.execPath, ['--import', 'tsx', here, id], { stdio: 'inherit' });
  }
  await runSizes();
};

const [, self, format] = process.argv;
if (self === here) await (format ? measure(format) : run());
