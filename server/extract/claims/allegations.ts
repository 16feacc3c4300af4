import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Actor, countryOf, firstActor, type Scene } from '../scene.ts';
import { depOf, headOf, kids, type Tree, tagOf } from '../tree/tree.ts';
import { isMaterialConflict } from './conform.ts';
import { type Finding, findingAt } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';

const CHARGE_NOUN =
  /^(claim|allegation|charge|accusation|assertion|conclusion|confidence|belief|suspicion|finding|certainty)$/;

/** What is blamed on whoever is said to have done it, though it is no act between states. */
const WRONGDOING =
  /^(steal|rob|cheat|lie|fake|forge|falsify|divert|pollute|poison|trespass|smuggle|launder|rig|bribe|plot|sabotage|meddle|interfere|spy|eavesdrop|mistreat|breach|violate|defraud|embezzle|collude|conspire|instigate|foment|incite|provoke|orchestrate|mastermind|counterfeit|deceive|mislead|encroach|loot|plunder|traffic|tamper|dump)$/;

/** "X alleges that Y attacked", "X's belief that Y attacked": an accusation of Y by X. "Critics say": the same. */
export const allegationOf = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  const noun = headOf(tree, verb);
  if (depOf(tree, verb) === 'acl' && CHARGE_NOUN.test(tree.lemma[noun]!)) return beliefOf(scene, verb, noun);
  if (depOf(tree, verb) !== 'ccomp' || tagOf(tree, verb) === 'VB') return [];
  const above = headOf(tree, verb);
  const lemma = tree.lemma[above]!;
  const critics =
    WORDS.say.has(lemma) &&
    subjectsOf(scene, above).some((subject) => /^(critic|opponent|rival)$/.test(tree.lemma[subject]!));
  const blaming =
    !critics && (isBlame(tree, verb) || isCrime(tree, verb)) && (WORDS.say.has(lemma) || WORDS.allege.has(lemma));
  if (!critics && !blaming) {
    if (!WORDS.allege.has(lemma)) return [];
    const meaning = classify(scene, verb);
    const plover = meaning && ploverOf(meaning.type);
    if (!(plover && isMaterialConflict(plover)) && !WRONGDOING.test(tree.lemma[verb]!)) return [];
  }
  const source = sourceOfVerb(scene, above);
  const target = sourceOfVerb(scene, verb) ?? (blaming && source ? blamedAtHome(scene, verb, source) : undefined);
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

/** "The bloc's leader said death squads were behind it": a group of no named country is of the speaker's own. */
const blamedAtHome = (scene: Scene, verb: number, source: Actor): Actor | undefined => {
  const country = countryOf(scene, source.entity);
  if (country === undefined) return undefined;
  for (const token of subjectsOf(scene, verb)) {
    const entity = scene.cast.groupIn(token, country);
    if (entity !== undefined) return { entity, token };
  }
  return undefined;
};

/** The owner of a charge may stand a noun further up ("the U.S.' high level of confidence that"). */
const beliefOf = (scene: Scene, verb: number, noun: number): Finding[] => {
  const { tree } = scene;
  const meaning = classify(scene, verb);
  const plover = meaning && ploverOf(meaning.type);
  const isCharge = /^(accusation|allegation|charge)$/.test(tree.lemma[noun]!);
  const isWrong = WRONGDOING.test(tree.lemma[verb]!);
  if (!(plover && isMaterialConflict(plover)) && !isCharge && !isWrong) return [];
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

const accusation = (scene: Scene, trigger: number, source: Actor, target: Actor, rule: string): Finding =>
  findingAt(scene.tree, trigger, source, target, {
    type: 'ACCUSED',
    plover: 'ACCUSE',
    rule,
    path: 'clause subject',
    weight: 2,
  });

/** "Was responsible", "were behind the attack", "is to blame". */
const CRIME = /^(crime|atrocity|abuse|genocide|massacre|torture|violation|offense|offence|war-crime)$/;
const BREACHABLE =
  /^(ceasefire|truce|armistice|airspace|territory|waters|water|border|frontier|treaty|agreement|accord|resolution|sanction|embargo|law|charter|sovereignty|right|obligation)$/;

/** "Had committed war crimes", "had violated the ceasefire": a charge, however soberly it is said. */
const isCrime = (tree: Tree, verb: number): boolean => {
  const kinds = /^(commit|perpetrate)$/.test(tree.lemma[verb]!)
    ? CRIME
    : /^(violate|breach|break|infringe|flout)$/.test(tree.lemma[verb]!)
      ? BREACHABLE
      : undefined;
  return kinds !== undefined && objectsOf(tree, verb).some((object) => kinds.test(tree.lemma[object]!));
};

const isBlame = (tree: Tree, verb: number): boolean =>
  /^(be|remain)$/.test(tree.lemma[verb]!) &&
  !kids(tree, verb, 'neg').length &&
  (kids(tree, verb, 'acomp').some((child) => /^(responsible|guilty|complicit|culpable)$/.test(tree.lower[child]!)) ||
    kids(tree, verb, 'prep').some((child) => tree.lower[child] === 'behind') ||
    kids(tree, verb, 'xcomp').some((child) => tree.lemma[child] === 'blame'));
