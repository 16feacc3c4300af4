import { FRAMES } from '../lexicon/frames.ts';
import { type Draft, FINITE, findKid, hasKid, isName } from './draft-tokens.ts';

const DAY =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today)$/i;

/** Makes a token the root: what hung on the old one hangs on it, but for the parts of the phrase that the old one heads. */
const crown = (tokens: readonly Draft[], verb: number, old: number): void => {
  for (const [at, token] of tokens.entries())
    if (token.head === old && at !== old && token.dep === 'punct' && at > verb) token.head = verb;
  Object.assign(tokens[verb]!, { head: verb, dep: 'ROOT' });
};

/** "Iran, whose troops are fighting in Syria, rejected": the main verb was read as joined to that of the relative clause. */
const verbBehindRelative = (tokens: readonly Draft[], root: number): void => {
  const clause = findKid(tokens, root, /^relcl$/);
  if (!isName(tokens[root]) || clause < root) return;
  const verb = findKid(tokens, clause, /^conj$/);
  if (verb < 0 || !FINITE.test(tokens[verb]!.tag) || tokens[verb - 1]!.text !== ',') return;
  const joined = findKid(tokens, clause, /^cc$/);
  if ((joined >= 0 && joined < verb) || hasKid(tokens, verb, /^nsubj/)) return;
  crown(tokens, verb, root);
  Object.assign(tokens[root]!, { head: verb, dep: 'nsubj' });
  for (const [at, token] of tokens.entries())
    if (at > verb && token.head === clause && /^(cc|conj)$/.test(token.dep)) token.head = verb;
};

/** "Pakistan, which denies any role, retaliated": the main verb was read as a participle of the last noun of the relative clause. */
const verbBehindObject = (tokens: readonly Draft[], root: number): void => {
  const clause = findKid(tokens, root, /^relcl$/);
  if (!isName(tokens[root]) || clause < root) return;
  const verb = tokens.findIndex(
    ({ dep, tag, head }, at) =>
      at > clause && dep === 'acl' && /^VB[DN]$/.test(tag) && head >= clause && tokens[at - 1]!.text === ',',
  );
  if (verb < 0 || hasKid(tokens, verb, /^(agent|aux|auxpass)$/)) return;
  crown(tokens, verb, root);
  Object.assign(tokens[verb]!, { tag: 'VBD' });
  Object.assign(tokens[root]!, { head: verb, dep: 'nsubj' });
};

/** "ECOWAS closed its border": a name in capitals was read as the verb, and the verb as an adjective. */
const capitalsAsVerb = (tokens: readonly Draft[], root: number): void => {
  const name = tokens[root]!;
  const verb = tokens[root + 1];
  if (!/^\p{Lu}{3,}$/u.test(name.text) || name.pos !== 'VERB' || !verb || !/ed$/.test(verb.text)) return;
  const object = verb.head;
  if (!/^(amod|compound)$/.test(verb.dep) || tokens[object]!.head !== root || tokens[object]!.dep !== 'dobj') return;
  for (const [at, token] of tokens.entries()) if (token.head === root && at > root) token.head = root + 1;
  Object.assign(verb, { head: root + 1, dep: 'ROOT', pos: 'VERB', tag: 'VBD', lemma: verbOf(verb.text) });
  Object.assign(name, { head: root + 1, dep: 'nsubj', pos: 'PROPN', tag: 'NNP' });
};

/** The verb of a form in -ed, as the frames know it: "closed" → "close". */
const verbOf = (form: string): string => {
  const stem = form.toLowerCase().replace(/ed$/, '');
  return [`${stem}e`, stem, stem.slice(0, -1)].find((verb) => FRAMES.has(verb)) ?? stem;
};

/** "On Monday planes of the coalition killed ten": a finite verb with an object was read as a participle, and its subject as a part of the date. */
const verbBehindDate = (tokens: readonly Draft[], root: number): void => {
  const subject = findKid(tokens, root, /^pobj$/);
  if (tokens[root]!.pos !== 'ADP' || subject < 0) return;
  const day = tokens.findIndex(({ head, dep, text }) => head === subject && dep === 'compound' && DAY.test(text));
  const verb = tokens.findIndex(
    ({ dep, tag }, at) => at > subject && dep === 'acl' && /^VB[DN]$/.test(tag) && hasKid(tokens, at, /^dobj$/),
  );
  if (day < 0 || verb < 0) return;
  crown(tokens, verb, root);
  Object.assign(tokens[verb]!, { tag: 'VBD' });
  Object.assign(tokens[root]!, { head: verb, dep: 'prep' });
  Object.assign(tokens[day]!, { head: root, dep: 'pobj' });
  Object.assign(tokens[subject]!, { head: verb, dep: 'nsubj' });
};

/** "Most member states, including Malta, recognise": the states were taken for the verb, and the verb for its object. */
const memberStates = (tokens: readonly Draft[], index: number): void => {
  const states = tokens[index]!;
  const member = tokens[index - 1];
  if (states.tag !== 'VBZ' || states.text !== 'states' || !/^member$/i.test(member?.text ?? '')) return;
  const verb = tokens.findIndex(
    (token, at) =>
      at > index && token.head === index && token.pos === 'VERB' && /^(dobj|ccomp|xcomp|conj|advcl)$/.test(token.dep),
  );
  if (verb < 0) return;
  const { head, dep } = states;
  tokens.forEach((token, at) => {
    if (at < index && token.head === index - 1) token.head = index;
    if (at > verb && token.head === index) token.head = verb;
  });
  Object.assign(member!, { head: index, dep: 'compound' });
  const { tag } = tokens[verb]!;
  Object.assign(tokens[verb]!, { head: head === index ? verb : head, dep, tag: tag === 'VB' ? 'VBP' : tag });
  Object.assign(states, { head: verb, dep: 'nsubj', tag: 'NNS', pos: 'NOUN', lemma: 'state' });
};

/** Mends a sentence whose root is a name or a preposition, because its main verb was read as a part of a phrase. */
export const repairRoot = (tokens: readonly Draft[]): void => {
  for (let index = 1; index < tokens.length; index++) memberStates(tokens, index);
  const root = tokens.findIndex(({ head }, at) => head === at);
  if (root < 0) return;
  capitalsAsVerb(tokens, root);
  verbBehindRelative(tokens, root);
  verbBehindObject(tokens, root);
  verbBehindDate(tokens, root);
};
