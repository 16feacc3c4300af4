import type { Meant } from '../cast.ts';
import { countedOf } from './counted.ts';
import type { Draft } from './draft.ts';
import { isState } from './named.ts';
import type { Resolver } from './resolve.ts';
import { roleOfWord } from './role-words.ts';
import { isNoun, kids, objectsOf } from './tree.ts';

/** Before whom somebody stands against another: "fought with", "took from", "talks between". */
const FACING: ReadonlySet<string> = new Set(['with', 'against', 'from', 'between', 'to', 'on']);
const FIGHTING = /^(rebels|opposition)$/;
const OPPOSED = /^(government|military|police|legislature|rebels|opposition)$/;

/** What only enemies do to each other, whoever they are. */
const TO_FOES = /^(fight|battle|attack|clash|shell|bomb|ambush|besiege|rout|skirmish|brawl|scuffle)$/;

/** The two of one state that a sentence sets against each other. */
export type Foes = (sentence: number, before: number, mayBe: (meant: Meant) => boolean) => readonly Meant[] | undefined;

/** Makes the search for two of one state who fight, talk or are named together: an army and rebels, two rival leaders. */
export const createFoes = (draft: Draft, resolver: () => Resolver): Foes => {
  const { tree } = draft;
  const { tokens, sentenceStarts } = tree;

  const listAt = (token: number): readonly number[] => {
    const beside = kids(tree, token, 'appos').filter((child) => tokens[child]!.pos === 'NOUN');
    return [
      token,
      ...[token, ...beside].flatMap((at) => kids(tree, at, 'conj').filter((child) => isNoun(tokens[child]!))),
    ];
  };

  /** Those that a verb stands between: its subject, its objects, and whom its prepositions bring. */
  const parties = (verb: number): readonly number[] => {
    const objects = kids(tree, verb, 'dobj');
    // "took dozens of towns from the army"
    const heads = [...new Set([verb, ...objects, ...objects.map((object) => countedOf(tree, object))])];
    return [
      ...kids(tree, verb, 'nsubj'),
      ...objects,
      ...heads.flatMap((head) => objectsOf(tree, head, FACING).map(({ object }) => object)),
    ].flatMap(listAt);
  };

  const actor = (token: number): Meant | undefined => {
    const [meant, other] = isNoun(tokens[token]!) ? resolver().all(token, {}) : [];
    return meant && !other ? { ...meant, token, via: 'nominal', weak: false } : undefined;
  };

  const areFoes = (one: Meant, other: Meant, verb: number): boolean => {
    const [a, b] = [draft.entities[one.entity]!, draft.entities[other.entity]!];
    if (a.id === b.id || a.country !== b.country || !isState(a.country)) return false;
    if (a.kind === 'person' && b.kind === 'person') return true;
    if (TO_FOES.test(tokens[verb]!.lemma)) return a.kind === 'organization' && b.kind === 'organization';
    const fights = [a, b].filter(({ kind, role }) => kind === 'organization' && FIGHTING.test(role ?? ''));
    const stands = [a, b].every(({ kind, role }) => kind === 'country' || OPPOSED.test(role ?? ''));
    return fights.length > 0 && stands && !(a.role === 'opposition' && b.role === 'opposition');
  };

  /** "The Chadian army attacked rebels": fighters of whom nothing is said are of the state of whom they are up against. */
  const fighterAtHome = (token: number, other: Meant | undefined, verb: number): Meant | undefined => {
    const state = other && draft.entities[other.entity]!.country;
    const role = isNoun(tokens[token]!) ? roleOfWord(tokens[token]!) : undefined;
    if (!isState(state) || !(FIGHTING.test(role ?? '') || (role === 'civilians' && TO_FOES.test(tokens[verb]!.lemma))))
      return undefined;
    const entity = resolver().groupIn(token, state);
    return entity === undefined ? undefined : { entity, token, via: 'nominal', weak: false };
  };

  return (sentence, before, mayBe) => {
    const first = sentenceStarts[sentence];
    if (first === undefined) return undefined;
    const last = Math.min(before, sentenceStarts[sentence + 1] ?? tokens.length);
    for (let verb = last - 1; verb >= first; verb--) {
      if (tokens[verb]!.pos !== 'VERB') continue;
      const named = parties(verb).flatMap((token) => (token < before ? { token, meant: actor(token) } : []));
      const known = named.find(({ meant }) => meant)?.meant;
      const there = named.flatMap(({ token, meant }) => meant ?? fighterAtHome(token, known, verb) ?? []).filter(mayBe);
      for (const [index, one] of there.entries()) {
        const other = there.slice(index + 1).find((meant) => areFoes(one, meant, verb));
        if (other) return [one, other].sort((a, b) => a.token - b.token);
      }
    }
    return undefined;
  };
};
