import type { Modality, Polarity } from '../../../graph-schema/claim.ts';
import type { PloverClass } from '../../../graph-schema/relation.ts';
import { isCooperation, isMaterialConflict } from './conform.ts';

/** Class, modality and polarity of an act that is named, planned, cancelled or demanded. */
export const conformNominal = (
  plover: PloverClass,
  context: Modality,
): { readonly plover: PloverClass; readonly modality: Modality; readonly polarity: Polarity } => {
  const put = (next: PloverClass) => ({ plover: next, modality: context, polarity: 'affirmed' as const });
  if (context === 'demanded') return put('REQUEST');
  if (context === 'refused') return put('REJECT');
  if (context === 'threatened' || (context === 'planned' && isMaterialConflict(plover))) return put('THREATEN');
  if (context === 'planned' && isCooperation(plover)) return put('AGREE');
  return put(plover);
};
