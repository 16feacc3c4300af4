import { countryId } from '../../../graph-schema/ids.ts';
import type { Meant } from '../cast.ts';
import { addKnown, type Draft } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import { kids } from './tree.ts';

/** What the halves of a divided country are called where it is spoken of. */
const HALVES: Readonly<Record<string, string>> = { North: 'PRK', South: 'KOR' };
const BOTH = ['PRK', 'KOR'];

/** The Koreas by the names they go by among themselves: "the North", "the South", "the two Koreas". */
export const createKoreas = (draft: Draft) => {
  const { tree } = draft;
  const { tokens } = tree;
  let spokenOf: boolean | undefined;
  const isSpokenOf = (): boolean => (spokenOf ??= /\bKorea/.test(tree.parse.text));
  const meant = (iso3: string, token: number): Meant => ({
    entity: addKnown(draft, gazetteer().byId.get(countryId(iso3))!),
    token,
    via: 'nominal',
    weak: false,
  });
  return {
    /** "The North", where the text speaks of Korea. */
    half: (token: number): Meant | undefined => {
      const iso3 = HALVES[tokens[token]!.text];
      if (!iso3 || !isSpokenOf()) return undefined;
      const definite = kids(tree, token, 'det').some((child) => /^the$/i.test(tokens[child]!.text));
      return definite && kids(tree, token, 'prep', 'compound', 'amod').length === 0 ? meant(iso3, token) : undefined;
    },
    /** "The Koreas". */
    both: (token: number): readonly Meant[] | undefined =>
      tokens[token]!.text === 'Koreas' ? BOTH.map((iso3) => meant(iso3, token)) : undefined,
  };
};

export type Koreas = ReturnType<typeof createKoreas>;
