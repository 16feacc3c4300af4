import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { headOf, kids, type Tree } from '../tree/tree.ts';
import { type Finding, findingAt } from './finding.ts';

const LYING = /^(lie|be|stand|sit|locate|situate|base|remain)$/;

/** A finding of belonging at the phrase of its source. */
export const located = (
  tree: Tree,
  type: 'LOCATED_IN' | 'PART_OF' | 'CITIZEN_OF',
  ends: { readonly source: number; readonly target: number },
  tokens: { readonly source: number; readonly target: number },
  rule: string,
): Finding =>
  findingAt(
    tree,
    tokens.source,
    { entity: ends.source, token: tokens.source },
    { entity: ends.target, token: tokens.target },
    { type, rule, path: 'belonging', weight: 1 },
  );

/** Entity of a kind that a name at a token stands for. */
export const namedAs = (scene: Scene, token: number, kinds: RegExp): number | undefined => {
  const mention = scene.named.get(token);
  return mention && kinds.test(scene.cast.entities[mention.entity]!.kind) ? mention.entity : undefined;
};

/** Where the clause of a noun says that it is: "lies in Georgia", "is a town in Georgia". */
export const liesIn = (tree: Tree, noun: number): readonly number[] => {
  const verb = headOf(tree, noun);
  if (!/^nsubj(pass)?$/.test(tree.tokens[noun]!.dep) || !LYING.test(tree.lemma[verb]!)) return [];
  return [
    ...nounsAfter(tree, verb, ['in']),
    ...kids(tree, verb, 'attr').flatMap((predicate) => nounsAfter(tree, predicate, ['in', 'of'])),
  ];
};
