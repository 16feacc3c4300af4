import type { RelationType } from '../../../graph-schema/relations.ts';
import { objectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { speakerOf } from '../qualify/speaker.ts';
import { type Actor, countryOf, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, type Tree } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { type Finding, findingAt } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';
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

/** "A charge that B rejected", "…, which B denies": what is denied stands before the clause. */
const isDeniedInClause = (tree: Tree, verb: number): boolean => {
  const noun = headOf(tree, verb);
  const marker = kids(tree, verb, 'dobj', 'mark').find((child) => /^(which|that)$/.test(tree.lower[child]!));
  // "a charge Moscow dismissed"
  if (depOf(tree, verb) === 'relcl' && CHARGED.test(tree.lemma[noun]!) && kids(tree, verb, 'dobj').length === 0)
    return true;
  if (marker === undefined || !/^(relcl|ccomp|advcl)$/.test(depOf(tree, verb))) return false;
  return isVerbal(tree, noun)
    ? tree.lower[marker] === 'which'
    : tree.lower[marker] === 'which' || CHARGED.test(tree.lemma[noun]!);
};
const CHARGED = /^(charge|accusation|allegation|claim|assertion|finding|suggestion|conclusion)$/;

const deniesChargeBefore = (tree: Tree, verb: number): boolean =>
  isDeniedInClause(tree, verb) || objectsOf(tree, verb).some((object) => isChargeBefore(tree, object));

/** "Chinese officials said Delhi had moved troops; India denied that": who said last what the one who denies had done. */
const saidOf = (scene: Scene, denial: number, isHome: (entity: number) => boolean): number | undefined => {
  const { tree } = scene;
  const reach = objectsOf(tree, denial).some((object) => CHARGE.test(tree.lemma[object]!)) ? REACH : 1;
  for (let verb = denial - 1; verb >= tree.bounds[Math.max(0, tree.sentence[denial]! - reach)]!; verb--) {
    if (/^(accuse|blame|charge)$/.test(tree.lemma[verb]!)) return undefined;
    if (!isVerbal(tree, verb) || !(WORDS.say.has(tree.lemma[verb]!) || WORDS.allege.has(tree.lemma[verb]!))) continue;
    const speaker = sourceOfVerb(scene, verb);
    if (!speaker || isHome(speaker.entity)) continue;
    const said = [
      ...kids(tree, verb, 'ccomp'),
      ...(depOf(tree, verb) === 'parataxis' || depOf(tree, verb) === 'ccomp' ? [headOf(tree, verb)] : []),
    ];
    const doers = said.flatMap((clause) => sourceOfVerb(scene, clause) ?? []);
    if (doers.some(({ entity }) => isHome(entity))) return speaker.entity;
  }
  return undefined;
};

/** "X said A had mediated. B disputed that": who said last what somebody calls untrue, whatever it was about. */
const contradicted = (scene: Scene, denial: number): Actor | undefined => {
  const { tree } = scene;
  if (!objectsOf(tree, denial).some((object) => /^(this|that)$/.test(tree.lower[object]!))) return undefined;
  const root = rootBefore(tree, denial);
  if (root === undefined || !(WORDS.say.has(tree.lemma[root]!) || /^(tell|write|tweet)$/.test(tree.lemma[root]!)))
    return undefined;
  return sourceOfVerb(scene, root);
};

/** The main verb of the sentence before, or of the clause before a semicolon. */
const rootBefore = (tree: Tree, verb: number): number | undefined => {
  if (depOf(tree, verb) === 'conj' && isVerbal(tree, headOf(tree, verb))) return headOf(tree, verb);
  const from = tree.bounds[tree.sentence[verb]! - 1];
  const to = tree.bounds[tree.sentence[verb]!];
  if (from === undefined || to === undefined) return undefined;
  for (let at = from; at < to; at++) if (headOf(tree, at) === at && isVerbal(tree, at)) return at;
  return undefined;
};

/** "Said that …, a charge that B rejected": who makes the charge that the clause behind it denies. */
const makerOfCharge = (scene: Scene, denial: number): Actor | undefined => {
  const { tree } = scene;
  let at = headOf(tree, denial);
  if (depOf(tree, denial) !== 'relcl' || !CHARGED.test(tree.lemma[at]!)) return undefined;
  for (let step = 0; step < HIGHEST; step++) {
    if (headOf(tree, at) === at) return undefined;
    at = headOf(tree, at);
    const { lemma } = tree.tokens[at]!;
    if (isVerbal(tree, at) && (WORDS.say.has(lemma) || WORDS.allege.has(lemma) || /^(accuse|blame)$/.test(lemma)))
      return sourceOfVerb(scene, at);
  }
  return undefined;
};

const HIGHEST = 6;

/** Whether two of one state stand on two sides of it: those in office, and those who are not. */
const areTwoSides = ({ cast }: Scene, one: number, other: number): boolean => {
  const [a, b] = [cast.entities[one]!, cast.entities[other]!];
  const office = [a, b].filter(({ kind, role }) => kind === 'country' || IN_OFFICE.test(role ?? '')).length;
  return office === 1 && [a, b].some(({ role }) => OUT_OF_OFFICE.test(role ?? ''));
};
const IN_OFFICE = /^(government|military|police|judiciary)$/;
const OUT_OF_OFFICE = /^(opposition|rebels|civilians|legislature|media|business)$/;

/** Who says of somebody that they did an act of conflict. */
const toldBy = (scene: Scene, act: Finding | undefined): number | undefined =>
  act && /^(ASSAULT|COERCE|SANCTION|MOBILIZE)$/.test(act.plover ?? '')
    ? speakerOf(scene, act.trigger, act.source)
    : undefined;

const JUDGING: Readonly<Record<string, RelationType>> = {
  condemn: 'CONDEMNED',
  denounce: 'CONDEMNED',
  deplore: 'CONDEMNED',
  criticize: 'CRITICIZED',
  criticise: 'CRITICIZED',
  slam: 'CRITICIZED',
  welcome: 'PRAISED',
  praise: 'PRAISED',
  hail: 'PRAISED',
  applaud: 'PRAISED',
};

/** Whether a phrase names an act told before by no more than that it was one: "the move", "this decision". */
const isBareMove = (tree: Tree, object: number): boolean =>
  /^(move|decision|step|measure|ruling|action|expulsion|crackdown|raid|attack|bombing|arrest|killing|strike)$/.test(
    tree.lemma[object]!,
  ) &&
  /^(the|this|these|that|those)$/.test(tree.lower[object - 1]!) &&
  tree.children[object]!.every((child) => /^(det|punct)$/.test(depOf(tree, child)));

/** "…, prompting B to condemn": what is judged is told in the clause that the prompting hangs on. */
const isPrompted = (tree: Tree, verb: number): boolean =>
  /^(prompt|lead|cause|provoke|spur|force)$/.test(tree.lemma[headOf(tree, verb)]!) &&
  depOf(tree, headOf(tree, verb)) === 'advcl';

/** "A closed the port. B denounced that": whose act was told last is who is judged. */
export const findJudgements = (scene: Scene, acts: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    const type = isVerbal(tree, verb) ? JUDGING[tree.lemma[verb]!] : undefined;
    const isThat = (object: number): boolean => /^(this|that)$/.test(tree.lower[object]!) && object - verb <= 2;
    const isMove = isPrompted(tree, verb) && kids(tree, verb, 'dobj').some((object) => isBareMove(tree, object));
    if (!type || !(isMove || kids(tree, verb, 'dobj').some(isThat))) continue;
    const doer = sourceOfVerb(scene, verb);
    const plover = ploverOf(type);
    const conformed = plover && conform(plover, operatorsOf(tree, verb));
    if (!doer || !conformed) continue;
    const home = countryOf(scene, doer.entity);
    const act = acts.findLast(
      ({ trigger, source }) =>
        trigger < verb &&
        tree.sentence[verb]! - tree.sentence[trigger]! <= (isMove ? 0 : 1) &&
        source !== doer.entity &&
        (home === undefined || countryOf(scene, source) !== home),
    );
    if (!act) continue;
    found.push(
      findingAt(
        tree,
        verb,
        doer,
        { entity: act.source, token: verb },
        { type, ...conformed, rule: 'judgement', path: 'doer before', weight: 2 },
      ),
    );
  }
  return found;
};

/** "A accused B of it. B denied that": whoever denies a charge rejects what the last to make one against them said. */
export const findDenials = (scene: Scene, acts: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || !DENYING.test(tree.lemma[verb]!)) continue;
    if (!deniesChargeBefore(tree, verb)) continue;
    const doer = sourceOfVerb(scene, verb);
    const conformed = conform('REJECT', operatorsOf(tree, verb));
    if (!doer || !conformed) continue;
    const home = countryOf(scene, doer.entity);
    const isHome = (entity: number): boolean =>
      entity === doer.entity || (home !== undefined && countryOf(scene, entity) === home);
    const near = acts.filter(
      ({ trigger }) => trigger < verb && tree.sentence[verb]! - tree.sentence[trigger]! <= REACH,
    );
    const charge = near.findLast(
      ({ type, target, source }) =>
        /^(ACCUSED|CRITICIZED|CONDEMNED)$/.test(type) && isHome(target) && source !== doer.entity,
    );
    const maker = charge ? undefined : makerOfCharge(scene, verb)?.entity;
    const told = charge
      ? undefined
      : (maker ??
        toldBy(scene, near.filter(({ source }) => isHome(source)).at(-1)) ??
        saidOf(scene, verb, isHome) ??
        contradicted(scene, verb)?.entity);
    const accuser = charge?.source ?? told;
    if (accuser === undefined || accuser === doer.entity) continue;
    const faced = maker !== undefined || charge?.target === doer.entity || areTwoSides(scene, accuser, doer.entity);
    if (isHome(accuser) && !faced) continue;
    found.push(
      findingAt(
        tree,
        verb,
        doer,
        { entity: accuser, token: charge?.sourceToken ?? doer.token },
        {
          type: tree.lemma[verb] === 'deny' ? 'DENIED' : 'REJECTED',
          ...conformed,
          rule: 'denial',
          path: 'accuser before',
          weight: 2,
        },
      ),
    );
  }
  return found;
};
