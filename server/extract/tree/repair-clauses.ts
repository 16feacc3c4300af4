import { roleOfWord } from '../actors/role-words.ts';
import { FRAMES } from '../lexicon/frames.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Draft, FINITE, findKid, hasKid, isName } from './draft-tokens.ts';

const OF_GERUND = /^(for|of|by|from|without|after|before)$/i;
const ADJECTIVAL =
  /^(visiting|ruling|leading|warring|opposing|fighting|attacking|protesting|supporting|defending|helping)$/i;
const SUIT = /^(suit|lawsuit|complaint|charge|case|indictment|claim|motion|petition)$/;
const DENYING = /^(deny|admit|consider|suggest|oppose|discuss|mull|weigh|contemplate|resume|halt|stop|begin)$/;

/** "Denied supplying weapons to Y": a gerund right after the verb that takes one was read as an adjective of its own object. */
const gerundAsAdjective = (tokens: readonly Draft[], index: number): void => {
  const gerund = tokens[index]!;
  const verb = tokens[index - 1];
  if (gerund.tag !== 'VBG' || gerund.dep !== 'amod' || !verb) return;
  const object = gerund.head;
  if (verb.dep === 'prep' && OF_GERUND.test(verb.text) && !ADJECTIVAL.test(gerund.text) && FRAMES.has(gerund.lemma)) {
    if (object < index || tokens[object]!.head !== index - 1 || tokens[object]!.dep !== 'pobj') return;
    Object.assign(gerund, { head: index - 1, dep: 'pcomp', pos: 'VERB' });
    Object.assign(tokens[object]!, { head: index, dep: 'dobj' });
    return;
  }
  if (!DENYING.test(verb.lemma)) return;
  if (object < index || tokens[object]!.head !== index - 1 || tokens[object]!.dep !== 'dobj') return;
  Object.assign(gerund, { head: index - 1, dep: 'xcomp', pos: 'VERB' });
  Object.assign(tokens[object]!, { head: index });
  for (let at = object + 1; at < tokens.length; at++)
    if (tokens[at]!.head === index - 1 && /^(prep|dative)$/.test(tokens[at]!.dep)) tokens[at]!.head = index;
};

/** "Will close the border should the region vote": turned about, "should" says if, and nobody that they ought to. */
const conditionTurnedAbout = (tokens: readonly Draft[], index: number): void => {
  const should = tokens[index]!;
  const verb = tokens[should.head]!;
  if (should.text !== 'should' || should.dep !== 'aux' || index === 0 || !/^(ccomp|advcl|conj)$/.test(verb.dep)) return;
  if (verb.head > index || should.head < index) return;
  const subject = findKid(tokens, should.head, /^nsubj/);
  if (subject < index || tokens[index - 1]!.tag === 'CC' || /^W/.test(tokens[index - 1]!.tag)) return;
  should.dep = 'mark';
  verb.dep = 'advcl';
};

/** "94% of the grain Chad has bought": the clause right behind a noun was read as joined to the verb before. */
const clauseOfObject = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const finite = FINITE.test(verb.tag) || (verb.tag === 'VBN' && hasKid(tokens, index, /^aux$/));
  if (verb.dep !== 'conj' || !finite || verb.head >= index) return;
  const subject = findKid(tokens, index, /^nsubj$/);
  if (subject < verb.head || subject > index) return;
  let first = subject;
  while (first - 1 > verb.head && tokens[first - 1]!.head === subject) first--;
  const noun = first - 1;
  if (noun <= verb.head || tokens[noun]!.pos !== 'NOUN' || !/^(dobj|pobj)$/.test(tokens[noun]!.dep)) return;
  for (let at = verb.head + 1; at < index; at++) if (/^(CC|,|:)$/.test(tokens[at]!.tag)) return;
  Object.assign(verb, { head: noun, dep: 'relcl' });
};

/** "Urged both to disarm": whom an infinitive is asked of was taken for an adverb of it. */
const bothAsked = (tokens: readonly Draft[], index: number): void => {
  const both = tokens[index]!;
  const verb = tokens[index - 1];
  if (both.text !== 'both' || both.dep !== 'advmod' || verb?.pos !== 'VERB' || tokens[index + 1]?.text !== 'to') return;
  const infinitive = tokens[both.head]!;
  if (infinitive.head !== index - 1 || !/^(xcomp|ccomp)$/.test(infinitive.dep)) return;
  Object.assign(both, { head: index - 1, dep: 'dobj' });
};

const DECREEING = /^(declare|announce|proclaim|impose|decree)$/;
const COMING_INTO_FORCE = /^(begin|start|last|run|take|continue|apply|end|expire)$/;

/** "Declared a curfew to begin at midnight": what is decreed was read as the subject of the clause that says from when. */
const decreedFromWhen = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const decree = tokens[verb.head]!;
  if (verb.dep !== 'ccomp' || verb.tag !== 'VB' || !COMING_INTO_FORCE.test(verb.lemma)) return;
  if (!DECREEING.test(decree.lemma) || !tokens.some((token) => token.head === index && token.tag === 'TO')) return;
  const noun = findKid(tokens, index, /^nsubj$/);
  if (noun < verb.head || noun > index || hasKid(tokens, verb.head, /^dobj$/)) return;
  Object.assign(tokens[noun]!, { head: verb.head, dep: 'dobj' });
  Object.assign(verb, { head: noun, dep: 'acl' });
};

/** "Urging Mali to comply", "called on Mali to comply": the infinitive was hung on a verb further off than the one that demands. */
const askedInfinitive = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.tag !== 'VB' || !/^(advcl|xcomp|acl|relcl)$/.test(verb.dep)) return;
  const to = tokens.findIndex((token, at) => at < index && token.head === index && token.tag === 'TO');
  const asked = tokens[to - 1];
  if (to < 1 || !asked || !isName(asked)) return;
  let noun = to - 1;
  for (let step = 0; step < 8; step++) {
    const dep = tokens[noun]!.dep;
    const head = tokens[noun]!.head;
    if (dep === 'dobj' && WORDS.demand.has(tokens[head]!.lemma) && tokens[head]!.lemma !== 'call') {
      if (head !== verb.head || verb.dep !== 'xcomp') Object.assign(verb, { head, dep: 'xcomp' });
      return;
    }
    const over = tokens[head]!.head;
    if (dep === 'pobj' && /^(on|upon)$/i.test(tokens[head]!.text) && tokens[over]!.lemma === 'call') {
      Object.assign(verb, { head: over, dep: 'xcomp' });
      return;
    }
    if (head === noun || !/^(compound|conj|pobj|prep|appos|poss|nmod|amod)$/.test(dep)) return;
    noun = head;
  }
};

/** "Sent soldiers to Gambia and Nigeria praised": the subject of a joined verb was read as joined to the name before. */
const swallowedBySecondClause = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  const verb = tokens[index + 1];
  if (
    name.dep !== 'conj' ||
    name.pos !== 'PROPN' ||
    !verb ||
    !FINITE.test(verb.tag) ||
    !/^(conj|advcl|ccomp)$/.test(verb.dep)
  )
    return;
  if (verb.head >= index || hasKid(tokens, index + 1, /^nsubj/)) return;
  Object.assign(name, { head: index + 1, dep: 'nsubj' });
};

/** "Between 1999 and 2009 Switzerland mediated": the subject was read as one more object of the preposition of time. */
const subjectAfterTime = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  const verb = tokens[index + 1];
  const preposition = tokens[name.head];
  if (name.dep !== 'pobj' || name.pos !== 'PROPN' || !verb || !FINITE.test(verb.tag) || !preposition) return;
  if (preposition.head !== index + 1 || hasKid(tokens, index + 1, /^(nsubj|nsubjpass|expl|csubj)$/)) return;
  if (!tokens.some((token, at) => at < index && token.head === name.head && token.dep === 'pobj')) return;
  Object.assign(name, { head: index + 1, dep: 'nsubj' });
};

/** "Thailand votes for the treaty", "EU to sanction ministers": in a headline the name before the verb was read as a part of it. */
const nameBeforeVerb = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  const verb = tokens[name.head]!;
  if (!/^(compound|dep|nmod|amod)$/.test(name.dep) || !isName(name) || verb.pos !== 'VERB' || verb.dep !== 'ROOT')
    return;
  if (name.head <= index || hasKid(tokens, name.head, /^(nsubj|nsubjpass|csubj)$/)) return;
  const finite = FINITE.test(verb.tag) || (verb.tag === 'VB' && tokens[name.head - 1]!.tag === 'TO');
  if (finite) name.dep = 'nsubj';
};

/** "Agree to ceasefire": a noun after "to" was read as an infinitive. */
const nounAfterTo = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  const to = tokens[index - 1];
  if (!/^(ceasefire|truce|talks)$/i.test(noun.text) || noun.tag !== 'VB' || !to || to.tag !== 'TO') return;
  if (noun.dep !== 'xcomp' || hasKid(tokens, index, /^dobj$/)) return;
  Object.assign(to, { head: noun.head, dep: 'prep', tag: 'IN', pos: 'ADP' });
  Object.assign(noun, { head: index - 1, dep: 'pobj', tag: 'NN', pos: 'NOUN' });
};

/** "Argentina, Brazil and Chile signed": in a list of names before the verb, the second was read as an apposition of the first. */
const listedNames = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  const first = tokens[name.head]!;
  if (name.dep !== 'appos' || name.pos !== 'PROPN' || first.pos !== 'PROPN' || !/^nsubj/.test(first.dep)) return;
  if (name.head >= index || tokens[index - 1]!.text !== ',' || tokens.slice(name.head + 1, index - 1).length > 0)
    return;
  const joined = hasKid(tokens, index, /^cc$/) && hasKid(tokens, index, /^conj$/);
  const next = tokens[index + 1];
  if (joined || (next && first.head === index + 1)) name.dep = 'conj';
};

/** "Filed a suit in a court in X against Y": what a suit is against was hung on the place of the court. */
const suitAgainst = (tokens: readonly Draft[], index: number): void => {
  const against = tokens[index]!;
  if (against.text !== 'against' || against.dep !== 'prep') return;
  let at = against.head;
  for (let step = 0; step < 6 && /^(pobj|prep)$/.test(tokens[at]!.dep); step++) at = tokens[at]!.head;
  const suit = tokens.findIndex(
    (token, there) => there < index && token.head === at && token.dep === 'dobj' && SUIT.test(token.lemma),
  );
  if (suit >= 0 && at !== against.head) against.head = suit;
};

/** The verb that a gerund is of: "Suspending" → "suspend", "Halting" → "halt". */
const verbOfGerund = (text: string): string | undefined => {
  const stem = text.toLowerCase().replace(/ing$/, '');
  return [stem, `${stem}e`, stem.slice(0, -1)].find((verb) => FRAMES.has(verb) || WORDS.end.has(verb));
};

/** "Halting deliveries to X, Y spoke": a gerund at the beginning was read as a part of its own object, and that as a subject. */
const frontedGerund = (tokens: readonly Draft[]): void => {
  const first = tokens[0];
  if (!first || !/ing$/i.test(first.text) || !/^(VBG|NN|NNP)$/.test(first.tag)) return;
  const object = first.head;
  const root = tokens[object]!.head;
  if (!/^(amod|compound|nmod)$/.test(first.dep) || !/^(nsubj|npadvmod|dep)$/.test(tokens[object]!.dep)) return;
  if (tokens[root]!.pos !== 'VERB' || root < object) return;
  const comma = tokens.findIndex((token, at) => at > object && at < root && token.text === ',');
  if (comma < 0 || !tokens.some((token, at) => at > comma && at < root && token.head === root && token.dep === 'nsubj'))
    return;
  const lemma = verbOfGerund(first.text);
  if (!lemma) return;
  Object.assign(first, { head: root, dep: 'advcl', tag: 'VBG', pos: 'VERB', lemma });
  Object.assign(tokens[object]!, { head: 0, dep: 'dobj' });
};

/** "Modi to visit Egypt": a name at the head of a headline was read as its verb. */
const nameBeforeInfinitive = (tokens: readonly Draft[]): void => {
  const [name, to, verb] = tokens;
  if (!name || !to || !verb || name.dep !== 'ROOT' || name.tag !== 'VB' || to.tag !== 'TO' || verb.tag !== 'VB') return;
  if (verb.head !== 0 || !/^\p{Lu}/u.test(name.text) || FRAMES.has(name.lemma)) return;
  for (const [at, token] of tokens.entries()) if (token.head === 0 && at > 2) token.head = 2;
  Object.assign(verb, { head: 2, dep: 'ROOT' });
  Object.assign(name, { head: 2, dep: 'nsubj', tag: 'NNP', pos: 'PROPN' });
};

/** What crowds and armed men do, and what is no way of dealing with them. */
const OF_CROWD =
  /^(demand|protest|seek|call|oppose|march|block|occupy|chant|denounce|flee|fight|live|rally|demonstrate|picket|hold|support)$/;

/** "Clashed with demonstrators demanding": what the people right before it do was read as done by the subject. */
const peopleDoing = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const people = tokens[index - 1];
  if (verb.tag !== 'VBG' || verb.dep !== 'advcl' || !people || people.tag !== 'NNS' || verb.head >= index) return;
  if (!/^(dobj|pobj)$/.test(people.dep) || !OF_CROWD.test(verb.lemma) || !roleOfWord(people)) return;
  Object.assign(verb, { head: index - 1, dep: 'acl' });
};

/** Mends the clauses of one sentence: whose verb an infinitive, a gerund or a name belongs to. */
export const repairClauses = (tokens: readonly Draft[]): void => {
  frontedGerund(tokens);
  nameBeforeInfinitive(tokens);
  for (let index = 0; index < tokens.length; index++) {
    gerundAsAdjective(tokens, index);
    conditionTurnedAbout(tokens, index);
    bothAsked(tokens, index);
    clauseOfObject(tokens, index);
    decreedFromWhen(tokens, index);
    askedInfinitive(tokens, index);
    swallowedBySecondClause(tokens, index);
    subjectAfterTime(tokens, index);
    nameBeforeVerb(tokens, index);
    nounAfterTo(tokens, index);
    listedNames(tokens, index);
    suitAgainst(tokens, index);
    peopleDoing(tokens, index);
  }
};
