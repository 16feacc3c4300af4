import { MultiDirectedGraph } from 'graphology';
import type { Driver } from 'neo4j-driver';
import { temporalLibrary } from '../../../server/cypher/temporal/library.ts';
import type { Random } from './random.ts';

/** A date, a datetime or a duration, by the text both sides read it from. */
export interface Moment {
  readonly kind: 'date' | 'datetime' | 'duration';
  readonly text: string;
}

export type Stored = string | boolean | bigint | number | readonly (string | bigint)[] | Moment;

export interface SampleNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Stored>>;
}

export interface SampleRelationship {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Readonly<Record<string, Stored>>;
}

export interface SampleGraph {
  readonly nodes: readonly SampleNode[];
  readonly relationships: readonly SampleRelationship[];
}

export const KINDS = ['Person', 'Country', 'Organization', 'Event', 'Proposal'] as const;
export const LABELS = ['Entity', ...KINDS, 'Article', 'Claim'] as const;
export const TYPES = ['MET_WITH', 'SANCTIONED', 'ALLIED_WITH', 'MEMBER_OF', 'VETOED', 'MENTIONS'] as const;
export const NAMES = [
  'Kurland',
  'Orla Dane',
  'Åland',
  'orla dane',
  'League of Ports',
  '',
  'Zoë 😀 Quay',
  'Dane',
] as const;

const DATES = ['2014-03-18', '2014-03-19', '2016-02-29', '2011-12-31'] as const;
const MOMENTS = ['2014-03-18T10:30:00Z', '2016-02-29T23:59:59.5+02:00', '2014-03-18T11:30+01:00'] as const;
const SPANS = ['P1Y2M', 'P3D', 'PT36H', 'P1M-2DT5.5S'] as const;

/** A small graph with what makes queries differ: missing properties, mixed types, loops, parallel relationships. */
export const sampleGraph = (random: Random): SampleGraph => {
  const nodes = Array.from({ length: random.whole(6, 11) }, (_, i): SampleNode => {
    const family = random.weighted([
      [7, 'entity'],
      [2, 'Article'],
      [2, 'Claim'],
      [0.5, 'none'],
    ]);
    const labels =
      family === 'entity'
        ? ['Entity', ...new Set([random.pick(KINDS), ...(random.chance(0.1) ? [random.pick(KINDS)] : [])])]
        : family === 'none'
          ? []
          : [family];
    return { id: `n${i}`, labels, properties: { id: `n${i}`, ...nodeProperties(random) } };
  });
  const relationships: SampleRelationship[] = [];
  for (let i = random.whole(8, 16); i > 0; i--) {
    const source = random.pick(nodes).id;
    const target = random.chance(0.06) ? source : random.pick(nodes).id;
    for (let parallel = random.chance(0.2) ? 2 : 1; parallel > 0; parallel--) {
      const id = `r${relationships.length}`;
      const properties = { id, ...relationshipProperties(random) };
      relationships.push({ id, type: random.pick(TYPES), source, target, properties });
    }
  }
  return { nodes, relationships };
};

const nodeProperties = (random: Random): Record<string, Stored> => {
  const properties: Record<string, Stored> = {};
  if (random.chance(0.85)) properties.name = random.pick(NAMES);
  if (random.chance(0.7)) properties.rank = BigInt(random.whole(-2, 6));
  if (random.chance(0.6)) properties.score = random.whole(-4, 12) / 4;
  if (random.chance(0.5)) properties.active = random.chance(0.5);
  if (random.chance(0.5)) properties.aliases = random.some(['Dane', 'Ports', '', 'Åland']);
  if (random.chance(0.4)) properties.years = random.some([2011n, 2014n, 2014n, 2017n]);
  if (random.chance(0.4)) properties.since = { kind: 'date', text: random.pick(DATES) };
  if (random.chance(0.3)) properties.at = { kind: 'datetime', text: random.pick(MOMENTS) };
  if (random.chance(0.3)) properties.span = { kind: 'duration', text: random.pick(SPANS) };
  if (random.chance(0.5)) properties.mixed = random.pick<Stored>([1n, 1, 1.5, '1', 'Dane', true, false, 2n, [1n, 2n]]);
  return properties;
};

const relationshipProperties = (random: Random): Record<string, Stored> => {
  const properties: Record<string, Stored> = {};
  if (random.chance(0.8)) properties.year = BigInt(random.whole(2011, 2016));
  if (random.chance(0.7)) properties.confidence = random.whole(0, 4) / 4;
  if (random.chance(0.4)) properties.negated = random.chance(0.3);
  if (random.chance(0.3)) properties.on = { kind: 'date', text: random.pick(DATES) };
  if (random.chance(0.4)) properties.note = random.pick(NAMES);
  return properties;
};

const isMoment = (value: Stored): value is Moment => typeof value === 'object' && 'text' in value;

const forEngine = (properties: Readonly<Record<string, Stored>>): Record<string, unknown> => {
  const now = { nanoseconds: 0n, zone: 'UTC' };
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      isMoment(value) ? temporalLibrary.call(value.kind, [value.text], now) : value,
    ]),
  );
};

/** The graph as the engine reads it with `exactView`. */
export const asGraphology = ({ nodes, relationships }: SampleGraph): MultiDirectedGraph => {
  const graph = new MultiDirectedGraph();
  for (const { id, labels, properties } of nodes) graph.addNode(id, { labels, properties: forEngine(properties) });
  for (const { id, type, source, target, properties } of relationships)
    graph.addEdgeWithKey(id, source, target, { type, properties: forEngine(properties) });
  return graph;
};

/** What SET makes of properties: the plain ones by a parameter, dates and their like by their functions. */
const forNeo4j = (name: string, properties: Readonly<Record<string, Stored>>) => {
  const moments = Object.entries(properties).filter((one): one is [string, Moment] => isMoment(one[1]));
  const plain = Object.fromEntries(Object.entries(properties).filter(([, value]) => !isMoment(value)));
  const set = [`${name} = $plain`, ...moments.map(([key, { kind, text }]) => `${name}.${key} = ${kind}('${text}')`)];
  return { set: `SET ${set.join(', ')}`, plain };
};

/** Puts the graph into Neo4j in the place of all that is there. */
export const intoNeo4j = async (driver: Driver, { nodes, relationships }: SampleGraph): Promise<void> => {
  const session = driver.session({ database: 'neo4j' });
  try {
    await session.executeWrite(async (transaction) => {
      await transaction.run('MATCH (n) DETACH DELETE n');
      for (const { labels, properties } of nodes) {
        const { set, plain } = forNeo4j('n', properties);
        await transaction.run(`CREATE (n${labels.map((one) => `:${one}`).join('')}) ${set}`, { plain });
      }
      for (const { type, source, target, properties } of relationships) {
        const { set, plain } = forNeo4j('r', properties);
        await transaction.run(`MATCH (a {id: $source}), (b {id: $target}) CREATE (a)-[r:${type}]->(b) ${set}`, {
          source,
          target,
          plain,
        });
      }
    });
  } finally {
    await session.close();
  }
};
