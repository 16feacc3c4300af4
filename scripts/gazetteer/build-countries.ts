import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { borders } from '@rapideditor/country-coder';
import { countries } from 'countries-list';
import i18n from 'i18n-iso-countries';

// Writes server/extract/actors/data/countries.tsv: ISO 3166-1 codes and official names from i18n-iso-countries (MIT),
// capitals from countries-list (MIT), Wikidata ids from country-coder (ISC), and the words of country-words.tsv (ours).

const here = new URL('.', import.meta.url);
const target = new URL('../../server/extract/actors/data/countries.tsv', here);

i18n.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json'));
const officialNames = i18n.getNames('en', { select: 'all' });

const wikidataOf = new Map<string, string>();
for (const { properties } of borders.features) {
  const code = properties.iso1A3 ?? (properties.id === 'XK' ? 'XKX' : undefined);
  if (code && properties.wikidata) wikidataOf.set(code, properties.wikidata);
}

/** Names of the packages that news does not use, or that mean something else in it. */
const UNUSED = /,|\(|^(Macao|Georgia|Holy See|Congo|Reunion)$/;

const rows = readFileSync(new URL('country-words.tsv', here), 'utf8').trimEnd().split('\n').slice(1);
const lines = rows.map((row) => {
  const [iso3 = '', names = '', words = '', capitals = ''] = row.split('\t');
  const iso2 = iso3 === 'XKX' ? 'XK' : (i18n.alpha3ToAlpha2(iso3) ?? '');
  const ours = names.split(';').filter(Boolean);
  const official = (officialNames[iso2] ?? []).filter((name) => !UNUSED.test(name));
  const capital = countries[iso2 as keyof typeof countries]?.capital;
  const seats = [...capitals.split(';').filter(Boolean)];
  if (capital && !seats.includes(capital) && !ours.includes(capital)) seats.push(capital);
  return [
    iso3,
    iso2,
    wikidataOf.get(iso3) ?? '',
    [...new Set([...ours, ...official])].join(';'),
    words,
    seats.join(';'),
  ];
});

const header = ['iso3', 'iso2', 'wikidata', 'names', 'words', 'capitals'];
writeFileSync(target, `${[header, ...lines].map((cells) => cells.join('\t')).join('\n')}\n`);
console.error(`${lines.length} countries → ${target.pathname}`);
