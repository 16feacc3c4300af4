import type { Parse, Token } from '../../language/document.ts';

/** A parse as the rules walk it: tokens by index, with their children in text order. */
export interface Tree {
  readonly parse: Parse;
  readonly tokens: readonly Token[];
  /** Lower-cased text of each token. */
  readonly lower: readonly string[];
  /** Lower-cased lemma of each token; the lower-cased text where the engine gives none. */
  readonly lemma: readonly string[];
  /** Dependents of each token. */
  readonly children: readonly (readonly number[])[];
  /** First token of each sentence, and the end of the last. */
  readonly bounds: readonly number[];
  /** Sentence number of each token. */
  readonly sentence: Int32Array;
}

/** Token list to tree. */
export const treeOf = (parse: Parse): Tree => {
  const { tokens } = parse;
  const children: number[][] = Array.from({ length: tokens.length }, () => []);
  tokens.forEach((token, index) => {
    if (token.head !== index) children[token.head]?.push(index);
  });
  const lower = tokens.map((token) => token.text.toLowerCase());
  const lemma = tokens.map((token, index) => (token.lemma ? token.lemma.toLowerCase() : lower[index]!));
  const bounds: number[] = [];
  const sentence = new Int32Array(tokens.length);
  tokens.forEach((token, index) => {
    if (token.sentenceStart || index === 0) bounds.push(index);
    sentence[index] = bounds.length - 1;
  });
  bounds.push(tokens.length);
  return { parse, tokens, lower, lemma, children, bounds, sentence };
};

/** First and last token (end exclusive) of the sentence that a token stands in, white space at its ends left out. */
export const sentenceSpan = (tree: Tree, index: number): readonly [start: number, end: number] => {
  const number = tree.sentence[index]!;
  let start = tree.bounds[number]!;
  let end = tree.bounds[number + 1]!;
  while (start < end - 1 && tree.tokens[start]!.space) start++;
  while (end > start + 1 && tree.tokens[end - 1]!.space) end--;
  return [start, end];
};

/** Dependents of a token that bear one of the labels. */
export const kids = (tree: Tree, index: number, ...labels: readonly string[]): number[] => {
  const children = tree.children[index]!;
  const found: number[] = [];
  for (let at = 0; at < children.length; at++) {
    const { dep } = tree.tokens[children[at]!]!;
    for (let label = 0; label < labels.length; label++)
      if (labels[label] === dep) {
        found.push(children[at]!);
        break;
      }
  }
  return found;
};

/** Dependency label of a token. */
export const depOf = (tree: Tree, index: number): string => tree.tokens[index]!.dep;

/** Head of a token; itself for a root. */
export const headOf = (tree: Tree, index: number): number => tree.tokens[index]!.head;

/** Penn tag of a token. */
export const tagOf = (tree: Tree, index: number): string => tree.tokens[index]!.tag;

/** Universal part of speech of a token. */
export const posOf = (tree: Tree, index: number): string => tree.tokens[index]!.pos;

/** Whether a token is a verb or an auxiliary. */
export const isVerbal = (tree: Tree, index: number): boolean => /^(VERB|AUX)$/.test(posOf(tree, index));

/** Whether a token is a noun or a name. */
export const isNominal = (tree: Tree, index: number): boolean => /^(NOUN|PROPN)$/.test(posOf(tree, index));

/** Whether a verb stands in the infinitive with "to". */
export const isInfinitive = (tree: Tree, index: number): boolean =>
  kids(tree, index, 'aux').some((child) => tagOf(tree, child) === 'TO');

/** Steps from a token up to the root of its sentence, at most 30. */
export const depthOf = (tree: Tree, index: number): number => {
  let depth = 0;
  let at = index;
  while (headOf(tree, at) !== at && depth < 30) {
    at = headOf(tree, at);
    depth++;
  }
  return depth;
};

const MODIFIERS = new Set(['compound', 'amod', 'nmod', 'poss', 'nummod', 'case', 'det', 'npadvmod', 'punct']);

/** Tokens of the phrase before and at a head: the head and its modifiers, without prepositional phrases and clauses. */
export const corePhrase = (tree: Tree, index: number): number[] => {
  const phrase: number[] = [];
  const walk = (at: number): void => {
    phrase.push(at);
    for (const child of tree.children[at]!) if (MODIFIERS.has(depOf(tree, child))) walk(child);
  };
  walk(index);
  return phrase.sort((a, b) => a - b);
};
