/** A tree of names by their atoms as it is searched; each end holds what the name may mean. */
export interface Names<T> {
  readonly next?: { get(atom: string): Names<T> | undefined };
  readonly values?: readonly T[];
}

/** The tree as it is built. */
export interface Trie<T> {
  next?: Map<string, Trie<T>>;
  values?: T[];
}

export const emptyTrie = <T>(): Trie<T> => ({});

export const addName = <T>(trie: Trie<T>, atoms: readonly string[], value: T): void => {
  let node = trie;
  for (const atom of atoms) {
    node.next ??= new Map();
    let next = node.next.get(atom);
    if (!next) {
      next = emptyTrie();
      node.next.set(atom, next);
    }
    node = next;
  }
  if (node.values) node.values.push(value);
  else node.values = [value];
};

/** What a name adds to the tree: all its atoms, and what it means. */
type Entry<T> = readonly [atoms: readonly string[], value: T];

/** Names whose branches are grown when a text first has their first atom: of tens of thousands an article needs a few hundred. */
export const growingNames = <T>(): {
  readonly names: Names<T>;
  readonly add: (firstAtom: string, entry: () => Entry<T>) => void;
} => {
  const seeds = new Map<string, (() => Entry<T>)[]>();
  const grown = emptyTrie<T>();
  const get = (atom: string): Trie<T> | undefined => {
    const entries = seeds.get(atom);
    if (entries) {
      seeds.delete(atom);
      for (const entry of entries) addName(grown, ...entry());
    }
    return grown.next?.get(atom);
  };
  const add = (firstAtom: string, entry: () => Entry<T>): void => {
    const there = seeds.get(firstAtom);
    if (there) there.push(entry);
    else seeds.set(firstAtom, [entry]);
  };
  return { names: { next: { get } }, add };
};

const titleCase = (atom: string): string => atom[0]! + atom.slice(1).toLowerCase();

/** Names in all capitals (datelines, headlines) are looked up as they would stand in a sentence. */
const step = <T>(node: Names<T>, atom: string): Names<T> | undefined =>
  node.next?.get(atom) ??
  (atom.length > 3 && atom === atom.toUpperCase() && /\p{L}/u.test(atom) ? node.next?.get(titleCase(atom)) : undefined);

/** Every name that begins at an atom, longest first: its end (exclusive) and meanings. */
export const namesAt = <T>(
  names: Names<T>,
  atoms: readonly string[],
  from: number,
): readonly { end: number; values: readonly T[] }[] => {
  const found: { end: number; values: readonly T[] }[] = [];
  let node: Names<T> | undefined = names;
  for (let at = from; at < atoms.length; at++) {
    node = step(node, atoms[at]!);
    if (!node) break;
    if (node.values) found.unshift({ end: at + 1, values: node.values });
  }
  return found;
};
