import { nounsAfter } from '../clause/prepositions.ts';
import { depOf, headOf, isVerbal, kids, type Tree } from '../tree/tree.ts';

/** Verbs of talks that come to nothing. */
const FAIL = /^(collapse|fail|stall|founder|falter|flounder|unravel|derail)$/;
/** Verbs of coming to nothing with a particle: "broke down", "fell apart". */
const PARTICLE: Readonly<Record<string, RegExp>> = {
  break: /^(down|up)$/,
  fall: /^(apart|through)$/,
  run: /^(aground|into)$/,
};
const END = /^(end|conclude|close|finish|break)$/;
const FAILURE = /^(failure|deadlock|stalemate|impasse|acrimony|disagreement|discord)$/;
const SUCCESS =
  /^(agreement|deal|result|breakthrough|progress|accord|consensus|conclusion|success|outcome|resolution)$/;

/** Whether the clause of a noun says that what it names came to nothing: "talks … collapsed", "… ended without a deal". */
export const cameToNothing = (tree: Tree, noun: number): boolean => {
  const verb = headOf(tree, noun);
  if (!isVerbal(tree, verb) || !/^(nsubj|nsubjpass)$/.test(depOf(tree, noun))) return false;
  if (kids(tree, verb, 'neg', 'aux').length > 0 || kids(tree, verb, 'xcomp', 'dobj').length > 0) return false;
  const lemma = tree.lemma[verb]!;
  const behind = tree.children[verb]!.map((child) => tree.lower[child]!);
  if (FAIL.test(lemma) || behind.some((word) => PARTICLE[lemma]?.test(word))) return true;
  return (
    END.test(lemma) &&
    (nounsAfter(tree, verb, ['in']).some((end) => FAILURE.test(tree.lemma[end]!)) ||
      nounsAfter(tree, verb, ['without']).some((end) => SUCCESS.test(tree.lemma[end]!)))
  );
};
