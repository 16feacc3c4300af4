/** A tree of names by their atoms; each end holds what the name may mean. */
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

const titleCase = (atom: string): string => atom[0]! + atom.slice(1).toLowerCase();

/** Names in all capitals (datelines, headlines) are looked up as they would stand in a sentence. */
const step = <T>(node: Trie<T>, atom: string): Trie<T> | undefined =>
  node.next?.get(atom) ??
  (atom.length > 3 && atom === atom.toUpperCase() && /\p{L}/u.test(atom) ? node.next?.get(titleCase(atom)) : undefined);

/** Every name that begins at an atom, longest first: its end (exclusive) and meanings. */
export const namesAt = <T>(
  trie: Trie<T>,
  atoms: readonly string[],
  from: number,
): readonly { end: number; values: readonly T[] }[] => {
  const found: { end: number; values: readonly T[] }[] = [];
  let node: Trie<T> | undefined = trie;
  for (let at = from; at < atoms.length; at++) {
    node = step(node, atoms[at]!);
    if (!node) break;
    if (node.values) found.unshift({ end: at + 1, values: node.values });
  }
  return found;
};
