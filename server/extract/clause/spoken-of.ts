import type { RelationType } from '../../../graph-schema/relations.ts';
import { kids, type Tree } from '../tree/tree.ts';
import type { ClauseWords, Meaning } from './classify.ts';
import { objectsOfPreposition } from './prepositions.ts';

/** One speaks of things and out against them; with and to somebody. */
const SPOKEN_OF: ReadonlySet<string> = new Set(['of', 'about', 'out', 'up', 'for', 'at', 'in', 'as', 'after']);
const SPOKEN_WITH: ReadonlySet<string> = new Set(['with', 'to', 'by', 'over', 'against']);

/** Whether one speaks of something rather than with somebody; "spoke in favor of" is said by its frame. */
export const isSpokenOf = (tree: Tree, { prepositionWords, prepositions }: ClauseWords): boolean =>
  [...prepositionWords].some((word) => SPOKEN_OF.has(word)) &&
  ![...prepositionWords].some((word) => SPOKEN_WITH.has(word)) &&
  !prepositions.some((preposition) =>
    objectsOfPreposition(tree, preposition).some((noun) => SPOKEN_FOR.test(tree.lemma[noun]!)),
  );

const SPOKEN_FOR = /^(favou?r|support|defen[cs]e|consequence|retaliation|reprisal)$/;
const WELL = /^(highly|warmly|well|approvingly|fondly|favou?rably|admiringly|glowingly|respectfully|enthusiastically)$/;
const ILL = /^(ill|badly|disparagingly|critically|scornfully|contemptuously|dismissively|harshly)$/;

/** "Spoke highly of", "spoke ill of": how one speaks of somebody is praise or blame; else it is neither. */
export const spokenOf = (tree: Tree, verb: number, { prepositionWords }: ClauseWords): Meaning | undefined => {
  if (!prepositionWords.has('of') && !prepositionWords.has('about')) return undefined;
  const manner = kids(tree, verb, 'advmod').map((adverb) => tree.lower[adverb]!);
  const judged = (type: RelationType): Meaning => ({ type, rule: 'spoke how', weight: 2, prep: ABOUT });
  if (manner.some((word) => WELL.test(word))) return judged('PRAISED');
  return manner.some((word) => ILL.test(word)) ? judged('CRITICIZED') : undefined;
};

const ABOUT: ReadonlySet<string> = new Set(['of', 'about']);
