import type { Meant } from '../cast.ts';
import { isSubject, subjectsShared, verbOf } from './clauses.ts';
import type { Draft } from './draft.ts';
import { PERSONAL } from './personal-pronouns.ts';
import type { Resolver } from './resolve.ts';
import { firstConjunct, isNoun } from './tree.ts';

/** Most tokens that are looked back over, whatever the sentences. */
const WINDOW = 500;

/** Somebody named before a word that may mean them. */
export interface Candidate {
  readonly meant: Meant;
  readonly token: number;
  readonly subject: boolean;
}

export type Test = (candidate: Candidate) => boolean;

/** Those named before a word, and the choice among them. */
export interface Candidates {
  /** Actors named before a token, nearest first, within a number of sentences. */
  before(token: number, reach: number): readonly Candidate[];
  /** The one that a pronoun or nominal means: the first test that any fits decides among those that fit it. */
  pick(token: number, reach: number, ...tests: readonly Test[]): Meant | undefined;
  /** Whether a candidate is an argument of the very verb that the pronoun depends on, so that it can't be meant. */
  clauseMate(token: number, candidate: Candidate): boolean;
  readonly person: Test;
  readonly institution: Test;
  /** An institution spoken of as several: "the rebels". */
  readonly many: Test;
  readonly place: Test;
}

/** More than a qualification of something else. */
export const strong: Test = (candidate) => !candidate.meant.weak;

export const createCandidates = (draft: Draft, resolver: () => Resolver): Candidates => {
  const { tree } = draft;
  const { tokens, sentence, sentenceStarts } = tree;

  const before = (token: number, reach: number): readonly Candidate[] => {
    const first = sentenceStarts[Math.max(0, sentence[token]! - reach)] ?? 0;
    const found: Candidate[] = [];
    for (let at = token - 1; at >= Math.max(first, token - WINDOW); at--) {
      const index = draft.headed[at]!;
      const mention = draft.mentions[index];
      const subject = isSubject(tree, at);
      if (mention) {
        found.push({
          meant: { entity: mention.entity, token: at, via: 'pronoun', weak: mention.weak },
          token: at,
          subject,
        });
      } else if (subject && (isNoun(tokens[at]!) || PERSONAL.test(tokens[at]!.text))) {
        const meant = resolver().search(at);
        if (meant) found.push({ meant: { ...meant, via: 'pronoun' }, token: at, subject });
      }
    }
    return found;
  };

  const kindOf = (candidate: Candidate): string => draft.entities[candidate.meant.entity]!.kind;
  const person: Test = (candidate) => kindOf(candidate) === 'person';
  const institution: Test = (candidate) => /^(country|organization)$/.test(kindOf(candidate));
  const many: Test = (candidate) => {
    const tag = tokens[candidate.token]!.tag;
    const several = kindOf(candidate) !== 'country' && /s$/.test(tokens[candidate.token]!.text);
    return institution(candidate) && (/S$/.test(tag) || several);
  };
  const place: Test = (candidate) => kindOf(candidate) === 'place';
  /** Whether a candidate is more than the place where something happens. */
  const notWhere: Test = (candidate) => {
    const { dep, head } = tokens[firstConjunct(tree, candidate.token)]!;
    return !(dep === 'pobj' && /^(at|in|near|inside|on)$/i.test(tokens[head]!.text));
  };

  const clauseMate = (token: number, candidate: Candidate): boolean => {
    if (!/^(dobj|dative|pobj)$/.test(tokens[token]!.dep) || /sel(f|ves)$/i.test(tokens[token]!.text)) return false;
    const named = tokens[candidate.token]!.dep === 'appos' ? tokens[candidate.token]!.head : candidate.token;
    if (
      /^(nsubj|nsubjpass|dobj|pobj|dative|conj)$/.test(tokens[named]!.dep) &&
      verbOf(tree, token) === verbOf(tree, candidate.token)
    )
      return true;
    return subjectsShared(tree, verbOf(tree, token)).includes(firstConjunct(tree, named));
  };

  /** "Kenya's premier opposed it": not Kenya, and nobody else that is named further off. */
  const ownsSubject = (token: number, { token: named }: Candidate): boolean =>
    tokens[token]!.dep === 'dobj' &&
    /^it$/i.test(tokens[token]!.text) &&
    /^(poss|compound|amod|nmod)$/.test(tokens[named]!.dep) &&
    subjectsShared(tree, verbOf(tree, token)).includes(firstConjunct(tree, tokens[named]!.head));

  const pick = (token: number, reach: number, ...tests: readonly Test[]): Meant | undefined => {
    const candidates = before(token, reach).filter((candidate) => !clauseMate(token, candidate));
    for (const test of tests) {
      const fitting = candidates.filter((candidate) => test(candidate));
      if (!fitting.length) continue;
      // subjects of this and the sentence before are who is spoken of; else the nearest
      const here = sentence[token]!;
      const near = fitting.filter((candidate) => sentence[candidate.token]! >= here - 1);
      const same = near.filter((candidate) => sentence[candidate.token] === here);
      const leading = tokens[token]!.dep === 'nsubj' && tokens[tokens[token]!.head]!.dep === 'ROOT';
      const subject =
        same.find((candidate) => candidate.subject) ??
        (leading || !same.length ? near.find((candidate) => candidate.subject) : undefined);
      const found = subject ?? same.find(notWhere) ?? same[0] ?? near.find(notWhere) ?? near[0] ?? fitting[0]!;
      return ownsSubject(token, found) ? undefined : found.meant;
    }
    return undefined;
  };

  return { before, pick, clauseMate, person, institution, many, place };
};
