import type { ChunkSplitter } from './split-chunk.ts';
import type { Lexeme } from './vocabulary.ts';

/** Tokens of a text before anything is known of them: lexemes, UTF-16 starts, whether one space follows. */
export interface Words {
  readonly lexemes: Lexeme[];
  readonly starts: number[];
  readonly spaceAfter: boolean[];
}

interface Node {
  readonly next: Map<string, Node>;
  /** True where the tokens on the way here are those of a special case. */
  ends: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Second pass of spaCy's tokenizer: special cases that the affix rules have cut apart (`:)`, `C++`, `a.m.`)
 * are found in the tokens and put together again; of overlapping ones the longest, then the first.
 */
export function createPhraseMerger(
  specialCases: ReadonlyMap<string, readonly Lexeme[]>,
  splitter: ChunkSplitter,
): (words: Words) => Words {
  const root: Node = { next: new Map(), ends: false };
  for (const chunk of specialCases.keys()) {
    if (!splitter.hasAffix(chunk) && !chunk.includes(' ')) continue;
    let node = root;
    for (const { text } of splitter.splitByRules(chunk)) {
      let next = node.next.get(text);
      if (!next) {
        next = { next: new Map(), ends: false };
        node.next.set(text, next);
      }
      node = next;
    }
    node.ends = true;
  }

  return (words) => {
    const spans = longestFirst(findSpans(root, words.lexemes));
    return spans.length === 0 ? words : merge(words, withoutOverlaps(spans), specialCases);
  };
}

function findSpans(root: Node, lexemes: readonly Lexeme[]): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < lexemes.length; start++) {
    let node = root.next.get(lexemes[start]!.text);
    for (let end = start + 1; node !== undefined; end++) {
      if (node.ends) spans.push({ start, end });
      node = end < lexemes.length ? node.next.get(lexemes[end]!.text) : undefined;
    }
  }
  return spans;
}

const longestFirst = (spans: Span[]): Span[] =>
  spans.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);

/** Keeps spans neither end of which lies in an earlier one, kept or not. */
function withoutOverlaps(spans: readonly Span[]): ReadonlyMap<number, number> {
  const seen = new Set<number>();
  const kept = new Map<number, number>();
  for (const { start, end } of spans) {
    if (!seen.has(start) && !seen.has(end - 1)) kept.set(start, end);
    for (let i = start; i < end; i++) seen.add(i);
  }
  return kept;
}

function merge(
  { lexemes, starts, spaceAfter }: Words,
  spans: ReadonlyMap<number, number>,
  specialCases: ReadonlyMap<string, readonly Lexeme[]>,
): Words {
  const merged: Words = { lexemes: [], starts: [], spaceAfter: [] };
  for (let i = 0; i < lexemes.length; ) {
    const end = spans.get(i);
    const special = end === undefined ? undefined : specialCases.get(textOf(lexemes, spaceAfter, i, end));
    if (end === undefined || special === undefined) {
      merged.lexemes.push(lexemes[i]!);
      merged.starts.push(starts[i]!);
      merged.spaceAfter.push(spaceAfter[i]!);
      i++;
      continue;
    }
    let start = starts[i]!;
    for (const [at, lexeme] of special.entries()) {
      merged.lexemes.push(lexeme);
      merged.starts.push(start);
      merged.spaceAfter.push(at === special.length - 1 && spaceAfter[end - 1]!);
      start += lexeme.text.length;
    }
    i = end;
  }
  return merged;
}

function textOf(lexemes: readonly Lexeme[], spaceAfter: readonly boolean[], start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += lexemes[i]!.text + (spaceAfter[i] && i < end - 1 ? ' ' : '');
  return text;
}
