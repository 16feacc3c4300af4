import type { Meant } from '../cast.ts';
import { kids, objectsOf, type Tree } from './tree.ts';

const WITH = new Set(['with', 'to', 'alongside']);
/** Steps up from a verb to the one that it is joined to. */
const HIGHEST = 3;

/**
 * "Spoke with both leaders and urged them", "met A and B and asked them": the several that the verb before it is about,
 * where "them" is the object of a verb joined to that one and the subject of both is somebody else.
 */
export const severalBefore = (
  tree: Tree,
  token: number,
  meantAt: (object: number) => readonly Meant[],
): readonly Meant[] | undefined => {
  const { tokens } = tree;
  if (!/^them$/i.test(tokens[token]!.text) || !/^(dobj|dative|pobj|nsubj)$/.test(tokens[token]!.dep)) return undefined;
  let verb = tokens[token]!.head;
  for (let step = 0; step < HIGHEST; step++) {
    while (tokens[verb]!.pos !== 'VERB' && tokens[verb]!.head !== verb) verb = tokens[verb]!.head;
    if (tokens[verb]!.dep !== 'conj') {
      if (!/^(xcomp|ccomp)$/.test(tokens[verb]!.dep)) return undefined;
      verb = tokens[verb]!.head;
      continue;
    }
    verb = tokens[verb]!.head;
    const nouns = kids(tree, verb, 'dobj');
    const objects = [
      ...nouns,
      ...[verb, ...nouns].flatMap((head) => objectsOf(tree, head, WITH).map((one) => one.object)),
    ];
    for (const object of objects) {
      const meant = object < token ? meantAt(object) : [];
      if (meant.length > 1) return meant;
    }
  }
  return undefined;
};
