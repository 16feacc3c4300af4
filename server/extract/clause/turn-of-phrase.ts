import { isInfinitive, kids, posOf, type Tree } from '../tree/tree.ts';
import type { ClauseWords, Meaning } from './classify.ts';
import { nounsAfter } from './prepositions.ts';

/** "Challenged Mali to open the border", "cautioned Chad to wait": with an infinitive of what the other is to do, a request. */
const isAskedToAct = (tree: Tree, verb: number, { objects }: ClauseWords): boolean =>
  /^(challenge|caution|admonish|dare|defy)$/.test(tree.lemma[verb]!) &&
  objects.length > 0 &&
  kids(tree, verb, 'xcomp', 'ccomp').some(
    (clause) => isInfinitive(tree, clause) && kids(tree, clause, 'neg').length === 0,
  );

/** "Let the sailors go", "let him out of jail", "set free a reporter". */
const isLetGo = (tree: Tree, verb: number, clause: ClauseWords): boolean =>
  tree.lemma[verb] === 'let'
    ? kids(tree, verb, 'ccomp', 'xcomp').some(
        (below) => tree.lower[below] === 'go' && nounsAfter(tree, below, ['to', 'into', 'with']).length === 0,
      ) ||
      (clause.prepositionWords.has('out') && clause.objects.length > 0)
    : tree.lemma[verb] === 'set' &&
      clause.objects.length > 0 &&
      tree.children[verb]!.some((child) => tree.lower[child] === 'free');

const LET_GO: ReadonlySet<string> = new Set(['of']);

const WELFARE =
  /^(security|defen[cs]e|stability|prosperity|independence|sovereignty|integrity|safety|survival|alliance|partnership|wellbeing|welfare|protection)$/;

/** "Is committed to Chad's security", "remains devoted to the alliance with": who stands by another. */
const standsBy = (tree: Tree, verb: number): boolean =>
  /^(be|remain|stay)$/.test(tree.lemma[verb]!) &&
  kids(tree, verb, 'acomp').some(
    (word) =>
      /^(committed|dedicated|devoted|loyal)$/.test(tree.lower[word]!) &&
      nounsAfter(tree, word, ['to']).some((noun) => WELFARE.test(tree.lemma[noun]!)),
  );

/** "Reminded Chad that it must hold elections". */
const isReminder = (tree: Tree, verb: number): boolean =>
  tree.lemma[verb] === 'remind' &&
  kids(tree, verb, 'ccomp').some((clause) =>
    kids(tree, clause, 'aux').some((child) => /^(must|should|ought|has|had|have)$/.test(tree.lower[child]!)),
  );

const TO: ReadonlySet<string> = new Set(['to']);

/** "Became a party to the convention", "is a signatory to the pact". */
const isParty = (tree: Tree, verb: number): boolean =>
  /^(be|become)$/.test(tree.lemma[verb]!) &&
  kids(tree, verb, 'attr').some((noun) => /^(party|signatory)$/.test(tree.lemma[noun]!)) &&
  [verb, ...kids(tree, verb, 'attr')].some((head) =>
    nounsAfter(tree, head, ['to', 'of']).some((noun) => TREATY.test(tree.lemma[noun]!)),
  );

const TREATY = /^(convention|treaty|pact|accord|protocol|statute|charter|agreement)$/;

/** "Held Nairobi to account", "brought the bank to book", "to hold its rulers accountable". */
const isHeldToAccount = (tree: Tree, verb: number, { objects }: ClauseWords): boolean =>
  /^(hold|call|bring)$/.test(tree.lemma[verb]!) &&
  ((tree.lemma[verb] === 'hold' && isFollowedBy(tree, verb, 'accountable')) ||
    (objects.length > 0 &&
      (kids(tree, verb, 'xcomp', 'acomp', 'oprd', 'advcl').some((word) =>
        /^(account|accountable|blame)$/.test(tree.lower[word]!),
      ) ||
        nounsAfter(tree, verb, ['to']).some((noun) => /^(account|book)$/.test(tree.lower[noun]!)))));

/** Whether a word stands behind a verb before the next verb, whatever the parser hangs it on. */
const isFollowedBy = (tree: Tree, verb: number, word: string): boolean => {
  for (let at = verb + 1; at < tree.tokens.length && posOf(tree, at) !== 'VERB' && tree.lower[at] !== '.'; at++)
    if (tree.lower[at] === word) return true;
  return false;
};

/** What a verb says only together with the clause or adverb below it, which no frame can ask for. */
export const turnOfPhrase = (tree: Tree, verb: number, clause: ClauseWords): Meaning | undefined => {
  if (isParty(tree, verb)) return { type: 'SIGNED', rule: 'party to', weight: 3, prep: TO };
  if (standsBy(tree, verb)) return { type: 'BACKS', rule: 'stands by', weight: 3, prep: TO };
  if (isHeldToAccount(tree, verb, clause)) return { type: 'ACCUSED', rule: 'held to account', weight: 3 };
  if (isReminder(tree, verb) || isAskedToAct(tree, verb, clause))
    return { type: 'URGED', rule: 'asked to act', weight: 3 };
  return isLetGo(tree, verb, clause) ? { type: 'RELEASED', rule: 'let go', weight: 3, prep: LET_GO } : undefined;
};
