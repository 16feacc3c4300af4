import type { When } from '../../../graph-schema/claim.ts';
import { depOf, headOf, isVerbal, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';

/** A date expression of the text: where it stands (tokens, end exclusive) and when it means. */
export interface Dated {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

/** Token by which an expression hangs in the sentence: the one whose head is outside. */
const anchorOf = (tree: Tree, dated: Dated): number => {
  for (let token = dated.start; token < dated.end; token++) {
    const head = headOf(tree, token);
    if (head < dated.start || head >= dated.end) return token;
  }
  return dated.start;
};

/** The verb or noun that an expression tells the time of: past its preposition, past nouns that do not happen. */
const governorOf = (tree: Tree, dated: Dated): number => {
  let at = headOf(tree, anchorOf(tree, dated));
  for (let step = 0; step < 4 && /^(ADP|ADV|SCONJ)$/.test(posOf(tree, at)) && headOf(tree, at) !== at; step++)
    at = headOf(tree, at);
  return at;
};

/** After these words an expression tells the distance to a clause ("hours after he had met"), not the time of it. */
const RELATIVE_TO_CLAUSE = /^(after|before|since|until)$/;
const UNIT = /^(minutes?|hours?|days?|weeks?|months?|years?|decades?)$/;
const COUNTED_FROM_NOW = /^(last|this|next|past|ago)$/;

/** Whether an expression is a length of time ("two weeks"), which before "after" is a distance and no date. */
const isLength = (tree: Tree, { start, end }: Dated): boolean =>
  UNIT.test(tree.lower[end - 1]!) && !tree.lower.slice(start, end).some((word) => COUNTED_FROM_NOW.test(word));

/** Expressions by the token whose time they tell. */
export const datesByGovernor = (tree: Tree, expressions: readonly Dated[]): ReadonlyMap<number, readonly Dated[]> => {
  const map = new Map<number, Dated[]>();
  for (const dated of expressions) {
    if (RELATIVE_TO_CLAUSE.test(tree.lower[dated.end] ?? '') && isLength(tree, dated)) continue;
    if (/^(after|before)$/.test(tree.lower[dated.end - 1]!)) continue;
    const governor = governorOf(tree, dated);
    map.set(governor, [...(map.get(governor) ?? []), dated]);
  }
  return map;
};

/** Whether a joined clause goes on telling in the past tense of the one before it ("X arrived on Friday, and Y met him"). */
const isToldOn = (tree: Tree, verb: number): boolean =>
  tagOf(tree, verb) === 'VBD' && tagOf(tree, headOf(tree, verb)) === 'VBD';

/** Date expression that tells when what a trigger says happened: its own, its noun phrase's, or that of the verb it continues. */
export const dateOf = (
  tree: Tree,
  byGovernor: ReadonlyMap<number, readonly Dated[]>,
  trigger: number,
): Dated | undefined => {
  let at = trigger;
  for (let step = 0; step < 6; step++) {
    const own = byGovernor.get(at)?.[0];
    if (own) return own;
    for (const child of kids(tree, at, 'dobj', 'nsubj', 'nsubjpass', 'pobj', 'attr')) {
      const below = byGovernor.get(child)?.[0];
      if (below && isVerbal(tree, at) && /^(dobj|nsubjpass)$/.test(depOf(tree, child))) return below;
    }
    for (const preposition of isVerbal(tree, at) ? kids(tree, at, 'prep') : [])
      for (const noun of kids(tree, preposition, 'pobj')) {
        const below = byGovernor.get(noun)?.[0];
        if (below && below.start > noun) return below;
      }
    for (const joined of kids(tree, at, 'conj', 'advcl', 'xcomp')) {
      if (depOf(tree, joined) === 'conj' && kids(tree, joined, 'nsubj', 'nsubjpass').length > 0) continue;
      const last = byGovernor.get(joined)?.at(-1);
      if (last && depOf(tree, joined) !== 'advcl') return last;
    }
    const head = headOf(tree, at);
    if (head === at) return undefined;
    const dep = depOf(tree, at);
    const continues =
      dep === 'xcomp' ||
      dep === 'pcomp' ||
      dep === 'prep' ||
      dep === 'pobj' ||
      dep === 'dobj' ||
      dep === 'nsubj' ||
      dep === 'nsubjpass' ||
      (dep === 'conj' && (kids(tree, at, 'nsubj', 'nsubjpass').length === 0 || isToldOn(tree, at))) ||
      (dep === 'relcl' && kids(tree, at, 'advmod').some((child) => /^(where|when)$/.test(tree.lower[child]!))) ||
      dep === 'advcl';
    if (!continues) return undefined;
    at = head;
  }
  return undefined;
};
