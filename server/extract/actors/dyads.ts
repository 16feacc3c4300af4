import type { Meant } from '../cast.ts';
import type { Draft } from './draft.ts';
import { firstConjunct } from './tree.ts';

/** After how many sentences two named together count half. */
const FADES = 8;

/** Which two sides a text brings together most up to a token, those that may not be meant left out. */
export type Dyads = (
  token: number,
  mayBe: (meant: Meant) => boolean,
  /** A side that must be one of the two. */
  of?: number,
  /** In how many sentences the two must stand together. */
  least?: number,
) => readonly Meant[] | undefined;

/** Makes the search for the two sides of a story: states and bodies named in one sentence, the nearer sentences counting more. */
export const createDyads = (draft: Draft, stateOf: (entity: number) => number | undefined): Dyads => {
  const { tree } = draft;
  const { tokens, sentence } = tree;
  const isArgument = (token: number): boolean => {
    const mention = draft.mentions[draft.headed[token]!];
    return (
      /^(nsubj|nsubjpass|dobj|agent)$/.test(tokens[firstConjunct(tree, token)]!.dep) &&
      (mention && draft.entities[mention.entity]!.kind) !== 'person'
    );
  };
  const sidesBySentence = (token: number, mayBe: (meant: Meant) => boolean): Map<number, Map<string, Meant>> => {
    const bySentence = new Map<number, Map<string, Meant>>();
    for (let at = 0; at < token; at++) {
      const mention = draft.mentions[draft.headed[at]!];
      if (!mention || (mention.weak && draft.entities[mention.entity]!.kind === 'place')) continue;
      const side = stateOf(mention.entity) ?? mention.entity;
      const { kind, country } = draft.entities[side]!;
      const meant: Meant = { entity: side, token: at, via: 'nominal', weak: false };
      if (!/^(country|organization)$/.test(kind) || !mayBe(meant)) continue;
      const sides = bySentence.get(sentence[at]!) ?? new Map<string, Meant>();
      const key = country && country !== 'IGO' ? country : `#${side}`;
      if (!sides.has(key)) sides.set(key, meant);
      bySentence.set(sentence[at]!, sides);
    }
    return bySentence;
  };
  return (token, mayBe, of, least = 1) => {
    const here = sentence[token]!;
    const scores = new Map<string, { readonly pair: readonly Meant[]; score: number; times: number }>();
    for (const [number, sides] of sidesBySentence(token, mayBe)) {
      const keys = [...sides.keys()].sort();
      for (const [index, first] of keys.entries())
        for (const second of keys.slice(index + 1)) {
          const key = `${first} ${second}`;
          const entry = scores.get(key) ?? { pair: [sides.get(first)!, sides.get(second)!], score: 0, times: 0 };
          const parts = [first, second].filter((side) => isArgument(sides.get(side)!.token)).length;
          entry.score += (1 + parts) / (1 + (here - number) / FADES) / Math.max(1, keys.length - 1);
          entry.times++;
          scores.set(key, entry);
        }
    }
    const [best] = [...scores.values()]
      .filter(({ pair, times }) => times >= least && (of === undefined || pair.some(({ entity }) => entity === of)))
      .sort((a, b) => b.score * b.times - a.score * a.times);
    return best && [...best.pair].sort((a, b) => a.token - b.token);
  };
};
