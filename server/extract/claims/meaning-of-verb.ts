import type { PloverClass } from '../../../graph-schema/relation.ts';
import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify, type Meaning } from '../clause/classify.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import type { Operators } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { RELATIONAL_NOUN } from '../lexicon/relational-noun.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import type { Scene } from '../scene.ts';
import { depOf, headOf, isInfinitive, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import { isMaterialConflict } from './conform.ts';
import { sourceOfVerb } from './source-of-verb.ts';

/** PLOVER class of a relation type; relations of belonging have none. */
export const ploverOf = (type: RelationType): PloverClass | undefined => relationOf(type).plover;

/** "is a critic of", "remained responsible for the attack": the predicate carries the meaning. */
const meaningOfPredicate = (scene: Scene, verb: number): Meaning | undefined => {
  const { tree } = scene;
  let meaning: Meaning | undefined;
  // "it will be the first visit by": nobody is a visit
  if (
    tree.lemma[verb] === 'be' &&
    kids(tree, verb, 'nsubj').some((subject) => /^(it|this|that)$/.test(tree.lower[subject]!))
  )
    return undefined;
  for (const predicate of kids(tree, verb, 'attr', 'acomp')) {
    const type = RELATIONAL_NOUN.test(tree.lemma[predicate]!) ? undefined : typeOfNoun(tree, predicate);
    if (type) meaning = { type, rule: 'predicate noun', weight: 1 };
    if (!/^(responsible|guilty)$/.test(tree.lemma[predicate]!)) continue;
    for (const preposition of kids(tree, predicate, 'prep')) {
      for (const noun of kids(tree, preposition, 'pobj')) {
        const below = typeOfNoun(tree, noun);
        if (below) meaning = { type: below, rule: 'responsible for', weight: 1 };
      }
      for (const gerund of kids(tree, preposition, 'pcomp')) meaning = classify(scene, gerund) ?? meaning;
    }
  }
  return meaning;
};

/** Complement clauses of a verb, also those of its predicate adjective ("is ready to meet"). */
export const complementsOf = (tree: Tree, verb: number): number[] => [
  ...kids(tree, verb, 'xcomp', 'ccomp'),
  ...kids(tree, verb, 'acomp').flatMap((adjective) => kids(tree, adjective, 'xcomp')),
];

/** The verb that demands says how strongly. */
export const typeOfDemand = (lemma: string): RelationType =>
  /^(demand|order|press|insist|instruct|require|pressure|tell|push)$/.test(lemma) ? 'DEMANDED_OF' : 'URGED';

/** What one tries with another; failing at it refuses the other nothing. */
const TRYING =
  /^(persuade|convince|sway|dissuade|impress|beat|defeat|win|qualify|deter|stop|prevent|contain|curb|break|secure|reach|find|capture|take|topple|oust|unseat|muster|garner|gather|attract|gain|get|obtain|achieve|overcome|resolve|bridge|narrow|quell|halt|avert|appease|placate|mollify|reassure)$/;

/** A verb of agreeing, refusing or demanding whose complement tells nothing that we know. */
const meaningOfOperator = (scene: Scene, verb: number): Meaning | undefined => {
  const { tree } = scene;
  const adjective = kids(tree, verb, 'acomp')
    .map((child) => tree.lemma[child]!)
    .find((word) => WORDS.agree.has(word) || WORDS.refuse.has(word));
  const lemma = adjective ?? tree.lemma[verb]!;
  const found = (type: RelationType): Meaning => ({ type, rule: 'operator', weight: 0.5 });
  const told = complementsOf(tree, verb).some((clause) => classify(scene, clause) !== undefined);
  if (told && /^(fail|deny)$/.test(lemma)) return undefined;
  if (lemma === 'fail' && complementsOf(tree, verb).some((clause) => TRYING.test(tree.lemma[clause]!)))
    return undefined;
  const hostile = complementsOf(tree, verb).some((clause) => {
    const type = classify(scene, clause)?.type;
    return type !== undefined && isMaterialConflict(ploverOf(type) ?? 'AGREE');
  });
  if (adjective && hostile) return undefined;
  if (adjective) return found(WORDS.refuse.has(adjective) ? 'REJECTED' : 'PLEDGED_TO');
  if (/^(refuse|decline|fail|reject)$/.test(lemma) && complementsOf(tree, verb).length > 0) return found('REJECTED');
  if (lemma === 'deny' && complementsOf(tree, verb).length > 0) return found('DENIED');
  return undefined;
};

/** "Will jointly patrol the river": whatever two do jointly, they cooperate. */
const meaningOfJoint = (tree: Tree, verb: number): Meaning | undefined =>
  kids(tree, verb, 'advmod').some((adverb) => tree.lower[adverb] === 'jointly')
    ? { type: 'COOPERATES_WITH', rule: 'jointly', weight: 1 }
    : undefined;

/** Verbs and adjectives that bind whoever says them; hoping and seeking do not. */
const COMMITTING =
  /^(agree|pledge|promise|vow|offer|commit|ready|willing|prepared|consent|undertake|volunteer|plan|intend|propose|schedule|set|due|prepare|arrange|decide|open|aim|be)$/;

/** "Vowed to answer any attack": what is promised is revenge. */
const isRetaliation = (tree: Tree, verb: number, { top }: Operators): boolean =>
  /^(answer|respond|retaliate|avenge|repel|hit)$/.test(tree.lemma[verb]!) &&
  /^(vow|promise|pledge|swear)$/.test(tree.lemma[top]!) &&
  [...objectsOf(tree, verb), ...nounsAfter(tree, verb, ['to', 'against', 'for'])].some((noun) =>
    /^(attack|strike|aggression|provocation|incursion|raid|killing|violation|invasion)$/.test(tree.lemma[noun]!),
  );

/** "Promised five boats to stop smugglers": what is promised are the boats, the infinitive says what they are for. */
const isForGoods = (tree: Tree, top: number): boolean =>
  /^(pledge|promise|offer|commit)$/.test(tree.lemma[top]!) && kids(tree, top, 'dobj').length > 0;

/** "Sudan must remain united": what is to be, and nothing that is asked of anybody. */
const isStateOfThings = (tree: Tree, verb: number): boolean =>
  /^(be|remain|stay|become|stand)$/.test(tree.lemma[verb]!) &&
  kids(tree, verb, 'acomp', 'attr', 'oprd', 'advmod').some((word) => STATE_OF_THINGS.test(tree.lemma[word]!));

const STATE_OF_THINGS =
  /^(whole|united|undivided|intact|unified|independent|free|stable|secure|safe|sovereign|strong|one|single|part|able|democratic|democracy|prosperous|happy|proud|welcome|successful|alive|aware|worried|afraid|sure|certain|represented|alone)$/;

/** An unknown act under an operator: what is left is that it was asked, refused, threatened or agreed. */
const meaningOfBareOperators = (tree: Tree, verb: number, operators: Operators): Meaning | undefined => {
  const found = (type: RelationType): Meaning => ({ type, rule: 'operator above', weight: 0.5 });
  if (operators.demand !== undefined)
    return tree.lemma[operators.demand] === 'warn' ? undefined : found(typeOfDemand(tree.lemma[operators.demand]!));
  if (operators.refused && !operators.failed && !operators.denied) return found('REJECTED');
  if (operators.threatened || isRetaliation(tree, verb, operators)) return found('THREATENED');
  if (operators.obliged && tree.tokens[verb]!.dep !== 'relcl' && !isStateOfThings(tree, verb))
    return found('DEMANDED_OF');
  if (
    operators.future >= 0.9 &&
    operators.top !== verb &&
    !isForGoods(tree, operators.top) &&
    posOf(tree, operators.top) !== 'NOUN' &&
    COMMITTING.test(tree.lemma[operators.top]!)
  )
    return found(tree.lemma[operators.top] === 'agree' ? 'AGREES_WITH' : 'PLEDGED_TO');
  return undefined;
};

/** "Thousands of extra troops": what one deploys. */
const isForce = (tree: Tree, object: number): boolean =>
  [object, ...nounsAfter(tree, object, ['of'])].some((noun) => WORDS.troops.has(tree.lemma[noun]!));

const WRITING = /^(write|send|deliver|convey|address)$/;

/** "Wrote to the bank, accusing it of": what the letter says is what is done. */
const saidInWriting = (scene: Scene, verb: number): Meaning | undefined => {
  const { tree } = scene;
  const readers = nounsAfter(tree, verb, ['to']);
  return [verb, ...objectsOf(tree, verb), ...readers, ...readers.flatMap((noun) => nounsAfter(tree, noun, ['of']))]
    .flatMap((head) => kids(tree, head, 'advcl', 'acl', 'xcomp'))
    .filter((child) => tagOf(tree, child) === 'VBG')
    .map((child) => classify(scene, child))
    .find((said) => said && /^(REQUEST|THREATEN|ACCUSE|SUPPORT|REJECT)$/.test(ploverOf(said.type) ?? ''));
};

/** What sending or calling is for changes what it is: to investigate, to attack, to congratulate. */
const withPurpose = (scene: Scene, verb: number, meaning: Meaning): Meaning => {
  const { tree } = scene;
  const lemma = tree.lemma[verb]!;
  const inquiry = [
    ...kids(tree, verb, 'xcomp', 'advcl'),
    ...objectsOf(tree, verb).flatMap((object) => kids(tree, object, 'acl', 'relcl')),
  ].some((child) => tagOf(tree, child) === 'VB' && /^(investigate|probe|complain|inspect)$/.test(tree.lemma[child]!));
  if (inquiry && /^(send|dispatch|summon|deploy|fly|extradite)$/.test(lemma))
    return { ...meaning, type: lemma === 'summon' ? 'PROTESTED_TO' : 'INVESTIGATES', rule: 'purpose' };
  const plover = ploverOf(meaning.type);
  const frontier = nounsAfter(tree, verb, ['to', 'along', 'near', 'toward', 'towards', 'on', 'at']).some((noun) =>
    /^(border|frontier|front|coast|waters)$/.test(tree.lemma[noun]!),
  );
  if (meaning.type === 'AIDED' && frontier && objectsOf(tree, verb).some((object) => isForce(tree, object)))
    return { ...meaning, type: 'MOBILIZED_AGAINST', rule: 'to the border' };
  const written = plover === 'CONSULT' && WRITING.test(lemma) ? saidInWriting(scene, verb) : undefined;
  if (written) return { ...meaning, type: written.type, rule: 'written' };
  const purpose = [
    ...kids(tree, verb, 'xcomp', 'advcl'),
    ...objectsOf(tree, verb).flatMap((object) => kids(tree, object, 'acl')),
  ].find((child) => tagOf(tree, child) === 'VB' && isInfinitive(tree, child));
  if (purpose === undefined) return meaning;
  if (plover === 'COERCE' && tree.lemma[purpose] === 'protest')
    return { ...meaning, type: 'PROTESTED_AGAINST', rule: 'purpose' };
  const aim = classify(scene, purpose);
  const aimed = aim && ploverOf(aim.type);
  // whoever pays for an army does not attack it
  const isPaid = /^(fund|finance|train|arm|equip|pay|help|assist|aid|support|supply)$/.test(lemma);
  if ((plover === 'AID' || plover === 'MOBILIZE') && aimed === 'ASSAULT' && !isPaid)
    return { ...meaning, type: aim!.type, rule: 'purpose' };
  if (plover === 'ASSAULT' && meaning.rule === 'begin an act' && aimed === 'COERCE')
    return { ...meaning, type: aim!.type, rule: 'purpose' };
  if (plover === 'CONSULT' && /^(call|phone|telephone|visit)$/.test(lemma)) {
    if (aimed === 'SUPPORT') return { ...meaning, type: aim!.type, rule: 'purpose' };
    if (/^(assure|reassure)$/.test(tree.lemma[purpose]!)) return { ...meaning, type: 'BACKS', rule: 'purpose' };
  }
  return meaning;
};

/** What it is to do a thing no more: help stopped is a sanction, hostility stopped a concession, talks stopped a refusal. */
const ended = (meaning: Meaning): Meaning => {
  const { prep: _, plover: __, ...rest } = meaning;
  const made = (type: RelationType): Meaning => ({ ...rest, type, rule: 'does no more' });
  const plover = meaning.plover ?? ploverOf(meaning.type);
  if (plover === 'AID') return made('SUSPENDED_AID_TO');
  if (plover === 'COERCE' || plover === 'SANCTION') return made('EASED_SANCTIONS_ON');
  if (/^(ASSAULT|MOBILIZE|PROTEST|THREATEN|ACCUSE)$/.test(plover ?? '')) return made('YIELDED_TO');
  return /^(CONSULT|COOPERATE|SUPPORT|AGREE|CONCEDE|RETREAT)$/.test(plover ?? '') ? made('REJECTED') : meaning;
};

/** "Plans to visit", "ruled out recognizing", "is ready to negotiate": what is planned or ruled out tells it all. */
const isOnlyMeant = (scene: Scene, verb: number): boolean => {
  const { tree } = scene;
  const told = complementsOf(tree, verb)
    .filter((clause) => sourceOfVerb(scene, clause))
    .map((clause) => classify(scene, clause)?.type)
    .find((type) => type !== undefined);
  if (!told) return false;
  const ready =
    kids(tree, verb, 'acomp').some((child) => WORDS.agree.has(tree.lemma[child]!)) &&
    kids(tree, verb, 'aux').length === 0 &&
    ploverOf(told) === 'CONSULT';
  const ruledOut = tree.lemma[verb] === 'rule' && kids(tree, verb, 'prt').length > 0;
  return ready || ruledOut || /^(plan|propose|resolve|schedule|strive)$/.test(tree.lemma[verb]!);
};

const JUDGING = /^(judge|court|jury|tribunal|magistrate|arbitrator|panel)$/;

/** "A judge awarded the widow damages": what a court awards is paid by whoever lost, and no aid of the court's. */
const isAwardedByCourt = (scene: Scene, verb: number): boolean =>
  scene.tree.lemma[verb] === 'award' &&
  subjectsOf(scene, verb).some((subject) => JUDGING.test(scene.tree.lemma[subject]!.toLowerCase()));

/** "An accord on rules for sharing secrets": what an agreement is about is not done by its being agreed. */
const isTopicOfAccord = (tree: Tree, verb: number): boolean => {
  let at = depOf(tree, verb) === 'conj' ? headOf(tree, verb) : verb;
  if (depOf(tree, at) !== 'pcomp') return false;
  for (let step = 0; step < 6; step++) {
    at = headOf(tree, at);
    if (depOf(tree, at) === 'prep' && !ABOUT.test(tree.lower[at]!)) return false;
    if (!/^(prep|pobj)$/.test(depOf(tree, at))) return step > 0 && ACCORD.test(tree.lemma[at]!);
    if (depOf(tree, at) === 'pobj' && ACCORD.test(tree.lemma[at]!)) return true;
  }
  return false;
};

const ABOUT = /^(on|about|for|of|over|regarding|concerning|including)$/;
const ACCORD = /^(agreement|accord|pact|treaty|deal|memorandum|protocol|convention)$/;

/** The relation that a verb says in its clause, by frame, composition, predicate or the operators above it. */
export const meaningOfVerb = (scene: Scene, verb: number, operators: Operators): Meaning | undefined => {
  const { tree } = scene;
  const copula = /^(be|remain|become)$/.test(tree.lemma[verb]!);
  if (isOnlyMeant(scene, verb) || isAwardedByCourt(scene, verb) || isTopicOfAccord(tree, verb)) return undefined;
  const own = copula ? (meaningOfPredicate(scene, verb) ?? classify(scene, verb)) : classify(scene, verb);
  if (own && operators.ended) return ended(own);
  const meaning =
    own ??
    meaningOfJoint(tree, verb) ??
    meaningOfOperator(scene, verb) ??
    meaningOfBareOperators(tree, verb, operators);
  return meaning && posOf(tree, verb) !== 'ADP' ? withPurpose(scene, verb, meaning) : meaning;
};
