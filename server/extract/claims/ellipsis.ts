import { subjectsOf } from '../clause/arguments.ts';
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
  return lemma === 'follow' && words.includes('suit');
};

/** "A does not recognize B. C and D do": a bare auxiliary with a subject does again what a clause before told. */
const isBareDo = (tree: Tree, verb: number): boolean =>
  tree.lemma[verb] === 'do' &&
  /^VB[DPZ]$/.test(tagOf(tree, verb)) &&
  /^(ROOT|conj|ccomp)$/.test(depOf(tree, verb)) &&
  kids(tree, verb, 'nsubj').length > 0 &&
  kids(tree, verb, 'dobj', 'ccomp', 'xcomp', 'prep', 'advcl', 'expl', 'attr', 'acomp').length === 0;

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
    if (!bare && (!isVerbal(tree, verb) || !doesLikewise(tree, verb))) continue;
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
    for (const act of actBefore(tree, verb, acts)) {
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
