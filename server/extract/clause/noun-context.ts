import type { Modality } from '../../../graph-schema/claim.ts';
import { depOf, headOf, isNominal, isVerbal, kids, type Tree } from '../tree/tree.ts';
import { operatorsOf } from './operators.ts';

const DEMANDING = /^(demand|seek|request|want|urge|propose|suggest)$/;
const DEMANDING_FOR = /^(call|ask|appeal|press|push|plead|insist|lobby)$/;
/** What a plan or a deal does to what is to come of it. */
const PROVIDING = /^(envisage|envision|foresee|stipulate|entail|mandate)$/;
const CANCELLING = /^(cancel|postpone|scrap|shelve|abort|delay|reject|refuse)$/;
const PLANNING = /^(plan|schedule|expect|prepare|set|arrange|announce|intend)$/;
const PLANNED_WORD = /^(planned|upcoming|forthcoming|possible|proposed|scheduled|future|potential|prospective)$/;
const PLANNING_NOUN = /^(plan|preparation|proposal|offer|invitation|hope|date|schedule)$/;
const THREAT_NOUN = /^(threat|warning)$/;

/** "Called for a truce and the withdrawal": the noun that a list begins with stands where all of them do. */
const firstOfList = (tree: Tree, noun: number): number => {
  let at = noun;
  for (let step = 0; step < 8 && depOf(tree, at) === 'conj' && isNominal(tree, headOf(tree, at)); step++)
    at = headOf(tree, at);
  return at;
};

/** How an act that a noun names is put: it happened, is planned, demanded, refused or threatened. */
export const contextOfNoun = (tree: Tree, noun: number): Modality => {
  const words = kids(tree, noun, 'amod').map((child) => tree.lower[child]!);
  if (words.some((word) => /^(cancelled|canceled|postponed)$/.test(word))) return 'refused';
  if (words.some((word) => PLANNED_WORD.test(word))) return 'planned';
  const first = firstOfList(tree, noun);
  const dep = depOf(tree, first);
  const head = headOf(tree, first);
  const lemma = tree.lemma[head]!;
  if (isVerbal(tree, head) && /^(dobj|nsubjpass|nsubj)$/.test(dep)) {
    if (dep !== 'nsubj' && DEMANDING.test(lemma)) return 'demanded';
    if (dep !== 'nsubj' && PROVIDING.test(lemma)) return 'planned';
    if (dep !== 'nsubj' && CANCELLING.test(lemma)) return 'refused';
    if (dep === 'nsubjpass' && PLANNING.test(lemma)) return 'planned';
    const modal = kids(tree, head, 'aux').map((child) => tree.lower[child]!);
    if (modal.includes('would')) return 'hypothetical';
    if (modal.some((word) => /^(will|shall|'ll|’ll)$/.test(word)) && dep !== 'dobj') return 'planned';
    return 'fact';
  }
  if (dep !== 'pobj') return 'fact';
  const above = headOf(tree, head);
  const over = tree.lemma[above]!;
  if (isVerbal(tree, above)) {
    const pleading = /^(for|on)$/.test(tree.lower[head]!) && DEMANDING_FOR.test(over);
    if (pleading) return 'demanded';
    if (tree.lower[head] === 'for' && over === 'provide') return 'planned';
    return tree.lower[head] === 'for' && operatorsOf(tree, above).future >= 0.9 ? 'planned' : 'fact';
  }
  if (PLANNING_NOUN.test(over)) return 'planned';
  if (/^(demand|call|request|appeal)$/.test(over)) return 'demanded';
  if (/^(refusal|rejection|cancellation|postponement)$/.test(over)) return 'refused';
  return THREAT_NOUN.test(over) ? 'threatened' : 'fact';
};
