import { kids, type Tree } from './tree.ts';

/** Whether a token is, or is joined to, the subject of its clause, or who does what a passive says. */
export const isSubject = ({ tokens }: Tree, token: number): boolean => {
  let at = token;
  for (let guard = 0; guard < 4 && tokens[at]!.dep === 'conj'; guard++) at = tokens[at]!.head;
  return /^(nsubj|nsubjpass|agent)$/.test(tokens[at]!.dep) || tokens[at]!.dep === 'ROOT';
};

/** The verb whose clause a token stands in. */
export const verbOf = ({ tokens }: Tree, token: number): number => {
  let at = token;
  for (let guard = 0; guard < 6; guard++) {
    const { head, pos } = tokens[at]!;
    if (pos === 'VERB' || pos === 'AUX' || head === at) return at;
    at = head;
  }
  return at;
};

/** The verb of a sentence's main clause. */
export const rootOf = ({ tokens, sentenceStarts }: Tree, sentence: number): number | undefined => {
  for (let at = sentenceStarts[sentence] ?? tokens.length; at < (sentenceStarts[sentence + 1] ?? tokens.length); at++)
    if (tokens[at]!.head === at) return at;
  return undefined;
};

/** Subjects of a verb, also those that it shares with the verb it is joined to. */
export const subjectsShared = (tree: Tree, verb: number): readonly number[] => {
  let at = verb;
  for (let guard = 0; guard < 6; guard++) {
    const own = kids(tree, at, 'nsubj', 'nsubjpass');
    if (own.length || tree.tokens[at]!.dep !== 'conj') return own;
    at = tree.tokens[at]!.head;
  }
  return [];
};
