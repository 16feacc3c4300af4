import type { Claim } from '../../graph-schema/claim.ts';
import type { Decision } from '../../graph-schema/record.ts';
import { byText } from './compact.ts';

/** What people's decisions come to, taken together. */
export interface Judgement {
  /** The id that stands for an entity: itself, or the one it was merged with. */
  canonical(entityId: string): string;
  /** All ids that the canonical one stands for, itself included. */
  members(canonicalId: string): readonly string[];
  /** Entities that were refused. */
  readonly refused: ReadonlySet<string>;
  /** The standing decision on a claim; a re-read claim is known again by its quote, type and ends. */
  verdict(claim: Claim): 'rejected' | 'confirmed' | undefined;
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u001f${b}` : `${b}\u001f${a}`);

const inTime = (decisions: readonly Decision[]): readonly Decision[] =>
  [...decisions].sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id));

const likeKey = (quote: string, type: string, source: string, target: string): string =>
  [quote, type, source, target].join('\u001f');

/** The id that stands for a merged group: a country's or Wikidata's before one made from a name. */
const standFor = (ids: readonly string[]): string => {
  const rank = (id: string) => (id.startsWith('country:') ? 0 : id.startsWith('wd:') ? 1 : 2);
  return [...ids].sort((a, b) => rank(a) - rank(b) || byText(a, b))[0]!;
};

/**
 * Reads decisions in the order they were made. The last one on a pair of entities, or on a claim, holds; two entities
 * that a standing decision calls different are never merged through a third.
 */
export const judge = (decisions: readonly Decision[]): Judgement => {
  const pairs = new Map<string, { a: string; b: string; same: boolean; order: number }>();
  const verdicts = new Map<string, 'rejected' | 'confirmed'>();
  const refused = new Set<string>();
  let order = 0;
  for (const { kind, about } of inTime(decisions)) {
    order += 1;
    if (kind === 'same' || kind === 'different') {
      const [first, ...others] = about.ids;
      const ends = kind === 'same' ? others.map((other) => [first!, other] as const) : allPairs(about.ids);
      for (const [a, b] of ends) pairs.set(pairKey(a, b), { a, b, same: kind === 'same', order });
    } else if (kind === 'reject' || kind === 'confirm') {
      const verdict = kind === 'reject' ? 'rejected' : 'confirmed';
      for (const id of about.ids) {
        verdicts.set(id, verdict);
        if (kind === 'reject') refused.add(id);
        else refused.delete(id);
      }
      if (about.quote && about.type && about.source && about.target) {
        verdicts.set(likeKey(about.quote, about.type, about.source, about.target), verdict);
      }
    }
  }
  const groups = merge([...pairs.values()].sort((a, b) => a.order - b.order || byText(a.a + a.b, b.a + b.b)));
  return {
    canonical: (id) => groups.get(id)?.canonical ?? id,
    members: (id) => groups.get(id)?.members ?? [id],
    refused,
    verdict: (claim) =>
      verdicts.size === 0
        ? undefined
        : (verdicts.get(claim.id) ?? verdicts.get(likeKey(claim.quote, claim.type, claim.source, claim.target))),
  };
};

const allPairs = (ids: readonly string[]): (readonly [string, string])[] =>
  ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));

interface Group {
  readonly canonical: string;
  readonly members: readonly string[];
}

const merge = (
  pairs: readonly { readonly a: string; readonly b: string; readonly same: boolean }[],
): ReadonlyMap<string, Group> => {
  const apart = pairs.filter((pair) => !pair.same);
  const groupOf = new Map<string, readonly string[]>();
  for (const { a, b } of pairs.filter((pair) => pair.same)) {
    const joined = [...new Set([...(groupOf.get(a) ?? [a]), ...(groupOf.get(b) ?? [b])])].sort(byText);
    if (apart.some((pair) => joined.includes(pair.a) && joined.includes(pair.b))) continue;
    for (const id of joined) groupOf.set(id, joined);
  }
  return new Map([...groupOf].map(([id, members]) => [id, { canonical: standFor(members), members }]));
};

/** Ids that the two judgements do not see alike: what a new decision touches. */
export const touchedBy = (decisions: readonly Decision[]): readonly string[] => [
  ...new Set(decisions.flatMap(({ about }) => [...about.ids])),
];
