import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { headOf, isVerbal, kids } from '../tree/tree.ts';
import { coordinatedActors } from './coordinated-pair.ts';

/** Whether a phrase belongs to a verb of which each is the subject ("each side accused the other"). */
const isOfEach = ({ tree }: Scene, token: number): boolean => {
  let at = headOf(tree, token);
  for (let step = 0; step < 3 && !isVerbal(tree, at) && headOf(tree, at) !== at; step++) at = headOf(tree, at);
  return kids(tree, at, 'nsubj').some(
    (subject) =>
      /^each$/.test(tree.lower[subject]!) || kids(tree, subject, 'det').some((child) => tree.lower[child] === 'each'),
  );
};

/** Whether a token heads "each other" or "one another", or belongs to it ("each other's border"). */
const isReciprocal = (scene: Scene, token: number): boolean => {
  const { tree } = scene;
  if (tree.lower[token] === 'other' && kids(tree, token, 'det').some((child) => tree.lower[child] === 'each'))
    return true;
  if (tree.lower[token] === 'another' && tree.lower[token - 1] === 'one') return true;
  if (tree.lower[token] === 'one' && tree.lower[token + 1] === 'another') return true;
  if (tree.lower[token] === 'other' && tree.lower[token - 1] === 'the' && isOfEach(scene, token)) return true;
  return kids(tree, token, 'poss').some((child) => isReciprocal(scene, child));
};

const PREPOSITIONS = ['with', 'against', 'at', 'on', 'to', 'from', 'of', 'for'];

/** The parties that do a thing to each other: who is named in the subject of "accused each other". */
export const reciprocalActors = (scene: Scene, verb: number): number[] => {
  const objects = [...objectsOf(scene.tree, verb), ...nounsAfter(scene.tree, verb, PREPOSITIONS)];
  if (!objects.some((token) => isReciprocal(scene, token))) return [];
  return coordinatedActors(scene, subjectsOf(scene, verb)).map((actor) => actor.entity);
};
