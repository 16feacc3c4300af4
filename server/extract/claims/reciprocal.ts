import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { headOf, isVerbal, kids } from '../tree/tree.ts';
import { coordinatedActors } from './coordinated-pair.ts';

/** Whether a phrase belongs to a verb of which each is the subject ("each side accused the other"). */
const isOfEach = ({ tree }: Scene, token: number): boolean => {
  let at = headOf(tree, token);
  for (let step = 0; step < 3 && !isVerbal(tree, at) && headOf(tree, at) !== at; step++) at = headOf(tree, at);
  if (tree.lower[at - 1] === 'each') return true;
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

const BETWEEN_STATES = /^(EXPELLED_DIPLOMATS_OF|RECALLED_AMBASSADOR_FROM|BROKE_RELATIONS_WITH)$/;

/** "A and B each recalled their ambassador": what is done by each to a state that is not named is done to the other. */
const isDoneByEach = (scene: Scene, verb: number, objects: readonly number[]): boolean =>
  /^(each|both)$/.test(scene.tree.lower[verb - 1] ?? '') &&
  BETWEEN_STATES.test(classify(scene, verb)?.type ?? '') &&
  objects.every((object) => kids(scene.tree, object, 'amod', 'compound').every((child) => !scene.named.has(child))) &&
  nounsAfter(scene.tree, verb, ['from', 'of', 'with']).every((noun) => !scene.named.has(noun));

const PREPOSITIONS = ['with', 'against', 'at', 'on', 'to', 'from', 'of', 'for'];

/** "A and B will reopen their border": what two share is opened by each to the other. */
const isShared = ({ tree, named }: Scene, verb: number, objects: readonly number[]): boolean =>
  /^(open|reopen|unseal)$/.test(tree.lemma[verb]!) &&
  objects.some(
    (object) =>
      /^(border|frontier|crossing)$/.test(tree.lemma[object]!) &&
      kids(tree, object, 'poss').some((child) => tree.lower[child] === 'their') &&
      nounsAfter(tree, object, ['with', 'to']).every((noun) => !named.has(noun)),
  );

/** The parties that do a thing to each other: who is named in the subject of "accused each other". */
export const reciprocalActors = (scene: Scene, verb: number): number[] => {
  const objects = [...objectsOf(scene.tree, verb), ...nounsAfter(scene.tree, verb, PREPOSITIONS)];
  const behind = objects.flatMap((object) => nounsAfter(scene.tree, object, ['of', 'from']));
  const mutual = [...objects, ...behind].some((token) => isReciprocal(scene, token));
  if (!mutual && !isDoneByEach(scene, verb, objects) && !isShared(scene, verb, objects)) return [];
  return coordinatedActors(scene, subjectsOf(scene, verb)).map((actor) => actor.entity);
};
