import type { Office } from '../cast.ts';
import type { Draft } from './draft.ts';
import type { Dyads } from './dyads.ts';
import { roleOfWord } from './role-words.ts';
import { coreOf, kids, objectsOf } from './tree.ts';

/** Offices that each of two states has. */
const OFFICES =
  /^(president|minister|premier|chancellor|king|ambassador|envoy|secretary|general|chief|leader|negotiator|spokesman|commander)s$/i;

/** Two persons in an office of one name, of two states: "the foreign ministers, A and B". */
interface OfficersOfTwo {
  readonly noun: number;
  readonly title: string;
  readonly persons: readonly number[];
  readonly end: number;
}

const personAt = (draft: Draft, token: number): number | undefined => {
  const mention = draft.mentions[draft.at[token] ?? -1];
  return mention && draft.entities[mention.entity]!.kind === 'person' ? mention.entity : undefined;
};

/** First names that were not taken for a part of the name behind them are stepped over. */
const surnameFrom = (draft: Draft, from: number): number => {
  let at = from;
  while (at < from + 2 && draft.at[at] === -1 && draft.tree.tokens[at]?.pos === 'PROPN') at++;
  return at;
};

/** By the order of words alone, for the parser hangs such names in many ways: a plural, a comma, a name, "and", a name. */
const officersAt = (draft: Draft, noun: number): OfficersOfTwo | undefined => {
  const { tokens } = draft.tree;
  if (!OFFICES.test(tokens[noun]!.text) || tokens[noun]!.tag !== 'NNS') return undefined;
  const core = coreOf(draft.tree, noun);
  if (core.some((at) => draft.at[at] !== -1)) return undefined;
  const of = objectsOf(draft.tree, noun, new Set(['of'])).map(({ object }) => object);
  if (of.some((object) => !/^(countries|states|nations|sides|neighbou?rs|republics)$/i.test(tokens[object]!.text)))
    return undefined;
  let at = (of.at(-1) ?? noun) + 1;
  if (tokens[at]?.text !== ',') return undefined;
  const persons: number[] = [];
  at++;
  while (at < tokens.length && persons.length < 3) {
    at = surnameFrom(draft, at);
    const person = personAt(draft, at);
    if (person === undefined) break;
    persons.push(person);
    while (personAt(draft, at) === person) at++;
    if (!/^(and|,)$/.test(tokens[at]?.text ?? '')) break;
    if (personAt(draft, surnameFrom(draft, at + 1)) === undefined) break;
    at++;
  }
  if (persons.length !== 2 || persons[0] === persons[1]) return undefined;
  const words = core
    .filter((word) => /^(compound|amod)$/.test(tokens[word]!.dep))
    .map((word) => tokens[word]!.text.toLowerCase())
    .filter((word) => !/^(two|both|new|visiting)$/.test(word));
  return { noun, title: [...words, tokens[noun]!.text.toLowerCase().slice(0, -1)].join(' '), persons, end: at };
};

/** An office of one of two, with the country that it is of. */
export interface OfficeOfPair extends Office {
  readonly country: string;
}

/**
 * "Kenya and Uganda … The foreign ministers, A and B, met": the persons hold the office in the two states that the text
 * brings together, the one whose state is not known in the other's; where neither is known, in the order of the states.
 */
export const officesOfPairs = (draft: Draft, dyads: Dyads): readonly OfficeOfPair[] => {
  const found: OfficeOfPair[] = [];
  for (let noun = 0; noun < draft.tree.tokens.length; noun++) {
    const officers = officersAt(draft, noun);
    const states =
      officers && dyads(noun, ({ entity }) => draft.entities[entity]!.kind === 'country')?.map(({ entity }) => entity);
    if (!officers || states?.length !== 2) continue;
    const countries = states.map((state) => draft.entities[state]!.country!);
    const [first, second] = officers.persons.map((person) => draft.entities[person]!.country);
    if ([first, second].some((country) => country !== undefined && !countries.includes(country))) continue;
    if (first !== undefined && first === second) continue;
    const swapped = first === countries[1] || second === countries[0];
    const order = swapped ? [1, 0] : [0, 1];
    officers.persons.forEach((person, index) => {
      const side = order[index]!;
      draft.entities[person]!.role ??= roleOfWord(draft.tree.tokens[noun]!) ?? 'government';
      found.push({
        person,
        body: states[side]!,
        country: countries[side]!,
        title: officers.title,
        start: kids(draft.tree, noun, 'det')[0] ?? noun,
        end: officers.end,
        past: false,
        background: false,
      });
    });
  }
  return found;
};
