import { depOf, headOf, isVerbal, kids, type Tree } from '../tree/tree.ts';

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
