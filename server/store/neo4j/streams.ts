import type { Filter } from '../../../graph-schema/filter.ts';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import type { Citation, CitedClaim } from '../../export/graph-source.ts';
import { citationOf } from '../citation-of.ts';
import { type Properties, placedOfProperties } from '../properties.ts';
import type { StillGraph, Which } from '../store.ts';
import type { Connection, Run } from './connection.ts';
import { claimTerms, edgeTerms, filterClauses } from './filter-clause.ts';
import { EDGE, edgeOf, nodeOf } from './reads.ts';
import { field } from './values.ts';

// What is sorted is nodes and relationships, not their properties: those are read as the rows go out.

async function* nodesOf(connection: Connection, filter?: Filter): AsyncIterable<GraphNode> {
  const { all, parameters } = filterClauses(filter ?? {}, edgeTerms('r', 'a', 'b'));
  const match = filter
    ? `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${all} UNWIND [a, b] AS n WITH DISTINCT n`
    : 'MATCH (n:Entity)';
  const text = `${match} WITH n ORDER BY n.id RETURN properties(n) AS node`;
  for await (const row of connection.stream(text, parameters)) yield nodeOf(row);
}

async function* edgesOf(connection: Connection, filter?: Filter): AsyncIterable<GraphEdge> {
  const { all, parameters } = filterClauses(filter ?? {}, edgeTerms('r', 'a', 'b'));
  const text = `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${filter ? all : 'true'} WITH r ORDER BY r.id RETURN ${EDGE}`;
  for await (const row of connection.stream(text, parameters)) yield edgeOf(row);
}

/**
 * Nodes and edges as they come, asked for anew each time. Neo4j gives each query what is committed when it reads, so an
 * article may come in between: an edge is left out whose ends were not among the nodes given before it.
 */
export const stillGraph = (connection: Connection, filter?: Filter): StillGraph => {
  let given: Set<string> | undefined;
  return {
    nodes: async function* () {
      const ids = new Set<string>();
      for await (const node of nodesOf(connection, filter)) {
        ids.add(node.id);
        yield node;
      }
      given = ids;
    },
    edges: async function* () {
      for await (const edge of edgesOf(connection, filter))
        if (!given || (given.has(edge.source) && given.has(edge.target))) yield edge;
    },
  };
};

/** Binds claims `c` with their articles `a`. */
const matchClaims = (which: Which) => {
  if ('ids' in which) {
    const text = 'UNWIND $ids AS id WITH DISTINCT id MATCH (c:Claim {id: id})-[:STATED_IN]->(a:Article)';
    return { text, parameters: { ids: which.ids } };
  }
  const { all, parameters } = filterClauses(which.filter, claimTerms('c', 'a', 'x', 'y'));
  const text = `MATCH (c:Claim)-[:STATED_IN]->(a:Article)
     WHERE c.background IS NULL AND (c.verdict IS NULL OR c.verdict <> 'rejected')
     MATCH (x:Entity {id: c.sourceId}) MATCH (y:Entity {id: c.targetId})
     WITH c, a, x, y WHERE ${all}`;
  return { text, parameters };
};

const CITATION = 'a {.id, .title, .source, .url, .published} AS article';

/** Claims with their articles as they come. */
export async function* citedClaims(connection: Connection, which: Which): AsyncIterable<CitedClaim> {
  const { text, parameters } = matchClaims(which);
  const rows = connection.stream(
    `${text} WITH c, a ORDER BY c.id RETURN properties(c) AS claim, ${CITATION}`,
    parameters,
  );
  for await (const row of rows) {
    const { claim } = placedOfProperties(field<Properties>(row, 'claim'));
    yield { claim, article: citationOf(field(row, 'article')) };
  }
}

/** The articles of claims, each once. */
export const sourcesOf = async (run: Run, which: Which): Promise<readonly Citation[]> => {
  const { text, parameters } = matchClaims(which);
  const rows = await run(`${text} WITH DISTINCT a ORDER BY a.id RETURN ${CITATION}`, parameters);
  return rows.map((row) => citationOf(field(row, 'article')));
};
