import type { Claim, Entity } from '../../graph-schema/claim.ts';

/** A stretch of a quotation and what it is: the words that say the relation, or a name of one of its ends. */
export interface QuotePart {
  readonly text: string;
  readonly mark?: 'trigger' | 'name' | 'speaker';
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly mark: NonNullable<QuotePart['mark']>;
}

/** Words too common to stand for a name on their own. */
const MINOR = /^(the|of|and|al|bin|de|la|von|van|president|minister)$/i;

/** Where a name stands in a text: whole, or by its last or first word of weight. */
export const findName = (text: string, name: string): readonly [number, number] | undefined => {
  const words = name.split(/\s+/).filter((word) => word.length > 2 && !MINOR.test(word));
  for (const candidate of [name, words.at(-1), words[0]]) {
    if (!candidate) continue;
    const at = text.indexOf(candidate);
    if (at >= 0) return [at, at + candidate.length];
  }
  return undefined;
};

const mentionsOf = (claim: Claim, entities: readonly Entity[], id: string): (readonly [number, number])[] =>
  (entities.find((entity) => entity.id === id)?.mentions ?? []).filter(
    ([start, end]) => start >= claim.start && end <= claim.end,
  );

/**
 * Part a claim's sentence into trigger, names and the rest. With the article's entities the names are marked where
 * they were found (also "the president", "he"); without them, where the name's own words stand.
 */
export const markQuote = (
  claim: Claim,
  names: { readonly source: string; readonly target: string; readonly speaker?: string },
  entities?: readonly Entity[],
): QuotePart[] => {
  const ranges: Range[] = [];
  const offset = claim.start;
  const within =
    claim.trigger.start >= claim.start && claim.trigger.end <= claim.end && claim.trigger.end > claim.trigger.start;
  if (within) ranges.push({ start: claim.trigger.start - offset, end: claim.trigger.end - offset, mark: 'trigger' });
  const add = (id: string | undefined, name: string | undefined, mark: 'name' | 'speaker'): void => {
    const found = id && entities ? mentionsOf(claim, entities, id) : [];
    const spans =
      found.length > 0
        ? found.map(([start, end]) => [start - offset, end - offset] as const)
        : name
          ? [findName(claim.quote, name)]
          : [];
    for (const span of spans) if (span) ranges.push({ start: span[0], end: span[1], mark });
  };
  add(claim.source, names.source, 'name');
  add(claim.target, names.target, 'name');
  add(claim.speaker, names.speaker, 'speaker');
  const parts: QuotePart[] = [];
  let at = 0;
  const rank = { trigger: 0, name: 1, speaker: 2 };
  for (const range of ranges.sort((a, b) => a.start - b.start || rank[a.mark] - rank[b.mark])) {
    if (range.start < at || range.end > claim.quote.length) continue;
    if (range.start > at) parts.push({ text: claim.quote.slice(at, range.start) });
    parts.push({ text: claim.quote.slice(range.start, range.end), mark: range.mark });
    at = range.end;
  }
  if (at < claim.quote.length) parts.push({ text: claim.quote.slice(at) });
  return parts;
};

const escapeFragment = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');

/** The address of a sentence in its article, by a text fragment (`#:~:text=`); long sentences by their first and last words. */
export const addressOfSentence = (url: string, quote: string): string => {
  const words = quote.trim().split(/\s+/);
  const fragment =
    words.length <= 14
      ? escapeFragment(words.join(' '))
      : `${escapeFragment(words.slice(0, 5).join(' '))},${escapeFragment(words.slice(-5).join(' '))}`;
  return `${url.split('#')[0]}#:~:text=${fragment}`;
};
