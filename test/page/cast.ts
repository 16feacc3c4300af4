import { readFileSync } from 'node:fs';
import { countryId, entityId } from '../../graph-schema/ids.ts';
import type { EntityKind, Role } from '../../graph-schema/kinds.ts';

/** One that the articles of the page tests speak of. */
interface Member {
  kind: EntityKind;
  name: string;
  country?: string;
  role?: Role;
  words: readonly string[];
  asks?: string;
  on?: string;
}

/** Who and what they speak of: key → kind, name, country, and the words that name it. */
export const CAST: Readonly<Record<string, Member>> = JSON.parse(
  readFileSync(new URL('./cast.json', import.meta.url), 'utf8'),
);

/** Id in the graph of one of the cast. */
export const castId = (key: string): string => {
  const one = CAST[key]!;
  return one.kind === 'country'
    ? countryId(one.country!)
    : entityId(one.kind, one.name, one.country?.length === 3 && one.country !== 'IGO' ? { country: one.country } : {});
};
