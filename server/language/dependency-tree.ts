import type { Arcs } from './dependency-parser.ts';
import type { Lexeme } from './vocabulary.ts';

/** Rounds of edge propagation after which spaCy gives up. */
const ROUNDS = 12;

/** First and last token of each token's subtree. */
interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * Undoes the pseudo-projective encoding of the training data (Nivre & Nilsson 2005, spaCy's `nonproj.pyx`): a label
 * `prep||dobj` says that the head is the nearest `dobj` below the head found. Changes `arcs`; gives sentence starts.
 */
export function finishTree(arcs: Arcs, lexemes: readonly Lexeme[]): Uint8Array {
  const { heads, labels } = arcs;
  let edges: Edges | undefined;
  for (let i = 0; i < heads.length; i++) {
    const at = labels[i]!.indexOf('||');
    if (at < 0) continue;
    edges ??= subtreeEdges(heads);
    heads[i] = nearestBelow(arcs, lexemes, edges, i, labels[i]!.slice(at + 2));
    labels[i] = labels[i]!.slice(0, at);
  }
  const { left } = subtreeEdges(heads);
  const starts = new Uint8Array(heads.length);
  for (let i = 0; i < heads.length; i++) if (heads[i] === i) starts[left[i]!] = 1;
  return starts;
}

/** Breadth first and left to right below the head of `token`: the first child with that label, else the head. */
function nearestBelow(
  { heads, labels }: Arcs,
  lexemes: readonly Lexeme[],
  { left, right }: Edges,
  token: number,
  label: string,
): number {
  let level = [heads[token]!];
  const seen = new Set<number>(level);
  while (level.length > 0) {
    const below: number[] = [];
    for (const parent of level)
      for (let child = left[parent]!; child <= right[parent]!; child++) {
        if (child === parent || heads[child] !== parent || child === token || lexemes[child]!.space) continue;
        if (labels[child] === label) return child;
        if (!seen.has(child)) below.push(child);
        seen.add(child);
      }
    level = below;
  }
  return heads[token]!;
}

/** Edges of all subtrees, by passes to the right and to the left until every head is within its sentence. */
function subtreeEdges(heads: Int32Array): Edges {
  const left = Int32Array.from(heads.keys());
  const right = left.slice();
  const widen = (i: number): void => {
    const head = heads[i]!;
    if (left[i]! < left[head]!) left[head] = left[i]!;
    if (right[i]! > right[head]!) right[head] = right[i]!;
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < heads.length; i++) widen(i);
    for (let i = heads.length - 1; i >= 0; i--) widen(i);
    if (headsWithinSentences(heads, left)) break;
  }
  return { left, right };
}

/** spaCy's test, which takes each sentence to end at the start of the next, inclusive. */
function headsWithinSentences(heads: Int32Array, left: Int32Array): boolean {
  const starts = new Uint8Array(heads.length);
  for (let i = 0; i < heads.length; i++) if (heads[i] === i) starts[left[i]!] = 1;
  let start = 0;
  for (let end = 0; end < heads.length; end++) {
    if (!((end > 0 && starts[end] === 1) || end === heads.length - 1)) continue;
    for (let i = start; i < end; i++) if (heads[i]! < start || heads[i]! >= end + 1) return false;
    start = end;
  }
  return true;
}
