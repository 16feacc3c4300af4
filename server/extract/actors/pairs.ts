import { countryId } from '../../../graph-schema/ids.ts';
import type { Meant } from '../cast.ts';
import { type Candidate, type Candidates, strong } from './candidates.ts';
import type { ChoosePair } from './choose-pair.ts';
import { rootOf, subjectsShared, verbOf } from './clauses.ts';
import { definite } from './definite.ts';
import { addKnown, type Draft } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import type { Koreas } from './koreas.ts';
import type { Lists } from './lists.ts';
import { THEY } from './personal-pronouns.ts';
import type { Antecedents, Resolver } from './resolve.ts';
import { severalBefore } from './several-before.ts';
import { coreOf, kids, objectsOf } from './tree.ts';

const PAIRED =
  /^(leaders?|sides?|countries|nations|presidents|ministers|parties|partners|governments|states|diplomats|neighbou?rs|powers|superpowers|allies|foes|rivals|enemies|capitals|officials|men|statesmen|delegations|armies|militaries|koreas|premiers|chancellors|envoys|groups|republics|kingdoms|factions|camps|generals|adversaries|belligerents)$/i;
/** Those of whom there are two unless more is said: "the sides". */
const OPPOSED = /^(sides|parties|neighbou?rs|rivals|foes|adversaries|belligerents|antagonists)$/i;
/** One of two, where "each" stands before it. */
const ONE_OF_PAIR =
  /^(side|country|nation|party|government|capital|state|camp|faction|army|neighbou?r|leader|president|minister)$/i;
const MAY_BE_SEVERAL =
  /s$|^(both|each|other|another|they|them|their|theirs|themselves|men|foe|ally|pair|duo|two|three|four|five|six|seven|eight|side|country|nation|party|government|capital|state|camp|faction|army|neighbou?r|leader|president|minister)$/i;
const PERSONS =
  /^(leaders?|president|minister|presidents|ministers|diplomats|men|statesmen|premiers|chancellors|envoys|officials)$/i;

/** Makes the search for the two or more that a word means: "the two leaders", "both countries", "each other", "them". */
export const createPairs = (
  draft: Draft,
  resolver: () => Resolver,
  koreas: Koreas,
  lists: Lists,
  { before, person, institution }: Candidates,
  choosePair: ChoosePair,
  pairOf: Antecedents['pairOf'],
): ((token: number) => readonly Meant[] | undefined) => {
  const { tree } = draft;
  const { tokens, sentence } = tree;

  const kindOf = ({ meant }: Candidate): string => draft.entities[meant.entity]!.kind;

  /** "Met A and B, both of whom thanked him": the last two named. */
  const lastTwo = (candidates: readonly Candidate[]): readonly Meant[] | undefined => {
    const [last] = candidates.filter(strong);
    const alike = candidates.filter((one) => strong(one) && last && kindOf(one) === kindOf(last));
    const other = alike.find((one) => one.meant.entity !== last!.meant.entity);
    return last && other && [other.meant, last.meant].map((meant) => ({ ...meant, via: 'nominal' as const }));
  };

  /** "The pair", "the duo", "the two" with nothing behind them. */
  const isPairItself = (token: number): boolean => {
    const { text, dep } = tokens[token]!;
    if (!/^(pair|duo|two)$/i.test(text) || kids(tree, token, 'prep', 'compound', 'amod').length > 0) return false;
    return /^(nsubj|nsubjpass|dobj|pobj)$/.test(dep) && /^the$/i.test(tokens[token - 1]?.text ?? '');
  };

  /** "Stubb and Michal spoke with Rutte. He promised them": the several that the sentence before is about, where another acts on them. */
  const leadersBefore = (token: number, meantAt: (noun: number) => readonly Meant[]): readonly Meant[] | undefined => {
    const { dep, text, head } = tokens[token]!;
    if (!/^them$/i.test(text) || !/^(dobj|dative|pobj)$/.test(dep)) return undefined;
    const root = rootOf(tree, sentence[head]! - 1);
    const subject = root === undefined ? undefined : kids(tree, root, 'nsubj', 'nsubjpass')[0];
    const several = subject === undefined ? [] : meantAt(subject);
    const acting = subjectsShared(tree, verbOf(tree, token)).flatMap((noun) => resolver().search(noun)?.entity ?? []);
    return several.length > 1 && several.every(({ entity }) => !acting.includes(entity)) ? several : undefined;
  };

  /** Whether the last two subjects named together were persons. */
  const personsBefore = (token: number): boolean => {
    const nearest = before(token, 2).find((candidate) => strong(candidate) && candidate.subject);
    return nearest !== undefined && person(nearest);
  };

  const findPair = (token: number): readonly Meant[] | undefined => {
    const { text, lemma } = tokens[token]!;
    const list = lists.of(token) ?? koreas.both(token);
    if (list) return list;
    if (
      /^both$/i.test(text) &&
      objectsOf(tree, token, undefined).some(({ object }) => /^whom$/i.test(tokens[object]!.text))
    )
      return lastTwo(before(token, 0));
    if (THEY.test(text)) {
      const before = tokens[tokens[token]!.head]!;
      // "guests, among them A and B": those of whom they are some
      const someOfThem = /^among$/i.test(before.text) && tokens[token - 2]?.text === ',';
      if (tokens[token]!.dep === 'pobj' && /^(between|among)$/i.test(before.text) && !someOfThem)
        return choosePair(token, false, institution);
      let verb = verbOf(tree, token);
      for (let step = 0; step < 3; step++) {
        const controlled = tokens[verb]!.dep === 'xcomp' ? kids(tree, tokens[verb]!.head, 'dobj') : [];
        const subject = [...kids(tree, verb, 'nsubj', 'nsubjpass'), ...controlled].find((child) => child < token);
        const several = subject === undefined || subject === token ? undefined : pairOf(subject);
        if (several && several.length > 1) return several;
        verb = verbOf(tree, tokens[verb]!.head);
      }
      const meantAt = (noun: number): readonly Meant[] => resolver().all(noun, { conjuncts: true, context: false });
      return severalBefore(tree, token, meantAt) ?? leadersBefore(token, meantAt);
    }
    const each = /^(other|another)$/i.test(text) && /^(each|one)$/i.test(tokens[token - 1]?.text ?? '');
    const two =
      tree.children[token]!.some((child) => /^(two|both)$/i.test(tokens[child]!.text)) ||
      (OPPOSED.test(text) &&
        definite(tree, token) &&
        tree.children[token]!.every((child) => tokens[child]!.dep === 'det'));
    const bare =
      /^both$/i.test(text) &&
      (tokens[token]!.pos !== 'DET' || /^(dobj|pobj)$/.test(tokens[token]!.dep)) &&
      objectsOf(tree, token, undefined).every(({ object }) => THEY.test(tokens[object]!.text)) &&
      tokens[token]!.dep !== 'preconj' &&
      tokens[token]!.dep !== 'cc';
    const called = isPairItself(token);
    const every =
      (/^each$/i.test(text) &&
        tokens[token]!.dep === 'nsubj' &&
        objectsOf(tree, token, undefined).every(({ object }) => THEY.test(tokens[object]!.text))) ||
      (ONE_OF_PAIR.test(text) &&
        kids(tree, token, 'det').some((child) => /^(each|neither)$/i.test(tokens[child]!.text)));
    if (!each && !bare && !called && !every && !(two && PAIRED.test(text))) return undefined;
    if (/^koreas$/i.test(text))
      return ['KOR', 'PRK'].map((iso3) => ({
        entity: addKnown(draft, gazetteer().byId.get(countryId(iso3))!),
        token,
        via: 'nominal',
        weak: false,
      }));
    if (coreOf(tree, token).some((at) => draft.at[at] !== -1 && tokens[at]!.pos !== 'PRON')) return undefined;
    const named = kids(tree, token, 'appos').filter((at) => draft.at[at] !== -1 && tokens[at]!.pos === 'PROPN');
    if (two && named.length > 0) {
      const given = named.flatMap((at) => resolver().all(at, { conjuncts: true, context: false }));
      if (new Set(given.map(({ entity }) => entity)).size > 1) return given;
    }
    const persons =
      (PERSONS.test(text) && lemma !== 'official') ||
      ((called || bare || (every && /^each$/i.test(text))) && personsBefore(token));
    return choosePair(token, each, persons ? person : institution);
  };

  return findPair;
};

/** Whether a word may mean several at all, by its form. */
export const mayBeSeveral = (text: string): boolean => MAY_BE_SEVERAL.test(text);
