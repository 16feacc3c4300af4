import { relationOf } from '../../../graph-schema/relations.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, actorAt, countryOf, once, type Scene } from '../scene.ts';
import { depOf, depthOf, headOf, kids, tagOf } from '../tree/tree.ts';
import { bareSource, bareTarget } from './bare-ends.ts';
import { conform } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { endsOfDemand, endsOfDuty, isDirected } from './demand-ends.ts';
import { domesticTarget, isPlaceAtHome, peopleAtHome } from './domestic-target.ts';
import type { Finding } from './finding.ts';
import { fitEnds } from './fit.ts';
import {
  addressee,
  answered,
  doerAtHome,
  foreignerMeant,
  holderOf,
  hostOfEnvoy,
  isDestination,
  opponentOf,
  ownOfTeller,
  provoker,
  stateProtestedTo,
} from './implied-ends.ts';
import { meaningOfVerb, ploverOf, typeOfDemand } from './meaning-of-verb.ts';
import { isSilence } from './silence.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { candidatesOf, isSameSide, type Target, targetOfVerb } from './target-of-verb.ts';
import { TOGETHER, targetRulesOf } from './target-rules.ts';

const PAIR_CLASSES = /^(AGREE|CONSULT|COOPERATE|SUPPORT|REJECT|ASSAULT|CONCEDE|RETREAT)$/;
/** Vowing to help is a pledge: the help says no more than the pledge itself. */
const VOWING = /^(pledge|promise|vow|offer|commit)$/;
const HELPING = /^(help|assist|support|aid|back|stand|work)$/;

/** What one writes to somebody. */
const WRITTEN = /^(REQUEST|THREATEN|ACCUSE|REJECT)$/;

/** What one does because of what another did, and against them. */
const PROVOKED = /^(MOBILIZE|SANCTION|PROTEST|ACCUSE|THREATEN)$/;

/** Who is deported rather than expelled as an envoy. */
const DEPORTED = /^(migrant|refugee|immigrant|student|citizen|national|journalist|reporter|family)$/;

/** What a body does to a member whom it wants no longer. */
const SHUT_OUT = /^(suspend|expel|eject|exclude|oust)$/;

/** What is done with people rather than to them, unless a state is named. */
const NOT_BARE = /^(VISITED|MOBILIZED_AGAINST|AIDED)$/;

/** What a group of no named country is taken to do: acts of violence and their end, protests and demands. */
const BARE_DOES = /^(ASSAULT|REJECT|RETREAT|CONCEDE|AGREE|THREATEN|PROTEST|REQUEST)$/;

/** Vowing to punish is a threat: the punishment has no kind yet. */
const PUNISHING = /^(punish|retaliate|respond|penalize|penalise|avenge|crush|destroy)$/;

/** Where an act that is only asked or refused would happen is not who is asked or refused. */
const PLACED = /^prep:(in|inside|at|on|under|near|after|during|within|by|along|through|across|around)$/;

/** Verbs of doing something to each other, so that a coordinated subject without an object is the pair. */
const MUTUAL =
  /^(exchange|trade|fire|clash|fight|battle|skirmish|war|swap|share|differ|quarrel|split|disagree|compete)$/;

/** Acts that reach beyond a state by what they are. */
const ABROAD = /^(EXPELLED_DIPLOMATS_OF|RECALLED_AMBASSADOR_FROM|BROKE_RELATIONS_WITH)$/;

const HOSTILE = /^(ACCUSE|REJECT|THREATEN|SANCTION|COERCE|ASSAULT)$/;

/** Whether a verb says what two do to each other: "clashed", "went to war". */
const isMutual = ({ tree }: Scene, verb: number): boolean =>
  MUTUAL.test(tree.lemma[verb]!) ||
  (tree.lemma[verb] === 'go' && nounsAfter(tree, verb, ['to']).some((noun) => tree.lemma[noun] === 'war'));

/** Verbs whose object is the other party: "A and B met C" is no meeting of A with B. */
const MEETING = /^(meet|telephone|phone|call|brief|consult|contact|greet|encounter)$/;

/** The act that a verb says, with its two ends; `parties` are those that do it to each other. */
export const actOfVerb = (scene: Scene, verb: number, parties: readonly number[]): Finding | undefined => {
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
  const named = sourceOfVerb(scene, verb);
  const doer = named ?? (BARE_DOES.test(plover) ? bareSource(scene, verb) : undefined);
  // whoever is to keep a pledge is not to whom it is made
  const candidates = candidatesOf(scene, verb, meaning, doer).filter(
    ({ path }) => type !== 'PLEDGED_TO' || path !== 'clause subject',
  );
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
  if (
    !TOGETHER.has(type) &&
    conformed.modality === 'planned' &&
    HELPING.test(tree.lemma[verb]!) &&
    VOWING.test(tree.lemma[operators.top]!)
  )
    type = 'PLEDGED_TO';
  if (conformed.plover === 'THREATEN' && PUNISHING.test(tree.lemma[verb]!) && VOWING.test(tree.lemma[operators.top]!))
    type = 'THREATENED';
  if (!source && TOGETHER.has(type)) {
    const joined = coordinatedActors(scene, objectsOf(tree, verb));
    const pair = joined.length > 1 ? joined : coordinatedActors(scene, nounsAfter(tree, verb, ['between', 'among']));
    source = pair[0];
    target = given(pair[1], 'between');
  }
  if (!source) return undefined;
  if (parties.length > 1) target = { entity: parties[1]!, token: source.token, path: 'each other', trust: 3 };
  const together = (TOGETHER.has(type) && !/^(attend|join|skip)$/.test(tree.lemma[verb]!)) || isMutual(scene, verb);
  const withPhrase = candidates.some(
    ({ token, path }) =>
      (/^(frame|prep):(with|against|to)$|^dative$|^behind object(?! on)/.test(path) ||
        (path === 'object' && MEETING.test(tree.lemma[verb]!))) &&
      (actorAt(scene, token) !== undefined || /^(press|reporter|journalist|media)$/.test(tree.lemma[token]!)),
  );
  const takePairOfSubjects = (): void => {
    const [one, other] = coordinatedActors(scene, subjectsOf(scene, verb));
    if (!one || !other) return;
    source = one;
    target = given(other, 'coordinated');
  };
  if (!target && together && operators.demand === undefined && !operators.obliged && !withPhrase) takePairOfSubjects();
  const rules = targetRulesOf(scene, verb, type, plover);
  if (type === 'RECALLED_AMBASSADOR_FROM') target ??= hostOfEnvoy(scene, verb);
  if (WRITTEN.test(conformed.plover)) target ??= addressee(scene, verb);
  target ??= targetOfVerb(scene, candidates, source, rules);
  const isBare = objectsOf(tree, verb).length === 0 && !meaning.prep;
  if (!target && together && isBare && PAIR_CLASSES.test(conformed.plover)) takePairOfSubjects();
  target ??= thanker(scene, verb);
  if (type === 'AGREED_CEASEFIRE_WITH') target ??= opponentOf(scene, verb, source);
  if (!target && HOSTILE.test(plover)) target = answered(scene, verb, source, plover);
  if (plover === 'PROTEST') target ??= stateProtestedTo(scene, verb, source);
  if (PROVOKED.test(conformed.plover)) target ??= provoker(scene, verb, source);
  if (target && isDestination(scene, verb, target)) target = undefined;
  if (target && HOSTILE.test(plover)) target = foreignerMeant(scene, source, target);
  if (target && type === 'RELEASED') source = holderOf(scene, source, target) ?? source;
  const act = { candidates, source, plover };
  if (plover === 'ASSAULT' && (!target || target.inside)) target = ownOfTeller(scene, verb, act) ?? target;
  const here =
    target &&
    ((target.trust < 2 && isSameSide(scene, target.entity, source.entity)) ||
      isBarePlace(scene, target) ||
      isOwnedAtHome(scene, source, target));
  // "expressed optimism about the government's timetable" praises nobody at home
  if ((!target || here) && !rules.worry && !ABROAD.test(type)) target = domesticTarget(scene, act) ?? target;
  if (
    (type === 'EASED_SANCTIONS_ON' || (type !== 'SEIZED' && plover !== 'RETREAT')) &&
    (!target || isPlaceAtHome(scene, source, target))
  )
    target = peopleAtHome(scene, { ...act, plover: ploverOf(type) ?? plover }) ?? target;
  if (!target && named && named === source && !NOT_BARE.test(type))
    target = bareTarget(scene, { candidates, source, plover, type });
  if (!target) return undefined;
  if (!named && doer && source === doer) source = doerAtHome(scene, source, target, plover);
  // whom a state mobilizes is not whom it mobilizes against
  if (plover === 'MOBILIZE' && target.path === 'object' && isSameSide(scene, source.entity, target.entity))
    return undefined;
  if (meaning.rule === 'operator above' && PLACED.test(target.path)) return undefined;
  if (tree.lemma[verb] === 'fail' && meaning.rule === 'operator' && target.path.includes('adverbial')) return undefined;
  if (type === 'SPOKE_WITH' && scene.cast.entities[target.entity]!.role === 'media') return undefined;
  if (type === 'SIGNED' && !/with/.test(target.path)) return undefined;
  // going home is no visit, and a state's own people are no diplomats of another
  if (type === 'VISITED' && isSameSide(scene, source.entity, target.entity)) return undefined;
  if (type === 'EXPELLED_DIPLOMATS_OF' && isSameSide(scene, source.entity, target.entity)) type = 'SANCTIONED';
  const excluding = SHUT_OUT.test(tree.lemma[verb]!) && scene.cast.entities[source.entity]!.role === 'IGO';
  // a state protests in words
  const isState = scene.cast.entities[source.entity]!.kind === 'country' && tagOf(tree, source.token) === 'NNP';
  if (type === 'PROTESTED_AGAINST' && isState && tree.lemma[verb] === 'protest' && objectsOf(tree, verb).length > 0)
    type = 'PROTESTED_TO';
  if (type === 'EXPELLED_DIPLOMATS_OF' && DEPORTED.test(tree.lemma[target.token]!)) type = 'DETAINED';
  const fitted = fitEnds(scene, type, source.entity, target.entity);
  if (!fitted) return undefined;
  const bloc = scene.cast.entities[target.entity]!.role === 'IGO' && type === 'WITHDREW_FROM';
  const ownPlover = excluding || bloc ? 'SANCTION' : (meaning.plover ?? relationOf(fitted.type).plover);
  const own = conformed.plover === plover ? ownPlover : conformed.plover;
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

/** "Blocked the government's plan to send officers to Haiti": whose plan it is, not what is named inside it. */
const isOwnedAtHome = (scene: Scene, source: Actor, { token, path }: Target): boolean => {
  const country = countryOf(scene, source.entity);
  if (country === undefined || !/^object(, inside)?$/.test(path)) return false;
  return kids(scene.tree, token, 'poss').some(
    (owner) => !scene.named.has(owner) && scene.cast.groupIn(owner, country) !== undefined,
  );
};

/** "Executed villagers in the town of Moura": a place inside a phrase for people, of no state that is known. */
const isBarePlace = ({ cast }: Scene, { entity, inside }: Target): boolean =>
  inside === true && cast.entities[entity]!.kind === 'place' && cast.entities[entity]!.country === undefined;

/** "Thanked Oslo for sending engineers": who thanks is whom it was done for. */
const thanker = (scene: Scene, verb: number): Target | undefined => {
  const { tree } = scene;
  const above = headOf(tree, headOf(tree, verb));
  if (depOf(tree, verb) !== 'pcomp' || tree.lemma[above] !== 'thank') return undefined;
  const actor = sourceOfVerb(scene, above);
  return actor && { ...actor, path: 'thanked by', trust: 2 };
};
