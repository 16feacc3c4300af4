import { roleOfWord } from '../actors/role-words.ts';
import { isTimeWord, TARGET_PREPOSITIONS } from '../lexicon/word-sets.ts';
import { depOf, headOf, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import { isPassive, objectsOf } from './arguments.ts';
import type { Meaning } from './classify.ts';
import { nounsAfter, objectsOfPreposition, prepositionsOf, prepositionsOfNoun } from './prepositions.ts';

/** A phrase that may be the target, with the way it was come to and how well that way is trusted (0 … 3). */
export interface Candidate {
  readonly token: number;
  readonly path: string;
  readonly trust: number;
}

/** How many of the target prepositions are near ones ("with" … "in"), whose objects are trusted more. */
const NEAR = 12;
const DEEPEST = 6;
/** What one serves as somewhere is not whom one serves ("as peacekeepers in Haiti"). */
const WHERE = ['in', 'to', 'at', 'along', 'for'];

/** "Threatened to strike unless X …": who is to give way is whom the threat is for. */
const isThreat = (tree: Tree, verb: number): boolean =>
  /^(threaten|vow|warn|retaliate)$/.test(tree.lemma[verb]!) ||
  (depOf(tree, verb) === 'acl' && tree.lemma[headOf(tree, verb)] === 'threat') ||
  (depOf(tree, verb) === 'xcomp' && /^(threaten|vow)$/.test(tree.lemma[headOf(tree, verb)]!));

/** Whether a clause behind a word for people says only what they did or what was done to them; whose foes they are tells who they are. */
const isDeedBehind = (tree: Tree, people: number, clause: number): boolean =>
  depOf(tree, clause) === 'acl' &&
  /^VB[NG]$/.test(tagOf(tree, clause)) &&
  !/^(oppose|ally|align|fight|battle|resist|carry)$/.test(tree.lemma[clause]!) &&
  roleOfWord(tree.tokens[people]!) !== undefined;

/** ", with Chad accusing Niger": who does something beside the clause is no part of it. */
const isAbsolute = (tree: Tree, preposition: number, noun: number): boolean =>
  tree.lower[preposition] === 'with' &&
  tree.lower[preposition - 1] === ',' &&
  kids(tree, noun, 'acl').some((clause) => tagOf(tree, clause) === 'VBG');

const DRAWING = /^(draw|prompt|spark|provoke|elicit|earn|attract|trigger|win)$/;

/** Phrases that may be the target of a verb, in the order in which they are tried. */
export const targetsOf = (
  tree: Tree,
  verb: number,
  meaning?: Meaning,
  seen = new Set<number>(),
  depth = 0,
): Candidate[] => {
  const found: Candidate[] = [];
  if (depth > DEEPEST || seen.has(-1 - verb)) return found;
  seen.add(-1 - verb);
  const add = (token: number, path: string, trust: number): void => {
    if (seen.has(token)) return;
    seen.add(token);
    found.push({ token, path, trust });
  };
  const below = (clause: number, prefix: string, trust: number): void => {
    for (const candidate of targetsOf(tree, clause, undefined, seen, depth + 1))
      found.push({ token: candidate.token, path: `${prefix}>${candidate.path}`, trust });
  };
  const prepositions = prepositionsOf(tree, verb);
  const objects = objectsOf(tree, verb);
  const passive = isPassive(tree, verb);
  for (const preposition of prepositions)
    if (meaning?.prep?.has(tree.lower[preposition]!))
      for (const noun of objectsOfPreposition(tree, preposition))
        if (tree.lower[preposition] === 'as' && nounsAfter(tree, noun, WHERE).length > 0)
          for (const there of nounsAfter(tree, noun, WHERE)) add(there, 'frame:as', 3);
        else if (!isTimeWord(tree.lower[noun]!)) {
          // "drove the rebels out of the town": the particle takes the place, the verb those who are driven
          if (tree.lower[preposition] !== 'out' || objects.length === 0)
            add(noun, `frame:${tree.lower[preposition]}`, 3);
          if (tree.lower[preposition] === 'for')
            for (const giver of nounsAfter(tree, noun, ['from', 'by'])) add(giver, 'asked of', 2);
        }
  if (meaning?.prep)
    for (const object of objects)
      for (const preposition of prepositionsOfNoun(tree, object))
        if (meaning.prep.has(tree.lower[preposition]!))
          for (const noun of objectsOfPreposition(tree, preposition))
            add(noun, `frame:${tree.lower[preposition]}`, 2.5);
  for (const dative of kids(tree, verb, 'dative'))
    if (posOf(tree, dative) !== 'ADP') add(dative, 'dative', 3);
    else for (const noun of objectsOfPreposition(tree, dative)) add(noun, 'dative', 3);
  for (const object of objects) add(object, 'object', 3);
  const ranked = prepositions
    .filter((preposition) => !(passive && tree.lower[preposition] === 'by'))
    .map((preposition) => ({ preposition, rank: TARGET_PREPOSITIONS.indexOf(tree.lower[preposition]!) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.preposition - b.preposition);
  for (const { preposition, rank } of ranked)
    for (const noun of objectsOfPreposition(tree, preposition))
      if (!isTimeWord(tree.lower[noun]!) && !isAbsolute(tree, preposition, noun))
        add(noun, `prep:${tree.lower[preposition]}`, rank < NEAR ? 2 : 1);
  for (const { preposition } of ranked)
    for (const gerund of kids(tree, preposition, 'pcomp'))
      if (posOf(tree, gerund) === 'VERB') {
        // "fired at students marching": those whom the parser made the subject of what they do
        for (const subject of kids(tree, gerund, 'nsubj')) add(subject, `prep:${tree.lower[preposition]}`, 2);
        below(gerund, 'gerund', 1);
      }
  for (const clause of kids(tree, verb, 'xcomp', 'ccomp')) {
    // "A froze aid, B halted exports": a clause before that the parser hung on the verb
    if (clause < verb && kids(tree, clause, 'nsubj').length > 0) continue;
    for (const subject of kids(tree, clause, 'nsubj', 'nsubjpass')) add(subject, 'clause subject', 2);
    below(clause, 'clause', 1);
    // "warned it would retaliate if B hosted missiles": whoever is not to do so
    if (isThreat(tree, verb))
      for (const condition of kids(tree, clause, 'advcl'))
        if (kids(tree, condition, 'mark').some((mark) => /^(if|unless|until|should)$/.test(tree.lower[mark]!)))
          for (const subject of kids(tree, condition, 'nsubj')) add(subject, 'until', 0.5);
  }
  for (const object of objects)
    for (const clause of kids(tree, object, 'acl', 'relcl')) {
      // "detained a colonel suspected of spying for": who is done something is not whom their clause names
      if (isDeedBehind(tree, object, clause)) continue;
      if (tagOf(tree, clause) === 'VB' && !kids(tree, clause, 'aux').some((child) => tagOf(tree, child) === 'MD'))
        for (const subject of kids(tree, clause, 'nsubj', 'nsubjpass')) add(subject, 'object clause subject', 1);
      below(clause, 'object clause', 0.8);
    }
  for (const clause of kids(tree, verb, 'advcl', 'oprd', 'acomp', 'attr')) {
    const adverbial = depOf(tree, clause) === 'advcl';
    if (!adverbial) {
      for (const preposition of kids(tree, clause, 'prep'))
        for (const noun of objectsOfPreposition(tree, preposition)) add(noun, 'predicate preposition', 0.7);
      below(clause, 'predicate', 0.6);
      add(clause, 'predicate', 0.5);
    }
    const marks = kids(tree, clause, 'mark');
    // "recognized the state, drawing criticism from Israel": whoever answers an act is not whom it is done to
    if (marks.length === 0 && !DRAWING.test(tree.lemma[clause]!)) below(clause, 'adverbial', 0.5);
    else if (adverbial && tree.lower[marks[0]!] === 'for' && tagOf(tree, clause) === 'VB')
      for (const subject of kids(tree, clause, 'nsubj', 'nsubjpass')) add(subject, 'clause subject', 2);
    else if (
      adverbial &&
      (kids(tree, verb, 'neg').length > 0
        ? marks.some((mark) => /^(until|unless|before)$/.test(tree.lower[mark]!))
        : isThreat(tree, verb) && marks.some((mark) => /^(if|unless|until|should)$/.test(tree.lower[mark]!)))
    ) {
      for (const subject of kids(tree, clause, 'nsubj', 'nsubjpass')) add(subject, 'until', 0.5);
      below(clause, 'until', 0.4);
    }
  }
  return found;
};
