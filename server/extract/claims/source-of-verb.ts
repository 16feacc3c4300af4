import { agentsOf, isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { objectsOfPreposition, prepositionsOf } from '../clause/prepositions.ts';
import { type Actor, actorAt, firstActor, once, type Scene } from '../scene.ts';
import { ploverOf } from './meaning-of-verb.ts';

const nounsBehind = (scene: Scene, verb: number, prepositions: RegExp): number[] =>
  prepositionsOf(scene.tree, verb)
    .filter((preposition) => prepositions.test(scene.tree.lower[preposition]!))
    .flatMap((preposition) => objectsOfPreposition(scene.tree, preposition));

/** The actor that does what a verb says; for passives without an agent, whom the place gives away. */
export const sourceOfVerb = (scene: Scene, verb: number): Actor | undefined =>
  once(scene, 'source', verb, () => findSource(scene, verb));

const findSource = (scene: Scene, verb: number): Actor | undefined => {
  const { tree } = scene;
  const doer = firstActor(scene, subjectsOf(scene, verb));
  if (doer || !isPassive(tree, verb)) return doer;
  const lemma = tree.lemma[verb]!;
  if (/^(expel|deport|bar|ban|evict|kick|exclude)$/.test(lemma)) {
    const from = firstActor(scene, nounsBehind(scene, verb, /^from$/));
    if (from) return from;
  }
  if (lemma === 'summon' || lemma === 'call') {
    const to = firstActor(scene, nounsBehind(scene, verb, /^to$/));
    if (to) return to;
  }
  if (agentsOf(tree, verb).length > 0) return undefined;
  if (/^(deploy|station|mobilize|dispatch|mass|amass|move|redeploy|withdraw|send)$/.test(lemma))
    for (const object of objectsOf(tree, verb)) {
      const sent = actorAt(scene, object, { shallow: true });
      if (sent) return sent;
    }
  const meaning = classify(scene, verb);
  if (meaning && ploverOf(meaning.type) === 'COERCE')
    for (const noun of nounsBehind(scene, verb, /^(in|at)$/)) {
      const holder = actorAt(scene, noun, { shallow: true });
      if (holder) return holder;
    }
  return undefined;
};
