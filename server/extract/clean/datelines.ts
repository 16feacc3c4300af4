import { atomsOf } from '../actors/atoms.ts';
import { gazetteer } from '../actors/gazetteer.ts';
import { namesAt } from '../actors/trie.ts';

/** Where a report was filed. */
export interface Dateline {
  /** UTF-16 offsets of the whole dateline, its dash included. */
  readonly start: number;
  readonly end: number;
  readonly place?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
}

const AGENCY =
  '(?:\\s*\\((?:Reuters|AP|AFP|UPI|CNN|Xinhua|IANS|PTI|TASS|dpa|DPA|Bloomberg|BBC|VOA|Kyodo|Yonhap|ANI|SANA|AA|Thomson Reuters Foundation|Associated Press)[^)\\n]{0,40}\\))';
const PLACE = "\\p{Lu}[\\p{L}.'’ -]{1,28}(?:,\\s?\\p{Lu}[\\p{L}.'’ -]{1,24})?";
const DATE =
  '(?:,?\\s*(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\\.?\\s+\\d{1,2}(?:,\\s*\\d{4})?)';
const WITH_AGENCY = new RegExp(`^(${PLACE})?${DATE}?${AGENCY}${DATE}?\\s*(?:--|[-–—:])?\\s+`, 'u');
const WITH_DASH = new RegExp(`^(${PLACE})${DATE}?\\s*(?:--+|[–—]|\\s-)\\s*(?=["“‘\\p{Lu}\\d])`, 'u');
const SHOUTED =
  /^(\p{Lu}[\p{Lu}.'’ -]{2,28}(?:,\s?\p{Lu}[\p{L}.'’ -]{1,24})?)(?:,?\s[^\n—–-]{0,24})?\s*(?:--+|[–—-]|:)\s+/u;

const CAPITALS = "\\p{Lu}[\\p{Lu}.'’ -]{1,28}";
const SEVERAL = new RegExp(
  `^(${CAPITALS}(?:(?:\\s?/\\s?| AND )${CAPITALS})+)(?:,\\s?\\p{Lu}[\\p{L}.'’ -]{1,24})?${DATE}?(?:\\s*\\([^)\\n]{1,40}\\))?\\s*(?:--+|[–—]|\\s-)\\s+`,
  'u',
);

/** "TOKYO/NEW DELHI —": filed from several places, of one country only where all are of it. */
const severalAt = (line: string, start: number): Dateline | undefined => {
  const match = SEVERAL.exec(line);
  if (!match) return undefined;
  const places = match[1]!.split(/\s?\/\s?| AND /).map((place) => place.trim());
  const countries = places.map(countryOfPlace);
  if (countries.some((country) => country === undefined)) return undefined;
  const country = new Set(countries).size === 1 ? countries[0] : undefined;
  return { start, end: start + match[0].length, place: titleCase(places[0]!), ...(country ? { country } : {}) };
};

/** Country of a place as it stands in a dateline: "KILIS, Turkey", "BOSTON". */
const countryOfPlace = (place: string): string | undefined => {
  const found: string[] = [];
  const parts = place.split(/,\s?/);
  for (const part of parts.toReversed()) {
    const atoms = atomsOf(/^\p{Lu}+[\p{Lu} .'’-]*$/u.test(part) ? titleCase(part) : part);
    const [best] = namesAt(gazetteer().names, atoms, 0);
    if (best?.end !== atoms.length) continue;
    const meaning = best.values.find(({ use }) => /^(country|capital|place)$/.test(use));
    if (meaning?.known.country) found.push(meaning.known.country);
  }
  return found[0];
};

const titleCase = (text: string): string => text.replace(/\p{L}+/gu, (word) => word[0]! + word.slice(1).toLowerCase());

/**
 * The dateline that a paragraph begins with, if it begins with one: "MOSCOW (Reuters) —", "KILIS, Turkey --", "(CNN)".
 * Without an agency the place must be one of the tables or stand in capitals, so that "Trump — who …" is none.
 */
export const datelineAt = (text: string, start: number): Dateline | undefined => {
  const line = text.slice(start, start + 140);
  const several = severalAt(line, start);
  if (several) return several;
  const agency = WITH_AGENCY.exec(line);
  const match = agency ?? WITH_DASH.exec(line) ?? SHOUTED.exec(line);
  if (!match) return undefined;
  const place = match[1]?.trim().replace(/[,.]$/, '');
  const country = place ? countryOfPlace(place) : undefined;
  if (!agency) {
    const shouted = place !== undefined && /^\p{Lu}{3,}/u.test(place);
    if (!country && !(shouted && /--|[–—]/.test(match[0]))) return undefined;
    if (!shouted && !/--|[–—]/.test(match[0])) return undefined;
  }
  return {
    start,
    end: start + match[0].length,
    ...(place ? { place: /^\p{Lu}+[\p{Lu} .'’-]*$/u.test(place) ? titleCase(place) : place } : {}),
    ...(country ? { country } : {}),
  };
};
