import type { Modality, Polarity } from '../../../graph-schema/claim.ts';
import type { PloverClass } from '../../../graph-schema/relation.ts';
import type { Operators } from '../clause/operators.ts';

/** What an act becomes under its operators. */
export interface Conformed {
  readonly plover: PloverClass;
  readonly modality: Modality;
  readonly polarity: Polarity;
}

const COOPERATION: ReadonlySet<PloverClass> = new Set([
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'AGREE',
]);
const MATERIAL_CONFLICT: ReadonlySet<PloverClass> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST']);

/** Whether a class is cooperation that can be agreed to or refused. */
export const isCooperation = (plover: PloverClass): boolean => COOPERATION.has(plover);

/** Whether a class is an act of conflict that can be threatened. */
export const isMaterialConflict = (plover: PloverClass): boolean => MATERIAL_CONFLICT.has(plover);

/**
 * PLOVER's class for an act as it is put: agreed or planned cooperation is AGREE, refused is REJECT, demanded is REQUEST,
 * conflict that is announced is THREATEN (PLOVER manual, "Verbs of intent and modality"). What was said stays in modality
 * and polarity. Nothing for a double refusal ("did not refuse to"), which asserts neither.
 */
export const conform = (plover: PloverClass, operators: Operators, ordered = false): Conformed | undefined => {
  const { future, refused, negated, failed } = operators;
  const hypothetical = operators.hypothetical;
  const said = (next: PloverClass, modality: Modality, polarity: Polarity = 'affirmed'): Conformed => ({
    plover: next,
    modality: hypothetical ? 'hypothetical' : modality,
    polarity,
  });
  if (operators.omitted) return said(plover, 'fact', 'denied');
  const coming = future >= 0.9;
  if (operators.demand !== undefined)
    return ordered && isMaterialConflict(plover) ? said(plover, 'fact') : said('REQUEST', 'demanded');
  if (refused && !negated && !operators.denied) return undefined;
  if (operators.denied) return negated ? said('REJECT', 'fact', 'denied') : said(plover, 'fact');
  if (refused) {
    if (failed && isMaterialConflict(plover))
      return coming ? said('AGREE', 'planned', 'denied') : said('RETREAT', 'fact', 'denied');
    return said('REJECT', failed ? 'fact' : 'refused', failed ? 'denied' : 'affirmed');
  }
  if (negated) {
    if (isCooperation(plover)) return coming ? said('REJECT', 'refused') : said('REJECT', 'fact', 'denied');
    return coming ? said('AGREE', 'planned', 'denied') : said(plover, 'fact', 'denied');
  }
  if (operators.threatened) return said('THREATEN', 'threatened');
  if (operators.obliged) return said('REQUEST', 'demanded');
  if (coming) {
    if (isCooperation(plover)) return said('AGREE', 'planned');
    if (isMaterialConflict(plover)) return said('THREATEN', 'planned');
    return said(plover, 'planned');
  }
  return said(plover, future > 0 ? 'possible' : 'fact');
};
