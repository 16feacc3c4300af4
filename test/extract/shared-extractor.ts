import type { Claim, Entity } from '../../graph-schema/claim.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { createExtractor } from '../../server/extract/extract.ts';
import type { Extractor } from '../../server/extract/extractor.ts';
import { loadParser } from '../../server/language/load-parser.ts';

let extractor: Extractor | undefined;

/** The extractor on the real parser, made once a process. */
export const sharedExtractor = (): Extractor => {
  extractor ??= createExtractor(loadParser());
  return extractor;
};

/** A claim with the names of its ends, short enough to stand in a table. */
export interface Said {
  readonly source: string;
  readonly type: string;
  readonly target: string;
  readonly claim: Claim;
}

/** What a text says, with names for ids. */
export const said = (text: string, published = '2019-06-12'): Said[] => {
  const { claims, entities } = sharedExtractor().extract({ id: articleId(text), text, published });
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return claims.map((claim) => ({
    source: nameOf(byId, claim.source),
    type: claim.type,
    target: nameOf(byId, claim.target),
    claim,
  }));
};

const nameOf = (entities: ReadonlyMap<string, Entity>, id: string): string => entities.get(id)?.name ?? id;

/** Whether two names share a word of three letters or more, or are equal. */
export const alike = (a: string, b: string): boolean => {
  const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}]{3,}/gu) ?? [];
  const left = new Set(words(a));
  return a.toLowerCase() === b.toLowerCase() || words(b).some((word) => left.has(word));
};
