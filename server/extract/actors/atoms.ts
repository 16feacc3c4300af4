import type { Token } from '../../language/document.ts';

const PART = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const PLAIN = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['ʽ', "'"],
  ['`', "'"],
  ['–', '-'],
  ['‑', '-'],
  ['ı', 'i'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
]);

const plain = (text: string): string => {
  if (/^[\u0020-\u007e]*$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\u0020-\u007e]/gu, (letter) => PLAIN.get(letter) ?? letter);
};

/** A name as words and single marks, without diacritics, case kept: the unit in which names are compared. */
export const atomsOf = (text: string): readonly string[] => plain(text).match(PART) ?? [];

const FIRST_PART = new RegExp(PART.source, 'u');

/** The first of a name's atoms; none where it has none. */
export const firstAtomOf = (text: string): string | undefined => FIRST_PART.exec(plain(text))?.[0];

/** Atoms of words met so far; texts repeat their words. */
const seen = new Map<string, readonly string[]>();
const MOST_SEEN = 50_000;

const atomsOfWord = (word: string): readonly string[] => {
  let atoms = seen.get(word);
  if (!atoms) {
    if (seen.size >= MOST_SEEN) seen.clear();
    atoms = atomsOf(word);
    seen.set(word, atoms);
  }
  return atoms;
};

/** The atoms of a parse, in order, with the token that each lies in and whether it begins one. */
export interface AtomText {
  readonly atoms: readonly string[];
  readonly tokenOf: readonly number[];
  readonly begins: readonly boolean[];
}

export const atomText = (tokens: readonly Token[]): AtomText => {
  const atoms: string[] = [];
  const tokenOf: number[] = [];
  const begins: boolean[] = [];
  tokens.forEach((token, index) => {
    if (token.space) return;
    atomsOfWord(token.text).forEach((atom, at) => {
      atoms.push(atom);
      tokenOf.push(index);
      begins.push(at === 0);
    });
  });
  return { atoms, tokenOf, begins };
};
