import { kids, posOf, type Tree } from '../tree/tree.ts';

/** Adverbs that carry the preposition of the verb ("moved troops closer to"). */
const NEARER = /^(closer|nearer|close|back|together|side|alongside|firm|fast|tough|steadfast)$/;

/** Prepositions, datives, agents and particles of a verb, and of what it says its subject is ("is critical of"). */
export const prepositionsOf = (tree: Tree, verb: number): number[] =>
  [
    ...tree.children[verb]!,
    ...kids(tree, verb, 'advmod').flatMap((adverb) =>
      NEARER.test(tree.lower[adverb]!) ? kids(tree, adverb, 'prep') : [],
    ),
    ...kids(tree, verb, 'acomp').flatMap((adjective) => kids(tree, adjective, 'prep')),
  ].filter((child) => {
    const { dep } = tree.tokens[child]!;
    if (dep === 'prep' || dep === 'prt') return true;
    return /^(dative|agent|advmod|oprd)$/.test(dep) && /^(ADP|ADV)$/.test(posOf(tree, child));
  });

/** Nouns that a preposition governs, also through a second one ("out of the country"). */
export const objectsOfPreposition = (tree: Tree, preposition: number): number[] => {
  const objects = kids(tree, preposition, 'pobj');
  return objects.length > 0 ? objects : kids(tree, preposition, 'prep').flatMap((inner) => kids(tree, inner, 'pobj'));
};

/** Nouns that follow one of the prepositions after a verb or noun. */
export const nounsAfter = (tree: Tree, head: number, prepositions: readonly string[]): number[] =>
  kids(tree, head, 'prep', 'agent', 'dative')
    .filter((child) => prepositions.includes(tree.lower[child]!))
    .flatMap((child) => objectsOfPreposition(tree, child));

/** Prepositions of a noun and of an adjective that follows it ("a report critical of Chad"). */
export const prepositionsOfNoun = (tree: Tree, noun: number): number[] => [
  ...kids(tree, noun, 'prep'),
  ...kids(tree, noun, 'amod')
    .filter((adjective) => adjective > noun)
    .flatMap((adjective) => kids(tree, adjective, 'prep')),
];
