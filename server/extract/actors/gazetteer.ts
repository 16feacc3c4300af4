import { countryId, entityId } from '../../../graph-schema/ids.ts';
import type { EntityKind, Role } from '../../../graph-schema/kinds.ts';
import { atomsOf, firstAtomOf } from './atoms.ts';
import { listOf, readTable } from './read-table.ts';
import { growingNames, type Names } from './trie.ts';

/** An entity that the tables know before any text is read. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly country?: string;
  readonly role?: Role;
  readonly wikidata?: string;
}

/** How a name names: a capital may be its country or only a place; a seat is its country; a word is an adjective or demonym. */
export type NameUse = 'nothing' | 'country' | 'word' | 'capital' | 'seat' | 'place' | 'organization' | 'person';

export interface Meaning {
  readonly known: Known;
  readonly use: NameUse;
  /** For a person: whether this is the full name. */
  readonly full?: boolean;
  /** A town or province that few texts name: meant only where the sentence puts something there. */
  readonly minor?: boolean;
  /** For a body: whether other states have one of this name, so that the tables tell theirs by brackets. */
  readonly shared?: boolean;
}

export interface CountryWords {
  readonly iso3: string;
  readonly name: string;
  /** The adjective, as in "Russian". */
  readonly adjective: string;
  readonly capital?: string;
}

export interface Gazetteer {
  readonly names: Names<Meaning>;
  readonly countries: ReadonlyMap<string, CountryWords>;
  /** Countries by the ids of their entities. */
  readonly byId: ReadonlyMap<string, Known>;
  /** Persons with every spelling of their names. */
  readonly people: readonly { readonly person: Known; readonly names: readonly string[] }[];
  readonly organizationNamed: ReadonlyMap<string, Known>;
  /** Every name of a state, and of a body between states. */
  readonly bodies: ReadonlySet<string>;
}

/** An entity of the tables; its id is only made for the few that a text names. */
const known = (
  kind: EntityKind,
  name: string,
  { country, role, wikidata }: { country?: string; role?: string; wikidata?: string },
): Known => {
  let id: string | undefined;
  return {
    get id() {
      id ??= entityId(kind, name, { ...(wikidata ? { wikidata } : {}), ...(country ? { country } : {}) });
      return id;
    },
    name,
    kind,
    ...(country ? { country } : {}),
    ...(role ? { role: role as Role } : {}),
    ...(wikidata ? { wikidata } : {}),
  };
};

/** What a longer name means that only holds a country's word: "Latin American", "Paris Agreement". */
const NOTHING: Known = { id: '', name: '', kind: 'place' };

/** A town's meaning, only made for the few whose first word a text has. */
const minorPlace = (name: string, country: string): Meaning => ({
  known: known('place', name, { country }),
  use: 'place',
  minor: true,
});

/** A name in brackets tells namesakes of two countries apart ("Labour Party (Norway)"); texts do not write it. */
const spoken = (name: string): string => name.replace(/ \(.*\)$/, '');

const build = (): Gazetteer => {
  const { names, add: addName } = growingNames<Meaning>();
  const byId = new Map<string, Known>();
  const countries = new Map<string, CountryWords>();
  const people: { person: Known; names: readonly string[] }[] = [];
  const organizationNamed = new Map<string, Known>();
  const bodies = new Set<string>();
  const add = (name: string, meaning: Meaning): void => {
    const bare = name.replace(/^[Tt]he /, '');
    const first = firstAtomOf(bare);
    if (first !== undefined) addName(first, () => [atomsOf(bare), meaning]);
  };

  for (const row of readTable('countries.tsv')) {
    const own = listOf(row.names);
    const words = listOf(row.words);
    const capitals = listOf(row.capitals);
    const country: Known = {
      id: countryId(row.iso3!),
      name: own[0]!,
      kind: 'country',
      country: row.iso3!,
      role: 'government',
      ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    };
    countries.set(row.iso3!, {
      iso3: row.iso3!,
      name: country.name,
      adjective: words[0] ?? country.name,
      ...(capitals[0] ? { capital: capitals[0] } : {}),
    });
    byId.set(country.id, country);
    for (const name of own) {
      add(name, { known: country, use: 'country' });
      bodies.add(name);
    }
    for (const word of words) if (!own.includes(word)) add(word, { known: country, use: 'word' });
    for (const capital of capitals)
      add(capital, { known: known('place', capital, { country: row.iso3! }), use: 'capital' });
  }
  for (const row of readTable('places.tsv')) {
    if (row.kind === 'nothing') add(row.name!, { known: NOTHING, use: 'nothing' });
    else if (row.kind === 'seat') {
      const country = byId.get(countryId(row.iso3!))!;
      add(row.name!, { known: country, use: 'seat' });
    } else add(row.name!, { known: known('place', row.name!, { country: row.iso3! }), use: 'place' });
  }
  for (const row of readTable('minor-places.tsv')) {
    const name = row.name!;
    addName(firstAtomOf(name)!, () => [atomsOf(name), minorPlace(name, row.iso3!)]);
  }
  for (const row of readTable('organizations.tsv')) {
    const name = spoken(row.name!);
    const organization = known('organization', name, row);
    organizationNamed.set(name, organization);
    if (row.country === 'IGO') for (const one of [row.name!, ...listOf(row.aliases)]) bodies.add(one);
    const shared = name === row.name ? {} : { shared: true };
    for (const alias of [name, ...listOf(row.aliases)])
      add(alias, { known: organization, use: 'organization', ...(alias === name ? shared : {}) });
  }
  for (const row of readTable('people.tsv')) {
    const person = known('person', row.name!, row);
    people.push({ person, names: [row.name!, ...listOf(row.aliases)] });
    for (const alias of [row.name!, ...listOf(row.aliases)])
      add(alias, { known: person, use: 'person', full: /[ ]/.test(alias) });
  }
  return { names, countries, byId, people, organizationNamed, bodies };
};

let loaded: Gazetteer | undefined;

/** The tables of countries, places, organisations and people, read once. */
export const gazetteer = (): Gazetteer => {
  loaded ??= build();
  return loaded;
};
