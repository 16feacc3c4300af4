import type { Meant } from '../cast.ts';
import type { Draft } from './draft.ts';
import type { Resolver } from './resolve.ts';
import { coreOf, isNoun, kids } from './tree.ts';

/** How many sentences back a number reaches for the list that it counts. */
const REACH = 12;
const COUNTS: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };

/** What several states or their leaders each have one of. */
const OWNED = /^(countries|nations|governments|states|capitals|peoples|homelands)$/i;

/** The list that a phrase stands for, where it stands for one. */
export interface Lists {
  of(token: number): readonly Meant[] | undefined;
}

/** Who is meant by a phrase that stands for a whole list named before: "the three", "their countries". */
export const createLists = (
  draft: Draft,
  resolver: () => Resolver,
  stateOf: (entity: number) => number | undefined,
): Lists => {
  const { tree } = draft;
  const { tokens, sentence, sentenceStarts } = tree;

  const listAt = (token: number): readonly Meant[] => {
    const seen = new Set<number>();
    return resolver()
      .all(token, { conjuncts: true, context: false })
      .filter(({ entity }) => !seen.has(entity) && seen.add(entity));
  };

  const countOf = (token: number): number | undefined => {
    const own = COUNTS[tokens[token]!.text.toLowerCase()];
    if (own !== undefined) return /^(nsubj|nsubjpass|dobj|pobj)$/.test(tokens[token]!.dep) ? own : undefined;
    if (!isNoun(tokens[token]!) || !/S$/.test(tokens[token]!.tag)) return undefined;
    return kids(tree, token, 'nummod').map((child) => COUNTS[tokens[child]!.text.toLowerCase()])[0];
  };

  /** The last list before a token that has as many members as it counts. */
  const counted = (token: number): readonly Meant[] | undefined => {
    const count = countOf(token);
    if (count === undefined || kids(tree, token, 'prep', 'relcl', 'acl', 'appos', 'amod').length > 0) return undefined;
    const definite = kids(tree, token, 'det', 'predet').some((child) => /^(the|all|these)$/i.test(tokens[child]!.text));
    if (!definite || coreOf(tree, token).some((at) => draft.at[at] !== -1)) return undefined;
    const first = sentenceStarts[Math.max(0, sentence[token]! - REACH)] ?? 0;
    for (let at = token - 1; at >= first; at--) {
      if (kids(tree, at, 'conj').length === 0 || tokens[at]!.dep === 'conj' || !isNoun(tokens[at]!)) continue;
      const list = listAt(at);
      if (list.length === count) return list.map((meant) => ({ ...meant, token, via: 'nominal', weak: false }));
    }
    return undefined;
  };

  /** The list that owns a phrase: that of the clause above for "their", that of the noun described for "whose". */
  const ownersOf = (token: number): readonly Meant[] => {
    const owner = kids(tree, token, 'poss').find((child) => /^(their|whose)$/i.test(tokens[child]!.text));
    if (owner === undefined) return [];
    let at = token;
    for (let step = 0; step < 8 && tokens[at]!.head !== at; step++) {
      const { dep, head } = tokens[at]!;
      if (/^whose$/i.test(tokens[owner]!.text)) {
        if (dep === 'relcl') return listAt(firstOfList(head));
      } else {
        const subject = kids(tree, head, 'nsubj', 'nsubjpass').find((child) => child < token && child !== at);
        if (subject !== undefined && !/^(who|which|that)$/i.test(tokens[subject]!.text)) return listAt(subject);
      }
      at = head;
    }
    return [];
  };

  const firstOfList = (token: number): number => {
    let at = token;
    for (let step = 0; step < 12 && tokens[at]!.dep === 'conj'; step++) at = tokens[at]!.head;
    return at;
  };

  const owned = (token: number): readonly Meant[] | undefined => {
    if (!OWNED.test(tokens[token]!.text)) return undefined;
    const states = [...new Set(ownersOf(token).map(({ entity }) => stateOf(entity) ?? entity))];
    if (states.length < 2) return undefined;
    return states.map((entity) => ({ entity, token, via: 'nominal', weak: false }));
  };

  return { of: (token) => counted(token) ?? owned(token) };
};
