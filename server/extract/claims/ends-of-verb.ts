import type { PloverClass } from '../../../graph-schema/relation.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import { countedOf } from '../actors/counted.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import type { Candidate } from '../clause/targets.ts';
import { type Actor, actorAt, countryOf, isOnlyInClause, type Scene } from '../scene.ts';
import { depOf, headOf, kids, tagOf } from '../tree/tree.ts';
import { bareSource, bareTarget } from './bare-ends.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { ousterAtHome } from './coups.ts';
import { endsOfDemand, endsOfDuty, isDirected } from './demand-ends.ts';
import { domesticTarget, isPlaceAtHome, peopleAtHome, peopleUnderDecree } from './domestic-target.ts';
import {
  addressee,
  answered,
  beyondBorder,
  disarmedBefore,
  doerAtHome,
  foreignerMeant,
  hitBefore,
  holderOf,
  hostOfEnvoy,
  isDestination,
  opponentOf,
  ownOfTeller,
  provoker,
  sharedOpponent,
  spokenTo,
  stateNear,
  stateProtestedTo,
  tellerFaced,
} from './implied-ends.ts';
import { ploverOf, typeOfDemand } from './meaning-of-verb.ts';
import { ownerOfGoal } from './owner-of-goal.ts';
import type { SaidAct } from './said-act.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { candidatesOf, isSameSide, type Target, targetOfVerb } from './target-of-verb.ts';
import { TOGETHER, targetRulesOf } from './target-rules.ts';

/** Who did it to whom, and what they are then said to have done. */
export interface EndsOfVerb {
  readonly type: RelationType;
  readonly source: Actor;
  readonly target: Target;
}

const PAIR_CLASSES = /^(AGREE|CONSULT|COOPERATE|SUPPORT|REJECT|ASSAULT|CONCEDE|RETREAT)$/;
/** Vowing to help is a pledge: the help says no more than the pledge itself. */
const VOWING = /^(pledge|promise|vow|offer|commit)$/;
const HELPING = /^(help|assist|support|aid|back|stand|work)$/;
/** Vowing to punish is a threat: the punishment has no kind yet. */
const PUNISHING = /^(punish|retaliate|respond|penalize|penalise|avenge|crush|destroy)$/;

/** What one writes to somebody. */
const WRITTEN = /^(REQUEST|THREATEN|ACCUSE|REJECT)$/;

/** What one says to somebody. */
const SAID_TO = /^(URGED|DEMANDED_OF|WARNED|THREATENED|PLEDGED_TO|APOLOGIZED_TO|PRAISED|CRITICIZED|ACCUSED|BACKS)$/;

/** What one does because of what another did, and against them. */
const PROVOKED = /^(MOBILIZE|SANCTION|PROTEST|ACCUSE|THREATEN)$/;

const HOSTILE = /^(ACCUSE|REJECT|THREATEN|SANCTION|COERCE|ASSAULT)$/;

/** What one does to whom one has just accused. */
const SHARED = /^(SANCTION|MOBILIZE)$/;

/** What is done with people rather than to them, unless a state is named. */
const NOT_BARE = /^(VISITED|MOBILIZED_AGAINST|AIDED)$/;

/** Where an act takes place. */
const AT_PLACE = /^prep:(in|at|on|near|outside)$/;

/** What a group of no named country is taken to do: acts of violence and their end, protests and demands. */
const BARE_DOES = /^(ASSAULT|REJECT|RETREAT|CONCEDE|AGREE|THREATEN|PROTEST|REQUEST|SUPPORT|COERCE)$/;

/** What is done to people's bodies and places, of which it is told also where neither side has a name. */
const BODILY = /^(ASSAULT|COERCE)$/;

/** Acts that reach beyond a state by what they are. */
const ABROAD = /^(EXPELLED_DIPLOMATS_OF|RECALLED_AMBASSADOR_FROM|BROKE_RELATIONS_WITH)$/;

/** Verbs of doing something to each other, so that a coordinated subject without an object is the pair. */
const MUTUAL =
  /^(exchange|trade|fire|clash|fight|battle|skirmish|war|swap|share|differ|quarrel|split|disagree|compete)$/;

/** Verbs whose object is the other party: "A and B met C" is no meeting of A with B. */
const MEETING = /^(meet|telephone|phone|call|brief|consult|contact|greet|encounter)$/;

const given = (actor: Actor | undefined, path: string): Target | undefined => actor && { ...actor, path, trust: 2 };

/** Whether a verb says what two do to each other: "clashed", "went to war". */
const isMutual = ({ tree }: Scene, verb: number): boolean =>
  MUTUAL.test(tree.lemma[verb]!) ||
  (tree.lemma[verb] === 'go' && nounsAfter(tree, verb, ['to']).some((noun) => tree.lemma[noun] === 'war'));

/** What an act is called under the verb above it: help vowed is a pledge, punishment vowed a threat. */
const typeUnderVow = (
  scene: Scene,
  verb: number,
  type: RelationType,
  { operators, conformed }: SaidAct,
): RelationType => {
  const { tree } = scene;
  if (!VOWING.test(tree.lemma[operators.top]!)) return type;
  if (conformed.plover === 'THREATEN' && PUNISHING.test(tree.lemma[verb]!)) return 'THREATENED';
  const isPledge = !TOGETHER.has(type) && conformed.modality === 'planned' && HELPING.test(tree.lemma[verb]!);
  return isPledge ? 'PLEDGED_TO' : type;
};

/** Help and cooperation, which whoever owes it does not ask for. */
const HELPFUL = /^(AID|COOPERATE|SUPPORT)$/;

type Draft = { readonly type: RelationType; readonly source: Actor | undefined; readonly target?: Target | undefined };

/** The ends that a demand or a duty gives: whoever asks, and whoever is asked. Nothing where neither is told. */
const endsAsked = (scene: Scene, verb: number, said: SaidAct, doer: Actor | undefined): Draft | undefined => {
  const { operators, conformed } = said;
  const { type } = said.meaning;
  const own: Draft = { type, source: doer };
  if (conformed.plover !== 'REQUEST') return own;
  if (operators.demand !== undefined) {
    const ends = endsOfDemand(scene, verb, operators.demand);
    const target = given(ends?.target, 'asked');
    if (target) return { type: typeOfDemand(scene.tree.lemma[operators.demand]!), source: ends!.source, target };
    return !TOGETHER.has(type) && isDirected(scene, operators.demand)
      ? undefined
      : { type, source: ends?.source ?? doer };
  }
  const ends = operators.obliged ? endsOfDuty(scene, operators, doer) : undefined;
  // "the union must go on helping Chad": what nobody asks for is no request by whoever is to do it
  if (!ends) return operators.obliged && HELPFUL.test(said.plover) ? undefined : own;
  const target = given(ends.target, 'obliged');
  return { type: target ? 'DEMANDED_OF' : type, source: ends.source, target };
};

/** "Brought A and B together", "talks between A and B": the two that an act is between, where nobody else does it. */
const pairBetween = (scene: Scene, verb: number): readonly Actor[] => {
  const topics = new Set(objectsOf(scene.tree, verb).flatMap((object) => topicsOf(scene, object)));
  const joined = coordinatedActors(scene, objectsOf(scene.tree, verb)).filter(({ entity }) => !topics.has(entity));
  return joined.length > 1 ? joined : coordinatedActors(scene, nounsAfter(scene.tree, verb, ['between', 'among']));
};

/** Whoever a talk is only about: "talks on Syria and Iraq", "talks set to touch on Syria and Iraq". */
const topicsOf = (scene: Scene, noun: number): readonly number[] =>
  [
    ...nounsAfter(scene.tree, noun, ['on', 'over', 'about']),
    ...kids(scene.tree, noun, 'acl', 'relcl').flatMap((clause) => [
      ...nounsAfter(scene.tree, clause, ['on', 'over', 'about']),
      ...kids(scene.tree, clause, 'xcomp').flatMap((below) => [
        ...objectsOf(scene.tree, below),
        ...nounsAfter(scene.tree, below, ['on', 'over', 'about']),
      ]),
    ]),
  ].flatMap((topic) => scene.cast.actorsOf(topic, { conjuncts: true }));

/** Whether a phrase of the verb names the other party, or the press, so that its subjects are no pair. */
const hasOtherParty = (scene: Scene, verb: number, candidates: readonly Candidate[]): boolean =>
  candidates.some(
    ({ token, path }) =>
      (/^(frame|prep):(with|against|to)$|^dative$|^behind object(?! on)/.test(path) ||
        (path === 'object' && MEETING.test(scene.tree.lemma[verb]!))) &&
      !isOnlyInClause(scene, token) &&
      (actorAt(scene, token) !== undefined || roleOfWord(scene.tree.tokens[token]!) !== undefined),
  );

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

/** "Villagers driven out by Congolese rebels": people behind whom only the doer is named are not his state. */
const isDoersOwn = (scene: Scene, verb: number, source: Actor, { entity, token, path }: Target): boolean =>
  depOf(scene.tree, verb) === 'acl' &&
  path.startsWith('object') &&
  headOf(scene.tree, verb) === token &&
  scene.cast.entities[entity]!.kind === 'country' &&
  isSameSide(scene, entity, source.entity);

/** "Thousands of Kenyans rallied": people, and not the state whose name they bear. */
const crowdOf = (scene: Scene, source: Actor): Actor => {
  const { kind, country } = scene.cast.entities[source.entity]!;
  const counted = countedOf(scene.tree, source.token);
  if (kind !== 'country' || country === undefined || !/^NNP?S$/.test(tagOf(scene.tree, counted))) return source;
  const people =
    scene.tree.lower[counted] === scene.cast.entities[source.entity]!.name.toLowerCase()
      ? undefined
      : scene.cast.peopleOf(country);
  return people === undefined ? source : { ...source, entity: people };
};

/** "Thanked Oslo for sending engineers": who thanks is whom it was done for. */
const thanker = (scene: Scene, verb: number): Target | undefined => {
  const { tree } = scene;
  const above = headOf(tree, headOf(tree, verb));
  if (depOf(tree, verb) !== 'pcomp' || tree.lemma[above] !== 'thank') return undefined;
  return given(sourceOfVerb(scene, above), 'thanked by');
};

/** The target that the clause or what was told before implies, for acts that name none. */
const targetImplied = (
  scene: Scene,
  verb: number,
  { type, source }: { readonly type: RelationType; readonly source: Actor },
  { plover, conformed }: { readonly plover: PloverClass; readonly conformed: { readonly plover: PloverClass } },
): Target | undefined =>
  thanker(scene, verb) ??
  (SAID_TO.test(type) ? spokenTo(scene, verb, source) : undefined) ??
  (type === 'AGREED_CEASEFIRE_WITH' ? opponentOf(scene, verb, source) : undefined) ??
  (plover === 'RETREAT' ? disarmedBefore(scene, verb, source) : undefined) ??
  (HOSTILE.test(plover) ? answered(scene, verb, source, plover) : undefined) ??
  (plover === 'MOBILIZE' ? tellerFaced(scene, verb, source) : undefined) ??
  (plover === 'PROTEST' ? stateProtestedTo(scene, verb, source) : undefined) ??
  (PROVOKED.test(conformed.plover) || type === 'SANCTIONED' ? provoker(scene, verb, source) : undefined) ??
  (SHARED.test(plover) ? sharedOpponent(scene, verb, source) : undefined) ??
  hitBefore(scene, verb, source, plover) ??
  (plover === 'ASSAULT' ? beyondBorder(scene, verb, source) : undefined);

/**
 * The two ends of the act that a verb says: those that a demand gives, the parties that do it to each other, a
 * coordinated pair, what the verb's phrases name, what is implied, and last those of the doer's own country.
 */
export const endsOfVerb = (
  scene: Scene,
  verb: number,
  said: SaidAct,
  parties: readonly number[],
): EndsOfVerb | undefined => {
  const { tree } = scene;
  const { meaning, plover, operators, conformed } = said;
  const named = sourceOfVerb(scene, verb);
  const doer = named ?? (BARE_DOES.test(plover) ? bareSource(scene, verb) : undefined);
  // whoever is to keep a pledge is not to whom it is made
  const candidates = candidatesOf(scene, verb, meaning, doer).filter(
    ({ token, path }) =>
      (meaning.type !== 'PLEDGED_TO' || path !== 'clause subject') &&
      // whom two operate against together is no party to it
      !(meaning.type.startsWith('COOPERATES') && tree.lower[headOf(tree, token)] === 'against'),
  );
  const asked = endsAsked(scene, verb, said, doer);
  if (!asked) return undefined;
  const type = typeUnderVow(scene, verb, asked.type, said);
  const between = asked.source || !TOGETHER.has(type) ? [] : pairBetween(scene, verb);
  const doerNamed = asked.source ?? between[0];
  let source = doerNamed && plover === 'PROTEST' ? crowdOf(scene, doerNamed) : doerNamed;
  let target = asked.target ?? given(between[1], 'between');
  if (!source) return undefined;
  if (parties.length > 1) target = { entity: parties[1]!, token: source.token, path: 'each other', trust: 3 };

  const together = (TOGETHER.has(type) && !/^(attend|join|skip)$/.test(tree.lemma[verb]!)) || isMutual(scene, verb);
  const isAsked = operators.demand !== undefined || operators.obliged;
  const takePairOfSubjects = (): void => {
    const [one, other] = coordinatedActors(scene, subjectsOf(scene, verb));
    if (!one || !other) return;
    source = one;
    target = given(other, 'coordinated');
  };
  if (!target && together && !isAsked && !hasOtherParty(scene, verb, candidates)) takePairOfSubjects();
  const rules = targetRulesOf(scene, verb, type, plover);
  if (type === 'RECALLED_AMBASSADOR_FROM') target ??= hostOfEnvoy(scene, verb);
  if (WRITTEN.test(conformed.plover)) target ??= addressee(scene, verb);
  if (plover === 'ASSAULT') target ??= ownerOfGoal(scene, verb, source);
  target ??= targetOfVerb(scene, candidates, source, rules);
  const isBare = objectsOf(tree, verb).length === 0 && !meaning.prep;
  if (!target && together && isBare && PAIR_CLASSES.test(conformed.plover)) takePairOfSubjects();
  // "blocked the strait to protest": a place is where, not against whom
  if (target && plover === 'PROTEST' && scene.cast.entities[target.entity]!.kind === 'place') {
    const state = stateProtestedTo(scene, verb, source);
    if (state) target = state;
  }
  target ??= targetImplied(scene, verb, { type, source }, said);
  if (target && (isDestination(scene, verb, target) || isDoersOwn(scene, verb, source, target))) target = undefined;
  if (target && plover === 'MOBILIZE') target = stateNear(scene, source, target);
  if (target && HOSTILE.test(plover)) target = foreignerMeant(scene, source, target);
  if (target && type === 'RELEASED') source = holderOf(scene, source, target) ?? source;

  const act = { candidates, source, plover };
  if (plover === 'ASSAULT' && (!target || target.inside)) target = ownOfTeller(scene, verb, act) ?? target;
  const here =
    target &&
    (((target.trust < 2 || AT_PLACE.test(target.path)) && isSameSide(scene, target.entity, source.entity)) ||
      isBarePlace(scene, target) ||
      isOwnedAtHome(scene, source, target));
  // "expressed optimism about the government's timetable" praises nobody at home
  if ((!target || here) && !rules.worry && !ABROAD.test(type)) target = domesticTarget(scene, act) ?? target;
  if (
    (type === 'EASED_SANCTIONS_ON' || (type !== 'SEIZED' && plover !== 'RETREAT')) &&
    (!target || isPlaceAtHome(scene, source, target))
  )
    target = peopleAtHome(scene, { ...act, plover: ploverOf(type) ?? plover }) ?? target;
  if (!target && plover === 'COERCE') target = peopleUnderDecree(scene, verb, source);
  const bareMay = named === source || (BODILY.test(plover) && /^(ROOT|ccomp|conj|relcl)$/.test(depOf(tree, verb)));
  if (!target && doer === source && bareMay && !NOT_BARE.test(type))
    target = bareTarget(scene, { candidates, source, plover, type });
  if (!target) return undefined;
  if (type === 'OUSTED') source = ousterAtHome(scene, source, target);
  if (!named && doer && source === doer) source = doerAtHome(scene, source, target, plover);
  return { type, source, target };
};
