import type { CypherAnswer, CypherRequest } from '../../graph-schema/api/cypher.ts';
import { gatherGraph } from '../../graph-schema/gather-graph.ts';
import type { Api } from '../data/api.ts';

/** Milliseconds between two looks at an answer that is still coming. */
const PAINT_EVERY = 120;

/**
 * Runs a query and tells of its answer as it comes: the columns, then rows, in the end the graph in it and the plan. What
 * `onPart` is given is the answer so far, its rows growing in place; it is told at once of the first rows, then a few
 * times a second. Throws a `ProblemError`, or an `AbortError` where the signal is given.
 */
export const runQuery = async (
  api: Pick<Api, 'cypherEvents'>,
  request: CypherRequest & { readonly runId: string },
  signal: AbortSignal,
  onPart: (answer: CypherAnswer) => void,
): Promise<CypherAnswer> => {
  const begun = performance.now();
  const rows: CypherAnswer['rows'][number][] = [];
  const nothing: CypherAnswer['graph'] = { nodes: [], edges: [] };
  let answer: CypherAnswer = {
    columns: [],
    rows,
    truncated: false,
    milliseconds: 0,
    runId: request.runId,
    graph: nothing,
  };
  let told = 0;
  for await (const event of api.cypherEvents(request, signal)) {
    if ('columns' in event) answer = { ...answer, columns: event.columns };
    else if ('rows' in event) for (const row of event.rows) rows.push(row);
    else answer = { ...answer, ...event };
    const now = performance.now();
    if (rows.length === 0 || 'truncated' in event || now - told < PAINT_EVERY) continue;
    told = now;
    onPart({ ...answer, milliseconds: now - begun });
  }
  const { nodes, relationships } = gatherGraph(rows);
  return { ...answer, graph: { nodes: [...nodes], edges: [...relationships] } };
};
