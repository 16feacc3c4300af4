import { relationOf } from '../../../graph-schema/relations.ts';
import { subjectsOf } from '../clause/arguments.ts';
import type { Scene } from '../scene.ts';
import { depOf, isVerbal, posOf } from '../tree/tree.ts';
import { findAccords } from './accords.ts';
import { actOfVerb } from './act-of-verb.ts';
import { allegationOf } from './allegations.ts';
import { callsOf } from './by-telephone.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { findAskedToo, findLikewise, isElliptic } from './ellipsis.ts';
import { feelings } from './feelings.ts';
import type { Finding } from './finding.ts';
import { foretold } from './foretold.ts';
import { hostedTalks } from './hosted-talks.ts';
import { inverseActs } from './inverse-acts.ts';
import { mediationOf, partiesOf } from './mediations.ts';
import { findDenials, findJudgements } from './reactions.ts';
import { findRebuffs } from './rebuffs.ts';
import { reciprocalActors } from './reciprocal.ts';
import { unaddressedActs } from './unaddressed.ts';
import { verdicts } from './verdicts.ts';

const NO_ACT = /^(accord|include|follow|cite)$/;

/** What each verb of the text says between actors. */
export const findActs = (scene: Scene): Finding[] => {
  const told = toldActs(scene).filter((act) => !isElliptic(scene, act));
  const denials = findDenials(scene, told);
  return [
    ...told.filter((act) => !isDeniedElsewhere(scene, act, denials)),
    ...callsOf(scene, told),
    ...findLikewise(scene, told),
    ...findAskedToo(scene, told),
    ...denials,
    ...findJudgements(scene, told),
    ...findRebuffs(scene, told),
    ...findAccords(scene),
  ];
};

/** "The ministry denied it", after a charge: what is denied is the charge, and not the state that "it" might mean too. */
const isDeniedElsewhere = ({ tree, cast }: Scene, act: Finding, denials: readonly Finding[]): boolean =>
  /^(DENIED|REJECTED)$/.test(act.type) &&
  /^(it|that|this)$/.test(tree.lower[act.targetToken]!) &&
  cast.entities[act.target]!.country === cast.entities[act.source]!.country &&
  denials.some(({ trigger, target }) => trigger === act.trigger && target !== act.target);

const toldActs = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || (posOf(tree, verb) === 'AUX' && depOf(tree, verb) === 'aux')) continue;
    if (NO_ACT.test(tree.lemma[verb]!) && depOf(tree, verb) !== 'ROOT') continue;
    const inverse = [
      ...inverseActs(scene, verb),
      ...feelings(scene, verb),
      ...verdicts(scene, verb),
      ...foretold(scene, verb),
    ];
    if (inverse.length > 0) {
      findings.push(...inverse);
      continue;
    }
    findings.push(...actsOfVerb(scene, verb));
    findings.push(...allegationOf(scene, verb));
  }
  return findings;
};

/** The act of a verb; between all parties and both ways for "each other". */
const actsOfVerb = (scene: Scene, verb: number): Finding[] => {
  const parties = reciprocalActors(scene, verb);
  const finding = actOfVerb(scene, verb, parties);
  const mediated = finding?.type === 'MEDIATED' ? partiesOf(scene, verb) : [];
  if (finding && mediated.length > 1) return mediatedByAll(scene, verb, finding, mediated);
  const between = mediated.length > 1 ? [] : mediationOf(scene, verb, finding);
  if (between.length > 0) return between;
  const hosted = hostedTalks(scene, verb);
  if (hosted.length > 0) return hosted;
  if (!finding) return unaddressedActs(scene, verb);
  if (finding && parties.length < 2 && isExchange(scene, verb, finding))
    return [finding, { ...finding, source: finding.target, target: finding.source, path: 'each other' }];
  if (parties.length < 2) return [finding];
  return parties.flatMap((source, at) =>
    parties
      .filter((target, to) => target !== source && (to > at || !relationOf(finding.type).symmetric))
      .map((target) => ({ ...finding, source, target, path: 'each other' })),
  );
};

/** "Brokered by A and B": each of those who mediate stands between all parties. */
const mediatedByAll = (scene: Scene, verb: number, finding: Finding, parties: readonly number[]): Finding[] => {
  const several = coordinatedActors(scene, subjectsOf(scene, verb)).map(({ entity }) => entity);
  const sources = several.includes(finding.source) ? several : [finding.source];
  return sources.flatMap((source) =>
    parties
      .filter((target) => !sources.includes(target))
      .map((target) => ({ ...finding, source, target, path: 'each party' })),
  );
};

/** "A and B exchanged fire": each did it to the other. */
const isExchange = (scene: Scene, verb: number, { type, path }: Finding): boolean =>
  path === 'coordinated' &&
  /^(exchange|trade|swap)$/.test(scene.tree.lemma[verb]!) &&
  !(relationOf(type) as { readonly symmetric: boolean }).symmetric;
