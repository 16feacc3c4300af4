import { roleOfWord } from '../actors/role-words.ts';
import { FRAMES, NOUNS } from '../lexicon/frames.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Draft, findKid, hasKid } from './draft-tokens.ts';

const HYPHEN = /^[-‑–]$/;

/** "Sit-in", "cease-fire", "co-sponsored": the parser reads the parts apart, the ontology knows the whole. */
const joinedByHyphen = (tokens: readonly Draft[], index: number): void => {
  const [prefix, hyphen, token] = [tokens[index - 2], tokens[index - 1], tokens[index]!];
  if (!prefix || !hyphen || !HYPHEN.test(hyphen.text)) return;
  if (prefix.end !== hyphen.start || hyphen.end !== token.start) return;
  const whole = `${prefix.text}-${token.lemma || token.text}`.toLowerCase();
  if (FRAMES.has(whole) || NOUNS.has(whole) || WORDS.begin.has(whole)) token.lemma = whole;
};

const OFFICE_OF_GENERAL = /^(attorney|secretary|director|consul|governor|solicitor|prosecutor)$/;

/** "The attorney general": no soldier. */
const civilGeneral = (tokens: readonly Draft[], index: number): void => {
  const [before, token] = [tokens[index - 1], tokens[index]!];
  if (
    before &&
    /^generals?$/i.test(token.text) &&
    OFFICE_OF_GENERAL.test(before.text.toLowerCase()) &&
    token.pos === 'NOUN'
  )
    token.lemma = `${before.text.toLowerCase()}-general`;
};

const CROWD_OF = /^(dozen|score|hundred|thousand|million)s$/i;
const ROUND_NUMBER = /^\d{1,3}(,\d{3})+$|^\d{2,}$/;
/** What a crowd does in the street. */
const IN_THE_STREET = /^(protest|demonstrate|rally|march|chant|picket|riot|storm|ransack|besiege|pelt|boo|jeer)$/;
/** What a crowd does before it protests. */
const COMING_TOGETHER =
  /^(gather|assemble|turn|pour|flock|converge|congregate|march|take|flood|throng|line|join|come|stage|hold)$/;
const PROTEST =
  /^(protest|demonstrate|denounce|condemn|demand|oppose|decry|rally|demonstration|street|vigil|sit-in|march)$/;

/** "Thousands protested", "hundreds who had rallied", "dozens took to the streets": a number alone that stands for people in the street. */
const crowdByNumber = (tokens: readonly Draft[], index: number): void => {
  const number = tokens[index]!;
  if (!CROWD_OF.test(number.text) && !(number.pos === 'NUM' && ROUND_NUMBER.test(number.text))) return;
  const clause = findKid(tokens, index, /^relcl$/);
  const verb = number.dep === 'nsubj' ? number.head : clause;
  if (verb < index || tokens[verb]!.pos !== 'VERB') return;
  if (tokens.some((token) => token.head === index && token.dep === 'prep' && token.text === 'of')) return;
  const isProtest =
    IN_THE_STREET.test(tokens[verb]!.lemma) ||
    (COMING_TOGETHER.test(tokens[verb]!.lemma) &&
      tokens.some(({ lemma, dep, head }) => PROTEST.test(lemma) && isUnder(tokens, { dep, head }, verb)));
  if (isProtest) Object.assign(number, { lemma: 'protester', pos: 'NOUN', tag: 'NNS' });
};

/** Whether a token is an infinitive or an object of a verb, or of a preposition of it. */
const isUnder = (tokens: readonly Draft[], { dep, head }: Pick<Draft, 'dep' | 'head'>, verb: number): boolean =>
  (/^(advcl|xcomp|dobj)$/.test(dep) && head === verb) || (dep === 'pobj' && tokens[head]!.head === verb);

/** Verbs of doing something with somebody about something. */
const WITH_SOMEBODY = /^(discuss|share|exchange|swap|raise|explore|coordinate|debate|review)$/;
/** Nouns that have somebody at their other end themselves ("discussed the dispute with Iran"). */
const BETWEEN_TWO =
  /^(dispute|relation|relationship|tie|link|deal|agreement|treaty|pact|accord|war|conflict|border|frontier|trade|cooperation|negotiation|talk|row|tension|partnership|alliance|summit|meeting|contact|friendship|truce|ceasefire|peace|standoff|rift|feud|quarrel|solidarity|problem|business|clash|dialogue|exchange|engagement|rapprochement)$/;

/** "Discussed the crisis with Chad", "shares data on crops with Peru": with whom was hung on what it is about. */
const companionOfObject = (tokens: readonly Draft[], index: number): void => {
  const preposition = tokens[index]!;
  if (preposition.dep !== 'prep' || preposition.text.toLowerCase() !== 'with') return;
  const topic = tokens[preposition.head]!;
  if (topic.pos !== 'NOUN' || BETWEEN_TWO.test(topic.lemma)) return;
  let at = preposition.head;
  for (let step = 0; step < 5; step++) {
    const { dep, head } = tokens[at]!;
    if (/^(dobj|prep)$/.test(dep) && WITH_SOMEBODY.test(tokens[head]!.lemma) && !BETWEEN_TWO.test(tokens[at]!.lemma)) {
      preposition.head = head;
      return;
    }
    if (!/^(pobj|prep|conj)$/.test(dep)) return;
    at = head;
  }
};

const HANDING_OVER = /^(extradite|deport|transfer|repatriate|surrender|hand|return|deliver)$/;

/** "Extradited a suspect to Latvia": where somebody is brought was hung on whom is brought. */
const destinationOfObject = (tokens: readonly Draft[], index: number): void => {
  const to = tokens[index]!;
  const object = tokens[to.head]!;
  if (to.dep !== 'prep' || to.text.toLowerCase() !== 'to' || object.dep !== 'dobj' || object.pos !== 'NOUN') return;
  const ofState = tokens.some(
    (token) => token.head === to.head && /^(amod|compound)$/.test(token.dep) && /^\p{Lu}/u.test(token.text),
  );
  if (
    !ofState &&
    HANDING_OVER.test(tokens[object.head]!.lemma) &&
    roleOfWord(object) !== undefined &&
    !SENT_TO.test(object.lemma)
  )
    to.head = object.head;
};

const COUNTING = /^(dozen|score|hundred|thousand|ton|tonne|lot|number|couple|handful|pair|series|some|most|many|all)$/;

/** "Returned dozens of bronzes to Nigeria": where things are brought was hung on what is counted. */
const destinationOfCounted = (tokens: readonly Draft[], index: number): void => {
  const to = tokens[index]!;
  const counted = tokens[to.head]!;
  if (to.dep !== 'prep' || to.text.toLowerCase() !== 'to' || counted.dep !== 'pobj') return;
  const of = tokens[counted.head]!;
  const count = tokens[of.head]!;
  if (of.text.toLowerCase() !== 'of' || count.dep !== 'dobj' || !COUNTING.test(count.lemma)) return;
  if (HANDING_OVER.test(tokens[count.head]!.lemma) && !SENT_TO.test(counted.lemma)) to.head = count.head;
};

/** Who is at a place by his office: "the ambassador to". */
const SENT_TO = /^(ambassador|envoy|consul|delegate|representative|adviser|advisor|attache|aide)$/;

/** Groups of which members are named behind. */
const GROUP =
  /^(country|nation|state|member|other|government|delegation|leader|minister|official|ambassador|envoy|diplomat|party|lawmaker|organization|organisation|group|power|ally|neighbour|neighbor)$/;

/** "Thirty countries abstained, including Laos": members of the subject were hung on the verb, or on the name behind it. */
const membersBehindVerb = (tokens: readonly Draft[], index: number): void => {
  const including = tokens[index]!;
  if (including.text !== 'including' || including.dep !== 'prep' || tokens[index - 1]?.text !== ',') return;
  const above = tokens[including.head]!;
  const isOfName = above.pos === 'PROPN' && above.dep === 'dobj';
  const verb = isOfName ? above.head : including.head;
  if (tokens[verb]!.pos !== 'VERB' || verb > index || (!isOfName && hasKid(tokens, verb, /^(dobj|ccomp|attr)$/)))
    return;
  const subject = findKid(tokens, verb, /^nsubj$/);
  const noun = tokens[subject];
  if (!noun || !/^NNP?S$/.test(noun.tag) || !GROUP.test(noun.lemma.toLowerCase())) return;
  including.head = subject;
};

/** "Voted “yes”": how somebody votes was read as an exclamation. */
const votedSo = (tokens: readonly Draft[], index: number): void => {
  const word = tokens[index]!;
  if (!/^(yes|no|aye|yea|nay)$/i.test(word.text) || word.head >= index) return;
  if (tokens[word.head]!.lemma !== 'vote' && !/^voting$/.test(tokens[word.head]!.text)) return;
  Object.assign(word, { dep: 'prt', pos: 'ADV', tag: 'RB', lemma: word.text.toLowerCase() });
};

/** Mends single words of a sentence: what a hyphen joins, and with whom a thing is done. */
export const repairWords = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) {
    joinedByHyphen(tokens, index);
    civilGeneral(tokens, index);
    crowdByNumber(tokens, index);
    companionOfObject(tokens, index);
    destinationOfObject(tokens, index);
    destinationOfCounted(tokens, index);
    membersBehindVerb(tokens, index);
    votedSo(tokens, index);
  }
};
