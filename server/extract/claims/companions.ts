import { agentsOf } from '../clause/arguments.ts';
import { nounsAfter, objectsOfPreposition } from '../clause/prepositions.ts';
import { type Actor, actorAt, type Scene } from '../scene.ts';
import { kids, tagOf } from '../tree/tree.ts';

/** Those who do a thing with its subject: "joined by Mali", "together with Greece", "along with Norway". */
export const companionsOf = (scene: Scene, verb: number): Actor[] => {
  const { tree } = scene;
  const joined = kids(tree, verb, 'advcl')
    .filter((clause) => tree.lemma[clause] === 'join' && tagOf(tree, clause) === 'VBN')
    .flatMap((clause) => agentsOf(tree, clause));
  const alongside = kids(tree, verb, 'prep')
    .filter(
      (preposition) =>
        tree.lower[preposition] === 'with' &&
        kids(tree, preposition, 'advmod').some((child) => /^(together|along|jointly)$/.test(tree.lower[child]!)),
    )
    .flatMap((preposition) => objectsOfPreposition(tree, preposition));
  const behind = kids(tree, verb, 'advmod')
    .filter((adverb) => /^(together|along|jointly)$/.test(tree.lower[adverb]!))
    .flatMap((adverb) => nounsAfter(tree, adverb, ['with']));
  return [...joined, ...alongside, ...behind].flatMap((token) => actorAt(scene, token, { shallow: true }) ?? []);
};
