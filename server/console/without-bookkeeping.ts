import type { Match, NodePattern, Statement } from '../cypher/ast.ts';
import { walkSyntax } from './syntax-walk.ts';

/**
 * Label of the nodes in which the Neo4j store keeps its books. They have no relationships, so that only a pattern of one
 * node without labels can come upon them.
 */
const BOOKKEEPING = 'Ledger';
const NOT_BOOKKEEPING = `:!${BOOKKEEPING}`;

/** A query as it is sent, and the way back from a place in it to the place in what the user wrote. */
export interface Rewritten {
  readonly text: string;
  placeBefore(offset: number): number;
}

/** Says of every pattern of one unlabelled node, `(n)`, that it is none of the store's books. */
export const withoutBookkeeping = (statement: Statement): Rewritten => {
  const { text, query } = statement;
  const places: number[] = [];
  walkSyntax(query, (piece) => {
    if (piece.kind !== 'match') return undefined;
    for (const { elements } of (piece as Match).patterns) {
      const [node] = elements as readonly NodePattern[];
      if (elements.length !== 1 || node?.kind !== 'node-pattern' || node.labels) continue;
      places.push(node.variable ? node.variable.end : node.start + 1);
    }
    return undefined;
  });
  places.sort((a, b) => a - b);
  let rewritten = '';
  let from = query.start;
  for (const place of places) {
    rewritten += text.slice(from, place) + NOT_BOOKKEEPING;
    from = place;
  }
  rewritten += text.slice(from, query.end);
  const placeBefore = (offset: number): number => {
    let shift = 0;
    for (const [index, place] of places.entries()) {
      const there = place - query.start + index * NOT_BOOKKEEPING.length;
      if (offset >= there + NOT_BOOKKEEPING.length) shift = (index + 1) * NOT_BOOKKEEPING.length;
    }
    return offset - shift + query.start;
  };
  return { text: rewritten, placeBefore };
};
