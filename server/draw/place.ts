import type { Claim } from '../../graph-schema/claim.ts';
import { fold } from '../../graph-schema/fold.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { byText, compact } from './compact.ts';
import type { Judgement } from './judgement.ts';
import type { PlacedClaim, Said } from './ledger.ts';

/** From so many parties in one phrase a gathering is drawn as an event with its parties. */
const GATHERING_FROM = 3;
/** Up to so many its pairs are drawn as edges as well; a summit of twenty would be 190. */
const PAIRS_UP_TO = 4;

/** `fact` and `past` tell of the same happenings; what is planned or refused is drawn apart. */
const modalityClass = (claim: Claim): string =>
  claim.modality === 'fact' || claim.modality === 'past' ? 'real' : claim.modality;

/** Claims that one phrase says of a symmetric relation: "the presidents of A, B and C met". */
const phraseKey = (claim: Claim): string =>
  `${claim.type} ${claim.trigger.start} ${claim.trigger.end} ${claim.polarity} ${claim.modality} ${claim.plover ?? ''}`;

const partiesByPhrase = (claims: readonly Claim[]): ReadonlyMap<string, readonly string[]> => {
  const parties = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (!relationOf(claim.type).symmetric || claim.background) continue;
    const key = phraseKey(claim);
    const ends = parties.get(key) ?? new Set<string>();
    parties.set(key, ends.add(claim.source).add(claim.target));
  }
  return new Map([...parties].map(([key, ends]) => [key, [...ends]]));
};

/** Id of the drawn node that an article's entity stands for. */
export type Resolve = (articleId: string, entityId: string) => string;

/** Gives a claim its place in the drawing: its drawn ends and the buckets in which it is drawn. */
export const placeClaim = (
  claim: Claim,
  readParties: readonly string[],
  resolve: Resolve,
  judgement: Judgement,
): PlacedClaim => {
  const relation = relationOf(claim.type);
  const source = resolve(claim.articleId, claim.source);
  const target = resolve(claim.articleId, claim.target);
  const parties = [...new Set(readParties.map((id) => resolve(claim.articleId, id)))].sort(byText);
  const rest = [claim.polarity, modalityClass(claim), claim.plover ?? '', titleKey(claim)].join('|');
  const ends = relation.symmetric && target < source ? [target, source] : [source, target];
  return compact<PlacedClaim>({
    claim,
    source,
    target,
    parties,
    others: [claim.roles?.mediator, claim.roles?.host, claim.roles?.place].flatMap((id) =>
      id ? [resolve(claim.articleId, id)] : [],
    ),
    readParties,
    bucket: source !== target && parties.length <= PAIRS_UP_TO ? `${claim.type}|${ends.join('|')}|${rest}` : undefined,
    gathering: parties.length >= GATHERING_FROM ? `${claim.type}|all|${parties.join('|')}|${rest}` : undefined,
    verdict: judgement.verdict(claim),
  });
};

const titleKey = (claim: Claim): string => (claim.title ? fold(claim.title) : '');

/** Places all claims of an article. */
export const placeAll = (said: Said | undefined, resolve: Resolve, judgement: Judgement): readonly PlacedClaim[] => {
  if (!said) return [];
  const parties = partiesByPhrase(said.claims);
  return said.claims.map((claim) => {
    const all = parties.get(phraseKey(claim)) ?? [];
    return placeClaim(claim, all.length >= GATHERING_FROM ? all : [], resolve, judgement);
  });
};
