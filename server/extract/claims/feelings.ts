import { agentsOf, isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { firstActor, type Scene } from '../scene.ts';
import { conform } from './conform.ts';
import { type Finding, findingAt } from './finding.ts';
import { isSameSide } from './target-of-verb.ts';

/** Verbs of what somebody's conduct does to another's temper. */
const STIRRING =
  /^(anger|infuriate|outrage|enrage|incense|alarm|dismay|offend|irritate|upset|annoy|irk|rile|rankle|appal|appall|disappoint|worry|unsettle)$/;

/** "The deal has angered Somalia", "Kenya was outraged by the raid": whoever is angry blames whoever it is that stirred it. */
export const feelings = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  if (!STIRRING.test(tree.lemma[verb]!)) return [];
  const passive = isPassive(tree, verb);
  const angry = firstActor(scene, objectsOf(tree, verb));
  const blamed = firstActor(scene, passive ? agentsOf(tree, verb) : subjectsOf(scene, verb));
  const conformed = conform('ACCUSE', operatorsOf(tree, verb));
  if (!angry || !blamed || !conformed || isSameSide(scene, angry.entity, blamed.entity)) return [];
  return [
    findingAt(tree, verb, angry, blamed, {
      type: 'CRITICIZED',
      ...conformed,
      rule: 'stirred',
      path: passive ? 'agent' : 'subject',
      weight: 2,
    }),
  ];
};
