import { roleOfWord } from '../actors/role-words.ts';
import { type Draft, isName } from './draft-tokens.ts';

/** "Talks between Fiji's government and northern rebels": the first of two that are joined was taken for a part of the second. */
const firstTakenForModifier = (tokens: readonly Draft[], index: number): void => {
  const first = tokens[index]!;
  const second = tokens[first.head]!;
  const [and, next] = [tokens[index + 1], tokens[index + 2]];
  const named = first.pos === 'PROPN' && tokens[index - 1]?.text === 'of';
  if (!(first.dep === 'nmod' || (named && first.dep === 'amod')) || first.head <= index || !/^NNS?$/.test(second.tag))
    return;
  if (and?.dep !== 'cc' || and.head !== index || !next) return;
  const joined = next.dep === 'conj' && next.head === index && next.pos === 'ADJ' && first.head === index + 3;
  if (!joined && next !== second && !(next.dep === 'amod' && next.head === first.head)) return;
  if (!/^(pobj|nsubj|nsubjpass|dobj)$/.test(second.dep)) return;
  if (!named && !(first.pos === 'NOUN' && hasPart(tokens, index, first.head))) return;
  const at = first.head;
  if (joined) Object.assign(next, { head: at, dep: 'amod' });
  for (let before = 0; before < index; before++) if (tokens[before]!.head === at) tokens[before]!.head = index;
  Object.assign(first, { head: second.head, dep: second.dep });
  Object.assign(second, { head: index, dep: 'conj' });
};

/** Whether a word before the first of two is said of it, so that the first is a phrase of its own. */
const hasPart = (tokens: readonly Draft[], first: number, second: number): boolean =>
  tokens.some(
    (token, at) =>
      at < first &&
      (token.head === first || token.head === second) &&
      /^(poss|det|amod|compound|nmod)$/.test(token.dep),
  );

/** The last word of the name that a word was taken for a part of. */
const nameAbove = (tokens: readonly Draft[], part: number): number => {
  let at = tokens[part]!.head;
  for (let step = 0; step < 4 && /^(compound|nmod|amod)$/.test(tokens[at]!.dep) && tokens[at]!.head > at; step++)
    at = tokens[at]!.head;
  return at;
};

/** "President A al-B and Iraqi Prime Minister C met": the first of two people with titles was taken for a part of the second's name. */
const firstTakenForName = (tokens: readonly Draft[], index: number): void => {
  const first = tokens[index]!;
  if (!/^(PROPN|NOUN)$/.test(first.pos) || !/^(nmod|compound|amod)$/.test(first.dep) || first.head < index) return;
  const and = tokens[index + 1];
  if (and?.dep !== 'cc' || and.head !== index) return;
  const at = nameAbove(tokens, index);
  const second = tokens[at]!;
  const next = tokens.findIndex(
    ({ dep, head }, there) => there > index && there < at && dep === 'conj' && head === index,
  );
  const isTitle = (there: number): boolean => roleOfWord(tokens[there]!) !== undefined;
  const title = tokens.findIndex((_, there) => there >= next && there < at && isTitle(there));
  if (second.pos !== 'PROPN' || next < 0 || title < 0 || !tokens.slice(0, index).some((_, there) => isTitle(there)))
    return;
  for (let before = 0; before < index; before++) {
    const { head } = tokens[before]!;
    if (head > index && head <= at) tokens[before]!.head = index;
  }
  Object.assign(tokens[next]!, next === title ? { head: at, dep: 'compound' } : { head: title, dep: 'amod' });
  Object.assign(first, { head: second.head, dep: second.dep, pos: 'PROPN' });
  Object.assign(second, { head: index, dep: 'conj' });
};

/** "Prime Minister A and Foreign Minister B met": the second of two was taken for another subject of the verb. */
const secondTakenForSubject = (tokens: readonly Draft[], index: number): void => {
  const second = tokens[index]!;
  if (!/^nsubj(pass)?$/.test(second.dep) || second.head < index || !isName(second)) return;
  const first = tokens.findLastIndex(
    ({ dep, head }, at) => at < index && dep === second.dep && head === second.head && isName(tokens[at]),
  );
  if (first < 0 || tokens.slice(first, index).some(({ pos, text }) => /^(VERB|AUX)$/.test(pos) || text === ',')) return;
  const and = tokens.findIndex(({ dep, head }, at) => at > first && at < index && dep === 'cc' && head === first);
  if (and < 0 || tokens.some(({ dep, head }, at) => at > and && at < index && dep === 'conj' && head === first)) return;
  Object.assign(second, { head: first, dep: 'conj' });
};

/** "Between Togo's Eyadema and Benin's President Patrice Talon": of two names, each with its country, the first was taken for a part of the second. */
const nameTakenForModifier = (tokens: readonly Draft[], index: number): void => {
  const first = tokens[index]!;
  if (first.pos !== 'PROPN' || !/^(nmod|compound)$/.test(first.dep) || !isPossessive(tokens[index - 1])) return;
  if (tokens[index + 1]?.dep !== 'cc' || tokens[index + 1]!.head !== index || !isPossessive(tokens[index + 3])) return;
  let full = first.head;
  while (/^(nmod|compound)$/.test(tokens[full]!.dep) && tokens[full]!.head > full) full = tokens[full]!.head;
  const second = tokens[full]!;
  if (full < index + 4 || second.pos !== 'PROPN' || !/^(pobj|nsubj|nsubjpass|dobj)$/.test(second.dep)) return;
  tokens.forEach((token, at) => {
    if (at < index && token.head >= index && token.head <= full) token.head = index;
    if (at <= index + 1 || at >= full || token.head !== index) return;
    Object.assign(token, { head: full, dep: at === index + 2 ? 'poss' : 'compound' });
  });
  Object.assign(first, { head: second.head, dep: second.dep });
  Object.assign(second, { head: index, dep: 'conj' });
};

const isPossessive = (token: Draft | undefined): boolean => token?.tag === 'POS';

/** Mends which noun of two that are joined heads them. */
export const repairPairs = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) {
    firstTakenForModifier(tokens, index);
    nameTakenForModifier(tokens, index);
    firstTakenForName(tokens, index);
    secondTakenForSubject(tokens, index);
  }
};
