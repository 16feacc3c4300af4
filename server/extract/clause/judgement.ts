import { readFileSync } from 'node:fs';
import { depOf, kids, posOf, type Tree } from '../tree/tree.ts';
import type { ClauseWords, Meaning } from './classify.ts';
import { isPersonal } from './noun-words.ts';
import { objectsOfPreposition } from './prepositions.ts';

const DATA: Readonly<Record<'kind' | 'unkind' | 'neutral', string>> = JSON.parse(
  readFileSync(new URL('../lexicon/judging-words.json', import.meta.url), 'utf8'),
);
const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const KIND = setOf(DATA.kind);
const UNKIND = setOf(DATA.unkind);
const NEUTRAL = setOf(DATA.neutral);

/** Verbs whose object is named or judged by a noun or adjective beside it. */
const NAMING = /^(call|term|dub|deem|consider)$/;
/** Verbs that judge with "as". */
const JUDGING_AS = /^(describe|characterize|characterise|portray|depict|regard)$/;

/** The words that an object is called by, with what stands before them. */
const namesOf = (tree: Tree, verb: number, clause: ClauseWords): readonly number[] => {
  const lemma = tree.lemma[verb]!;
  const beside = NAMING.test(lemma)
    ? kids(tree, verb, 'oprd', ...(clause.objects.length > 0 ? ['acomp'] : [])).filter(
        (name) => !/^(home|back|in|off|up|out)$/.test(tree.lower[name]!),
      )
    : [];
  // the parser's other places for the name: apposition ("called the envoy a fool"), small clause ("considers it illegal")
  const apposed =
    lemma === 'call'
      ? [...clause.objects, ...beside]
          .flatMap((object) => [object, ...nounsBehind(tree, object)])
          .flatMap((noun) => kids(tree, noun, 'appos'))
      : [];
  const small = NAMING.test(lemma)
    ? kids(tree, verb, 'ccomp').filter((name) => posOf(tree, name) === 'ADJ' && kids(tree, name, 'aux').length === 0)
    : [];
  const as = JUDGING_AS.test(lemma)
    ? [verb, ...clause.objects]
        .flatMap((head) => kids(tree, head, 'prep'))
        .filter((child) => tree.lower[child] === 'as')
        .flatMap((child) => [
          ...objectsOfPreposition(tree, child),
          ...kids(tree, child, 'amod', 'acomp', 'pcomp', 'advcl'),
        ])
    : [];
  return [...beside, ...apposed.filter((name) => isIndefinite(tree, name)), ...small, ...as];
};

/** "The envoy to Chad": the nouns that a noun's prepositions lead to. */
const nounsBehind = (tree: Tree, noun: number): number[] =>
  kids(tree, noun, 'prep').flatMap((preposition) => objectsOfPreposition(tree, preposition));

const isIndefinite = (tree: Tree, noun: number): boolean =>
  kids(tree, noun, 'det').some((word) => /^an?$/.test(tree.lower[word]!));

const isNot = (tree: Tree, name: number): boolean =>
  tree.children[name]!.some(
    (child) => depOf(tree, child) === 'neg' || /^(not|hardly|less|least)$/.test(tree.lower[child]!),
  );

/** How a name judges: 1 kindly, -1 unkindly, 0 not at all; nothing where the words are not known. */
const judgementOf = (tree: Tree, names: readonly number[]): -1 | 0 | 1 | undefined => {
  const words = names.flatMap((name) => [name, ...kids(tree, name, 'conj'), ...kids(tree, name, 'amod', 'compound')]);
  const lemmas = words.flatMap((word) => [tree.lemma[word]!.toLowerCase(), tree.lower[word]!]);
  const turned = names.some((name) => isNot(tree, name));
  if (lemmas.some((word) => UNKIND.has(word))) return turned ? 1 : -1;
  if (lemmas.some((word) => KIND.has(word))) return turned ? -1 : 1;
  return lemmas.some((word) => NEUTRAL.has(word)) ? 0 : undefined;
};

/**
 * What it is to call somebody or something a name: praise or criticism by the words that stand there ("called the talks
 * productive", "described the raid as barbaric"). `null` where the verb names something and judges nothing, nothing
 * where it names nothing.
 */
export const judgementOfVerb = (tree: Tree, verb: number, clause: ClauseWords): Meaning | null | undefined => {
  const lemma = tree.lemma[verb]!;
  const names = namesOf(tree, verb, clause);
  if (names.length === 0) return undefined;
  if (depOf(tree, verb) === 'relcl' && lemma !== 'call') return null;
  const judgement = judgementOf(tree, names);
  if (judgement === 0) return null;
  if (judgement !== undefined) return { type: judgement > 0 ? 'PRAISED' : 'CRITICIZED', rule: 'call as', weight: 2 };
  // a name that is not known is seldom a kind one where somebody is called it; of a thing it may be any
  const ofSomebody = clause.objects.some(
    (object) => posOf(tree, object) === 'PROPN' || isPersonal(tree, object) || tree.lower[object] === 'them',
  );
  return lemma === 'call' && ofSomebody && posOf(tree, names[0]!) === 'NOUN'
    ? { type: 'CRITICIZED', rule: 'call as', weight: 2 }
    : null;
};
