import neo4j, { type Record as Row } from 'neo4j-driver';
import type { Filter } from '../../../graph-schema/filter.ts';
import { fold } from '../../../graph-schema/fold.ts';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import { signOfQuad } from '../../../graph-schema/relation.ts';
import { dyadEventsOf, isBetween, officesOfDyad, sortedInTime } from '../dyad.ts';
import { limitOf } from '../page.ts';
import { rankPaths } from '../paths.ts';
import { edgeOfProperties, nodeOfProperties, type Properties } from '../properties.ts';
import { rankFound } from '../search.ts';
import { shortestPaths } from '../shortest-paths.ts';
import type { Counts, Dyad, MonthCount, Path, Store, Subgraph } from '../store.ts';
import { tellingEdges } from '../telling-edges.ts';
import { timelineOf } from '../timeline.ts';
import type { Run } from './connection.ts';
import { edgeTerms, filterClauses } from './filter-clause.ts';
import { EDGE_IDS } from './migrate.ts';
import { field } from './values.ts';

/** Matches fetched for ranking; a beginning that so many names share is no query. */
const MOST_FOUND = 2000;

/** What a row holds of an edge, and what says so in a query. */
export const EDGE = 'type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, properties(r) AS edge';
export const edgeOf = (row: Row): GraphEdge =>
  edgeOfProperties(field(row, 'type'), field(row, 'source'), field(row, 'target'), field<Properties>(row, 'edge'));
export const nodeOf = (row: Row): GraphNode => nodeOfProperties(field<Properties>(row, 'node'));

/** An edge's weight as evidence: `evidenceWeight` in Cypher. */
const WEIGHT = 'CASE WHEN r.sources < 1 THEN 0.5 ELSE toFloat(r.sources) END';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

export const nodesById = async (run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, GraphNode>> => {
  const rows = await run('UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN properties(n) AS node', { ids });
  return new Map(rows.map((row) => [nodeOf(row).id, nodeOf(row)]));
};

/** The node; an event's name without a date gives the first happening of that name. */
export const findNode = async (run: Run, id: string): Promise<GraphNode | undefined> => {
  const found = (await nodesById(run, [id])).get(id);
  if (found || !id.startsWith('event:')) return found;
  const [row] = await run(
    'MATCH (n:Entity) WHERE n.id STARTS WITH $begun RETURN properties(n) AS node ORDER BY n.id LIMIT 1',
    { begun: `${id}:` },
  );
  return row && nodeOf(row);
};

export const findEdge = async (run: Run, id: string): Promise<GraphEdge | undefined> => {
  if (!/^[0-9a-f]+$/.test(id)) return undefined;
  const [row] = await run(
    `CALL db.index.fulltext.queryRelationships('${EDGE_IDS}', $id) YIELD relationship AS r WHERE r.id = $id RETURN ${EDGE}`,
    { id },
  );
  return row && edgeOf(row);
};

export const search = async (
  run: Run,
  text: string,
  { limit, kinds }: { limit?: number; kinds?: readonly string[] } = {},
): Promise<readonly GraphNode[]> => {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const longest = [...words].sort((a, b) => b.length - a.length)[0]!;
  const rows = await run(
    `MATCH (n:Entity) WHERE n.search CONTAINS $longest AND all(word IN $words WHERE n.search CONTAINS word)
     ${kinds ? 'AND n.kind IN $kinds' : ''}
     RETURN properties(n) AS node ORDER BY n.articles DESC, n.mentions DESC, n.id LIMIT ${MOST_FOUND}`,
    { longest: ` ${longest}`, words: words.map((word) => ` ${word}`), kinds: kinds ?? [] },
  );
  return rankFound(rows.map(nodeOf), text, limitOf(limit, 20));
};

const edgesAmong = async (run: Run, ids: readonly string[], where: string, parameters: object) =>
  (
    await run(
      `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) WHERE b.id IN $ids AND ${where || 'true'} RETURN ${EDGE}`,
      { ...parameters, ids },
    )
  )
    .map(edgeOf)
    .sort(byId);

export const overview = async (
  run: Run,
  { limit, filter = {} }: { limit?: number; filter?: Filter } = {},
): Promise<Subgraph> => {
  const { all, parameters } = filterClauses(filter, edgeTerms('r', 'a', 'b'));
  const most = limitOf(limit, 60);
  const rows = await run(
    `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${all}
     WITH a, b, CASE r.quad WHEN 'belonging' THEN 0.0 ELSE ${WEIGHT} END AS weight
     UNWIND [a, b] AS n
     WITH n, sum(weight) AS weight, count(*) AS ends ORDER BY weight DESC, n.id
     WITH collect(n) AS nodes, sum(ends) AS ends
     RETURN [n IN nodes[..$most] | properties(n)] AS best, size(nodes) AS nodes, ends`,
    { ...parameters, most: neo4j.int(most) },
  );
  const row = rows[0]!;
  const best = field<readonly Properties[]>(row, 'best').map(nodeOfProperties);
  const edges = await edgesAmong(
    run,
    best.map((node) => node.id),
    all,
    parameters,
  );
  const hidden = {
    nodes: field<number>(row, 'nodes') - best.length,
    edges: field<number>(row, 'ends') / 2 - edges.length,
  };
  return { nodes: best, edges, hidden };
};

export const neighbourhood = async (
  run: Run,
  id: string,
  { limit, edges: most, types, filter = {} }: NonNullable<Parameters<Store['neighbourhood']>[1]> = {},
): Promise<Subgraph> => {
  const node = (await nodesById(run, [id])).get(id);
  if (!node) return { nodes: [], edges: [], hidden: { nodes: 0, edges: 0 } };
  const clauses = filterClauses(filter, edgeTerms('r', 'a', 'b'));
  const where = types ? `${clauses.all} AND type(r) IN $only` : clauses.all;
  const parameters = { ...clauses.parameters, only: types ?? [] };
  const [row] = await run(
    `MATCH (a:Entity {id: $id})-[r]-(b:Entity) WHERE ${where}
     WITH b, sum(${WEIGHT}) AS weight, count(r) AS edges ORDER BY weight DESC, b.id
     WITH collect({node: b, edges: edges}) AS found
     RETURN [n IN found[..$most] | properties(n.node)] AS best, size(found) AS nodes,
            reduce(sum = 0, n IN found[$most..] | sum + n.edges) AS hidden`,
    { ...parameters, id, most: neo4j.int(limitOf(limit)) },
  );
  const best = field<readonly Properties[]>(row!, 'best').map(nodeOfProperties);
  const all = await edgesAmong(run, [id, ...best.map((each) => each.id)], where, parameters);
  const edges = tellingEdges(all, id, most ?? all.length);
  return {
    nodes: [node, ...best],
    edges,
    hidden: {
      nodes: field<number>(row!, 'nodes') - best.length,
      edges: field<number>(row!, 'hidden') + all.length - edges.length,
    },
  };
};

export const paths = async (
  run: Run,
  from: string,
  to: string,
  { all, maxLength, filter = {} }: { all?: boolean; maxLength?: number; filter?: Filter } = {},
): Promise<readonly Path[]> => {
  const ends = await nodesById(run, [from, to]);
  if (!ends.has(from) || !ends.has(to)) return [];
  const { all: where, parameters } = filterClauses(filter, edgeTerms('r', 'a', 'b'));
  const sequences = await shortestPaths(from, to, maxLength ?? 6, async (ids) => {
    const rows = await run(
      `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]-(b:Entity) WHERE ${where} RETURN id, collect(DISTINCT b.id) AS ids`,
      { ...parameters, ids },
    );
    return new Map(rows.map((row) => [field<string>(row, 'id'), field<string[]>(row, 'ids')]));
  });
  const nodes = await nodesById(run, [...new Set(sequences.flat())]);
  const pairs = new Set(sequences.flatMap((ids) => ids.slice(1).map((id, at) => `${ids[at]}\u001f${id}`)));
  const rows = await run(
    `UNWIND $pairs AS pair MATCH (a:Entity {id: pair[0]})-[r]-(b:Entity {id: pair[1]}) WHERE ${where}
     WITH pair, r ORDER BY ${WEIGHT} DESC, r.id
     WITH pair, head(collect(r)) AS r RETURN pair, ${EDGE}`,
    { ...parameters, pairs: [...pairs].map((pair) => pair.split('\u001f')) },
  );
  const edges = new Map(rows.map((row) => [field<string[]>(row, 'pair').join('\u001f'), edgeOf(row)]));
  return rankPaths(
    sequences.map((ids) => ({
      nodes: ids.map((id) => nodes.get(id)!),
      edges: ids.slice(1).map((id, at) => edges.get(`${ids[at]}\u001f${id}`)!),
    })),
    all ?? false,
  );
};

/** Edges of a dyad, unfiltered. */
export const dyadEdges = async (run: Run, a: GraphNode, b: GraphNode): Promise<readonly GraphEdge[]> => {
  const side = (end: string, country: string, at: 'a' | 'b') =>
    `(${end}.id = $${at} OR ($${at}Country IS NOT NULL AND r.${country} = $${at}Country))`;
  const between = `(${side('x', 'sourceCountry', 'a')} AND ${side('y', 'targetCountry', 'b')}) OR (${side('x', 'sourceCountry', 'b')} AND ${side('y', 'targetCountry', 'a')})`;
  const byCountry = a.kind === 'country' || b.kind === 'country';
  const pattern = byCountry ? '(x:Entity)-[r]->(y:Entity)' : '(:Entity {id: $a})-[r]-(:Entity {id: $b})';
  const where = byCountry ? `WHERE r.quad <> 'belonging' AND (${between})` : "WHERE r.quad <> 'belonging'";
  const iso = (node: GraphNode) => (node.kind === 'country' ? (node.iso3 ?? null) : null);
  const rows = await run(`MATCH ${pattern} ${where} RETURN ${EDGE}`, {
    a: a.id,
    b: b.id,
    aCountry: iso(a),
    bCountry: iso(b),
  });
  return rows.map(edgeOf).filter((edge) => isBetween(edge, a, b));
};

export const dyad = async (
  run: Run,
  aId: string,
  bId: string,
  { filter = {} }: { filter?: Filter } = {},
): Promise<Dyad | undefined> => {
  const ends = await nodesById(run, [aId, bId]);
  const a = ends.get(aId);
  const b = ends.get(bId);
  if (!a || !b) return undefined;
  const { all: where, parameters } = filterClauses(filter, edgeTerms('r', 'x', 'y'));
  const every = await dyadEdges(run, a, b);
  const kept = await run(
    `UNWIND $ends AS end MATCH (x:Entity {id: end[0]})-[r]->(y:Entity {id: end[1]}) WHERE ${where} RETURN r.id AS id`,
    {
      ...parameters,
      ends: [...new Map(every.map((edge) => [`${edge.source} ${edge.target}`, [edge.source, edge.target]])).values()],
    },
  );
  const ids = new Set(kept.map((row) => field<string>(row, 'id')));
  const between = sortedInTime(every.filter((edge) => ids.has(edge.id)));
  const acting = [...new Set([aId, bId, ...between.flatMap((edge) => [edge.source, edge.target])])];
  const offices = (
    await run(`UNWIND $acting AS id MATCH (:Entity {id: id})-[r:HOLDS_OFFICE]->(:Entity) RETURN ${EDGE}`, { acting })
  ).map(edgeOf);
  const parts = (
    await run(`MATCH (x:Entity)-[r:TOOK_PART_IN]->(y:Event) WHERE ${where} RETURN ${EDGE}`, parameters)
  ).map(edgeOf);
  const events = dyadEventsOf(a, b, parts);
  const drawn = await nodesById(run, events);
  return {
    a,
    b,
    months: timelineOf(between, filter.clock),
    edges: between,
    offices: officesOfDyad(a, b, between, (id) => offices.filter((edge) => edge.source === id)),
    events: events.map((id) => drawn.get(id)!),
  };
};

export const timeline = async (
  run: Run,
  { filter = {}, nodes }: { filter?: Filter; nodes?: readonly string[] } = {},
): Promise<readonly MonthCount[]> => {
  const { all, parameters } = filterClauses(filter, edgeTerms('r', 'a', 'b'));
  const ids = [...new Set(nodes ?? [])];
  const pattern =
    ids.length === 0
      ? 'MATCH (a:Entity)-[r]->(b:Entity)'
      : ids.length === 1
        ? 'MATCH (a:Entity {id: $ids[0]})-[r]-(b:Entity)'
        : 'UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity)';
  const within = ids.length > 1 ? 'b.id IN $ids AND' : '';
  const month =
    filter.clock === 'reported'
      ? 'substring(r.firstReported, 0, 7)'
      : "CASE WHEN r.precision IN ['year', 'unknown'] THEN null ELSE substring(r.occurredFrom, 0, 7) END";
  const rows = await run(
    `${pattern} WHERE ${within} r.quad <> 'belonging' AND ${all}
     WITH ${month} AS month, r WHERE month IS NOT NULL
     RETURN month, r.quad AS quad, count(r) AS count, sum(r.goldstein) AS goldstein`,
    { ...parameters, ids },
  );
  const months = new Map<string, { cooperation: number; conflict: number; goldstein: number }>();
  for (const row of rows) {
    const at = field<string>(row, 'month');
    const sign = signOfQuad(field(row, 'quad'));
    const sum = months.get(at) ?? { cooperation: 0, conflict: 0, goldstein: 0 };
    if (sign !== 'none') sum[sign] += field<number>(row, 'count');
    sum.goldstein += field<number>(row, 'goldstein');
    months.set(at, sum);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, { goldstein, ...counts }]) => ({ month: at, ...counts, goldstein: Math.round(goldstein * 10) / 10 }));
};

export const counts = async (run: Run, filter?: Filter): Promise<Counts> => {
  const { parts, all, parameters } = filterClauses(filter ?? {}, edgeTerms('r', 'a', 'b'));
  const without = (open: keyof typeof parts) =>
    Object.entries(parts)
      .filter(([part, text]) => part !== open && text !== 'true')
      .map(([, text]) => text)
      .join(' AND ') || 'true';
  const list = async (open: keyof typeof parts, key: string, unwind = '') => {
    const rows = await run(
      `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${without(open)} ${unwind} RETURN ${key} AS key, count(*) AS count`,
      parameters,
    );
    return rows.map((row) => [field<string>(row, 'key'), field<number>(row, 'count')] as const);
  };
  const signs: Record<string, number> = {};
  for (const [quad, count] of await list('signs', 'r.quad')) {
    const sign = signOfQuad(quad as GraphEdge['quad']);
    signs[sign] = (signs[sign] ?? 0) + count;
  }
  const kinds = filter
    ? await list('kinds', 'n.kind', 'UNWIND [a, b] AS n WITH DISTINCT n')
    : (await run('MATCH (n:Entity) RETURN n.kind AS key, count(*) AS count')).map(
        (row) => [field<string>(row, 'key'), field<number>(row, 'count')] as const,
      );
  const [said] = filter
    ? await run(
        `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${all} UNWIND r.claimIds AS id WITH DISTINCT id
         MATCH (c:Claim {id: id}) WHERE c.background IS NULL RETURN count(c) AS claims, count(DISTINCT c.articleId) AS articles`,
        parameters,
      )
    : await run('MATCH (s:Said) RETURN sum(s.claimCount) AS claims, count(s) AS articles');
  return {
    articles: field<number>(said!, 'articles'),
    claims: field<number>(said!, 'claims'),
    nodes: Object.fromEntries(kinds),
    edges: Object.fromEntries(await list('types', 'type(r)')),
    signs,
    polarities: Object.fromEntries(await list('polarities', 'r.polarity')),
    modalities: Object.fromEntries(await list('modalities', 'r.modality')),
    outlets: Object.fromEntries(await list('outlets', 'outlet', 'UNWIND r.outlets AS outlet')),
  };
};
