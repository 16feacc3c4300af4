import type { Draft } from './draft-tokens.ts';

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

/** Mends which noun of two that are joined heads them. */
export const repairPairs = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) firstTakenForModifier(tokens, index);
};
