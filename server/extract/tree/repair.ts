import type { Parse, Token } from '../../language/document.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { FRAMES } from '../lexicon/frames.ts';
import { type Draft, FINITE, isName } from './draft-tokens.ts';
import { repairAsides } from './repair-asides.ts';
import { repairClauses } from './repair-clauses.ts';
import { repairGaps } from './repair-gaps.ts';
import { repairJoins } from './repair-joins.ts';
import { repairPairs } from './repair-pairs.ts';
import { repairPhrases } from './repair-phrases.ts';
import { repairPlaces } from './repair-places.ts';
import { repairRoot } from './repair-roots.ts';
import { repairTitles } from './repair-titles.ts';
import { repairSubjects, repairVerbs } from './repair-verbs.ts';
import { repairWords } from './repair-words.ts';

const FINITE_OR_MODAL = /^(VBD|VBZ|VBP|MD)$/;
const isFiniteVerb = ({ tag }: Token): boolean => FINITE.test(tag);

/** "Nauru voted against": a name before a verb without a subject was taken for an adverbial. */
const adverbialSubject = (tokens: readonly Draft[], index: number): void => {
  const token = tokens[index]!;
  const verb = tokens[token.head];
  if (token.dep !== 'npadvmod' || token.pos !== 'PROPN' || !verb || verb.pos !== 'VERB' || token.head !== index + 1)
    return;
  if (
    !(isFiniteVerb(verb) || (verb.tag === 'VBN' && verb.head === token.head)) ||
    tokens.some((other, at) => at < index && other.head === token.head && other.dep === 'nsubj')
  )
    return;
  token.dep = 'nsubj';
};

/** "Israel, Jordan agree": of two subjects with a comma between, the second is a conjunct of the first. */
const listedSubjects = (tokens: readonly Draft[], index: number): void => {
  const token = tokens[index]!;
  if (token.dep !== 'nsubj' || token.pos !== 'PROPN') return;
  for (let at = index - 1; at >= Math.max(0, index - 6); at--) {
    const other = tokens[at]!;
    if (other.sentenceStart && at < index - 5) return;
    if (other.head === token.head && /^(nsubj|npadvmod)$/.test(other.dep) && other.pos === 'PROPN') {
      const between = tokens.slice(at + 1, index);
      if (!between.some((middle) => middle.text === ',') || between.some((middle) => middle.pos === 'VERB')) return;
      other.dep = 'nsubj';
      token.dep = 'conj';
      token.head = at;
      return;
    }
    if (other.sentenceStart) return;
  }
};

/** "Recalling their envoys from Caracas, Brazil and Argentina spoke": names after the comma are the subject of what follows. */
const frontedParticiple = (tokens: readonly Draft[], index: number): void => {
  const participle = tokens[index]!;
  if (!/^VB[GN]$/.test(participle.tag) || !/^(csubj|advcl|csubjpass)$/.test(participle.dep) || participle.head <= index)
    return;
  const verb = participle.head;
  if (tokens.some((token, at) => at > index && at < verb && token.head === verb && /^nsubj/.test(token.dep))) return;
  for (let at = verb - 1; at > index; at--) {
    if (tokens[at]!.text !== ',') continue;
    const first = tokens.findIndex(
      (token, there) =>
        there > at && there < verb && /^(conj|appos)$/.test(token.dep) && token.head < at && isName(token),
    );
    if (first < 0) continue;
    tokens[first]!.head = verb;
    tokens[first]!.dep = tokens.some((token) => token.head === verb && token.dep === 'auxpass') ? 'nsubjpass' : 'nsubj';
    participle.dep = 'advcl';
    return;
  }
};

/** "The textbooks, the president said": a speaker without a verb of its own was taken for an apposition. */
const detachedSpeaker = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  if (noun.dep !== 'appos' || !isName(noun)) return;
  for (let at = index + 1; at < Math.min(tokens.length, index + 10); at++) {
    const verb = tokens[at]!;
    if (verb.pos === 'VERB') {
      const speech =
        /^(say|add|tell|announce|declare|warn|insist|claim|state|note)$/.test(verb.lemma) && verb.tag === 'VBD';
      const orphan = !tokens.some((token) => token.head === at && token.dep === 'nsubj');
      const clause = tokens.some((token, there) => token.head === at && token.dep === 'ccomp' && there < index);
      if (speech && orphan && clause && noun.head < index) {
        noun.head = at;
        noun.dep = 'nsubj';
      }
      return;
    }
    if (verb.text === ',') return;
  }
};

const DAY_OR_MONTH =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/i;

/** "On Monday Azerbaijani forces shot down": a day or month before a name was taken for a part of it. */
const dayBeforeName = (tokens: readonly Draft[], index: number): void => {
  const day = tokens[index]!;
  const preposition = tokens[index - 1];
  if (!/^(compound|nmod|npadvmod|nummod|amod)$/.test(day.dep) || !DAY_OR_MONTH.test(day.text) || day.head <= index)
    return;
  if (!preposition || !/^(on|in|since|until|by)$/i.test(preposition.text) || preposition.head === day.head) return;
  if (tokens.some((token, at) => at > index - 1 && token.head === index - 1)) return;
  const later = tokens[index + 1]!;
  const isWeekday = /day$/i.test(day.text);
  if (!isWeekday && !/^(PROPN|ADJ)$/.test(later.pos) && later.pos !== 'DET') return;
  day.head = index - 1;
  day.dep = 'pobj';
};

/** "On Friday Kyrgyz President Sadyr Japarov held talks": day and title were taken for one name, and the name for another. */
const dayBeforeTitle = (tokens: readonly Draft[], index: number): void => {
  const day = tokens[index]!;
  if (!DAY_OR_MONTH.test(day.text) || day.dep !== 'compound' || day.head <= index) return;
  const title = tokens[day.head]!;
  if (title.dep !== 'pobj' || title.head !== index - 1 || roleOfWord(title) === undefined) return;
  let name = day.head + 1;
  for (let step = 0; step < 4 && tokens[name]?.dep === 'compound' && tokens[name]!.head > name; step++)
    name = tokens[name]!.head;
  if (tokens[name]?.pos !== 'PROPN' || !/^nsubj(pass)?$/.test(tokens[name]!.dep)) return;
  Object.assign(title, { head: name, dep: 'compound' });
  Object.assign(day, { head: index - 1, dep: 'pobj' });
};

/** "In Kabul, Esper and Stoltenberg met Ghani": the subject was taken for a second object of the preposition in front. */
const swallowedSubject = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  if (name.dep !== 'conj' || !isName(name) || name.head >= index) return;
  const place = tokens[name.head]!;
  const preposition = tokens[place.head];
  if (place.dep !== 'pobj' || !preposition || preposition.dep !== 'prep') return;
  let verb = preposition.head;
  for (let step = 0; step < 4 && tokens[verb]!.dep === 'pobj'; step++) verb = tokens[tokens[verb]!.head]!.head;
  if (verb <= index) return;
  if (tokens[verb]!.pos !== 'VERB' && tokens[verb]!.pos !== 'AUX') return;
  const between = tokens.slice(name.head + 1, index);
  if (!between.some((token) => token.text === ',') || between.some((token) => token.dep === 'cc')) return;
  if (tokens.some((token) => token.head === verb && /^(nsubj|nsubjpass|csubj|expl)$/.test(token.dep))) return;
  name.head = verb;
  name.dep = tokens.some((token) => token.head === verb && token.dep === 'auxpass') ? 'nsubjpass' : 'nsubj';
};

/** "Signed by Shamkhani, the secretary, and Aiban": a name joined to a verb belongs to the list of names before it. */
const namedConjunct = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  if (name.dep !== 'conj' || name.pos !== 'PROPN' || name.head >= index) return;
  const verb = tokens[name.head]!;
  if (verb.pos !== 'VERB') return;
  const agent = tokens.findIndex((token, at) => at > name.head && token.head === name.head && token.dep === 'agent');
  if (agent < 0) return;
  const first = tokens.findIndex((token, at) => at < index && token.head === agent && token.dep === 'pobj');
  if (first < 0 || tokens[first]!.pos !== 'PROPN') return;
  name.head = first;
};

/** A verb form that a headline hides in a noun: "lifts" → "lift". */
const hiddenVerb = (token: Draft): string | undefined => {
  if (!/^(NNS|NNPS|NNP)$/.test(token.tag)) return undefined;
  const lower = token.text.toLowerCase();
  if (!lower.endsWith('s')) return undefined;
  return [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`].find((stem) => FRAMES.has(stem));
};

const LONGEST_HEADLINE = 16;

/** "US sanctions Turkish ministers": in a headline without a verb, the first noun after a name that can be one is it. */
const headlineVerb = (tokens: readonly Draft[]): void => {
  if (tokens.length > LONGEST_HEADLINE || tokens.some((token) => /^(VBD|VBZ|VBP|MD)$/.test(token.tag))) return;
  const root = tokens.findIndex((token, index) => token.head === index);
  for (let at = 1; at < tokens.length - 1; at++) {
    const lemma = hiddenVerb(tokens[at]!);
    if (!lemma) continue;
    const before = tokens.slice(0, at);
    if (
      !before.every((token) => /^(PROPN|ADJ|NOUN|DET)$/.test(token.pos) || token === tokens[root]) ||
      !/^\p{Lu}/u.test(before[0]!.text)
    )
      return;
    const verb = tokens[at]!;
    const after =
      root > at
        ? root
        : tokens.findIndex((token, index) => index > at && token.head <= at && /^(NOUN|PROPN)$/.test(token.pos));
    if (after < 0 && !(root === at && tokens.some((token) => token.head === at && token.dep === 'prep'))) return;
    for (const [index, token] of tokens.entries()) {
      if (index === at) continue;
      if (index < at) {
        token.head = index === at - 1 ? at : at - 1;
        token.dep = index === at - 1 ? 'nsubj' : 'compound';
        if (token.pos === 'VERB') Object.assign(token, { pos: 'PROPN', tag: 'NNP' });
      } else if (index !== after && (token.head <= at || (token.head === root && root < at))) token.head = at;
    }
    Object.assign(verb, { head: at, dep: 'ROOT', tag: 'VBZ', pos: 'VERB', lemma });
    if (after >= 0) Object.assign(tokens[after]!, { head: at, dep: 'dobj' });
    return;
  }
};

/** "Confidence that Assad carried out the attacks": "that" was taken for the object of a verb that has its own. */
const contentClause = (tokens: readonly Draft[], index: number): void => {
  const that = tokens[index]!;
  if (that.text !== 'that' || that.tag !== 'WDT' || that.dep !== 'dobj' || index === 0) return;
  const verb = tokens[that.head]!;
  if (verb.dep !== 'relcl' || tokens[index - 1]!.pos !== 'NOUN') return;
  const own = tokens.filter((token) => token.head === that.head && token !== that);
  if (!own.some((token) => token.dep === 'dobj') || !own.some((token) => token.dep === 'nsubj')) return;
  that.dep = 'mark';
  that.tag = 'IN';
  verb.dep = 'acl';
  verb.head = index - 1;
};

/** "Backed by Russia, and slammed by Trump": a participle joined to a participle was taken for a past tense. */
const joinedParticiple = (tokens: readonly Draft[], index: number): void => {
  const token = tokens[index]!;
  const head = tokens[token.head];
  if (
    token.tag !== 'VBD' ||
    token.dep !== 'conj' ||
    !head ||
    head.tag !== 'VBN' ||
    !/^(acl|advcl|relcl)$/.test(head.dep)
  )
    return;
  const follows = tokens[index + 1];
  if (follows?.text === 'by' && follows.head === index) token.tag = 'VBN';
};

/** "A court in Riga jailed activist X": the verb of a clause without another was taken for an adjective of its object. */
const verbAsAdjective = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.dep !== 'amod' || !/^VB[DN]$/.test(verb.tag) || verb.head < index) return;
  const root = tokens.findIndex((token, at) => token.head === at);
  if (root < 0 || !isName(tokens[root]) || tokens.some((token, at) => at !== index && FINITE_OR_MODAL.test(token.tag)))
    return;
  let object = verb.head;
  for (let step = 0; step < 6 && /^(compound|nmod)$/.test(tokens[object]!.dep); step++) object = tokens[object]!.head;
  const own = tokens.findIndex((token) => token.head === index && /^nsubj/.test(token.dep));
  const beside = tokens[index - 1];
  const swallowed =
    root === object && beside?.head === object && roleOfWord(beside) !== undefined && beside.dep !== 'poss'
      ? index - 1
      : -1;
  const subject = own >= 0 ? own : root < index ? root : swallowed;
  if (subject < 0 || subject === object) return;
  if (
    own < 0 &&
    swallowed < 0 &&
    (object < index ||
      (verb.tag !== 'VBD' && tokens[object]!.pos !== 'PROPN' && roleOfWord(tokens[root]!) === undefined))
  )
    return;
  if (tokens.some((token, at) => at < index && at > subject && token.dep === 'det' && token.head >= index)) return;
  const preposition = tokens[object]!.dep === 'pobj' ? tokens[object]!.head : -1;
  Object.assign(verb, { head: index, dep: 'ROOT', tag: 'VBD', pos: 'VERB' });
  Object.assign(tokens[subject]!, { head: index, dep: 'nsubj', ...(swallowed === subject && { pos: 'NOUN' }) });
  Object.assign(tokens[object]!, { head: index, dep: 'dobj' });
  for (const [at, token] of tokens.entries()) {
    if (at === subject || at === index || at === object) continue;
    if (swallowed === subject && at < subject && token.head === object) token.head = subject;
    if (swallowed === subject && at > object && token.head === object && /^(prep|punct)$/.test(token.dep))
      token.head = index;
    if (at > index && token.head === subject && /^(prep|punct)$/.test(token.dep)) token.head = index;
    if (at < index && token.head >= index && preposition >= 0 && at > preposition && isName(token))
      Object.assign(token, { head: preposition, dep: 'pobj' });
  }
};

/** "Khan called President Erdogan on Friday": a name after "called" was taken for what somebody was called. */
const calledName = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  if (name.dep !== 'oprd' || name.pos !== 'PROPN' || tokens[name.head]!.lemma !== 'call') return;
  if (!tokens.some((token) => token.head === name.head && /^(dobj|nsubjpass)$/.test(token.dep))) name.dep = 'dobj';
};

/** The parse with attachments mended that the engine is known to get wrong. */
export const repair = (parse: Parse): Parse => {
  const tokens: Draft[] = parse.tokens.map((token) => ({ ...token }));
  repairTokens(tokens);
  return { ...parse, tokens };
};

/** Mends tokens where they are. */
export const repairTokens = (tokens: Draft[]): void => {
  let from = 0;
  for (let index = 1; index <= tokens.length; index++) {
    if (index < tokens.length && !tokens[index]!.sentenceStart) continue;
    repairSentence(tokens, from, index);
    from = index;
  }
};

/** Works on one sentence, with heads counted from its first token, so that the time stays linear in the text. */
const repairSentence = (tokens: Draft[], from: number, to: number): void => {
  const sentence = tokens.slice(from, to);
  for (const token of sentence) token.head -= from;
  for (let index = 0; index < sentence.length; index++) {
    verbAsAdjective(sentence, index);
    calledName(sentence, index);
    adverbialSubject(sentence, index);
    listedSubjects(sentence, index);
    frontedParticiple(sentence, index);
    joinedParticiple(sentence, index);
    contentClause(sentence, index);
    detachedSpeaker(sentence, index);
    dayBeforeName(sentence, index);
    dayBeforeTitle(sentence, index);
    swallowedSubject(sentence, index);
    namedConjunct(sentence, index);
  }
  headlineVerb(sentence);
  repairRoot(sentence);
  repairTitles(sentence);
  repairVerbs(sentence);
  repairPlaces(sentence);
  repairAsides(sentence);
  repairClauses(sentence);
  repairPhrases(sentence);
  repairPairs(sentence);
  repairJoins(sentence);
  repairGaps(sentence);
  repairWords(sentence);
  repairSubjects(sentence);
  for (const token of sentence) token.head += from;
};
