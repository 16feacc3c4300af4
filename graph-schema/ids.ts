import { createHash } from 'node:crypto';
import { slug } from './fold.ts';
import type { EntityKind } from './kinds.ts';
import type { RelationType } from './relations.ts';

/** Longest slug in an id; longer names end in a digest, so that ids stay readable and unique. */
const LONGEST_SLUG = 80;

/** First 128 bits of the SHA-256 of the parts, in hexadecimal; parts are kept apart by a unit separator. */
export const digest = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 32);

/** The text as its id sees it: NFC, white space folded, so that a copy with other line breaks is the same article. */
export const normaliseText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Id of an article: the digest of its normalised text. */
export const articleId = (text: string): string => digest(normaliseText(text));

/** Id of a claim: article, span, type and ends. The same claim read twice is one claim. */
export const claimId = (claim: {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly trigger: { readonly start: number; readonly end: number };
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
}): string =>
  digest(
    claim.articleId,
    claim.start,
    claim.end,
    claim.trigger.start,
    claim.trigger.end,
    claim.type,
    claim.source,
    claim.target,
  );

/** Id of a country: `country:RUS`. */
export const countryId = (iso3: string): string => `country:${iso3}`;

/**
 * Id of any other entity: kind, folded name and, where known, country, so that namesakes of two countries stay apart
 * (`person:sergei-lavrov:RUS`). Where a table of ours knows the Wikidata id, that is the id (`wd:Q58217`).
 */
export const entityId = (
  kind: EntityKind,
  name: string,
  options: { country?: string; wikidata?: string } = {},
): string => {
  if (options.wikidata) return `wd:${options.wikidata}`;
  const whole = slug(name) || digest(name).slice(0, 12);
  const short = whole.length > LONGEST_SLUG ? `${whole.slice(0, LONGEST_SLUG)}-${digest(whole).slice(0, 8)}` : whole;
  return options.country ? `${kind}:${short}:${options.country}` : `${kind}:${short}`;
};
