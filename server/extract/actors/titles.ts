import type { Role } from '../../../graph-schema/kinds.ts';
import { type AtomText, atomsOf } from './atoms.ts';
import { readTable } from './read-table.ts';
import { addName, emptyTrie, namesAt, type Trie } from './trie.ts';

interface Titles {
  readonly trie: Trie<Role>;
  readonly words: ReadonlySet<string>;
}

let loaded: Titles | undefined;

const titles = (): Titles => {
  if (loaded) return loaded;
  const trie = emptyTrie<Role>();
  const words = new Set<string>();
  for (const { title, role } of readTable('titles.tsv')) {
    addName(trie, atomsOf(title!.toLowerCase()), role as Role);
    for (const word of title!.split(' ')) words.add(word.toLowerCase());
  }
  for (const word of [
    'former',
    'acting',
    'deputy',
    'then',
    'ex',
    'vice',
    'senior',
    'interim',
    'foreign',
    'late',
    'presidents',
  ])
    words.add(word);
  loaded = { trie, words };
  return loaded;
};

/** Whether a word occurs in titles, so that it is no part of a name. */
export const isTitleWord = (text: string): boolean => titles().words.has(text.toLowerCase());

/** A title as it stands in a text: tokens, end exclusive, and the role of who bears it. */
export interface TitleHit {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** All titles of a text, by the token that follows each. */
export const findTitles = ({ atoms, tokenOf, begins }: AtomText): ReadonlyMap<number, TitleHit> => {
  const lower = atoms.map((atom) => atom.toLowerCase());
  const found = new Map<number, TitleHit>();
  for (let at = 0; at < atoms.length; at++) {
    if (!begins[at]) continue;
    const best = namesAt(titles().trie, lower, at)[0];
    if (!best || !(best.end === atoms.length || begins[best.end]!)) continue;
    const start = tokenOf[at]!;
    const end = tokenOf[best.end - 1]! + 1;
    const there = found.get(end);
    if (!there || there.start > start) found.set(end, { start, end, role: best.values[0]! });
    at = best.end - 1;
  }
  return found;
};
