import type { NameHit } from './find-names.ts';
import type { Tree } from './tree.ts';

const ABBREVIATION = /^\p{Lu}{2,6}$/u;

/** The capitals of a name in their order: "Rapid Support Forces" gives RSF. */
export const initialsOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('');

/** Whether a word is the abbreviation of a name of several words. */
export const abbreviates = (name: string, short: string): boolean =>
  ABBREVIATION.test(short) && /\s/.test(name) && initialsOf(name).startsWith(short);

const written = (tree: Tree, { start, end }: NameHit): string =>
  tree.parse.text.slice(tree.tokens[start]!.start, tree.tokens[end - 1]!.end);

/** Abbreviations in brackets behind the words whose initials they are. */
const introduced = (tree: Tree): ReadonlyMap<string, number> => {
  const { tokens } = tree;
  const found = new Map<string, number>();
  for (let at = 3; at < tokens.length; at++) {
    const short = tokens[at]!.text;
    if (tokens[at - 1]!.text !== '(' || !ABBREVIATION.test(short) || found.has(short)) continue;
    const first = tokens[at - 1 - short.length]?.text ?? '';
    const words = tokens.slice(at - 1 - short.length, at - 1).map((token) => token.text);
    if (first && words.length === short.length && initialsOf(words.join(' ')) === short) found.set(short, at);
  }
  return found;
};

/**
 * Abbreviations mean what the article itself calls so: where it names the Rapid Support Forces, RSF is no other body of the
 * same letters. One that it introduces for a name that the tables do not know is none of the tables' either.
 */
export const withOwnAbbreviations = (tree: Tree, hits: readonly NameHit[]): readonly NameHit[] => {
  const short = hits.filter((hit) => hit.meaning.use === 'organization' && ABBREVIATION.test(written(tree, hit)));
  if (!short.length) return hits;
  const long = hits.filter((hit) => hit.meaning.use === 'organization' && /\s/.test(written(tree, hit)));
  const brackets = introduced(tree);
  return hits.flatMap((hit) => {
    if (!short.includes(hit)) return [hit];
    const letters = written(tree, hit);
    if (long.some((other) => other.meaning.known.id === hit.meaning.known.id)) return [hit];
    const own = long.find((other) => initialsOf(written(tree, other)) === letters);
    if (own) return [{ ...hit, meaning: own.meaning }];
    return brackets.has(letters) ? [] : [hit];
  });
};
