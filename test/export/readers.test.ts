import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import type { ExportOptions } from '../../server/export/graph-source.ts';
import { graphOf, sourceOf, trouble } from './sample-graph.ts';
import { written } from './written.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const python = [process.env.TEST_PYTHON, here('../../.venv/bin/python')].find(
  (path) => path && existsSync(path) && spawnSync(path, ['-c', 'import networkx, rdflib']).status === 0,
);
const gephi = [
  process.env.TEST_GEPHI,
  join(homedir(), '.m2/repository/org/gephi/gephi-toolkit/0.10.1/gephi-toolkit-0.10.1-all.jar'),
].find((path) => path && existsSync(path));
const uri = process.env.TEST_NEO4J_URI;

const folder = mkdtempSync(join(tmpdir(), 'entente-export-'));
const fileOf = async (format: string, options: ExportOptions = {}) => {
  const path = join(
    folder,
    `graph${options.version ?? ''}${options.edgesKey ?? ''}${options.record ? '-record' : ''}.${format}`,
  );
  writeFileSync(path, await written(format, sourceOf(trouble), options));
  return path;
};

after(() => rmSync(folder, { recursive: true }));

const nodeIds = trouble.nodes.map(({ id }) => id).sort();
const edgeRows = trouble.edges.map(({ id, source, target, type, occurredFrom, confidence }) => [
  source,
  target,
  id,
  type,
  occurredFrom ?? null,
  confidence,
]);

describe(`exports read by Python's NetworkX and rdflib${python ? '' : ' (skipped: no Python with networkx and rdflib; set TEST_PYTHON)'}`, () => {
  before(function () {
    if (!python) this.skip();
  });
  const read = (kind: string, path: string) =>
    JSON.parse(execFileSync(python!, [here('read_graph.py'), kind, path], { encoding: 'utf8', maxBuffer: 1e8 }));

  for (const [format, options] of [
    ['gexf', {}],
    ['gexf', { version: '1.2' }],
    ['gexf', { record: true }],
    ['graphml', {}],
    ['graphml', { record: true }],
    ['node-link', { edgesKey: 'edges' }],
  ] as const) {
    it(`gives NetworkX the same nodes, parallel edges, types and dates in ${format} ${JSON.stringify(options)}`, async () => {
      const found = read(format, await fileOf(format, options));
      assert.ok(found.directed && found.multi);
      assert.deepEqual(found.nodes, nodeIds);
      assert.deepEqual(found.edges, edgeRows);
      assert.equal(found.mentions['country:RUS'], 120);
      assert.match(found.names['event:strike'], /“strike” & <siege>\nof/);
    });
  }

  it('says the same to rdflib in Turtle and in JSON-LD', async () => {
    const turtle = read('turtle', await fileOf('turtle'));
    const jsonLd = read('json-ld', await fileOf('json-ld'));
    assert.ok(turtle.triples > 250, String(turtle.triples));
    assert.deepEqual(turtle.lines, jsonLd.lines);
    assert.ok(turtle.lines.some((line: string) => line.includes('#TextQuoteSelector')));
  });
});

describe(`exports read by Gephi${gephi ? '' : ' (skipped: no Gephi toolkit; set TEST_GEPHI to its jar)'}`, () => {
  it('come in with all nodes, parallel edges, types and days', async function () {
    if (!gephi) this.skip();
    this.timeout(180_000);
    const files = await Promise.all([
      fileOf('gexf'),
      fileOf('gexf', { version: '1.2' }),
      fileOf('gexf', { record: true }),
      fileOf('graphml'),
      fileOf('graphml', { record: true }),
    ]);
    const lines = execFileSync('java', ['-cp', gephi, here('GephiRead.java'), ...files], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const about = files.map((file) => {
      const from = lines.findIndex(([what, name]) => what === 'file' && name === file) + 1;
      const to = lines.findIndex(([what], index) => index >= from && what === 'file');
      return lines.slice(from, to < 0 ? undefined : to);
    });
    for (const [index, rows] of about.entries()) {
      const edges = rows.filter(([what]) => what === 'edge');
      assert.deepEqual(
        rows.filter(([what]) => what === 'issue'),
        [],
      );
      assert.deepEqual(
        rows
          .filter(([what]) => what === 'node')
          .map(([, id]) => id)
          .sort(),
        nodeIds,
      );
      assert.deepEqual(
        edges.map(([, id, a, b]) => [id, a, b]).sort(),
        trouble.edges.map(({ id, source, target }) => [id, source, target]),
      );
      assert.equal(rows.find(([, id]) => id === 'country:RUS')?.[2], '120');
      if (index === 0)
        assert.deepEqual(
          edges.map(([, , , , type]) => type),
          trouble.edges.map(({ type }) => type),
        );
      if (index < 2) {
        const days = trouble.edges.map(({ id, occurredFrom, from }) => [id, occurredFrom || from ? '1' : '0']);
        assert.deepEqual(
          edges.map(([, id, , , , , spells]) => [id, spells]),
          days,
        );
      }
    }
  });
});

describe(`exports read by Neo4j${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, () => {
  before(function () {
    if (!uri) this.skip();
  });
  const run = async (
    work: (query: (text: string, parameters?: object) => Promise<Record<string, unknown>[]>) => Promise<void>,
  ) => {
    const driver = neo4j.driver(uri!, neo4j.auth.basic('neo4j', process.env.TEST_NEO4J_PASSWORD ?? 'neo4j'), {
      disableLosslessIntegers: true,
    });
    const query = async (text: string, parameters: object = {}) =>
      (await driver.executeQuery(text, parameters, { database: 'neo4j' })).records.map((record) => record.toObject());
    try {
      await work(query);
    } finally {
      await driver.close();
    }
  };

  it('the Cypher script makes the graph, and running it twice changes nothing', async () => {
    const statements = (await written('cypher', sourceOf(trouble)))
      .toString()
      .replace(/^\/\/.*$/gm, '')
      .split(/;\n/)
      .map((text) => text.trim())
      .filter(Boolean);
    await run(async (query) => {
      await query('MATCH (n) DETACH DELETE n');
      for (let time = 0; time < 2; time++) for (const statement of statements) await query(statement);
      const nodes = await query(
        'MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
      );
      assert.deepEqual(
        nodes.map(({ id, labels, properties }) => ({ id, labels: [...(labels as string[])].sort(), properties })),
        trouble.nodes.map((node) => ({
          id: node.id,
          labels: ['Entity', LABEL_OF_KIND[node.kind]].sort(),
          properties: node,
        })),
      );
      const edges = await query(
        'MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties ORDER BY id',
      );
      assert.deepEqual(
        edges.map(({ id, type, source, target, properties }) => ({
          ...(properties as object),
          id,
          type,
          source,
          target,
        })),
        trouble.edges.map((edge) => ({ ...edge })),
      );
      await query('MATCH (n) DETACH DELETE n');
    });
  });

  it('the tables are read by LOAD CSV row by row', async () => {
    const table = await written('csv-edges', sourceOf(trouble));
    const server = createServer((_request, response) => response.end(table)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await run(async (query) => {
        const rows = await query('LOAD CSV WITH HEADERS FROM $url AS row RETURN row', {
          url: `http://127.0.0.1:${port}/edges.csv`,
        });
        assert.deepEqual(
          rows
            .map(({ row }) => row as Record<string, string>)
            .map((row) => [row.id, row[':START_ID'], row[':END_ID'], row[':TYPE'], row['goldstein:double'], row.title]),
          trouble.edges.map(({ id, source, target, type, goldstein, title }) => [
            id,
            source,
            target,
            type,
            String(goldstein),
            title ? `'${title}` : null,
          ]),
        );
      });
    } finally {
      server.close();
    }
  });
});

describe('writing a large graph', () => {
  for (const format of ['gexf', 'graphml', 'json', 'csv', 'cypher', 'turtle'] as const) {
    it(`holds no more than a batch of it at a time in ${format}`, async function () {
      this.timeout(60_000);
      const { exportFormat } = await import('../../server/export/formats.ts');
      let largest = 0;
      let total = 0;
      for await (const piece of exportFormat(format)!.write(graphOf(2000, 10_000), {})) {
        largest = Math.max(largest, piece.length);
        total += piece.length;
      }
      assert.ok(total > 100_000, `${total} characters in all`);
      assert.ok(largest < 600_000, `a piece of ${largest} characters`);
    });
  }

  it('gives the same bytes each time', async () => {
    for (const format of ['gexf', 'csv', 'turtle']) {
      assert.deepEqual(await written(format, sourceOf(trouble)), await written(format, sourceOf(trouble)));
    }
  });
});
