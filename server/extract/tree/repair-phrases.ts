import { isTimeWord, WORDS } from '../lexicon/word-sets.ts';
import { type Draft, findKid, hasKid, isName } from './draft-tokens.ts';

/** "Sanctions, including asset freezes, on officials": a noun of the list was read as a verb, and what follows hung on it. */
const listedInParenthesis = (tokens: readonly Draft[], index: number): void => {
  const including = tokens[index]!;
  if (!/^(including|among)$/i.test(including.text) || tokens[index - 1]?.text !== ',') return;
  const outer = including.text === 'including' ? including.head : outerNoun(tokens, index);
  const close = tokens.findIndex((token, at) => at > index + 1 && token.text === ',');
  const preposition = tokens[close + 1];
  if (outer < 0 || close < 0 || preposition?.dep !== 'prep' || outer >= index || preposition.head < index) return;
  const last = tokens[close - 1]!;
  if (/^(VBZ|VBP)$/.test(last.tag) && tokens[close - 2]!.head === close - 1) {
    Object.assign(last, { tag: 'NNS', pos: 'NOUN', dep: 'pobj', head: index });
    tokens[close - 2]!.dep = 'compound';
  }
  preposition.head = outer;
};

/** The noun before the comma that a parenthesis speaks of: the object that the phrases before the comma hang on. */
const outerNoun = (tokens: readonly Draft[], index: number): number => {
  let at = index - 2;
  for (let step = 0; step < 8 && at >= 0 && /^(pobj|prep|compound)$/.test(tokens[at]!.dep); step++)
    at = tokens[at]!.head;
  return at >= 0 && tokens[at]!.dep === 'dobj' ? at : -1;
};

/** "Returned to Cambodia last week 27 statues": an object that stands behind the other phrases was taken for an adverbial. */
const heavyObject = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  const verb = tokens[noun.head]!;
  if (noun.dep !== 'npadvmod' || !/^NNP?S?$/.test(noun.tag) || verb.pos !== 'VERB' || noun.head >= index) return;
  if (
    isTimeWord(noun.lemma.toLowerCase()) ||
    /^(time|percent|way|mile|kilomet(er|re)|met(er|re)|bit)$/.test(noun.lemma)
  )
    return;
  if (/^(minute|hour|day|night|week|month|year|decade|spring|summer|autumn|fall|winter)s?$/.test(noun.lemma)) return;
  if (hasKid(tokens, noun.head, /^(dobj|nsubjpass|ccomp)$/)) return;
  const counted = tokens.some((token, at) => token.head === index && at < index && /^(nummod|det)$/.test(token.dep));
  const before = tokens.some(
    (token, at) => at > noun.head && at < index && token.head === noun.head && token.dep === 'prep',
  );
  if (counted && before) noun.dep = 'dobj';
};

/** "A complaint against visiting Foreign Minister Cohen": a participle before a title was read as a gerund with an object. */
const visitor = (tokens: readonly Draft[], index: number): void => {
  const participle = tokens[index]!;
  const preposition = tokens[participle.head]!;
  if (!/^visiting$/i.test(participle.text) || participle.dep !== 'pcomp' || preposition.dep !== 'prep') return;
  const guest = tokens.findIndex((token, at) => at > index && token.head === index && token.dep === 'dobj');
  if (guest < 0 || !isName(tokens[guest]!) || tokens[index + 1]!.pos === 'DET') return;
  Object.assign(tokens[guest]!, { head: participle.head, dep: 'pobj' });
  Object.assign(participle, { head: guest, dep: 'amod', pos: 'ADJ', tag: 'JJ' });
};

/**
 * "The ambassador called on the president", "gunmen abducted ten women, residents said": the only verb of a clause was
 * read as a participle of its subject.
 */
const verbOfRoot = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const subject = tokens[verb.head]!;
  const { dep, head } = subject;
  if (verb.dep !== 'acl' || !/^(ROOT|ccomp)$/.test(dep) || !isName(subject) || verb.head > index) return;
  const active = verb.tag === 'VBD' || (verb.tag === 'VBN' && hasKid(tokens, index, /^dobj$/));
  if (!active || hasKid(tokens, index, /^(agent|aux|auxpass)$/)) return;
  if (dep === 'ccomp' && head < index) return;
  for (const [at, token] of tokens.entries()) if (token.head === verb.head && at > index) token.head = index;
  Object.assign(subject, { dep: 'nsubj', head: index });
  Object.assign(verb, { dep, head: dep === 'ROOT' ? index : head, tag: 'VBD' });
};

/** What nobody is done. */
const NEVER_PASSIVE = /^(clash|skirmish|scuffle|march|rally|gather|converge|arrive|protest|demonstrate|riot|flee)$/;

/** "Miners armed with clubs clashed": the only finite verb was hung on the last noun of what stands behind the subject. */
const verbBehindParticiple = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const preposition = tokens[verb.head]!.head;
  const participle = tokens[preposition]!.head;
  const subject = tokens[participle]!.head;
  const isChain =
    tokens[verb.head]!.dep === 'pobj' && tokens[preposition]!.dep === 'prep' && tokens[participle]!.dep === 'acl';
  const isPast = verb.tag === 'VBD' || (verb.tag === 'VBN' && NEVER_PASSIVE.test(verb.lemma));
  if (verb.dep !== 'acl' || !isPast || !isChain || tokens[subject]!.dep !== 'ROOT') return;
  if (!isName(tokens[subject]) || hasKid(tokens, index, /^(agent|aux|auxpass)$/)) return;
  for (const [at, token] of tokens.entries()) if (token.head === subject && at > index) token.head = index;
  Object.assign(tokens[subject]!, { dep: 'nsubj', head: index });
  Object.assign(verb, { dep: 'ROOT', head: index, tag: 'VBD' });
};

/** "Fighting between the army and rebels spread": a gerund with the parties behind it is a noun. */
const gerundAsNoun = (tokens: readonly Draft[], index: number): void => {
  const gerund = tokens[index]!;
  if (gerund.tag !== 'VBG' || !/^(nsubj|nsubjpass|dobj|pobj|ROOT)$/.test(gerund.dep)) return;
  const next = tokens[index + 1];
  if (next?.head !== index || !/^(between|among)$/i.test(next.text) || hasKid(tokens, index, /^(dobj|nsubj|aux)$/))
    return;
  Object.assign(gerund, { tag: 'NN', pos: 'NOUN', lemma: gerund.text.toLowerCase() });
};

/** "Met Under Secretary Zeya": the first word of an office was read as a preposition. */
const underSecretary = (tokens: readonly Draft[], index: number): void => {
  const under = tokens[index]!;
  const office = tokens[index + 1];
  if (under.text !== 'Under' || under.sentenceStart || !office || !/^Secretar(y|ies)$/.test(office.text)) return;
  const name = findKid(tokens, index, /^pobj$/);
  if (under.dep !== 'prep' || name < 0) return;
  const verb = under.head;
  const free = tokens[verb]!.pos === 'VERB' && !hasKid(tokens, verb, /^dobj$/);
  Object.assign(tokens[name]!, { head: verb, dep: free ? 'dobj' : 'appos' });
  Object.assign(under, { head: name, dep: 'compound', pos: 'PROPN', tag: 'NNP' });
};

/** "Condemned the raid in a statement": in what somebody says it was hung on what it is about. */
const saidIn = (tokens: readonly Draft[], index: number): void => {
  const preposition = tokens[index]!;
  const object = tokens[preposition.head]!;
  if (preposition.dep !== 'prep' || preposition.text !== 'in' || object.dep !== 'dobj') return;
  const noun = findKid(tokens, index, /^pobj$/);
  if (noun >= 0 && WORDS.utterance.has(tokens[noun]!.lemma) && tokens[object.head]!.pos === 'VERB')
    preposition.head = object.head;
};

/** Mends the phrases of one sentence: what an object, an adjective or a preposition belongs to. */
export const repairPhrases = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) {
    verbOfRoot(tokens, index);
    verbBehindParticiple(tokens, index);
    listedInParenthesis(tokens, index);
    heavyObject(tokens, index);
    visitor(tokens, index);
    gerundAsNoun(tokens, index);
    underSecretary(tokens, index);
    saidIn(tokens, index);
  }
};
