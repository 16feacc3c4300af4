import { createCandidates } from './candidates.ts';
import { createChoosePair, TWICE } from './choose-pair.ts';
import type { Draft } from './draft.ts';
import { createDyads } from './dyads.ts';
import { createKoreas } from './koreas.ts';
import { createLists } from './lists.ts';
import { createNominals } from './nominals.ts';
import type { OfficeTable } from './offices.ts';
import { createPairs, mayBeSeveral } from './pairs.ts';
import { RELATIVE } from './personal-pronouns.ts';
import { createPronouns } from './pronouns.ts';
import type { Antecedents, Resolver } from './resolve.ts';
import { isSameState, stateOf } from './state-of.ts';

/** A search that is done once a token; one that comes back to itself finds nothing there. */
const once = <T>(search: (token: number) => T | undefined): ((token: number) => T | undefined) => {
  const known = new Map<number, T | undefined>();
  return (token) => {
    if (known.has(token)) return known.get(token);
    known.set(token, undefined);
    const found = search(token);
    known.set(token, found);
    return found;
  };
};

/** Who is meant where nobody is named: pronouns, "the president", "the two leaders". */
export const createAntecedents = (
  draft: Draft,
  resolver: () => Resolver,
  offices: OfficeTable,
  context: (token: number) => string | undefined,
): Antecedents => {
  const { tree } = draft;
  const { tokens } = tree;
  const koreas = createKoreas(draft);
  const lists = createLists(draft, resolver, (entity) => stateOf(draft, entity));
  const dyadBefore = createDyads(draft, (entity) => stateOf(draft, entity));
  const candidates = createCandidates(draft, resolver);

  const of: Antecedents['of'] = once((token) =>
    tokens[token]!.pos === 'PRON' || RELATIVE.test(tokens[token]!.text) ? pronoun(token) : nominal(token),
  );
  const pairOf: Antecedents['pairOf'] = (token) => (mayBeSeveral(tokens[token]!.text) ? pairAt(token) : undefined);
  const choosePair = createChoosePair(draft, resolver, candidates, dyadBefore, pairOf);
  const pairAt = once(createPairs(draft, resolver, koreas, lists, candidates, choosePair, pairOf));
  const pronoun = createPronouns(draft, resolver, candidates, of);
  const nominal = createNominals(draft, offices, koreas, candidates, dyadBefore, { of, pairOf });

  const sidesBefore = (token: number, except: readonly number[], least = 1): readonly number[] =>
    dyadBefore(
      token,
      (meant) => !except.some((entity) => entity === meant.entity || isSameState(draft, entity, meant.entity)),
      undefined,
      least,
    )?.map((meant) => meant.entity) ?? [];

  const partnerOf = (token: number, entity: number): number | undefined => {
    const state = stateOf(draft, entity) ?? entity;
    return dyadBefore(token, () => true, state, TWICE)?.find((meant) => meant.entity !== state)?.entity;
  };

  return { of, pairOf, sidesBefore, partnerOf, holder: offices.holder, context };
};
