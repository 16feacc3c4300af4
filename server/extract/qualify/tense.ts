import { depOf, headOf, isVerbal, kids, type Tree, tagOf } from '../tree/tree.ts';

/** The verb that governs a token: itself, or the nearest verb above it. */
export const governingVerb = (tree: Tree, token: number): number => {
  let at = token;
  for (let step = 0; step < 8 && !isVerbal(tree, at) && headOf(tree, at) !== at; step++) at = headOf(tree, at);
  return at;
};

const PAST_ADJECTIVE = /^(past|former|previous|earlier|historic|old|then|ex|late)$/;

/** Whether an act is told as background from before: "past efforts to remove", "had once backed", "a former ally". */
export const isBackground = (tree: Tree, trigger: number): boolean => {
  let at = trigger;
  for (let step = 0; step < 5; step++) {
    if (
      kids(tree, at, 'amod', 'advmod').some(
        (child) => PAST_ADJECTIVE.test(tree.lower[child]!) && depOf(tree, child) === 'amod',
      )
    )
      return true;
    if (kids(tree, at, 'advmod').some((child) => /^(once|formerly|previously|historically)$/.test(tree.lower[child]!)))
      return true;
    const head = headOf(tree, at);
    if (head === at || !/^(acl|dobj|pobj|prep|conj|xcomp)$/.test(depOf(tree, at))) return false;
    if (isVerbal(tree, head) && depOf(tree, at) === 'dobj') return false;
    at = head;
  }
  return false;
};

/** Whether a verb is in the past perfect ("had met"), which tells of something before what is told. */
export const isPluperfect = (tree: Tree, verb: number): boolean =>
  kids(tree, verb, 'aux').some((child) => tree.lemma[child] === 'have' && tagOf(tree, child) === 'VBD');
