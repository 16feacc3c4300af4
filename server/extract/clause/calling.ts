import { depOf, headOf, type Tree, tagOf } from '../tree/tree.ts';

const CALL = /^(call|phone|telephone|ring)$/;

/** What one calls somebody to do oneself; asked of the other is anything else ("called them to account"). */
const DONE_BY_CALLER =
  /^(discuss|brief|congratulate|convey|exchange|felicitate|express|offer|thank|condole|extend|wish|inform|pay|inquire|enquire|hold|assure|reassure|commiserate|review|deliver|share|coordinate|apologi[sz]e|urge|invite)$/;

/** Whether an infinitive says what a call was for: it is the caller who does it. */
export const isPurposeOfCall = (tree: Tree, verb: number): boolean =>
  /^(xcomp|advcl)$/.test(depOf(tree, verb)) &&
  CALL.test(tree.lemma[headOf(tree, verb)]!) &&
  tagOf(tree, verb) === 'VB' &&
  DONE_BY_CALLER.test(tree.lemma[verb]!);
