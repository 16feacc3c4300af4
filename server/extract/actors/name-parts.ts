import { distance } from 'fastest-levenshtein';
import { fold } from '../../../graph-schema/fold.ts';

/** Particles and suffixes that come and go between spellings of one name. */
const DROPPED = new Set(['al', 'el', 'ul', 'jr', 'sr', 'ii', 'iii', 'mr', 'mrs', 'ms', 'dr', 'the', 's']);

/** Peoples who write the family name first. */
const FAMILY_FIRST = new Set(['CHN', 'KOR', 'PRK', 'TWN', 'HKG', 'VNM', 'KHM', 'SGP']);

/** Family names that stand first, as they are written in Latin letters; the commonest of those peoples. */
const FAMILY_NAMES = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu ye cheng wei su lu ding ren shen yao kim park choi choe jung jeong kang cho yoon yun chang lim shin seo kwon hwang ahn moon tran nguyen pham hoang phan vu vo dang bui ngo duong hun sok prak'.split(
    ' ',
  ),
);

/** What a person is called by one word: the last part of the name, and the first where it is a family name. */
export const surnamesOf = (name: string): readonly string[] => {
  const parts = nameParts(name);
  if (parts.length < 2) return [];
  return FAMILY_NAMES.has(parts[0]!) ? [parts.at(-1)!, parts[0]!] : [parts.at(-1)!];
};

/** The parts of a person's name that tell it from others: folded, without particles and initials. */
export const nameParts = (name: string): readonly string[] => {
  const parts = fold(name.replace(/[-‑]/g, ' ')).split(' ');
  const kept = parts.filter((part) => part.length > 1 && !DROPPED.has(part));
  return kept.length ? kept : parts;
};

const alike = (a: string, b: string): boolean =>
  a === b ||
  (a.length >= 3 && b.startsWith(a)) ||
  (b.length >= 3 && a.startsWith(b)) ||
  (Math.min(a.length, b.length) >= 5 && a[0] === b[0] && distance(a, b) <= 2);

/** The spelling of one surname by different hands ("Gadhafi", "Gaddafi"): a letter or two apart, same beginning. */
const sameSurname = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 6 && a[0] === b[0] && a.at(-1) === b.at(-1) && distance(a, b) <= 1);

/** Whether two names of persons may be of one person: same surname, and first names that do not contradict. */
export const samePerson = (a: readonly string[], b: readonly string[], country?: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.length === 1) {
    const part = short[0]!;
    if (long.length === 1) return part === long[0];
    if (sameSurname(part, long.at(-1)!)) return true;
    return country !== undefined && FAMILY_FIRST.has(country) && long[0] === part;
  }
  if (long.every((part, at) => part === short[at])) return true;
  if (!sameSurname(short.at(-1)!, long.at(-1)!)) return false;
  return alike(short[0]!, long[0]!) || long.slice(0, -1).some((part) => part === short[0]);
};
