import { listOf, readTable } from './read-table.ts';
import { coreOf, type Tree } from './tree.ts';

/** A people that lives in several states, or in one that does not bear its name. */
export interface People {
  /** What it goes by: "Kurds". */
  readonly name: string;
  /** Where it lives; empty for a faith that is at home anywhere. */
  readonly homes: ReadonlySet<string>;
  /** The state it is of where a text names none, blank where several are as likely. */
  readonly usual?: string;
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

let loaded: ReadonlyMap<string, People> | undefined;

const peoples = (): ReadonlyMap<string, People> => {
  loaded ??= new Map(
    readTable('peoples.tsv').flatMap((row) => {
      const words = listOf(row.words);
      const people: People = {
        name: capital(words.find((word) => word.endsWith('s')) ?? words[0]!),
        homes: new Set(listOf(row.homes)),
        ...(row.usual ? { usual: row.usual } : {}),
      };
      return words.map((word) => [word, people] as const);
    }),
  );
  return loaded;
};

/** The people that a word names: "Kurds", "Kurdish". */
export const peopleNamed = (word: string): People | undefined => peoples().get(word.toLowerCase().replace('’', "'"));

/** The people that a phrase names by its head or by an adjective: "the Kurds", "Kurdish lawmakers". */
export const peopleIn = (tree: Tree, token: number): People | undefined => {
  for (const at of coreOf(tree, token)) {
    const people = peopleNamed(tree.tokens[at]!.text);
    if (people) return people;
  }
  return undefined;
};

/** Whether a phrase can mean people of a state: not where it names a people that lives elsewhere. */
export const canBeOf = (tree: Tree, token: number, iso3: string): boolean => {
  const homes = peopleIn(tree, token)?.homes;
  return !homes?.size || homes.has(iso3);
};
