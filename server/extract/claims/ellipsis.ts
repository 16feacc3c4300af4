import { isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { firstActor, type Scene } from '../scene.ts';
import { depOf, depthOf, isVerbal, kids, type Tree, tagOf } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import type { Finding } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { isSameSide } from './target-of-verb.ts';

/** Most sentences between an act and its being done likewise. */
const REACH = 1;

/** "Did so", "did the same", "followed suit", "followed": the verb says that what was told last was done again. */
const doesLikewise = (tree: Tree, verb: number): boolean => {
  const lemma = tree.lemma[verb]!;
  const words = kids(tree, verb, 'advmod', 'dobj', 'acomp').map((child) => tree.lower[child]!);
  if (lemma === 'do' && depOf(tree, verb) !== 'aux') {
    if (depOf(tree, verb) === 'advcl' && kids(tree, verb, 'mark').some((child) => tree.lower[child] === 'as'))
      return kids(tree, verb, 'dobj', 'ccomp', 'xcomp').length === 0;
    return words.some((word) => /^(so|same|likewise|too)$/.test(word));
  }
  return (lemma === 'follow' && words.includes('suit')) || isOfOneself(tree, verb);
};

/** "Suspended theirs", "recalled its own": the object says only whose it is. */
const isOfOneself = (tree: Tree, verb: number): boolean =>
  objectsOf(tree, verb).some(
    (object) =>
      /^(theirs|ours|his|hers)$/.test(tree.lower[object]!) ||
      (tree.lower[object] === 'own' && /^(its|their|his|her)$/.test(tree.lower[object - 1] ?? '')),
  );

/** How far back the act may stand of those who are named as followed. */
const FOLLOWED_BEFORE = 12;

/** What those who are named as followed did last; where the verb joined to "followed" says what, that ("followed them and cut its ties"). */
const actFollowed = (scene: Scene, verb: number, acts: readonly Finding[]): readonly Finding[] => {
  const { tree } = scene;
  const [joined] = kids(tree, verb, 'conj').flatMap((child) => classify(scene, child)?.type ?? []);
  const done = acts.findLast(
    (act) =>
      act.trigger < verb &&
      isVerbal(tree, act.trigger) &&
      tree.sentence[verb]! - tree.sentence[act.trigger]! <= FOLLOWED_BEFORE &&
      (joined === undefined || act.type === joined) &&
      followsBefore(scene, verb, act),
  );
  return done ? acts.filter(({ trigger }) => trigger === done.trigger) : [];
};

const EXAMPLE = /^(example|lead|step|path|footstep|move|decision)$/;

/** "Followed the emirate", "followed Chad's example", "followed on Monday": what those did who are followed is done again. */
const followsBefore = (scene: Scene, verb: number, act: Finding): boolean => {
  const { tree, cast } = scene;
  if (tree.lemma[verb] !== 'follow' || isPassive(tree, verb) || !/^(ROOT|conj)$/.test(depOf(tree, verb))) return false;
  const objects = objectsOf(tree, verb);
  if (objects.length === 0) return kids(tree, verb, 'prep', 'advmod', 'npadvmod', 'punct', 'conj').length > 0;
  const followed = objects.flatMap((object) => [
    ...cast.actorsOf(object, { conjuncts: true }),
    ...(EXAMPLE.test(tree.lemma[object]!)
      ? kids(tree, object, 'poss').flatMap((owner) => cast.actorsOf(owner, { conjuncts: true }))
      : []),
  ]);
  return followed.includes(act.source);
};

/** "A does not recognize B. C and D do": a bare auxiliary with a subject does again what a clause before told. */
const isBareDo = (tree: Tree, verb: number): boolean =>
  tree.lemma[verb] === 'do' &&
  /^VB[DPZ]$/.test(tagOf(tree, verb)) &&
  /^(ROOT|conj|ccomp)$/.test(depOf(tree, verb)) &&
  kids(tree, verb, 'nsubj').length > 0 &&
  kids(tree, verb, 'dobj', 'ccomp', 'xcomp', 'prep', 'advcl', 'expl', 'attr', 'acomp').length === 0;

/** Whether what a verb says is said of an object that only tells whose it is, so that the act before tells what it is. */
export const isElliptic = ({ tree }: Scene, { trigger }: Finding): boolean =>
  isVerbal(tree, trigger) && isOfOneself(tree, trigger);

const ASKING = /^(ask|call|appeal|press|plead|request|apply|push|lobby)$/;
/** How far back the request may stand that is made again. */
const ASKED_BEFORE = 3;

/** "A asked the Union for money. B has asked for help too": of whom the one before asked. */
export const findAskedToo = (scene: Scene, acts: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || !ASKING.test(tree.lemma[verb]!) || acts.some(({ trigger }) => trigger === verb))
      continue;
    const too = kids(tree, verb, 'advmod').some((word) => /^(too|also|likewise)$/.test(tree.lower[word]!));
    const operators = operatorsOf(tree, verb);
    if (!too || nounsAfter(tree, verb, ['for']).length === 0 || objectsOf(tree, verb).length > 0) continue;
    if (operators.negated || operators.hypothetical || operators.demand !== undefined) continue;
    const before = acts.findLast(
      ({ trigger, type }) =>
        trigger < verb &&
        /^(URGED|DEMANDED_OF)$/.test(type) &&
        tree.sentence[verb]! - tree.sentence[trigger]! <= ASKED_BEFORE,
    );
    const joined = coordinatedActors(scene, subjectsOf(scene, verb));
    const doer = sourceOfVerb(scene, verb);
    for (const { entity, token } of before ? (joined.length > 1 ? joined : doer ? [doer] : []) : [])
      if (entity !== before!.source && !isSameSide(scene, entity, before!.target))
        found.push({
          ...before!,
          source: entity,
          sourceToken: token,
          trigger: verb,
          rule: 'likewise',
          path: 'likewise asked',
          depth: depthOf(tree, verb),
        });
  }
  return found;
};

/** The act told last before a verb, in its sentence or the one before. */
const actBefore = (tree: Tree, verb: number, acts: readonly Finding[]): readonly Finding[] => {
  const before = acts.filter(
    ({ trigger }) =>
      trigger < verb && isVerbal(tree, trigger) && tree.sentence[verb]! - tree.sentence[trigger]! <= REACH,
  );
  const last = before.reduce((latest, { trigger, depth }) => (depth <= 1 ? Math.max(latest, trigger) : latest), -1);
  return before.filter(({ trigger }) => trigger === last);
};

/** The same act done by others: "A broke off relations with B; C and D did so in May". */
export const findLikewise = (scene: Scene, acts: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    const bare = isBareDo(tree, verb);
    const follows = tree.lemma[verb] === 'follow';
    if (!bare && !follows && (!isVerbal(tree, verb) || !doesLikewise(tree, verb))) continue;
    const operators = operatorsOf(tree, verb);
    if ((operators.negated && !bare) || operators.hypothetical || operators.demand !== undefined) continue;
    const planned = operators.future >= 0.9 || tagOf(tree, verb) === 'VB';
    const doer = sourceOfVerb(scene, verb);
    const joined = coordinatedActors(scene, subjectsOf(scene, verb));
    const sources = joined.length > 1 ? joined : doer ? [doer] : [];
    const towards = [verb, ...kids(tree, verb, 'dobj')].flatMap((head) =>
      nounsAfter(tree, head, ['to', 'with', 'against']),
    );
    const target = firstActor(scene, towards);
    const named = follows && !doesLikewise(tree, verb) && objectsOf(tree, verb).length > 0;
    for (const act of named ? actFollowed(scene, verb, acts) : actBefore(tree, verb, acts)) {
      if (follows && !doesLikewise(tree, verb) && !followsBefore(scene, verb, act)) continue;
      const plover = ploverOf(act.type);
      for (const { entity, token } of sources) {
        if (entity === act.source) continue;
        // "Cairo expelled the Turkish envoy; Ankara did likewise": to whoever did it first
        const isAnswer = isSameSide(scene, entity, target?.entity ?? act.target);
        const done = isAnswer && target === undefined ? { entity: act.source, token: act.sourceToken } : target;
        if (isAnswer && (target !== undefined || act.path === 'thing')) continue;
        found.push({
          ...act,
          ...(done && { target: done.entity, targetToken: done.token }),
          source: entity,
          sourceToken: token,
          trigger: verb,
          modality: planned ? 'planned' : act.modality,
          ...(bare && plover && conform(plover, operators)),
          rule: 'likewise',
          path: act.path === 'thing' ? 'thing' : `likewise ${act.path}`,
          depth: depthOf(tree, verb),
        });
      }
    }
  }
  return found;
};
