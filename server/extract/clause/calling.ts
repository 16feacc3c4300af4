import { depOf, headOf, kids, type Tree, tagOf } from '../tree/tree.ts';

const CALL = /^(call|phone|telephone|ring)$/;

/** What one calls somebody to do oneself; asked of the other is anything else ("called them to account"). */
const DONE_BY_CALLER =
  /^(discuss|brief|congratulate|convey|exchange|felicitate|express|offer|thank|condole|extend|wish|inform|pay|inquire|enquire|hold|assure|reassure|commiserate|review|deliver|share|coordinate|apologi[sz]e|urge|invite)$/;

/** "To hold elections", "to extend the truce": what the caller can't do in a call. */
const isOther = (tree: Tree, verb: number): boolean =>
  /^(hold|extend|exchange|deliver|review|share|offer)$/.test(tree.lemma[verb]!) &&
  kids(tree, verb, 'dobj').every((object) => !SAID.test(tree.lemma[object]!));

const SAID =
  /^(talk|meeting|discussion|conversation|consultation|condolence|sympathy|congratulation|thanks|greeting|wish|view|opinion|message|support|help|assistance|aid|invitation|apology|solidarity|progress|tie|relation|cooperation|situation|development|hand|welcome|news|concern|information|assessment)$/;

/** Whether an infinitive says what a call was for: it is the caller who does it. */
export const isPurposeOfCall = (tree: Tree, verb: number): boolean =>
  /^(xcomp|advcl)$/.test(depOf(tree, verb)) &&
  CALL.test(tree.lemma[headOf(tree, verb)]!) &&
  tagOf(tree, verb) === 'VB' &&
  DONE_BY_CALLER.test(tree.lemma[verb]!) &&
  !isOther(tree, verb);
