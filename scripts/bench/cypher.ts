/**
 * Our Cypher engine beside Neo4j over Bolt, in one run: the same graph, the same questions, the same answers, both warm,
 * both with indexes. `BENCH_NEO4J_URI` (or `TEST_NEO4J_URI`) names a server whose contents may be replaced; without it
 * only our own figures are told. `tsx scripts/bench/cypher.ts`, or `npm run bench:cypher`.
 */
import { pathToFileURL } from 'node:url';
import { MultiDirectedGraph } from 'graphology';
import neo4j, { type Driver } from 'neo4j-driver';
import seedrandom from 'seedrandom';
import { createEngine, type Engine, exactView } from '../../server/cypher/index.ts';

const NODES = 10_000;
const RELATIONSHIPS = 50_000;
const WARM_UP = 60;
const ROUNDS = 101;
const KINDS = ['Person', 'Country', 'Organization', 'Event', 'Proposal'];
const TYPES = [
  'MET_WITH',
  'SANCTIONED',
  'ALLIED_WITH',
  'MEMBER_OF',
  'VETOED',
  'CRITICIZED',
  'MENTIONS',
  'NEGOTIATED_WITH',
];
const SYLLABLES = ['kur', 'dan', 'or', 'la', 'ves', 'min', 'tar', 'quo', 'hel', 'sa', 'bre', 'nor'];

interface Question {
  readonly name: string;
  readonly text: string;
  /** How many times faster than Neo4j it ought to be. */
  readonly aim: number;
  parameters(random: () => number): Readonly<Record<string, unknown>>;
  /** Rounds, where fewer are enough. */
  readonly rounds?: number;
}

const anyId = (random: () => number): string => `n${Math.floor(random() * NODES)}`;
const one = (random: () => number) => ({ id: anyId(random) });

const differentEnds = (random: () => number) => {
  const a = Math.floor(random() * NODES);
  return { a: `n${a}`, b: `n${(a + 1 + Math.floor(random() * (NODES - 1))) % NODES}` };
};

const QUESTIONS: readonly Question[] = [
  { name: 'point lookup', aim: 5, text: 'MATCH (n:Entity {id: $id}) RETURN n.name, n.rank', parameters: one },
  {
    name: '1 hop',
    aim: 5,
    text: 'MATCH (n:Entity {id: $id})-[r]-(m) RETURN type(r), r.year, m.id, m.name',
    parameters: one,
  },
  {
    name: '2 hops distinct',
    aim: 5,
    text: 'MATCH (n:Entity {id: $id})--()--(m) RETURN DISTINCT m.id',
    parameters: one,
  },
  {
    name: '2-hop paths LIMIT 500',
    aim: 5,
    text: 'MATCH p = (n:Entity {id: $id})--()--() RETURN p LIMIT 500',
    parameters: one,
  },
  {
    name: 'shortest path',
    aim: 1,
    text: 'MATCH (a:Entity {id: $a}), (b:Entity {id: $b}) MATCH p = shortestPath((a)-[*]-(b)) RETURN length(p)',
    parameters: differentEnds,
  },
  {
    name: 'top degree',
    aim: 1,
    text: 'MATCH (n:Entity)-[r]-() RETURN n.id AS id, count(r) AS degree ORDER BY degree DESC, id LIMIT 20',
    parameters: () => ({}),
    rounds: 31,
  },
  {
    name: 'type and year filter',
    aim: 1,
    text: 'MATCH (a:Entity)-[r:SANCTIONED]->(b:Entity) WHERE r.year = $year RETURN a.id, b.id, r.confidence',
    parameters: (random) => ({ year: BigInt(2010 + Math.floor(random() * 10)) }),
    rounds: 51,
  },
  {
    name: 'CONTAINS',
    aim: 1,
    text: 'MATCH (n:Entity) WHERE n.name CONTAINS $text RETURN n.id, n.name',
    parameters: (random) => ({
      text: SYLLABLES[Math.floor(random() * SYLLABLES.length)]! + SYLLABLES[Math.floor(random() * SYLLABLES.length)]!,
    }),
    rounds: 51,
  },
  {
    name: 'aggregation by two keys',
    aim: 1,
    text: 'MATCH (:Country)-[r]->() RETURN type(r) AS type, r.year AS year, count(*) AS count ORDER BY type, year',
    parameters: () => ({}),
    rounds: 31,
  },
];

interface Rows {
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Record<string, unknown> }[];
  readonly relationships: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly properties: Record<string, unknown>;
  }[];
}

/** Few are in many relations, most in few; as in the news. */
function makeRows(): Rows {
  const random = seedrandom('bench cypher');
  const whole = (most: number): number => Math.floor(random() * most);
  const pick = <T>(of: readonly T[]): T => of[whole(of.length)]!;
  const busy = (): string => `n${Math.floor(NODES * random() ** 2.2)}`;
  const nodes = Array.from({ length: NODES }, (_, i) => ({
    labels: ['Entity', pick(KINDS)],
    properties: {
      id: `n${i}`,
      name: Array.from({ length: 2 + whole(3) }, () => pick(SYLLABLES)).join(''),
      rank: BigInt(whole(100)),
    },
  }));
  const relationships = Array.from({ length: RELATIONSHIPS }, (_, i) => ({
    type: pick(TYPES),
    from: busy(),
    to: busy(),
    properties: { id: `r${i}`, year: BigInt(2010 + whole(10)), confidence: whole(100) / 100 },
  }));
  return { nodes, relationships };
}

function openEngine({ nodes, relationships }: Rows): Engine {
  const graph = new MultiDirectedGraph();
  for (const { labels, properties } of nodes) graph.addNode(properties.id, { labels, properties });
  for (const { type, from, to, properties } of relationships) {
    graph.addEdgeWithKey(properties.id, from, to, { type, properties });
  }
  return createEngine(graph, { view: exactView });
}

async function load(driver: Driver, { nodes, relationships }: Rows): Promise<void> {
  const say = async (text: string, parameters: Record<string, unknown> = {}): Promise<void> => {
    const session = driver.session({ database: 'neo4j' });
    await session.run(text, parameters);
    await session.close();
  };
  await say('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await say('CREATE INDEX bench_id IF NOT EXISTS FOR (n:Entity) ON (n.id)');
  await say('CREATE INDEX bench_name IF NOT EXISTS FOR (n:Entity) ON (n.name)');
  await say('CREATE TEXT INDEX bench_text IF NOT EXISTS FOR (n:Entity) ON (n.name)');
  await say('CREATE INDEX bench_year IF NOT EXISTS FOR ()-[r:SANCTIONED]-() ON (r.year)');
  for (const kind of KINDS) {
    const rows = nodes.filter(({ labels }) => labels.includes(kind)).map(({ properties }) => properties);
    await say(`UNWIND $rows AS row CREATE (n:Entity:${kind}) SET n = row`, { rows });
  }
  await say('CALL db.awaitIndexes()');
  for (const type of TYPES) {
    const rows = relationships.filter((one) => one.type === type);
    await say(
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
      { rows },
    );
  }
  await say('CALL db.resampleOutdatedIndexes()');
}

async function unload(driver: Driver): Promise<void> {
  const session = driver.session({ database: 'neo4j' });
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  for (const name of ['bench_id', 'bench_name', 'bench_text', 'bench_year'])
    await session.run(`DROP INDEX ${name} IF EXISTS`);
  await session.close();
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

type Ask = (text: string, parameters: Readonly<Record<string, unknown>>) => Promise<number>;

async function timed(
  ask: Ask,
  text: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<{ ms: number; rows: number }> {
  const began = performance.now();
  const rows = await ask(text, parameters);
  return { ms: performance.now() - began, rows };
}

export async function run(): Promise<void> {
  const uri = process.env.BENCH_NEO4J_URI ?? process.env.TEST_NEO4J_URI;
  const rows = makeRows();
  const engine = openEngine(rows);
  const began = performance.now();
  await engine.run('RETURN 1');
  console.log(
    `cypher: ${NODES} nodes, ${RELATIONSHIPS} relationships; indexed in ${(performance.now() - began).toFixed(0)} ms`,
  );
  const driver = uri
    ? neo4j.driver(uri, neo4j.auth.basic('neo4j', process.env.TEST_NEO4J_PASSWORD ?? 'neo4j'), { useBigInt: true })
    : undefined;
  if (driver) await load(driver, rows);
  else console.log('cypher: without Neo4j beside it (BENCH_NEO4J_URI is not set)');
  const ours: Ask = async (text, parameters) => (await engine.run(text, parameters)).rows.length;
  const session = driver?.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  const theirs: Ask = async (text, parameters) => (await session!.run(text, parameters)).records.length;
  try {
    for (const { name, text, parameters, aim, rounds = ROUNDS } of QUESTIONS) {
      const random = seedrandom(name);
      const [own, other]: [number[], number[]] = [[], []];
      for (let i = -Math.min(WARM_UP, rounds); i < rounds; i++) {
        const asked = parameters(random);
        const a = await timed(ours, text, asked);
        const b = session ? await timed(theirs, text, asked) : undefined;
        if (b && a.rows !== b.rows) throw new Error(`${name}: ${a.rows} rows, Neo4j ${b.rows}`);
        if (i < 0) continue;
        own.push(a.ms);
        if (b) other.push(b.ms);
      }
      const mine = median(own);
      const told = `  ${name.padEnd(24)} ${mine.toFixed(3).padStart(9)} ms`;
      if (!session) console.log(told);
      else {
        const ratio = median(other) / mine;
        const verdict = ratio >= aim ? '' : `  below the aim of ${aim}`;
        console.log(
          `${told}   Neo4j ${median(other).toFixed(3).padStart(9)} ms   ${ratio.toFixed(1).padStart(6)} ×${verdict}`,
        );
      }
    }
  } finally {
    await session?.close();
    if (driver) await unload(driver);
    await driver?.close();
    engine.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
