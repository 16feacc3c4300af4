import { type Draft, findKid, hasKid } from './draft-tokens.ts';

const HIGHEST = 6;

/**
 * "Was trying to dictate … and accused it", "accused Chad of plotting and recalled its envoy": a past tense joined to an
 * infinitive or a gerund belongs to the past tense above that.
 */
const pastJoinedToInfinitive = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const joined = tokens[verb.head]!;
  if (verb.tag !== 'VBD' || verb.dep !== 'conj' || verb.head > index) return;
  const infinitive = joined.tag === 'VB' && tokens.some((token) => token.head === verb.head && token.tag === 'TO');
  if (!infinitive && !(joined.tag === 'VBG' && joined.dep === 'pcomp')) return;
  if (tokens.some((token) => token.head === index && /^(nsubj|nsubjpass)$/.test(token.dep))) return;
  let at = verb.head;
  for (let step = 0; step < HIGHEST && tokens[at]!.head !== at; step++) {
    at = tokens[at]!.head;
    if (tokens[at]!.tag !== 'VBD' || tokens[at]!.pos !== 'VERB') continue;
    verb.head = at;
    return;
  }
};

/** "X called it illegal; Y warned": of two clauses with a semicolon between, neither is what the other says. */
const clauseBeforeSemicolon = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.dep !== 'ccomp' || verb.head <= index) return;
  const stop = tokens.findIndex((token, at) => at > index && at < verb.head && token.text === ';');
  if (stop >= 0) verb.dep = 'conj';
};

const WEEKDAY = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i;

/** "In a call on Friday President A and B discussed": a day before the subject was taken for the first part of its name. */
const dayBeforeSubject = (tokens: readonly Draft[], index: number): void => {
  const day = tokens[index]!;
  if (!WEEKDAY.test(day.text) || day.dep !== 'compound' || day.head <= index) return;
  let full = day.head;
  for (let step = 0; step < HIGHEST && tokens[full]!.dep === 'compound'; step++) full = tokens[full]!.head;
  const name = tokens[full]!;
  const preposition = name.head;
  if (name.dep !== 'pobj' || preposition !== index - 1) return;
  let verb = preposition;
  for (let step = 0; step < HIGHEST && tokens[verb]!.head !== verb && tokens[verb]!.pos !== 'VERB'; step++)
    verb = tokens[verb]!.head;
  if (tokens[verb]!.pos !== 'VERB' || verb < full) return;
  const subject = tokens.findIndex((token) => token.head === verb && /^(nsubj|nsubjpass|csubj|expl)$/.test(token.dep));
  const isObject = subject > verb && !tokens.some((token) => token.head === verb && token.dep === 'dobj');
  if (subject >= 0 && !isObject) return;
  if (isObject) tokens[subject]!.dep = 'dobj';
  const passive = tokens.some((token) => token.head === verb && token.dep === 'auxpass');
  Object.assign(name, { head: verb, dep: passive ? 'nsubjpass' : 'nsubj' });
  Object.assign(day, { head: preposition, dep: 'pobj' });
};

/** "Talks with A and with B": of two prepositions alike, the object of the second is joined to that of the first. */
const sharedPreposition = (tokens: readonly Draft[], index: number): void => {
  const second = tokens[index]!;
  if (second.dep !== 'conj' || second.pos !== 'ADP' || !/^(and|or)$/i.test(tokens[index - 1]?.text ?? '')) return;
  const first = tokens.findLastIndex(
    (token, at) => at < index && at >= second.head && token.pos === 'ADP' && token.text === second.text,
  );
  const objectOf = (preposition: number): number =>
    tokens.findIndex((token) => token.head === preposition && token.dep === 'pobj');
  const [one, other] = [objectOf(first), objectOf(index)];
  if (one < 0 || other < one) return;
  Object.assign(tokens[other]!, { head: one, dep: 'conj' });
  second.dep = 'cc';
};

/** "Called the gathering historic": what was called so was taken for a part of what it was called. */
const calledAdjective = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  const adjective = tokens[noun.head]!;
  if (noun.dep === 'oprd' && noun.pos === 'NOUN') {
    const called = tokens.some((token, at) => at > index && token.head === noun.head && token.dep === 'oprd');
    const object = tokens.some((token) => token.head === noun.head && token.dep === 'dobj');
    if (called && !object) noun.dep = 'dobj';
    return;
  }
  if (noun.tag !== 'NN' || !/^(amod|npadvmod|nmod|compound)$/.test(noun.dep) || noun.head !== index + 1) return;
  if (adjective.pos !== 'ADJ' || !/^(oprd|dobj|ccomp)$/.test(adjective.dep)) return;
  const verb = adjective.head;
  if (!/^(call|deem|consider|declare|find)$/.test(tokens[verb]!.lemma) || verb > index) return;
  for (let at = verb + 1; at < index; at++) if (tokens[at]!.head === index + 1) tokens[at]!.head = index;
  Object.assign(noun, { head: verb, dep: 'dobj' });
  adjective.dep = 'oprd';
};

/** "Called the air strikes reckless": a noun with an article or a noun before it was taken for a verb. */
const nounTakenForVerb = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  if (noun.tag !== 'VBZ' || !/^(dobj|pobj)$/.test(noun.dep)) return;
  if (!tokens.some((token) => token.head === index && /^(det|compound|poss|amod)$/.test(token.dep))) return;
  Object.assign(noun, { tag: 'NNS', pos: 'NOUN', lemma: noun.text.toLowerCase().replace(/s$/, '') });
};

/** "Mediated in turn by A, B and C": the doers behind a set phrase, of which all but the first were joined to the verb. */
const doersBehindPhrase = (tokens: readonly Draft[], index: number): void => {
  const by = tokens[index]!;
  const noun = tokens[by.head]!;
  if (by.text !== 'by' || noun.dep !== 'pobj' || !/^(turn|part|succession)$/.test(noun.text)) return;
  const verb = tokens[noun.head]!.head;
  if (tokens[verb]!.tag !== 'VBN') return;
  Object.assign(by, { head: verb, dep: 'agent' });
  const first = findKid(tokens, index, /^pobj$/);
  if (first < 0) return;
  tokens.forEach((token, at) => {
    if (at > first && token.head === verb && token.dep === 'conj' && token.pos === 'PROPN') token.head = first;
  });
};

/** "Demanded that Minsk release both": a verb without an ending was taken for a noun. */
const verbTakenForNoun = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.tag !== 'NN' || verb.dep !== 'ccomp') return;
  if (!hasKid(tokens, index, /^mark$/) || !hasKid(tokens, index, /^nsubj$/)) return;
  if (hasKid(tokens, index, /^(det|poss|amod|compound)$/)) return;
  Object.assign(verb, { tag: 'VB', pos: 'VERB', lemma: verb.text.toLowerCase() });
};

/** "Offered to host talks": an infinitive was taken for a noun. */
const infinitiveTakenForNoun = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.pos !== 'NOUN' || !/^(xcomp|ccomp|advcl|acl|conj)$/.test(verb.dep)) return;
  const to = tokens[index - 1];
  if (to?.head !== index || to.dep !== 'aux' || to.text !== 'to') return;
  Object.assign(verb, { tag: 'VB', pos: 'VERB', lemma: verb.text.toLowerCase() });
};

/** What one does who says something of somebody in one breath and turns to somebody in the next. */
const TURNING_TO =
  /^(call|urge|demand|ask|appeal|warn|accuse|blame|criticize|criticise|condemn|denounce|praise|thank|welcome|threaten|promise|pledge|vow|deny|reject)$/;

/** "Said that soldiers had fired at boats, and called on the ministry": a comma takes a second utterance back to who says. */
const utteranceJoinedToSaid = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (!/^VB[DN]$/.test(verb.tag) || verb.dep !== 'conj' || verb.head > index || !TURNING_TO.test(verb.lemma)) return;
  if (tokens[index - 1]?.text !== 'and' || tokens[index - 2]?.text !== ',') return;
  if (hasKid(tokens, index, /^(aux|auxpass|nsubj|nsubjpass|agent)$/)) return;
  let said = verb.head;
  for (let step = 0; step < HIGHEST && tokens[said]!.dep !== 'ccomp' && tokens[said]!.head !== said; step++)
    said = tokens[said]!.head;
  const saying = tokens[said]!.head;
  if (tokens[said]!.dep !== 'ccomp' || saying > said || tokens[saying]!.tag !== 'VBD') return;
  if (!hasKid(tokens, saying, /^nsubj$/) || !hasKid(tokens, said, /^nsubj/)) return;
  Object.assign(verb, { head: saying, tag: 'VBD' });
};

/** "Talks, mediated by A, ended": a participle between commas was taken for the main verb, and that for one joined to it. */
const participleTakenForMain = (tokens: readonly Draft[], index: number): void => {
  const participle = tokens[index]!;
  if (participle.tag !== 'VBN' || participle.dep !== 'ROOT' || tokens[index - 1]?.text !== ',') return;
  const below = (labels: RegExp): readonly number[] =>
    tokens.flatMap((token, at) => (token.head === index && at !== index && labels.test(token.dep) ? [at] : []));
  const subject = findKid(tokens, index, /^nsubj(pass)?$/);
  if (subject < 0 || subject > index) return;
  if (hasKid(tokens, index, /^(aux|auxpass|dobj)$/) || !hasKid(tokens, index, /^agent$/)) return;
  const main = below(/^conj$/).find(
    (at) =>
      /^VB[DPZ]$/.test(tokens[at]!.tag) &&
      tokens[at - 1]?.text === ',' &&
      !hasKid(tokens, at, /^(nsubj|nsubjpass|expl)$/),
  );
  if (main === undefined) return;
  for (const at of below(/^punct$/)) if (at > main) tokens[at]!.head = main;
  Object.assign(tokens[main]!, { head: main, dep: 'ROOT' });
  Object.assign(tokens[subject]!, { head: main, dep: 'nsubj' });
  Object.assign(participle, { head: subject, dep: 'acl' });
};

/** "Accused the forces of burning homes and killing civilians": a gerund joined to a finite verb belongs to the gerund before. */
const gerundJoinedToFinite = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const object = tokens[verb.head]!;
  // "of torching huts and beating herders": or it was joined to the object of that gerund
  if (verb.tag === 'VBG' && verb.dep === 'conj' && object.dep === 'dobj' && hasKid(tokens, index, /^dobj$/)) {
    const gerund = tokens[object.head]!;
    if (gerund.tag === 'VBG' && gerund.dep === 'pcomp' && object.pos === 'NOUN') verb.head = object.head;
    return;
  }
  const finite = verb.head;
  if (verb.tag !== 'VBG' || verb.dep !== 'conj' || finite > index || !/^VB[DPZN]$/.test(tokens[finite]!.tag)) return;
  if (hasKid(tokens, index, /^(aux|nsubj)/)) return;
  for (let at = index - 1; at > finite; at--) {
    if (tokens[at]!.tag !== 'VBG' || tokens[at]!.dep !== 'pcomp') continue;
    const and = tokens.findIndex(
      (token, there) => there > at && there < index && token.dep === 'cc' && token.head === finite,
    );
    verb.head = at;
    if (and >= 0) tokens[and]!.head = at;
    return;
  }
};

/** Nouns whose plural is a verb form too. */
const VERB_LIKE =
  /^(freezes|bans|curbs|cuts|caps|limits|strikes|attacks|raids|tests|drills|checks|visits|talks|calls|threats|demands|charges|claims|sales|supplies|deals|walls|fines|seizures|controls|tariffs|searches|patrols|flights|exports|imports)$/i;

/** "Imposed travel bans and asset freezes on": the second of two objects was read as a verb, and the first as its subject. */
const objectReadAsClause = (tokens: readonly Draft[], index: number): void => {
  const last = tokens[index]!;
  const verb = tokens[last.head];
  if (last.dep !== 'ccomp' || !VERB_LIKE.test(last.text) || !verb || last.head >= index || verb.pos !== 'VERB') return;
  const subject = findKid(tokens, index, /^nsubj$/);
  const between = subject < 0 ? -1 : findKid(tokens, subject, /^conj$/);
  if (
    between !== index - 1 ||
    hasKid(tokens, last.head, /^(dobj|nsubjpass)$/) ||
    hasKid(tokens, index, /^(mark|aux|dobj)$/)
  )
    return;
  const { head } = last;
  Object.assign(tokens[subject]!, { head, dep: 'dobj' });
  Object.assign(tokens[between]!, { head: index, dep: 'compound' });
  Object.assign(last, { head: subject, dep: 'conj', tag: 'NNS', pos: 'NOUN' });
  for (const [at, token] of tokens.entries()) {
    if (token.head === index && at > index && token.dep === 'prep') token.head = head;
    if (token.head === index && token.dep === 'punct') token.head = head;
  }
};

/** "Called for a truce, a return to talks and the withdrawal": the second of a list behind a preposition was left hanging on the verb. */
const leftOfList = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  if (noun.dep !== 'dep' || noun.pos !== 'NOUN' || noun.head > index || tokens[noun.head]!.pos !== 'VERB') return;
  const first = tokens.findLastIndex(
    ({ dep, pos, head }, at) =>
      at < index && dep === 'pobj' && pos === 'NOUN' && head > noun.head && tokens[head]!.head === noun.head,
  );
  if (first < 0 || !tokens.slice(first, index).some(({ text, head }) => text === ',' && head === noun.head)) return;
  if (hasKid(tokens, index, /^(nsubj|cop|aux)$/) || !hasKid(tokens, index, /^(cc|conj)$/)) return;
  Object.assign(noun, { head: first, dep: 'conj' });
};

/** Mends which clause of a sentence is joined to which. */
export const repairJoins = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) {
    pastJoinedToInfinitive(tokens, index);
    gerundJoinedToFinite(tokens, index);
    objectReadAsClause(tokens, index);
    clauseBeforeSemicolon(tokens, index);
    dayBeforeSubject(tokens, index);
    sharedPreposition(tokens, index);
    doersBehindPhrase(tokens, index);
    participleTakenForMain(tokens, index);
    verbTakenForNoun(tokens, index);
    infinitiveTakenForNoun(tokens, index);
    utteranceJoinedToSaid(tokens, index);
    nounTakenForVerb(tokens, index);
    calledAdjective(tokens, index);
    leftOfList(tokens, index);
  }
};
