import type { Article } from '../../graph-schema/article.ts';
import type { Claim } from '../../graph-schema/claim.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { type RelationType, relationOf } from '../../graph-schema/relations.ts';
import type { GraphSource, Provenance } from '../../server/export/graph-source.ts';

const node = (id: string, name: string, kind: GraphNode['kind'], rest: Partial<GraphNode> = {}): GraphNode => ({
  id,
  name,
  kind,
  aliases: [],
  mentions: 3,
  articles: 2,
  search: name.toLowerCase(),
  ...rest,
});

const edge = (
  id: string,
  type: RelationType,
  source: string,
  target: string,
  rest: Partial<GraphEdge> = {},
): GraphEdge => {
  const { quad, goldstein, plover, cameo } = relationOf(type);
  return {
    id,
    type,
    source,
    target,
    claimIds: [`claim-${id}`],
    claims: 1,
    sources: 1,
    outlets: ['Sample Wire'],
    precision: 'unknown',
    polarity: 'affirmed',
    modality: 'fact',
    confidence: 0.875,
    quad,
    goldstein,
    ...(plover ? { plover } : {}),
    ...(cameo ? { cameo } : {}),
    ...rest,
  };
};

/** A small graph with all that makes trouble in files: parallel edges, a loop, dates, lists, quotes, formulas, emoji. */
export const trouble: Drawing = {
  nodes: [
    node('country:RUS', 'Russia', 'country', {
      iso3: 'RUS',
      country: 'RUS',
      aliases: ['Moscow', 'the Kremlin'],
      mentions: 120,
    }),
    node('country:SYR', 'Syria', 'country', { iso3: 'SYR', country: 'SYR' }),
    node('event:strike', 'The “strike” & <siege>\nof the town', 'event', {
      occurredFrom: '2017-04-04',
      occurredTo: '2017-04-04',
      precision: 'day',
      claimIds: ['c1', 'c2'],
    }),
    node('organization:plus', '=SUM(A1:A2)', 'organization', {
      aliases: ["'=1+1", '@home', '-5', 'a|b, c [d] "e" \\ f'],
    }),
    node('person:zoe:FRA', 'Zoë Ångström 😀 \u0007bell', 'person', { country: 'FRA', role: 'government' }),
    node('proposal:res', 'draft resolution', 'proposal', { asks: 'an end to the fighting; aid' }),
    node('wd:Q1', "O'Neill; \\ back", 'person', { wikidata: 'Q1' }),
  ],
  edges: [
    edge('e1', 'MET_WITH', 'country:RUS', 'country:SYR', {
      occurredFrom: '2017-10-21',
      occurredTo: '2017-10-21',
      precision: 'day',
      goldstein: 1,
    }),
    edge('e2', 'MET_WITH', 'country:RUS', 'country:SYR', {
      occurredFrom: '2018-01-01',
      occurredTo: '2018-12-31',
      precision: 'year',
    }),
    edge('e3', 'BACKS', 'country:RUS', 'country:SYR', { claims: 7, sources: 4, claimIds: ['a', 'b'], confidence: 0.9 }),
    edge('e4', 'VETOED', 'country:RUS', 'proposal:res', {
      occurredFrom: '2017-04-12',
      occurredTo: '2017-04-12',
      precision: 'day',
      firstReported: '2017-04-13',
    }),
    edge('e5', 'CRITICIZED', 'country:SYR', 'country:SYR', { polarity: 'denied', modality: 'possible' }),
    edge('e6', 'HOLDS_OFFICE', 'person:zoe:FRA', 'country:RUS', {
      title: '+minister',
      from: '2012-05-07',
      background: true,
    }),
    edge('e7', 'TOOK_PART_IN', 'wd:Q1', 'event:strike', { role: 'source' }),
  ],
};

async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows;
}

const article: Article = {
  id: 'article-1',
  text: 'Russia backs Syria.',
  title: 'A title, “quoted”',
  source: 'Sample Wire',
  published: '2017-04-13',
  url: 'https://example.org/a?b=1&c=2',
};

const claimOf = (one: GraphEdge): Claim => ({
  id: one.claimIds[0]!,
  articleId: article.id,
  type: one.type,
  source: one.source,
  target: one.target,
  polarity: one.polarity,
  modality: one.modality,
  precision: one.precision,
  quote: 'Russia "backs" Syria.\nSo it says.',
  start: 0,
  end: 19,
  trigger: { start: 7, end: 12 },
  confidence: 0.9,
  rule: 'active',
  extractor: 'test 1',
});

/** A drawing as the writers take it. */
export const sourceOf = (drawing: Drawing, provenance: Partial<Provenance> = {}): GraphSource => ({
  provenance: {
    title: 'Russia and Syria',
    program: 'Entente 0.1.0',
    query: 'MATCH (a)-[r]->(b) WHERE a.name <> "x" RETURN *',
    filter: { since: '2011-01-01', types: ['BACKS'] },
    digest: 'd1',
    nodes: drawing.nodes.length,
    edges: drawing.edges.length,
    sources: [article],
    ...provenance,
  },
  nodes: () => each(drawing.nodes),
  edges: () => each(drawing.edges),
  claims: () => each(drawing.edges.map((one) => ({ claim: claimOf(one), article }))),
  readings: () => each([{ article, entities: [], claims: drawing.edges.map(claimOf) }]),
});

/** A graph of any size, the same for the same size. */
export const graphOf = (nodes: number, edges: number): GraphSource => {
  const nodeAt = (index: number) =>
    node(`organization:n${index}`, `Organisation ${index}`, 'organization', {
      mentions: index % 50,
      aliases: [`N${index}`],
    });
  const edgeAt = (index: number) =>
    edge(
      `e${index}`,
      (['BACKS', 'MET_WITH', 'ACCUSED'] as const)[index % 3]!,
      `organization:n${(index * 7) % nodes}`,
      `organization:n${(index * 13 + 1) % nodes}`,
      {
        occurredFrom: `20${10 + (index % 10)}-0${1 + (index % 9)}-11`,
        occurredTo: `20${10 + (index % 10)}-0${1 + (index % 9)}-11`,
        precision: 'day',
      },
    );
  async function* count<Row>(length: number, at: (index: number) => Row): AsyncIterable<Row> {
    for (let index = 0; index < length; index++) yield at(index);
  }
  return {
    provenance: { title: 'generated', program: 'Entente 0.1.0', digest: 'd2', nodes, edges, sources: [] },
    nodes: () => count(nodes, nodeAt),
    edges: () => count(edges, edgeAt),
    claims: () => each([]),
    readings: () => each([]),
  };
};
