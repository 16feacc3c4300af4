import type { NamedSpan, Parse, Token } from '../../language/document.ts';

/** A parse with its dependency tree turned downwards. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly parse: Parse;
  readonly children: readonly (readonly number[])[];
  /** Number of the sentence that each token lies in. */
  readonly sentence: readonly number[];
  /** First token of each sentence. */
  readonly sentenceStarts: readonly number[];
  /** The model's named entity that each token lies in. */
  readonly entityAt: readonly (NamedSpan | undefined)[];
  /** Noun phrase cores found so far, by head. */
  readonly cores: (readonly number[] | undefined)[];
}

export const treeOf = (parse: Parse): Tree => {
  const children: number[][] = parse.tokens.map(() => []);
  const sentence: number[] = [];
  const sentenceStarts: number[] = [];
  parse.tokens.forEach((token, index) => {
    if (token.head !== index) children[token.head]!.push(index);
    if (token.sentenceStart || index === 0) sentenceStarts.push(index);
    sentence.push(sentenceStarts.length - 1);
  });
  const entityAt: (NamedSpan | undefined)[] = [];
  for (const entity of parse.entities) for (let at = entity.start; at < entity.end; at++) entityAt[at] = entity;
  return { tokens: parse.tokens, parse, children, sentence, sentenceStarts, entityAt, cores: [] };
};

/** Children of a token whose dependency label is one of those given, in order. */
export const kids = (tree: Tree, token: number, ...labels: readonly string[]): readonly number[] =>
  tree.children[token]!.filter((child) => labels.includes(tree.tokens[child]!.dep));

/** Labels of what stands before the head inside a noun phrase, or belongs to it without a preposition. */
const MODIFIERS = new Set([
  'compound',
  'amod',
  'nmod',
  'poss',
  'nummod',
  'quantmod',
  'case',
  'det',
  'npadvmod',
  'predet',
  'advmod',
  'punct',
]);

const gather = (tree: Tree, token: number, depth: number, found: number[]): void => {
  found.push(token);
  if (depth > 12) return;
  const premodifier = /^(amod|nmod|compound|poss)$/.test(tree.tokens[token]!.dep);
  for (const child of tree.children[token]!) {
    const { dep } = tree.tokens[child]!;
    if (MODIFIERS.has(dep) || (dep === 'conj' && premodifier)) gather(tree, child, depth + 1, found);
  }
};

/** The head with its left modifiers and their modifiers, in order of the text. */
export const coreOf = (tree: Tree, head: number): readonly number[] => {
  const known = tree.cores[head];
  if (known) return known;
  const found: number[] = [];
  gather(tree, head, 0, found);
  found.sort((a, b) => a - b);
  tree.cores[head] = found;
  return found;
};

const NONE: readonly { readonly preposition: number; readonly object: number }[] = [];

/** Objects of the prepositions below a token whose words are among those given, in order of the text. */
export const objectsOf = (
  tree: Tree,
  token: number,
  prepositions: ReadonlySet<string> | undefined,
): readonly { readonly preposition: number; readonly object: number }[] => {
  let found: { preposition: number; object: number }[] | undefined;
  for (const preposition of tree.children[token]!) {
    const { dep, text } = tree.tokens[preposition]!;
    if (dep !== 'prep' && dep !== 'agent') continue;
    if (prepositions && !prepositions.has(text) && !prepositions.has(text.toLowerCase())) continue;
    found ??= [];
    const before = found.length;
    for (const child of tree.children[preposition]!)
      if (/^(pobj|pcomp)$/.test(tree.tokens[child]!.dep)) found.push({ preposition, object: child });
    if (found.length > before) continue;
    for (const inner of kids(tree, preposition, 'prep'))
      for (const object of kids(tree, inner, 'pobj')) found.push({ preposition, object });
  }
  return found ?? NONE;
};

export const isNoun = (token: Token): boolean => token.pos === 'NOUN' || token.pos === 'PROPN';

/** The token of a stretch whose head lies outside of it. */
export const headOf = (tree: Tree, start: number, end: number): number => {
  for (let token = end - 1; token >= start; token--) {
    const { head } = tree.tokens[token]!;
    if (head === token || head < start || head >= end) {
      if (!/^(punct|case)$/.test(tree.tokens[token]!.dep)) return token;
    }
  }
  return end - 1;
};

/** The first of a list that a token belongs to. */
export const firstConjunct = (tree: Tree, token: number): number => {
  let at = token;
  for (let guard = 0; guard < 12 && tree.tokens[at]!.dep === 'conj'; guard++) at = tree.tokens[at]!.head;
  return at;
};
