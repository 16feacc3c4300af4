import { gazetteer } from '../actors/gazetteer.ts';
import { roleOfWord } from '../actors/role-words.ts';
import type { Draft } from './draft-tokens.ts';

const LONGEST_BODY = 5;

const isPartOfName = ({ pos, text }: Draft): boolean => pos === 'PROPN' && /^\p{Lu}/u.test(text);

/** Where the name of a state or a body ends that begins at a token and has a person's name behind it, or −1. */
const endOfBody = (tokens: readonly Draft[], from: number): number => {
  for (let end = Math.min(tokens.length - 1, from + LONGEST_BODY); end > from; end--)
    if (
      isPartOfName(tokens[end]!) &&
      gazetteer().bodies.has(
        tokens
          .slice(from, end)
          .map(({ text }) => text)
          .join(' '),
      )
    )
      return end;
  return -1;
};

/** The office that a preposition tells the state or body of: "ambassador to", "minister of the Republic of". */
const officeAbove = (tokens: readonly Draft[], preposition: number): number => {
  let at = preposition;
  for (let step = 0; step < 3; step++) {
    const before = tokens[at - 1];
    if (before && roleOfWord(before) !== undefined && isOffice(before)) return at - 1;
    at = tokens[at]!.head;
    const noun = tokens[at]!;
    if (/^(PROPN|NOUN)$/.test(noun.pos) && isOffice(noun)) return at;
    if (noun.dep !== 'pobj') return -1;
    at = noun.head;
  }
  return -1;
};

const OFFICE =
  /^(ambassador|envoy|commissioner|representative|consul|minister|premier|president|king|queen|chancellor|secretary|coordinator|director|chief|head|chairman|chairwoman|governor|speaker|general|emir|sultan|leader)s?$/i;
const isOffice = ({ lemma }: Draft): boolean => OFFICE.test(lemma);

/** "The Serbian ambassador to Kenya Marko Ilic": state and person were read as one name, or the person as an object of his own. */
const personBehindState = (tokens: readonly Draft[], index: number): void => {
  if (!/^(of|to|in|for)$/.test(tokens[index]!.text)) return;
  const from = tokens[index + 1]?.text === 'the' ? index + 2 : index + 1;
  const person = endOfBody(tokens, from);
  if (person < 0) return;
  const office = officeAbove(tokens, index);
  if (office < 0) return;
  let last = person;
  while (last + 1 < tokens.length && isPartOfName(tokens[last + 1]!) && tokens[last]!.head !== tokens[last + 1]!.head)
    last++;
  const name = tokens[last]!;
  if (last === person && name.dep === 'compound') return;
  const [title, state] = [tokens[office]!, tokens[person - 1]!];
  if (name.head === office && name.dep === 'appos') return;
  if (!(name.head === index || name.head === title.head || name.head === office)) return;
  for (const [at, token] of tokens.entries()) {
    if (at > last && token.head === last && !/^(prep|relcl|acl|appos|poss|case)$/.test(token.dep)) token.head = office;
    else if (at >= from && at < person - 1) Object.assign(token, { head: person - 1, dep: 'compound' });
    else if (at >= person && at < last) Object.assign(token, { head: last, dep: 'compound' });
    else if (at === from - 1 && at > index) token.head = person - 1;
  }
  Object.assign(tokens[index]!, { head: index - 1 === office ? office : tokens[index]!.head, dep: 'prep', pos: 'ADP' });
  Object.assign(state, { head: index, dep: 'pobj' });
  Object.assign(name, { head: office, dep: 'appos' });
};

/** Mends offices of which state, holder and name stand side by side. */
export const repairTitles = (tokens: readonly Draft[]): void => {
  for (let index = 1; index < tokens.length - 2; index++) personBehindState(tokens, index);
};
