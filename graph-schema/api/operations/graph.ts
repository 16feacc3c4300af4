import { z } from 'zod';
import { MOST_EDGES } from '../../graph.ts';
import { ENTITY_KINDS } from '../../kinds.ts';
import { SchemaAnswer } from '../cypher.ts';
import { filterQuery } from '../filter.ts';
import {
  Counts,
  Dyad,
  EdgePage,
  GraphEdge,
  GraphNode,
  NodePage,
  PathsAnswer,
  Subgraph,
  TimelineAnswer,
} from '../graph.ts';
import { operation } from '../operation.ts';
import { byId, byPair, commaList, id, limit, pageQuery } from '../schema.ts';

/** What is drawn: nodes, edges, and what is asked of them together. */
export const GRAPH_OPERATIONS = {
  overview: operation({
    method: 'get',
    path: '/api/overview',
    tag: 'graph',
    summary: 'The most important nodes and what is between them',
    query: filterQuery.extend({ limit: limit(2000, 60) }),
    answer: Subgraph,
    whole: 'a piece of the graph of at most `limit` nodes, which says how much it hides',
  }),
  search: operation({
    method: 'get',
    path: '/api/search',
    tag: 'graph',
    summary: 'Entities by name or alias, best first, the best thousand',
    query: z.object({
      q: z
        .string('say what to search: ?q=name')
        .max(300)
        .meta({ description: 'Beginnings of words of a name', example: 'united' }),
      ...pageQuery(100, 20).shape,
      kinds: commaList(ENTITY_KINDS, 'Only nodes of these kinds'),
    }),
    answer: NodePage,
    timeless: 'a name is searched, and names have no date',
  }),
  nodes: operation({
    method: 'get',
    path: '/api/nodes',
    tag: 'graph',
    summary: 'Entities, events and proposals by id; under a filter those that have a relation which passes it',
    query: filterQuery
      .extend({ kinds: commaList(ENTITY_KINDS, 'Only nodes of these kinds, whatever their relations lead to') })
      .extend(pageQuery(500, 50).shape),
    answer: NodePage,
  }),
  node: operation({
    method: 'get',
    path: '/api/nodes/{id}',
    tag: 'graph',
    summary: 'One entity, event or proposal',
    params: byId,
    answer: GraphNode,
    problems: [404],
  }),
  neighbourhood: operation({
    method: 'get',
    path: '/api/nodes/{id}/neighbourhood',
    tag: 'graph',
    summary: 'A node, its neighbours and the edges among them, the most evident first',
    params: byId,
    query: filterQuery.extend({
      limit: limit(2000, 50),
      edges: limit(MOST_EDGES, 300).meta({
        description: 'Edges at most: the best of each pair first; `hidden` counts the others',
      }),
    }),
    answer: Subgraph,
    whole: 'a piece of the graph of at most `limit` neighbours, which says how much it hides',
    problems: [404],
  }),
  edges: operation({
    method: 'get',
    path: '/api/edges',
    tag: 'graph',
    summary: 'Typed edges by id',
    query: filterQuery.extend(pageQuery(500, 50).shape),
    answer: EdgePage,
  }),
  edge: operation({
    method: 'get',
    path: '/api/edges/{id}',
    tag: 'graph',
    summary: 'One typed edge',
    params: byId,
    answer: GraphEdge,
    problems: [404],
  }),
  paths: operation({
    method: 'get',
    path: '/api/paths',
    tag: 'graph',
    summary: 'Shortest paths between two nodes',
    query: filterQuery.extend({
      from: id,
      to: id,
      all: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true')
        .meta({ description: 'All paths of the shortest length' }),
      maxLength: limit(12, 6),
    }),
    answer: PathsAnswer,
    whole: 'the shortest paths, as many as there are of that length, or the first',
    problems: [404],
  }),
  dyad: operation({
    method: 'get',
    path: '/api/dyads/{a}/{b}',
    tag: 'graph',
    summary: 'Two actors over time: signed score, edges, offices, events',
    params: byPair,
    query: filterQuery,
    answer: Dyad,
    whole: 'two actors are one thing, shown together',
    problems: [404],
  }),
  timeline: operation({
    method: 'get',
    path: '/api/timeline',
    tag: 'graph',
    summary: 'Cooperation and conflict by month',
    query: filterQuery.extend({
      nodes: z
        .string()
        .max(20_000)
        .transform((text) => text.split(',').filter((node) => node !== ''))
        .optional()
        .meta({ description: 'Only edges at these nodes, ids parted by commas' }),
    }),
    answer: TimelineAnswer,
    whole: 'a bar a month',
  }),
  counts: operation({
    method: 'get',
    path: '/api/counts',
    tag: 'graph',
    summary: 'How many of what there are under a filter',
    query: filterQuery,
    answer: Counts,
  }),
  schema: operation({
    method: 'get',
    path: '/api/schema',
    tag: 'graph',
    summary: 'Kinds, relations, labels, properties and functions that a query may speak of',
    answer: SchemaAnswer,
    whole: 'the vocabulary of this program and store',
  }),
} as const;
