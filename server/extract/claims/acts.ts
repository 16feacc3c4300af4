import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import { isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { type Operators, operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Actor, actorAt, countryOf, firstActor, once, type Scene } from '../scene.ts';
import { depOf, depthOf, headOf, isVerbal, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import { conform, isMaterialConflict } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { domesticTarget, isFromElsewhere, isPlaceAtHome, peopleAtHome } from './domestic-target.ts';
import type { Finding } from './finding.ts';
import { fitEnds } from './fit.ts';
import { inverseActs } from './inverse-acts.ts';
import { meaningOfVerb, ploverOf, typeOfDemand } from './meaning-of-verb.ts';
import { reciprocalActors } from './reciprocal.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { candidatesOf, isSameSide, type Target, targetOfVerb } from './target-of-verb.ts';

/** Relations between two that do it together: a coordinated subject is the pair. */
const TOGETHER: ReadonlySet<RelationType> = new Set<RelationType>([
  'MET_WITH',
  'SPOKE_WITH',
  'NEGOTIATED_WITH',
  'AGREES_WITH',
  'SIGNED_AGREEMENT_WITH',
  'ESTABLISHED_RELATIONS_WITH',
  'AGREED_CEASEFIRE_WITH',
  'COOPERATES_WITH',
  'COOPERATES_MILITARILY_WITH',
  'SHARED_INTELLIGENCE_WITH',
  'ALLIED_WITH',
  'DISAGREES_WITH',
]);
const PAIR_CLASSES = /^(AGREE|CONSULT|COOPERATE|SUPPORT|REJECT|ASSAULT|CONCEDE|RETREAT)$/;
/** Vowing to help is a pledge: the help says no more than the pledge itself. */
const VOWING = /^(pledge|promise|vow|offer|commit)$/;
const HELPING = /^(help|assist|support|aid|back|stand|work)$/;
const WORRY = /^(concern|worry|doubt|alarm|hope|optimism|pessimism|surprise|skepticism)$/;

/** Worrying about something in a country is no criticism of the country. */
const isWorry = (scene: Scene, verb: number): boolean =>
  objectsOf(scene.tree, verb).some((object) => WORRY.test(scene.tree.lemma[object]!));

const isCharge = (scene: Scene, verb: number): boolean =>
  objectsOf(scene.tree, verb).some((object) =>
    /^(charge|accusation|allegation|claim|report)$/.test(scene.tree.lemma[object]!),
  );

/** Refusing to say something is no refusal between actors. */
const SILENT =
  /^(comment|say|elaborate|discuss|answer|respond|disclose|name|identify|specify|confirm|speculate|reveal|speak|talk|give|provide|testify)$/;

/** Verbs whose object is what one attacks with. */
const SHOOTING = /^(use|fire|launch|drop|lob|plant|detonate|throw|hurl|rain|explode)$/;

/** Where an act that is only asked or refused would happen is not who is asked or refused. */
const PLACED = /^prep:(in|inside|at|on|under|near|after|during|within|by|along|through|across|around|after)$/;

const isSilence = (scene: Scene, verb: number): boolean => {
  const { tree } = scene;
  const refusing = (at: number): boolean => /^(decline|refuse)$/.test(tree.lemma[at]!);
  if (SILENT.test(tree.lemma[verb]!) && refusing(headOf(tree, verb)))
    return objectsOf(tree, verb).length === 0 || !/^(give|provide|discuss)$/.test(tree.lemma[verb]!);
  return refusing(verb) && kids(tree, verb, 'xcomp').some((child) => SILENT.test(tree.lemma[child]!));
};

const NO_ACT = /^(accord|include|follow|cite)$/;

/** What each verb of the text says between actors. */
export const findActs = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || (posOf(tree, verb) === 'AUX' && depOf(tree, verb) === 'aux')) continue;
    if (NO_ACT.test(tree.lemma[verb]!) && depOf(tree, verb) !== 'ROOT') continue;
    const inverse = inverseActs(scene, verb);
    if (inverse.length > 0) {
      findings.push(...inverse);
      continue;
    }
    findings.push(...actsOfVerb(scene, verb));
    findings.push(...allegationOf(scene, verb));
  }
  return findings;
};

interface Ends {
  readonly source: Actor;
  readonly target?: Actor;
}

/** Whether a demand says whom it is put to: then the act asked for is none of the demander's. */
const isDirected = (scene: Scene, demand: number): boolean =>
  kids(scene.tree, demand, 'dobj', 'dative').length > 0 ||
  nounsAfter(scene.tree, demand, ['on', 'upon', 'to']).length > 0;

/** Somebody without a country who is asked is of the demander's own: "told his followers", "urged lawmakers". */
const askedAtHome = (scene: Scene, verb: number, demander: Actor): Actor | undefined => {
  const country = countryOf(scene, demander.entity);
  if (country === undefined) return undefined;
  for (const token of subjectsOf(scene, verb)) {
    const entity = isFromElsewhere(scene, token) ? undefined : scene.cast.groupIn(token, country);
    if (entity !== undefined && entity !== demander.entity) return { entity, token };
  }
  return undefined;
};

/** Under a demand the demander is the source and whoever is asked the target ("X says Y must", "X urged Y to"). */
const endsOfDemand = (scene: Scene, verb: number, demand: number): Ends | undefined => {
  const { tree } = scene;
  const demander = sourceOfVerb(scene, demand);
  const asked = firstActor(scene, subjectsOf(scene, verb)) ?? (demander && askedAtHome(scene, verb, demander));
  if (demander) return { source: demander, ...(asked && asked.entity !== demander.entity && { target: asked }) };
  if (!isPassive(tree, demand)) return undefined;
  const source = sourceOfVerb(scene, verb);
  const target = firstActor(scene, objectsOf(tree, demand));
  return source && target ? { source, target } : undefined;
};

const endsOfDuty = (scene: Scene, operators: Operators, doer: Actor | undefined): Ends | undefined => {
  const { tree } = scene;
  const above = headOf(tree, operators.top);
  if (above === operators.top || !/^(ccomp|conj|parataxis)$/.test(depOf(tree, operators.top))) return undefined;
  if (!WORDS.say.has(tree.lemma[above]!) && posOf(tree, above) !== 'VERB') return undefined;
  const speaker = sourceOfVerb(scene, above);
  if (!speaker) return undefined;
  return { source: speaker, ...(doer && doer.entity !== speaker.entity && { target: doer }) };
};

/** The act of a verb; between all parties and both ways for "each other". */
const actsOfVerb = (scene: Scene, verb: number): Finding[] => {
  const parties = reciprocalActors(scene, verb);
  const finding = actOfVerb(scene, verb, parties);
  const mediated = finding?.type === 'MEDIATED' ? partiesOf(scene, verb) : [];
  if (finding && mediated.length > 1)
    return mediated
      .filter((target) => target !== finding.source)
      .map((target) => ({ ...finding, target, path: 'each party' }));
  const between = mediated.length > 1 ? [] : mediationOf(scene, verb, finding);
  if (between.length > 0) return between;
  if (finding && parties.length < 2 && isExchange(scene, verb, finding))
    return [finding, { ...finding, source: finding.target, target: finding.source, path: 'each other' }];
  if (!finding || parties.length < 2) return finding ? [finding] : [];
  return parties.flatMap((source, at) =>
    parties
      .filter((target, to) => target !== source && (to > at || !relationOf(finding.type).symmetric))
      .map((target) => ({ ...finding, source, target, path: 'each other' })),
  );
};

/** "A and B exchanged fire": each did it to the other. */
const isExchange = (scene: Scene, verb: number, { type, path }: Finding): boolean =>
  path === 'coordinated' &&
  /^(exchange|trade|swap)$/.test(scene.tree.lemma[verb]!) &&
  !(relationOf(type) as { readonly symmetric: boolean }).symmetric;

const MEDIATING = /^(mediate|broker|arbitrate)$/;

/** "Angola had mediated", "talks that China brokered": between the two sides that the text is about. */
const mediationOf = (scene: Scene, verb: number, finding: Finding | undefined): Finding[] => {
  const { tree } = scene;
  if (!MEDIATING.test(tree.lemma[verb]!) || nounsAfter(tree, verb, ['between', 'in']).length > 0) return [];
  const doer = sourceOfVerb(scene, verb);
  const operators = operatorsOf(tree, verb);
  const plain =
    !operators.negated && operators.future === 0 && operators.demand === undefined && !operators.hypothetical;
  if (!doer || !plain || (finding && !/coordinated|with$/.test(finding.path))) return [];
  const helpers = [
    ...coordinatedActors(scene, subjectsOf(scene, verb)),
    ...nounsAfter(tree, verb, ['with']).flatMap((noun) => actorAt(scene, noun) ?? []),
  ].map(({ entity }) => entity);
  return scene.cast.sidesBefore(verb, [doer.entity, ...helpers]).map((target) => ({
    type: 'MEDIATED' as const,
    plover: 'CONSULT' as const,
    source: doer.entity,
    target,
    sourceToken: doer.token,
    targetToken: verb,
    trigger: verb,
    polarity: 'affirmed' as const,
    modality: 'fact' as const,
    rule: 'mediated',
    path: 'sides',
    weight: 1,
    depth: depthOf(tree, verb),
  }));
};

/** Those between whom a mediator stands, named after the verb or after what was brokered. */
const partiesOf = (scene: Scene, verb: number): number[] => {
  const { tree } = scene;
  const heads = [verb, ...objectsOf(tree, verb), ...nounsAfter(tree, verb, ['in', 'as'])];
  return [
    ...new Set(
      heads
        .flatMap((head) => nounsAfter(tree, head, ['between']))
        .flatMap((noun) => scene.cast.actorsOf(noun, { conjuncts: true })),
    ),
  ];
};

/** Verbs of doing something to each other, so that a coordinated subject without an object is the pair. */
const MUTUAL = /^(exchange|trade|clash|fight|battle|skirmish|war|swap|share|differ|quarrel|split|disagree|compete)$/;

/** Verbs whose object is the other party: "A and B met C" is no meeting of A with B. */
const MEETING = /^(meet|telephone|phone|call|brief|consult|contact|greet|encounter)$/;

const actOfVerb = (scene: Scene, verb: number, parties: readonly number[]): Finding | undefined => {
  const { tree } = scene;
  const operators = once(scene, 'operators', verb, () => operatorsOf(tree, verb));
  const meaning = meaningOfVerb(scene, verb, operators);
  if (!meaning || isSilence(scene, verb)) return undefined;
  let type = meaning.type;
  const plover = meaning.plover ?? ploverOf(type);
  if (!plover) return undefined;
  const bent = meaning.cancelled
    ? { ...operators, refused: !operators.refused, negated: !operators.negated }
    : operators;
  const ordered = operators.demand !== undefined && tree.lemma[operators.demand] === 'order';
  const conformed = meaning.demanded
    ? { plover, modality: 'demanded' as const, polarity: 'affirmed' as const }
    : conform(plover, bent, ordered);
  if (!conformed) return undefined;
  const doer = sourceOfVerb(scene, verb);
  const candidates = candidatesOf(scene, verb, meaning, doer);
  let source = doer;
  let target: Target | undefined;
  const given = (actor: Actor | undefined, path: string): Target | undefined => actor && { ...actor, path, trust: 2 };
  if (operators.demand !== undefined && conformed.plover === 'REQUEST') {
    const ends = endsOfDemand(scene, verb, operators.demand);
    if (ends) {
      source = ends.source;
      target = given(ends.target, 'asked');
    }
    if (target) type = typeOfDemand(tree.lemma[operators.demand]!);
    else if (!TOGETHER.has(type) && isDirected(scene, operators.demand)) return undefined;
  } else if (operators.obliged && conformed.plover === 'REQUEST') {
    const ends = endsOfDuty(scene, operators, doer);
    if (ends) {
      source = ends.source;
      target = given(ends.target, 'obliged');
      if (target) type = 'DEMANDED_OF';
    }
  }
  if (conformed.modality === 'planned' && HELPING.test(tree.lemma[verb]!) && VOWING.test(tree.lemma[operators.top]!))
    type = 'PLEDGED_TO';
  if (!source && TOGETHER.has(type)) {
    const joined = coordinatedActors(scene, objectsOf(tree, verb));
    const pair = joined.length > 1 ? joined : coordinatedActors(scene, nounsAfter(tree, verb, ['between', 'among']));
    source = pair[0];
    target = given(pair[1], 'between');
  }
  if (!source) return undefined;
  if (parties.length > 1) target = { entity: parties[1]!, token: source.token, path: 'each other', trust: 3 };
  const together =
    (TOGETHER.has(type) && !/^(attend|join|skip)$/.test(tree.lemma[verb]!)) || MUTUAL.test(tree.lemma[verb]!);
  const withPhrase = candidates.some(
    ({ token, path }) =>
      (/^(frame|prep):(with|against)$|^dative$|^behind object(?! on)/.test(path) ||
        (path === 'object' && MEETING.test(tree.lemma[verb]!))) &&
      actorAt(scene, token) !== undefined,
  );
  if (!target && together && operators.demand === undefined && !operators.obliged && !withPhrase) {
    const pair = coordinatedActors(scene, subjectsOf(scene, verb));
    if (pair.length > 1) {
      source = pair[0]!;
      target = given(pair[1], 'coordinated');
    }
  }
  target ??= targetOfVerb(scene, candidates, source, {
    consultation: plover === 'CONSULT' && type !== 'VISITED',
    withdrawal: type === 'WITHDREW_FROM',
    request: type === 'URGED' || type === 'DEMANDED_OF',
    near: /^(URGED|DEMANDED_OF|DENIED)$/.test(type) || isWorry(scene, verb),
    worry: isWorry(scene, verb),
    charge: /^(DENIED|REJECTED)$/.test(type) && isCharge(scene, verb),
    journey: type === 'VISITED',
    weapon:
      type === 'ATTACKED' &&
      SHOOTING.test(tree.lemma[verb]!) &&
      objectsOf(tree, verb).every((object) => nounsAfter(tree, object, ['on', 'at', 'against', 'into']).length === 0),
    hosting: type === 'HOSTED',
    together: TOGETHER.has(type),
  });
  if (
    !target &&
    PAIR_CLASSES.test(conformed.plover) &&
    together &&
    objectsOf(tree, verb).length === 0 &&
    !meaning.prep
  ) {
    const pair = coordinatedActors(scene, subjectsOf(scene, verb));
    if (pair.length > 1) {
      source = pair[0]!;
      target = given(pair[1], 'coordinated');
    }
  }
  target ??= thanker(scene, verb);
  const act = { candidates, source, plover };
  const here = target && target.trust < 2 && isSameSide(scene, target.entity, source.entity);
  if (!target || here) target = domesticTarget(scene, act) ?? target;
  if (type !== 'SEIZED' && (!target || isPlaceAtHome(scene, source, target)))
    target = peopleAtHome(scene, act) ?? target;
  if (!target) return undefined;
  // whom a state mobilizes is not whom it mobilizes against
  if (plover === 'MOBILIZE' && target.path === 'object' && isSameSide(scene, source.entity, target.entity))
    return undefined;
  if (meaning.rule === 'operator above' && PLACED.test(target.path)) return undefined;
  if (tree.lemma[verb] === 'fail' && meaning.rule === 'operator' && target.path.includes('adverbial')) return undefined;
  if (type === 'SPOKE_WITH' && scene.cast.entities[target.entity]!.role === 'media') return undefined;
  if (type === 'SIGNED' && !/with/.test(target.path)) return undefined;
  const fitted = fitEnds(scene, type, source.entity, target.entity);
  if (!fitted) return undefined;
  const own = conformed.plover === plover ? (meaning.plover ?? relationOf(fitted.type).plover) : conformed.plover;
  const asked = type === 'DEMANDED_OF' || type === 'URGED' || type === 'PLEDGED_TO';
  return {
    ...fitted,
    ...(own && { plover: own }),
    sourceToken: source.token,
    targetToken: target.token,
    trigger: verb,
    polarity: conformed.polarity,
    modality: asked && /^(demanded|planned)$/.test(conformed.modality) ? 'fact' : conformed.modality,
    rule: meaning.rule,
    path: target.path,
    weight: meaning.weight + target.trust / 10,
    depth: depthOf(tree, verb),
  };
};

/** "Was responsible", "were behind the attack", "is to blame". */
const isBlame = (tree: Tree, verb: number): boolean =>
  /^(be|remain)$/.test(tree.lemma[verb]!) &&
  !kids(tree, verb, 'neg').length &&
  (kids(tree, verb, 'acomp').some((child) => /^(responsible|guilty|complicit|culpable)$/.test(tree.lower[child]!)) ||
    kids(tree, verb, 'prep').some((child) => tree.lower[child] === 'behind') ||
    kids(tree, verb, 'xcomp').some((child) => tree.lemma[child] === 'blame'));

/** "Thanked Oslo for sending engineers": who thanks is whom it was done for. */
const thanker = (scene: Scene, verb: number): Target | undefined => {
  const { tree } = scene;
  const above = headOf(tree, headOf(tree, verb));
  if (depOf(tree, verb) !== 'pcomp' || tree.lemma[above] !== 'thank') return undefined;
  const actor = sourceOfVerb(scene, above);
  return actor && { ...actor, path: 'thanked by', trust: 2 };
};

const CHARGE_NOUN =
  /^(claim|allegation|charge|accusation|assertion|conclusion|confidence|belief|suspicion|finding|certainty)$/;

/** "X alleges that Y attacked", "X's belief that Y attacked": an accusation of Y by X. "Critics say": the same. */
const allegationOf = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  const noun = headOf(tree, verb);
  if (depOf(tree, verb) === 'acl' && CHARGE_NOUN.test(tree.lemma[noun]!)) return beliefOf(scene, verb, noun);
  if (depOf(tree, verb) !== 'ccomp' || tagOf(tree, verb) === 'VB') return [];
  const above = headOf(tree, verb);
  const lemma = tree.lemma[above]!;
  const critics =
    WORDS.say.has(lemma) &&
    subjectsOf(scene, above).some((subject) => /^(critic|opponent|rival)$/.test(tree.lemma[subject]!));
  const blaming = !critics && isBlame(tree, verb) && (WORDS.say.has(lemma) || WORDS.allege.has(lemma));
  if (!critics && !blaming) {
    if (!WORDS.allege.has(lemma)) return [];
    const meaning = classify(scene, verb);
    const plover = meaning && ploverOf(meaning.type);
    if (!plover || !isMaterialConflict(plover)) return [];
  }
  const source = sourceOfVerb(scene, above);
  const target = sourceOfVerb(scene, verb);
  if (!source || !target || source.entity === target.entity) return [];
  return [
    accusation(
      scene,
      above,
      source,
      target,
      critics ? 'critics say' : blaming ? 'says who is to blame' : 'alleges that',
    ),
  ];
};

/** The owner of a charge may stand a noun further up ("the U.S.' high level of confidence that"). */
const beliefOf = (scene: Scene, verb: number, noun: number): Finding[] => {
  const { tree } = scene;
  const meaning = classify(scene, verb);
  const plover = meaning && ploverOf(meaning.type);
  if (!plover || !isMaterialConflict(plover)) return [];
  const upper = depOf(tree, noun) === 'pobj' ? headOf(tree, headOf(tree, noun)) : noun;
  const source = firstActor(scene, [
    ...kids(tree, noun, 'poss'),
    ...kids(tree, upper, 'poss', 'nmod', 'compound'),
    ...nounsAfter(tree, noun, ['by']),
  ]);
  const target = sourceOfVerb(scene, verb);
  if (!source || !target || source.entity === target.entity) return [];
  return [accusation(scene, noun, source, target, 'belief that')];
};

const accusation = (scene: Scene, trigger: number, source: Actor, target: Actor, rule: string): Finding => ({
  type: 'ACCUSED',
  plover: 'ACCUSE',
  source: source.entity,
  target: target.entity,
  sourceToken: source.token,
  targetToken: target.token,
  trigger,
  polarity: 'affirmed',
  modality: 'fact',
  rule,
  path: 'clause subject',
  weight: 2,
  depth: depthOf(scene.tree, trigger),
});
