import { objectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { countryOf, type Scene } from '../scene.ts';
import { depthOf, isVerbal, kids, type Tree } from '../tree/tree.ts';
import { conform } from './conform.ts';
import type { Finding } from './finding.ts';
import { sourceOfVerb } from './source-of-verb.ts';

const DENYING = /^(deny|reject|dispute|dismiss|refute|rebut|rebuff|repudiate|contradict)$/;
/** How far back the charge may stand that is denied. */
const REACH = 2;
const CHARGE = /^(charge|accusation|allegation|claim|assertion|criticism|report|suggestion)$/;
const DEMONSTRATIVE = /^(this|that|it|them|these|those|both)$/;

/** Whether a phrase names a charge made before: "it", "that", "the accusation", "those claims". */
const isChargeBefore = (tree: Tree, object: number): boolean =>
  (DEMONSTRATIVE.test(tree.lower[object]!) && kids(tree, object, 'prep', 'acl', 'relcl').length === 0) ||
  (CHARGE.test(tree.lemma[object]!) &&
    kids(tree, object, 'poss', 'amod', 'compound', 'acl', 'relcl').length === 0 &&
    nounsAfter(tree, object, ['by', 'from', 'of']).length === 0 &&
    kids(tree, object, 'det').every((child) => /^(the|this|that|these|those|all|both|such)$/.test(tree.lower[child]!)));

/** "A accused B of it. B denied that": whoever denies a charge rejects what the last to make one against them said. */
export const findDenials = (scene: Scene, acts: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || !DENYING.test(tree.lemma[verb]!)) continue;
    if (!objectsOf(tree, verb).some((object) => isChargeBefore(tree, object))) continue;
    const doer = sourceOfVerb(scene, verb);
    const conformed = conform('REJECT', operatorsOf(tree, verb));
    if (!doer || !conformed) continue;
    const home = countryOf(scene, doer.entity);
    const charge = acts.findLast(
      ({ type, trigger, target, source }) =>
        /^(ACCUSED|CRITICIZED|CONDEMNED)$/.test(type) &&
        trigger < verb &&
        tree.sentence[verb]! - tree.sentence[trigger]! <= REACH &&
        (target === doer.entity || (home !== undefined && countryOf(scene, target) === home)) &&
        source !== doer.entity,
    );
    if (!charge) continue;
    found.push({
      type: tree.lemma[verb] === 'deny' ? 'DENIED' : 'REJECTED',
      plover: conformed.plover,
      source: doer.entity,
      target: charge.source,
      sourceToken: doer.token,
      targetToken: charge.sourceToken,
      trigger: verb,
      polarity: conformed.polarity,
      modality: conformed.modality,
      rule: 'denial',
      path: 'accuser before',
      weight: 2,
      depth: depthOf(tree, verb),
    });
  }
  return found;
};
