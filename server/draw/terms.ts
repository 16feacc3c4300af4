import type { Day } from '../../graph-schema/article.ts';
import { byText } from './compact.ts';
import type { PlacedClaim } from './ledger.ts';

export interface Term {
  readonly from?: Day;
  readonly to?: Day;
  readonly placed: readonly PlacedClaim[];
}

/**
 * The terms of one person in one office. Claims that give no dates of the office belong to the term in which their
 * article came out, or to the last one begun before it.
 */
export const termsOfOffice = (
  placed: readonly PlacedClaim[],
  published: (claim: PlacedClaim) => Day | undefined,
): readonly Term[] => {
  const terms = new Map<string, { from?: Day; to?: Day; placed: PlacedClaim[] }>();
  const undated: PlacedClaim[] = [];
  for (const each of placed) {
    const { officeFrom: from, officeTo: to } = each.claim;
    if (!from && !to) {
      undated.push(each);
      continue;
    }
    const key = `${from ?? ''} ${to ?? ''}`;
    const term = terms.get(key) ?? { ...(from && { from }), ...(to && { to }), placed: [] };
    term.placed.push(each);
    terms.set(key, term);
  }
  if (terms.size === 0) return [{ placed: undated }];
  const inOrder = [...terms].sort(([a], [b]) => byText(a, b)).map(([, term]) => term);
  for (const each of undated) {
    const day = published(each);
    const begun = inOrder.filter((term) => !day || !term.from || term.from <= day);
    const running = begun.filter((term) => !day || !term.to || day <= term.to);
    (running.at(-1) ?? begun.at(-1) ?? inOrder[0]!).placed.push(each);
  }
  return inOrder;
};
