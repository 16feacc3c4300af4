import { type Draft, isName } from './draft-tokens.ts';

/** What is said of several, of each with a deed of its own. */
const JUDGING =
  /^(accuse|blame|suspect|charge|fault|criticize|criticise|condemn|denounce|slam|rebuke|thank|praise|commend|applaud|warn|caution|urge|ask)$/;
const ITS_OWN = /^(of|for|against|over|to)$/;
/** How far behind a name its own phrase begins. */
const NEAR = 4;
const HIGHEST = 6;

/** Where a verb's own phrase begins behind a name: the last of those alike before a verb ("the Republic of Congo of arming"). */
const ownPhrase = (tokens: readonly Draft[], name: number, word: string): number => {
  const alike = tokens.flatMap(({ text }, at) => (at > name && at <= name + NEAR && text === word ? [at] : []));
  return alike.find((at) => /^(VERB|DET|PRON)$/.test(tokens[at + 1]?.pos ?? '')) ?? alike[0] ?? -1;
};

/**
 * "Accused Chad of arming rebels and Kenya of hosting them": the second of two who are accused was joined to what the
 * first is accused of. It belongs to the first, and its own phrase to it.
 */
const secondOfTwo = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  if (name.dep !== 'conj' || name.pos !== 'PROPN' || !isName(tokens[name.head])) return;
  let at = name.head;
  for (let step = 0; step < HIGHEST && !JUDGING.test(tokens[at]!.lemma); step++) at = tokens[at]!.head;
  const verb = tokens[at]!;
  if (verb.pos !== 'VERB' || !JUDGING.test(verb.lemma) || at > index) return;
  const first = tokens.findIndex(({ dep, head }, there) => dep === 'dobj' && head === at && there > at);
  const phrase = tokens.findIndex(
    ({ head, dep, text }, there) => there > first && dep === 'prep' && head === at && ITS_OWN.test(text),
  );
  if (first < 0 || first > index || phrase < 0 || phrase > name.head || tokens[first]!.pos !== 'PROPN') return;
  const own = ownPhrase(tokens, index, tokens[phrase]!.text);
  if (own < 0) return;
  for (const token of tokens) if (token.dep === 'cc' && token.head === name.head) token.head = first;
  name.head = first;
  Object.assign(tokens[own]!, { head: index, dep: 'prep' });
};

/** Mends sentences that leave out a verb where they say it a second time. */
export const repairGaps = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) secondOfTwo(tokens, index);
};
