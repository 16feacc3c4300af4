import { objectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, countryOf, firstActor, type Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import type { Target } from './target-of-verb.ts';

const COUP = /^(coup|putsch|mutiny)$/;
const NEVER_WAS = /^(attempted|failed|foiled|alleged|thwarted|aborted|botched|possible|suspected|constitutional)$/;

const isCoup = (tree: Tree, noun: number): boolean =>
  COUP.test(tree.lemma[noun]!) &&
  !kids(tree, noun, 'amod', 'compound').some((child) => NEVER_WAS.test(tree.lower[child]!));

/** "Was toppled in a coup", "the coup that toppled the president": where nobody is said to have done it, the army of that state. */
export const armyOfCoup = (scene: Scene, verb: number, subjects: readonly number[]): Actor | undefined => {
  const { tree, cast } = scene;
  if (!/^(oust|topple|overthrow|depose|remove|unseat)$/.test(tree.lemma[verb]!)) return undefined;
  const nouns = [...subjects, ...nounsAfter(tree, verb, ['in', 'by', 'through', 'during', 'following', 'after'])];
  const coup = nouns.find((noun) => isCoup(tree, noun));
  const ousted = coup === undefined ? undefined : firstActor(scene, objectsOf(tree, verb));
  const country = ousted && countryOf(scene, ousted.entity);
  const army = country === undefined ? undefined : cast.armyOf(country);
  return army === undefined ? undefined : { entity: army, token: coup! };
};

/** "Togo opposed it. Soldiers ousted Benin's president": soldiers of no named country are of the state whose ruler they oust. */
export const ousterAtHome = (scene: Scene, source: Actor, target: Target): Actor => {
  const { cast } = scene;
  const [meant] = cast.meant(source.token);
  const country = countryOf(scene, target.entity);
  if (meant?.via !== 'context' || country === undefined || country === countryOf(scene, source.entity)) return source;
  const entity = cast.groupIn(source.token, country);
  return entity === undefined || entity === target.entity ? source : { ...source, entity };
};
