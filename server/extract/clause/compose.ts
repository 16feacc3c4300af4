import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { headOf, kids, type Tree } from '../tree/tree.ts';
import type { ClauseWords, Meaning } from './classify.ts';
import { typeOfNoun, wordsOfPhrase } from './noun-words.ts';
import { nounsAfter } from './prepositions.ts';

/** Weight of a composed meaning: above a bare verb, below a frame that names its object. */
const WEIGHT = { begin: 2.4, end: 2.5 } as const;

const some = (found: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean => {
  for (const word of found) if (wanted.has(word)) return true;
  return false;
};

/** What is traded: ending it is a sanction by another name. */
const TRADE: ReadonlySet<string> = new Set([
  'trade',
  'flight',
  'visa',
  'import',
  'export',
  'shipment',
  'transit',
  'sale',
]);

/** Whether a noun is a treaty that belongs to nobody named, so that whoever ends it leaves it. */
const isTreaty = (tree: Tree, noun: number): boolean =>
  /^(treaty|convention|pact|accord|protocol|statute|charter)$/.test(tree.lower[noun]!) &&
  !kids(tree, noun, 'prep').some((child) => /^(with|between)$/.test(tree.lower[child]!));
/** "Mali and Niger suspended talks": what those who talk break off together. */
const isTalkOfTwo = (tree: Tree, noun: number): boolean => {
  const verb = headOf(tree, noun);
  const between = [noun, verb].some((head) => nounsAfter(tree, head, ['between']).length > 0);
  const joined = kids(tree, verb, 'nsubj').some((subject) => kids(tree, subject, 'conj').length > 0);
  const alone = [noun, verb].every((head) => nounsAfter(tree, head, ['with']).length === 0);
  return /^(talk|negotiation|dialogue)$/.test(tree.lemma[noun]!) && alone && (between || joined);
};
const JOURNEY = /^(visit|trip|tour|stay|journey|stopover)$/;
const ONLY_PROPOSED = /^(plan|proposal|package|bill|draft|resolution|initiative|motion)$/;

/** Kind of ending verb × kind of noun: ending a restriction is a concession, ending help is a sanction, and so on. */
export const composeEnd = (tree: Tree, lemma: string, clause: ClauseWords): Meaning | undefined => {
  if (!WORDS.end.has(lemma)) return undefined;
  const { objectWords: words, prepositionWords: prepositions, objects } = clause;
  if (lemma === 'call' && !prepositions.has('off')) return undefined;
  if (lemma === 'cut' && clause.cutShort) return undefined;
  if (lemma === 'pull' && !prepositions.has('out')) return undefined;
  if ((lemma === 'cut' || lemma === 'break') && objects.length === 0) return undefined;
  const made = (type: RelationType, rule: string): Meaning => ({ type, rule, weight: WEIGHT.end });
  // "stopped the sanctions plan" lifts nothing
  if (objects.length > 0 && objects.every((object) => ONLY_PROPOSED.test(tree.lemma[object]!))) return undefined;
  // "ended a visit to": it has taken place
  if (
    /^(end|close|finish|conclude|complete)$/.test(lemma) &&
    objects.some((object) => JOURNEY.test(tree.lemma[object]!))
  )
    return made('VISITED', 'end a journey');
  const backwards = lemma !== 'roll' || prepositions.has('back');
  if (WORDS.cancel.has(lemma) && some(words, WORDS.meeting)) {
    const noun = objects.map((object) => typeOfNoun(tree, object)).find((type) => type !== undefined);
    return { ...made(noun ?? 'MET_WITH', 'cancel a meeting'), cancelled: true };
  }
  if (objects.some((object) => isTalkOfTwo(tree, object)))
    return { ...made('NEGOTIATED_WITH', 'end talks'), cancelled: true };
  if (some(words, WORDS.restriction) && !/^(limit|dissolve)$/.test(lemma) && backwards)
    return made('EASED_SANCTIONS_ON', 'end a restriction');
  if (some(words, WORDS.troops) && WORDS.withdraw.has(lemma)) return made('WITHDREW_FROM', 'end a deployment');
  if (some(words, TRADE)) return { ...made('SANCTIONED', 'end trade'), plover: 'SANCTION' };
  if (!prepositions.has('with') && objects.some((object) => isTreaty(tree, object)))
    return { ...made('WITHDREW_FROM', 'end a treaty'), plover: 'REJECT' };
  const end = endOf(words);
  if (end === 'EASED_SANCTIONS_ON') return undefined;
  return end && made(end, end === 'SUSPENDED_AID_TO' ? 'end help' : 'end ties');
};

/** What it is to end a thing of a kind. */
const endOf = (words: ReadonlySet<string>): RelationType | undefined => {
  if (some(words, WORDS.restriction)) return 'EASED_SANCTIONS_ON';
  if (some(words, WORDS['help nouns'])) return 'SUSPENDED_AID_TO';
  return some(words, WORDS['tie nouns']) ? 'BROKE_RELATIONS_WITH' : undefined;
};

const DEMANDING = /^(demand|seek|request|want|propose|urge)$/;
const DEMANDING_FOR = /^(call|ask|insist|press|push|appeal|plead)$/;
const MUTUAL_TYPES: ReadonlySet<RelationType> = new Set<RelationType>([
  'MET_WITH',
  'SPOKE_WITH',
  'NEGOTIATED_WITH',
  'AGREES_WITH',
  'SIGNED_AGREEMENT_WITH',
  'COOPERATES_WITH',
  'COOPERATES_MILITARILY_WITH',
  'AGREED_CEASEFIRE_WITH',
  'ESTABLISHED_RELATIONS_WITH',
]);

/** Demanding an act that takes two ("called for talks with"): that act, demanded of the other. */
export const composeDemand = (tree: Tree, lemma: string, clause: ClauseWords): Meaning | undefined => {
  // "prosecutors demanded the death penalty for": said by its frame
  if (clause.subjectWords.has('prosecutor') || clause.subjectWords.has('prosecution')) return undefined;
  const asked = DEMANDING.test(lemma)
    ? clause.objects
    : DEMANDING_FOR.test(lemma)
      ? clause.prepositions
          .filter((preposition) => /^(for|on)$/.test(tree.lower[preposition]!))
          .flatMap((preposition) => kids(tree, preposition, 'pobj'))
      : [];
  for (const noun of asked) {
    const kinds = KIND_OF.test(tree.lemma[noun]!) ? nounsAfter(tree, noun, ['of']) : [];
    const type = [noun, ...kinds].map((word) => typeOfNoun(tree, word)).find((kind) => kind !== undefined);
    if (!type) continue;
    const plover = relationOf(type).plover;
    const joint = kids(tree, noun, 'amod').some((child) => tree.lower[child] === 'joint');
    if (type === 'INVESTIGATES' && joint && kids(tree, noun, 'prep').some((child) => tree.lower[child] === 'with'))
      return { type: 'COOPERATES_WITH', rule: 'demand an act', weight: 3, demanded: true, plover: 'REQUEST' };
    if (type === 'INVESTIGATES')
      return { type, rule: 'demand an inquiry', weight: 3, demanded: true, plover: 'ACCUSE' };
    if (plover === 'COERCE' || plover === 'SANCTION' || plover === 'ASSAULT')
      return {
        type,
        rule: 'demand an act',
        weight: 3,
        demanded: true,
        plover: plover === 'ASSAULT' || lemma === 'propose' ? 'THREATEN' : 'ACCUSE',
      };
    if (!MUTUAL_TYPES.has(type)) continue;
    if (!kids(tree, noun, 'prep').some((child) => tree.lower[child] === 'with') && !clause.prepositionWords.has('with'))
      continue;
    return { type, rule: 'demand an act', weight: 3, demanded: true, plover: 'REQUEST' };
  }
  return undefined;
};

const DENYING = /^(refuse|deny|withhold)$/;
const DENIED_NOUN: Readonly<Record<string, RelationType>> = {
  asylum: 'GRANTED_ASYLUM_TO',
  refuge: 'GRANTED_ASYLUM_TO',
  shelter: 'GRANTED_ASYLUM_TO',
  recognition: 'RECOGNIZES',
};

/** "Refused asylum to", "denied recognition to": what is refused is the act that the noun names. */
export const composeRefusal = (tree: Tree, lemma: string, clause: ClauseWords): Meaning | undefined => {
  if (!DENYING.test(lemma)) return undefined;
  const type = clause.objects.map((object) => DENIED_NOUN[tree.lemma[object]!]).find((found) => found !== undefined);
  return type && { type, rule: 'refuse an act', weight: 4, cancelled: true };
};

const KIND_OF = /^(order|team|wave|series|round|number|campaign|state|package|set|raft|batch)$/;
/** What an act is done with, by or under, and is not the act itself: "inspection capacity", "aid agency". */
const MEANS =
  /^(capacity|capability|system|equipment|facility|tool|technology|method|agency|ministry|committee|commission|office|official|law|rule|policy|strategy|right|centre|center|unit|expert|organization|organisation|group|team)$/;
/** What is only thought or said of an act: "a ceasefire proposal". */
const IDEA =
  /^(proposal|plan|bid|offer|initiative|bill|draft|idea|call|request|demand|threat|hope|issue|question|talk)$/;
const CHANGE_IN = /^(increase|rise|cut|reduction|boost|expansion)$/;
const ENDING = /^(suspension|cut|end|freeze|halt|reduction)$/;

/** What is suspended against those whom it serves. */
const INSTITUTION =
  /^(parliament|legislature|assembly|congress|senate|council|constitution|party|newspaper|broadcaster|channel|licen[cs]e|right|freedom|service|court|activity|campaign|membership|accreditation)$/;

/** Acts that whoever approves them does: "approved aid"; approving a request or a deal grants it. */
const APPROVED: ReadonlySet<string> = new Set(['AID', 'ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'COOPERATE']);

/** What is not done yet when it is offered. */
const OFFERED: ReadonlySet<string> = new Set(['SUPPORT', 'CONCEDE', 'RETREAT', 'COOPERATE']);

/** Beginning, making, giving or announcing a noun that names an act is that act. */
export const composeBegin = (
  tree: Tree,
  lemma: string,
  clause: ClauseWords,
  ownMeaning: boolean,
): Meaning | undefined => {
  if (!WORDS.begin.has(lemma) || (lemma === 'give' && clause.prepositionWords.has('up'))) return undefined;
  // "imposed export curbs and travel bans": the first of those joined that names an act
  for (const object of clause.objects.flatMap((first) => [first, ...kids(tree, first, 'conj')])) {
    const word = tree.lemma[object]!;
    let type = typeOfNoun(tree, object);
    if (!type || KIND_OF.test(word))
      for (const preposition of kids(tree, object, 'prep')) {
        const through = tree.lower[preposition] === 'of' || (tree.lower[preposition] === 'in' && CHANGE_IN.test(word));
        if (through) for (const below of kids(tree, preposition, 'pobj')) type = typeOfNoun(tree, below) ?? type;
      }
    if (!type && !ownMeaning && !MEANS.test(word))
      for (const child of IDEA.test(word) ? [] : kids(tree, object, 'compound'))
        if (tree.lemma[child] !== 'opposition') type = typeOfNoun(tree, child) ?? type;
    if (ENDING.test(word)) {
      const over = nounsAfter(tree, object, ['of', 'to', 'in', 'on']).concat(kids(tree, object, 'compound'));
      const end = over.map((noun) => endOf(wordsOfPhrase(tree, noun))).find((kind) => kind !== undefined);
      const shut = over.some((noun) => INSTITUTION.test(tree.lemma[noun]!));
      return { type: end ?? (shut ? 'SANCTIONED' : 'SUSPENDED_AID_TO'), rule: 'announce an end', weight: WEIGHT.begin };
    }
    if (type && lemma === 'approve' && !APPROVED.has(relationOf(type).plover!)) return undefined;
    if (type && lemma === 'offer' && OFFERED.has(relationOf(type).plover!))
      return { type: 'PLEDGED_TO', rule: 'offer an act', weight: WEIGHT.begin };
    if (type) return { type, rule: 'begin an act', weight: WEIGHT.begin };
  }
  return undefined;
};
