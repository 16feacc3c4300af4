import { kids, type Tree } from './tree.ts';

/** Whether a noun speaks of what is known: "the side", "that country". */
export const definite = (tree: Tree, token: number): boolean =>
  kids(tree, token, 'det').some((child) => /^(the|this|that)$/i.test(tree.tokens[child]!.text));
