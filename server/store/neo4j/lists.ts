import neo4j from 'neo4j-driver';
import type { Filter } from '../../../graph-schema/filter.ts';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import { ENTITY_KINDS } from '../../../graph-schema/kinds.ts';
import { keyAfter, limitOf, pageOfTaken } from '../page.ts';
import type { Page, PageOptions, Store } from '../store.ts';
import type { Run } from './connection.ts';
import { edgeTerms, filterClauses } from './filter-clause.ts';
import { EDGE, edgeOf, nodeOf } from './reads.ts';
import { field } from './values.ts';

/** What a page needs as parameters: the key behind which it begins, and one item more than it holds. */
const placeOf = ({ limit, after }: PageOptions) => ({
  after: keyAfter(after) ?? '',
  most: neo4j.int(limitOf(limit) + 1),
});

const byId = ({ id }: { readonly id: string }): string => id;

/** Nodes in the order of ids. */
export const nodes = async (
  run: Run,
  { kinds, filter, ...options }: NonNullable<Parameters<Store['nodes']>[0]> = {},
): Promise<Page<GraphNode>> => {
  const { all, parameters } = filterClauses({ ...filter, kinds: ENTITY_KINDS }, edgeTerms('r', 'n', 'm'));
  const where = [
    kinds ? 'n.kind IN $only' : 'true',
    filter ? `EXISTS { MATCH (n)-[r]-(m:Entity) WHERE ${all} }` : 'true',
  ].join(' AND ');
  const given = { ...parameters, ...placeOf(options), only: kinds ?? [] };
  const [counted] = await run(`MATCH (n:Entity) WHERE ${where} RETURN count(n) AS total`, given);
  const rows = await run(
    `MATCH (n:Entity) WHERE n.id > $after AND ${where} RETURN properties(n) AS node ORDER BY n.id LIMIT $most`,
    given,
  );
  return pageOfTaken(rows.map(nodeOf), byId, { ...options, total: field<number>(counted!, 'total') });
};

/** Edges in the order of ids. */
export const edges = async (
  run: Run,
  { filter, ...options }: PageOptions & { readonly filter?: Filter } = {},
): Promise<Page<GraphEdge>> => {
  const { all, parameters } = filterClauses(filter ?? {}, edgeTerms('r', 'a', 'b'));
  const where = filter ? all : 'true';
  const given = { ...parameters, ...placeOf(options) };
  const [counted] = await run(`MATCH (a:Entity)-[r]->(b:Entity) WHERE ${where} RETURN count(r) AS total`, given);
  const rows = await run(
    `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${where} AND r.id > $after
     WITH r ORDER BY r.id LIMIT $most RETURN ${EDGE} ORDER BY r.id`,
    given,
  );
  return pageOfTaken(rows.map(edgeOf), byId, { ...options, total: field<number>(counted!, 'total') });
};
