import { roleOfWord } from '../actors/role-words.ts';
import { FRAMES } from '../lexicon/frames.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Draft, findKid, hasKid, isName } from './draft-tokens.ts';

const FINITE_OR_MODAL = /^(VBD|VBZ|VBP|MD)$/;
const HYPHEN = /^[-‑–]$/;
const LONGEST_CLAUSE = 16;

/** Most letters of a stem that "-ed" may double: "snubbed" is of "snub". */
const stemsOf = (past: string): readonly string[] => [
  past.slice(0, -2),
  past.slice(0, -1),
  past.slice(0, -3),
  `${past.slice(0, -3)}y`,
];

/** The verb whose past tense a word in "-ed" may be, if the ontology knows it: "snubbed" → "snub". */
const verbOfPast = (past: string): string | undefined =>
  /^\p{Ll}.*ed$/u.test(past) ? stemsOf(past).find((stem) => FRAMES.has(stem)) : undefined;

/** "The motion was co-sponsored by Fiji": the subject was hung on the auxiliary, or what a passive is done to read as its doer. */
const subjectOfAuxiliary = (tokens: readonly Draft[], index: number): void => {
  const subject = tokens[index]!;
  if (!/^nsubj(pass)?$/.test(subject.dep)) return;
  const above = tokens[subject.head]!;
  if (/^aux(pass)?$/.test(above.dep) && above.head !== subject.head) subject.head = above.head;
  const verb = tokens[subject.head]!;
  if (subject.dep !== 'nsubj' || !/^VB[DN]$/.test(verb.tag) || !hasKid(tokens, subject.head, /^auxpass$/)) return;
  subject.dep = 'nsubjpass';
  verb.tag = 'VBN';
};

/** "Modi phoned Sunak": the verb of a clause was read as an adjective that has a subject and an object. */
const adjectiveAsVerb = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.pos !== 'ADJ' || verb.head !== index || !hasKid(tokens, index, /^nsubj$/)) return;
  const lemma = hasKid(tokens, index, /^(dobj|prep)$/) ? verbOfPast(verb.text) : undefined;
  if (lemma) Object.assign(verb, { pos: 'VERB', tag: 'VBD', lemma });
};

/** "Trained and armed Syrian fighters": the second of two verbs was read as an adjective of the object of both. */
const joinedVerbAsAdjective = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const object = tokens[verb.head]!;
  const and = tokens[index - 1];
  if (verb.dep !== 'amod' || and?.dep !== 'cc' || and.head !== object.head || object.dep !== 'conj') return;
  const first = tokens[object.head]!;
  if (first.tag !== 'VBD' || object.pos !== 'NOUN' || hasKid(tokens, object.head, /^dobj$/)) return;
  const lemma = verbOfPast(verb.text);
  if (!lemma) return;
  const noun = verb.head;
  Object.assign(verb, { head: object.head, dep: 'conj', pos: 'VERB', tag: 'VBD', lemma });
  Object.assign(object, { head: index, dep: 'dobj' });
  for (const [at, token] of tokens.entries())
    if (at > noun && token.head === noun && token.dep === 'prep') token.head = index;
};

/** "Washington has armed Kurdish fighters": a perfect was read as having people who are armed. */
const perfectAsAdjective = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const have = tokens[index - 1];
  if (verb.tag !== 'VBN' || verb.dep !== 'amod' || have?.lemma !== 'have' || have.pos === 'AUX') return;
  const object = verb.head;
  // "had frozen loans to Chad": right before its object, only a verb that ends what is given or done to somebody
  const endsDirectly = WORDS.end.has(verb.lemma) && hasKid(tokens, object, /^prep$/);
  if (object < index + (endsDirectly ? 1 : 2) || tokens[object]!.head !== index - 1) return;
  if (tokens[object]!.dep !== 'dobj') return;
  if (!FRAMES.has(verb.lemma) || !(have.text === 'had' || /^\p{Lu}/u.test(tokens[index + 1]!.text))) return;
  const { head, dep } = have;
  for (const token of tokens) if (token.head === index - 1) token.head = index;
  Object.assign(verb, { head: head === index - 1 ? index : head, dep, pos: 'VERB' });
  Object.assign(have, { head: index, dep: 'aux', pos: 'AUX' });
  Object.assign(tokens[object]!, { head: index });
  for (const [at, token] of tokens.entries())
    if (at > object && token.head === object && token.dep === 'prep' && /^(since|for|with|to)$/i.test(token.text))
      token.head = index;
};

/** "Ukraine has trained and equipped Syrian rebels, X said": a verb with a subject and an auxiliary was read as an adjective of its object. */
const clauseAsAdjective = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.tag !== 'VBN' || verb.dep !== 'amod' || verb.head < index) return;
  if (!hasKid(tokens, index, /^nsubj$/) || !hasKid(tokens, index, /^aux$/)) return;
  const noun = verb.head;
  const { head, dep } = tokens[noun]!;
  Object.assign(verb, { head: head === noun ? index : head, dep: dep === 'dep' ? 'ccomp' : dep, pos: 'VERB' });
  Object.assign(tokens[noun]!, { head: index, dep: 'dobj' });
  for (const [at, token] of tokens.entries()) {
    const lemma = token.head === index && token.dep === 'conj' && at < noun ? verbOfPast(token.text) : undefined;
    if (lemma) Object.assign(token, { pos: 'VERB', tag: 'VBN', lemma });
    if (at > noun && token.head === noun && token.dep === 'punct') token.head = index;
  }
};

const DISMISSING = /^(dismiss|reject|denounce|condemn|criticize|describe|hail|brand|slam)$/;

/** "Dismissed as baseless a charge": what is dismissed was read as what it is dismissed as. */
const objectBehindAs = (tokens: readonly Draft[], index: number): void => {
  const as = tokens[index]!;
  const word = tokens[index + 1];
  if (as.text.toLowerCase() !== 'as' || as.dep !== 'prep' || word?.pos !== 'ADJ' || word.dep !== 'amod') return;
  const noun = findKid(tokens, index, /^pobj$/);
  if (!DISMISSING.test(tokens[as.head]!.lemma) || noun < index + 2 || !(word.head === noun || word.head === index))
    return;
  if (tokens[index + 2]?.dep !== 'det' || hasKid(tokens, as.head, /^(dobj|nsubjpass)$/)) return;
  Object.assign(tokens[noun]!, { head: as.head, dep: 'dobj' });
  Object.assign(word, { head: index, dep: 'amod' });
};

/** First token of the word that ends at an index, a hyphenated one read as a whole. */
const startOfWord = (tokens: readonly Draft[], index: number): number => {
  const [prefix, hyphen] = [tokens[index - 2], tokens[index - 1]];
  const joined = prefix && hyphen && HYPHEN.test(hyphen.text) && prefix.end === hyphen.start;
  return joined && hyphen.end === tokens[index]!.start ? index - 2 : index;
};

/** "Qatar armed Sudanese rebels": in a clause without a verb, a past tense between a name and a noun was read as an adjective. */
const pastTenseAsAdjective = (tokens: readonly Draft[]): void => {
  if (tokens.length > LONGEST_CLAUSE || tokens.some(({ tag, dep }) => dep !== 'amod' && FINITE_OR_MODAL.test(tag)))
    return;
  const root = tokens.findIndex((token, index) => token.head === index);
  if (root < 2 || !isName(tokens[root])) return;
  for (let at = 1; at < root; at++) {
    const start = startOfWord(tokens, at);
    const word = tokens.slice(start, at + 1).map(({ text }) => text);
    const lemma = verbOfPast(word.join('')) ?? (start === at ? undefined : verbOfPast(tokens[at]!.text));
    const before = tokens.slice(0, start);
    if (!lemma || !isDoer(before)) continue;
    readAsVerb(tokens, { at, start, root, lemma });
    return;
  }
};

/** Whether words are a name, or a word for somebody in an office with what qualifies it. */
const isDoer = (words: readonly Draft[]): boolean => {
  const last = words.at(-1);
  if (!last || !words.every(({ pos }) => /^(PROPN|NOUN|ADJ|DET|PART)$/.test(pos))) return false;
  return (
    last.pos === 'PROPN' || (last.pos === 'NOUN' && (/^\p{Lu}/u.test(last.text) || roleOfWord(last) !== undefined))
  );
};

interface HiddenVerb {
  readonly at: number;
  readonly start: number;
  readonly root: number;
  readonly lemma: string;
}

/** Makes a word the verb of its clause: what stands before it the subject, the former root its object. */
const readAsVerb = (tokens: readonly Draft[], { at, start, root, lemma }: HiddenVerb): void => {
  for (const [index, token] of tokens.entries()) {
    if (index === at) continue;
    if (index < start) {
      token.head = index === start - 1 ? at : start - 1;
      token.dep = index === start - 1 ? 'nsubj' : token.dep === 'det' ? 'det' : 'compound';
    } else if (index < at) token.head = at;
    else if (token.head === root && index > root && /^(punct|prep)$/.test(token.dep)) token.head = at;
    else if (token.head < at) token.head = at;
  }
  Object.assign(tokens[at]!, { head: at, dep: 'ROOT', tag: 'VBD', pos: 'VERB', lemma });
  Object.assign(tokens[root]!, { head: at, dep: 'dobj' });
};

/** Mends verbs of one sentence that were read as something else. */
export const repairVerbs = (tokens: readonly Draft[]): void => {
  pastTenseAsAdjective(tokens);
  for (let index = 0; index < tokens.length; index++) {
    adjectiveAsVerb(tokens, index);
    joinedVerbAsAdjective(tokens, index);
    perfectAsAdjective(tokens, index);
    clauseAsAdjective(tokens, index);
    objectBehindAs(tokens, index);
  }
};

/** Mends the subjects of one sentence, once its verbs are in their places. */
export const repairSubjects = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) subjectOfAuxiliary(tokens, index);
};
