import type { Meant } from '../cast.ts';
import { type Candidates, strong, type Test } from './candidates.ts';
import { isSubject, subjectsShared, verbOf } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { Dyads } from './dyads.ts';
import { createFoes } from './foes.ts';
import { isState } from './named.ts';
import { RELATIVE } from './personal-pronouns.ts';
import type { Antecedents, Resolver } from './resolve.ts';
import { isSameState, stateOf } from './state-of.ts';
import { firstConjunct, isNoun, kids, objectsOf } from './tree.ts';

/** In how many sentences two must stand together to be the two of a quarrel. */
export const TWICE = 2;
/** How many sentences a pair stays the one that "both sides" means. */
const PAIR_REACH = 25;

/** Verbs of one who stands between others, or judges what they do. */
const BETWEEN_OTHERS =
  /^(host|mediate|broker|facilitate|organize|organise|oversee|monitor|welcome|praise|hail|observe|bring|chair|urge|call|ask|press|warn|help)$/;

const MEDIATING = /^(mediate|broker|facilitate|arbitrate|intercede)$/;

/** Which two a word for two means, persons or institutions; `each`: the two of the clause itself. */
export type ChoosePair = (token: number, each: boolean, wanted: Test) => readonly Meant[] | undefined;

export const createChoosePair = (
  draft: Draft,
  resolver: () => Resolver,
  { before, person, institution }: Candidates,
  dyadBefore: Dyads,
  pairOf: Antecedents['pairOf'],
): ChoosePair => {
  const { tree } = draft;
  const foesIn = createFoes(draft, resolver);
  const { tokens, sentence } = tree;
  const sameSide = (a: number, b: number): boolean => isSameState(draft, a, b);

  /** The persons and the sides last spoken of as two, which "both" goes on to mean. */
  let lastPersons: { readonly pair: readonly Meant[]; readonly sentence: number } | undefined;
  let lastSides: { readonly pair: readonly Meant[]; readonly sentence: number } | undefined;

  const settle = (pair: readonly Meant[], here: number, wanted: Test): readonly Meant[] => {
    const settled = pair.map((meant) => ({ ...meant, via: 'nominal' as const, weak: false }));
    if (wanted === person) lastPersons = { pair: settled, sentence: here };
    else lastSides = { pair: settled, sentence: here };
    const states = settled.map((meant) => ({ ...meant, entity: stateOf(draft, meant.entity) ?? meant.entity }));
    if (
      wanted === person &&
      states[0]!.entity !== states[1]!.entity &&
      states.every((meant) => draft.entities[meant.entity]!.kind === 'country')
    )
      lastSides = { pair: states, sentence: here };
    return settled;
  };

  /** A side is a state: its leader stands for it, unless persons are asked for. */
  const asWanted = (meant: Meant, wanted: Test): Meant =>
    wanted === person ? meant : { ...meant, entity: stateOf(draft, meant.entity) ?? meant.entity };

  /** Two named together: "A and B", "A … with B" under one verb. */
  const coordinated = (token: number): readonly Meant[] => {
    const found: Meant[] = [];
    const put = (at: number): void => {
      const mention = draft.mentions[draft.headed[at]!];
      if (
        mention &&
        !mention.weak &&
        !found.some((other) => other.entity === mention.entity || sameSide(other.entity, mention.entity))
      )
        found.push({ entity: mention.entity, token: at, via: 'nominal', weak: false });
      // "A, the speaker of the house, and B": the second may hang on what the first is
      const beside = kids(tree, at, 'appos').filter((child) => tokens[child]!.pos === 'NOUN');
      for (const child of [at, ...beside].flatMap((one) => kids(tree, one, 'conj'))) put(child);
    };
    put(token);
    if (found.length < 2 && isSubject(tree, token)) {
      const verb = verbOf(tree, token);
      const nouns = [verb, ...kids(tree, verb, 'dobj')];
      for (const noun of nouns)
        for (const { object } of objectsOf(tree, noun, new Set(['with', 'alongside']))) put(object);
      if (found.length < 2 && /^(meet|accuse|attack|telephone|phone|call|host|fight|visit)$/.test(tokens[verb]!.lemma))
        for (const object of kids(tree, verb, 'dobj')) put(object);
    }
    return found.length === 2 ? found : [];
  };

  /** Who acts on a pair is none of it: the subject of "urged both sides", of "had mediated between the two". */
  const thirdParties = (token: number): ReadonlySet<number> => {
    const found = new Set<number>();
    if (isSubject(tree, token)) return found;
    let at = tokens[token]!.head;
    let nested = false;
    for (let guard = 0; guard < 6 && !/^(VERB|AUX)$/.test(tokens[at]!.pos) && tokens[at]!.head !== at; guard++) {
      if (isNoun(tokens[at]!)) nested = true;
      at = tokens[at]!.head;
    }
    if (nested && !BETWEEN_OTHERS.test(tokens[at]!.lemma)) return found;
    while (/^(xcomp|pcomp|prep)$/.test(tokens[at]!.dep) && tokens[at]!.head !== at) at = tokens[at]!.head;
    const add = (noun: number): void => {
      const meant = RELATIVE.test(tokens[noun]!.text) ? undefined : resolver().search(noun);
      if (meant) found.add(meant.entity);
      for (const child of kids(tree, noun, 'conj', 'appos')) add(child);
    };
    for (const subject of subjectsShared(tree, at)) {
      add(subject);
      for (const { object } of objectsOf(tree, subject, new Set(['with', 'alongside']))) add(object);
    }
    for (const { object } of objectsOf(tree, at, new Set(['with', 'alongside', 'by'])))
      if (object !== token) add(object);
    if (tokens[at]!.dep === 'relcl') add(tokens[at]!.head);
    return found;
  };

  /** "A and B offered to mediate": those who stand between others are not the two. */
  const standsBetween = (token: number): boolean => {
    const first = firstConjunct(tree, token);
    if (!isSubject(tree, first)) return false;
    const verb = verbOf(tree, first);
    return [verb, ...kids(tree, verb, 'xcomp')].some((at) => MEDIATING.test(tokens[at]!.lemma));
  };

  return (token, each, wanted) => {
    const here = sentence[token]!;
    if (each) {
      const subject = kids(tree, verbOf(tree, token), 'nsubj', 'nsubjpass')[0];
      const two = subject === undefined ? undefined : (pairOf(subject) ?? coordinated(subject));
      if (two?.length === 2) return two;
    }
    const barred = each ? new Set<number>() : thirdParties(token);
    const mayBe = (meant: Meant): boolean =>
      ![...barred].some(
        (entity) =>
          entity === meant.entity || (isState(draft.entities[entity]!.country) && sameSide(entity, meant.entity)),
      );
    const candidates = before(token, 3).filter((candidate) => strong(candidate) && mayBe(candidate.meant));
    const foes = (number: number): readonly Meant[] | undefined => {
      const two = each ? undefined : foesIn(number, token, mayBe);
      const fit = two && (wanted !== person || two.every(({ entity }) => draft.entities[entity]!.kind === 'person'));
      return fit ? settle(two, here, wanted) : undefined;
    };
    if (barred.size > 0 && wanted !== person) {
      const rivals = foes(here) ?? foes(here - 1);
      if (rivals) return rivals;
      const dyad = dyadBefore(token, mayBe);
      if (dyad) return settle(dyad, here, wanted);
    }
    for (const number of [here, here - 1]) {
      for (const candidate of candidates) {
        if (sentence[candidate.token] !== number || !wanted(candidate) || standsBetween(candidate.token)) continue;
        const both = coordinated(firstConjunct(tree, candidate.token));
        if (both.length === 2 && both.every((meant) => mayBe(meant) && draft.entities[meant.entity]!.kind !== 'place'))
          return settle(
            both.map((meant) => asWanted(meant, wanted)),
            here,
            wanted,
          );
      }
      const rivals = foes(number);
      if (rivals) return rivals;
    }
    // the pair that this or the sentence before goes on to speak of must be known
    for (let at = tree.sentenceStarts[Math.max(0, here - 1)]!; at < token; at++) pairOf(at);
    const last = wanted === person ? lastPersons : lastSides;
    if (last && here - last.sentence <= PAIR_REACH && last.pair.every(mayBe)) return last.pair;
    if (wanted !== person) {
      const dyad = dyadBefore(token, mayBe);
      if (dyad) return settle(dyad, here, wanted);
    }
    const people = candidates.filter((candidate) => person(candidate)).length;
    if (wanted === person && people < 2) {
      const dyad = dyadBefore(token, mayBe, undefined, TWICE);
      if (dyad) return settle(dyad, here, institution);
    }
    const sides = new Map<number, { meant: Meant; score: number }>();
    for (const candidate of candidates) {
      const meant = asWanted(candidate.meant, wanted);
      const { kind } = draft.entities[meant.entity]!;
      if (wanted === person ? kind !== 'person' : !/^(country|organization)$/.test(kind)) continue;
      const weight = (candidate.subject ? 2 : 1) / (1 + here - sentence[candidate.token]!);
      const side = sides.get(meant.entity);
      if (side) side.score += weight;
      else sides.set(meant.entity, { meant: { ...meant, token: candidate.token }, score: weight });
    }
    const ranked = [...sides.values()].sort((a, b) => b.score - a.score || a.meant.token - b.meant.token);
    const first = ranked[0];
    const second = first && ranked.find((side) => side !== first && !sameSide(side.meant.entity, first.meant.entity));
    if (!first || !second) return undefined;
    return settle(
      [first.meant, second.meant].sort((a, b) => a.token - b.token),
      here,
      wanted,
    );
  };
};
