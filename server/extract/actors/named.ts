import { countryId } from '../../../graph-schema/ids.ts';
import type { Meant, Via } from '../cast.ts';
import { isBehind } from './backers.ts';
import { addKnown, type Draft } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import { coreOf, type Tree } from './tree.ts';

/** The entity of a state, by its three letters. */
export const stateIn = (draft: Draft, iso3: string): number | undefined => {
  const known = gazetteer().byId.get(countryId(iso3));
  return known && addKnown(draft, known);
};

export const isState = (iso3: string | undefined): iso3 is string =>
  iso3 !== undefined && gazetteer().countries.has(iso3);

/** Whom a token names by itself. */
export const namedAt = (draft: Draft, token: number): Meant | undefined => {
  const headed = draft.headed[token]!;
  const index = headed !== -1 ? headed : draft.at[token]!;
  const mention = draft.mentions[index];
  if (!mention) return undefined;
  const via: Via = mention.how === 'pronoun' ? 'pronoun' : mention.how === 'nominal' ? 'nominal' : 'name';
  return { entity: mention.entity, token, via, weak: mention.weak };
};

/** First named token among those given: one that acts before one that only qualifies. */
export const firstNamed = (draft: Draft, among: readonly number[], via: Via): Meant | undefined => {
  let weak: Meant | undefined;
  for (const token of among) {
    const found = namedAt(draft, token);
    if (!found || found.via === 'pronoun') continue;
    if (!found.weak) return { ...found, via };
    if (isBehind(draft.tree.tokens, draft.mentions[draft.at[token]!]?.end ?? token + 1)) continue;
    weak ??= { ...found, via };
  }
  return weak;
};

/** What stands before the head of a noun phrase, or belongs to it without a preposition. */
export const modifiersOf = (tree: Tree, token: number): readonly number[] =>
  coreOf(tree, token).filter((at) => at !== token);
