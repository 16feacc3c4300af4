import type { Day } from '../../graph-schema/article.ts';
import type { GraphNode } from '../../graph-schema/graph.ts';
import { byText } from './compact.ts';
import type { Tally } from './tally.ts';

interface Term {
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly said: number;
}

const termsOf = (tally: Tally): readonly Term[] =>
  Object.entries(tally.offices).map(([key, said]) => {
    const [target = '', from = '', to = ''] = key.split('|');
    return { target, from, to, said };
  });

const covers = (term: Term, day: Day): boolean =>
  (term.from !== '' || term.to !== '') && (!term.from || term.from <= day) && (!term.to || day <= term.to);

/**
 * The country that a person spoke for on a day: that of the office held then; an office of a country before one of an
 * organization, the one most said before others. Without a dated office, the one most said without dates; otherwise
 * the country that articles give the person. Without a day, dated offices are passed over.
 */
export const represents = (
  node: GraphNode,
  tally: Tally,
  day: Day | undefined,
  countryOf: (entityId: string) => string | undefined,
): string | undefined => {
  if (node.kind !== 'person') return node.iso3 ?? node.country;
  const terms = termsOf(tally);
  if (terms.length === 0) return node.country;
  const held = day ? terms.filter((term) => covers(term, day)) : [];
  const undated = terms.filter((term) => !term.from && !term.to);
  for (const candidates of [held, undated]) {
    const countries = candidates
      .map((term) => ({ ...term, country: countryOf(term.target) }))
      .filter((term) => term.country !== undefined)
      .sort(
        (a, b) =>
          Number(b.target.startsWith('country:')) - Number(a.target.startsWith('country:')) ||
          b.said - a.said ||
          byText(b.from, a.from) ||
          byText(a.target, b.target),
      );
    if (countries[0]) return countries[0].country;
  }
  return node.country;
};
