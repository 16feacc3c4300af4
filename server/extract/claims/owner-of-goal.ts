import { objectsOf } from '../clause/arguments.ts';
import { type Actor, actorAt, firstActor, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, tagOf } from '../tree/tree.ts';
import { isSameSide, type Target } from './target-of-verb.ts';

/** Another side, or rebels of one's own. */
const isAgainst = (scene: Scene, { entity }: Actor, source: Actor): boolean =>
  entity !== source.entity &&
  (!isSameSide(scene, entity, source.entity) || scene.cast.entities[entity]!.role === 'rebels');

/** Whom a verb is about: its object, or the subject of the clause below it ("considers the movement an arm of"). */
const aboutWhom = (scene: Scene, verb: number): Actor | undefined =>
  firstActor(scene, [
    ...objectsOf(scene.tree, verb),
    ...kids(scene.tree, verb, 'ccomp', 'xcomp').flatMap((clause) => kids(scene.tree, clause, 'nsubj')),
  ]);

/** The nearest of several named between two tokens: whose "their" is. */
const severalBetween = (scene: Scene, from: number, to: number, source: Actor): Actor | undefined => {
  for (let at = to - 1; at > from; at--) {
    const actor = /S$/.test(tagOf(scene.tree, at)) ? actorAt(scene, at) : undefined;
    if (actor && isAgainst(scene, actor, source)) return actor;
  }
  return undefined;
};

/**
 * "Calls the movement a terrorist group and has bombed its camps": nobody attacks what is his own, so that the pronoun
 * means whom the verb joined to it is about, or several named there.
 */
export const ownerOfGoal = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree } = scene;
  const before = headOf(tree, verb);
  const [owner] = objectsOf(tree, verb).flatMap((object) => kids(tree, object, 'poss'));
  if (owner === undefined || depOf(tree, verb) !== 'conj' || !isVerbal(tree, before)) return undefined;
  const pronoun = tree.lower[owner]!;
  if (!/^(its|their|his|her)$/.test(pronoun)) return undefined;
  const meant =
    (pronoun === 'their' ? severalBetween(scene, before, verb, source) : undefined) ?? aboutWhom(scene, before);
  return meant && isAgainst(scene, meant, source)
    ? { ...meant, token: owner, path: 'owner of goal', trust: 2 }
    : undefined;
};
