import type { Patch } from '../../draw/redraw.ts';

type Parts = Pick<Patch, 'nodes' | 'edges' | 'claims' | 'tallies'>;

interface Outcome<Put, Drop> {
  readonly put?: Put;
  readonly drop?: Drop;
}

/** What becomes of each id in the end: the last word holds. */
const lastWord = <Put, Drop>(
  parts: readonly { readonly put: readonly Put[]; readonly drop: readonly Drop[] }[],
  idOf: { readonly put: (put: Put) => string; readonly drop: (drop: Drop) => string },
): { readonly put: readonly Put[]; readonly drop: readonly Drop[] } => {
  const outcomes = new Map<string, Outcome<Put, Drop>>();
  for (const { put, drop } of parts) {
    for (const each of drop) outcomes.set(idOf.drop(each), { drop: each });
    for (const each of put) outcomes.set(idOf.put(each), { put: each });
  }
  const all = [...outcomes.values()];
  return {
    put: all.flatMap(({ put }) => (put === undefined ? [] : [put])),
    drop: all.flatMap(({ drop }) => (drop === undefined ? [] : [drop])),
  };
};

/** One patch that does what several do one after another, as far as a database holds it. */
export const mergePatches = (patches: readonly Patch[]): Parts => {
  const own = (id: string): string => id;
  const ofEach = ({ id }: { readonly id: string }): string => id;
  return {
    nodes: lastWord(
      patches.map(({ nodes }) => nodes),
      { put: ofEach, drop: own },
    ),
    edges: lastWord(
      patches.map(({ edges }) => edges),
      { put: ofEach, drop: ofEach },
    ),
    claims: lastWord(
      patches.map(({ claims }) => claims),
      { put: ({ claim }) => claim.id, drop: own },
    ),
    tallies: [...new Map(patches.flatMap(({ tallies }) => tallies))],
  };
};
