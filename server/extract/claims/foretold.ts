import { agentsOf, isPassive, objectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { speakerOf } from '../qualify/speaker.ts';
import { firstActor, type Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import { type Finding, findingAt } from './finding.ts';
import { isSameSide } from './target-of-verb.ts';

const HARM =
  /^(consequence|price|wrath|retaliation|response|punishment|reprisal|retribution|fury|war|ruin|destruction|defeat|repercussion|reckoning|vengeance|revenge|cost|isolation|sanction|penalty|embargo)$/;

/** Whether somebody is to come to harm by what a verb says: "would pay dearly", "will regret it", "faces consequences". */
const isHarm = (tree: Tree, verb: number): boolean => {
  const lemma = tree.lemma[verb]!;
  const harmed = kids(tree, verb, 'dobj').some((object) => HARM.test(tree.lemma[object]!));
  if (lemma === 'pay')
    return harmed || kids(tree, verb, 'advmod').some((adverb) => /^(dearly|heavily)$/.test(tree.lower[adverb]!));
  if (/^(suffer|face|feel|meet|bear|incur|reap|expect)$/.test(lemma)) return harmed;
  return /^(regret|rue)$/.test(lemma) || (isPassive(tree, verb) && PUNISHED.test(lemma));
};

const PUNISHED = /^(punish|destroy|annihilate|crush|obliterate|wipe|chastise|avenge)$/;

/** Whom harm is foretold to: the subject, whoever is punished, or whom "there will be consequences" is for. */
const harmedBy = (tree: Tree, verb: number): number[] => {
  if (kids(tree, verb, 'expl').length > 0) {
    const harm = kids(tree, verb, 'attr', 'dobj').filter((noun) => HARM.test(tree.lemma[noun]!));
    return harm.flatMap((noun) => [verb, noun].flatMap((head) => nounsAfter(tree, head, ['for', 'against'])));
  }
  if (!isHarm(tree, verb)) return [];
  return isPassive(tree, verb) ? objectsOf(tree, verb) : kids(tree, verb, 'nsubj');
};

/** "Iran said Israel would pay dearly", "spoke of consequences for": whoever foretells harm to another threatens them. */
export const foretold = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  if (!kids(tree, verb, 'aux').some((child) => /^(will|would|shall|'ll|’ll|wo)$/.test(tree.lower[child]!))) return [];
  if (kids(tree, verb, 'neg', 'mark').some((child) => /^(not|n't|n’t|if|unless|whether)$/.test(tree.lower[child]!)))
    return [];
  if (agentsOf(tree, verb).length > 0) return [];
  const target = firstActor(scene, harmedBy(tree, verb));
  const source = target && speakerOf(scene, verb, target.entity);
  if (!target || source === undefined || isSameSide(scene, source, target.entity)) return [];
  const said = { type: 'THREATENED', plover: 'THREATEN', rule: 'foretold harm', path: 'harmed', weight: 2 } as const;
  return [findingAt(tree, verb, { entity: source, token: verb }, target, said)];
};
