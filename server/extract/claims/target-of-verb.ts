import { objectsOf } from '../clause/arguments.ts';
import type { Meaning } from '../clause/classify.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { objectsOfPreposition } from '../clause/prepositions.ts';
import { type Candidate, targetsOf } from '../clause/targets.ts';
import { type Actor, actorAt, countryOf, type Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';

/** A target that was found, with the way to it. */
export interface Target extends Actor {
  readonly path: string;
  readonly trust: number;
}

const STANCE_NOUN =
  /^(solidarity|support|commitment|decision|readiness|willingness|intention|concern|confidence|hope|desire|opposition|call)$/;
const TOWARDS = /^(with|for|to|against|on|upon|over|towards|toward|from)$/;

/** Phrases behind the object noun ("an attack on X"), tried before its possessor where that is the source itself. */
const behindObjects = (scene: Scene, verb: number, source: Actor | undefined): Candidate[] => {
  const { tree } = scene;
  const found: Candidate[] = [];
  for (const object of objectsOf(tree, verb)) {
    const own = actorAt(scene, object, { shallow: true });
    if (own && ownedByModifier(tree, scene, object) && (!source || own.entity !== source.entity)) continue;
    if (!typeOfNoun(tree, object) && !STANCE_NOUN.test(tree.lemma[object]!)) continue;
    for (const preposition of kids(tree, object, 'prep')) {
      if (!TOWARDS.test(tree.lower[preposition]!)) continue;
      for (const noun of objectsOfPreposition(tree, preposition))
        found.push({ token: noun, path: 'behind object', trust: 3 });
      for (const gerund of kids(tree, preposition, 'pcomp'))
        for (const candidate of targetsOf(tree, gerund)) found.push({ ...candidate, path: 'behind object', trust: 2 });
      for (const other of kids(tree, preposition, 'conj'))
        for (const noun of objectsOfPreposition(tree, other))
          found.push({ token: noun, path: 'behind object', trust: 3 });
    }
  }
  return found;
};

const ownedByModifier = (tree: Tree, scene: Scene, noun: number): boolean =>
  scene.cast.mentions.length > 0 &&
  kids(tree, noun, 'compound', 'amod', 'nmod', 'poss').some(
    (child) => scene.cast.actorsOf(child, { shallow: true }).length > 0,
  );

const PLACE_PATH = /^prep:(in|at|on|near|after|during)$/;

/** All candidates of a verb, best first. */
export const candidatesOf = (
  scene: Scene,
  verb: number,
  meaning: Meaning | undefined,
  source: Actor | undefined,
): Candidate[] => [...behindObjects(scene, verb, source), ...targetsOf(scene.tree, verb, meaning)];

/**
 * The first candidate that means another actor. Where a consultation took place is no party to it. An actor of the
 * source's own country is taken only where the path to it is the surer one.
 */
export const targetOfVerb = (
  scene: Scene,
  candidates: readonly Candidate[],
  source: Actor,
  options: { readonly consultation: boolean },
): Target | undefined => {
  let own: Target | undefined;
  let found: Target | undefined;
  const country = countryOf(scene, source.entity);
  for (const { token, path, trust } of candidates) {
    const actor = actorAt(scene, token);
    if (!actor || actor.entity === source.entity) continue;
    if (options.consultation && PLACE_PATH.test(path)) continue;
    const target = actor.inside ? { ...actor, path: `${path}, inside`, trust: trust - 0.2 } : { ...actor, path, trust };
    if (country !== undefined && countryOf(scene, actor.entity) === country) {
      own ??= target;
      continue;
    }
    found = target;
    break;
  }
  return own && own.trust >= 2 && (!found || found.trust < own.trust) ? own : (found ?? undefined);
};
