import type { Day } from '../../graph-schema/article.ts';
import type { Claim, Entity, When } from '../../graph-schema/claim.ts';
import type { PlacedClaim, Said } from './ledger.ts';

/** One article's word on an event: kept singly, since events of one name are told apart by date. */
export interface EventRecord {
  readonly article: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly country?: string;
  readonly when?: When;
  readonly placeId?: string;
  readonly published?: Day;
}

export type Counts = Readonly<Record<string, number>>;

/**
 * All that articles say of an entity, as counts. Articles add to it and are taken from it in any order, so that a node
 * follows from its tally alone and a new article changes only the tallies of those whom it names.
 */
export interface Tally {
  readonly articles: number;
  readonly mentions: number;
  readonly names: Counts;
  readonly aliases: Counts;
  readonly kinds: Counts;
  readonly countries: Counts;
  readonly roles: Counts;
  readonly wikidata: Counts;
  readonly asks: Counts;
  /** Offices, as `target|from|to`, by how often they are said. */
  readonly offices: Counts;
  /** Events said to have taken place here, by id. */
  readonly located: Counts;
  readonly events: readonly EventRecord[];
}

export const EMPTY_TALLY: Tally = {
  articles: 0,
  mentions: 0,
  names: {},
  aliases: {},
  kinds: {},
  countries: {},
  roles: {},
  wikidata: {},
  asks: {},
  offices: {},
  located: {},
  events: [],
};

const COUNTED = ['names', 'aliases', 'kinds', 'countries', 'roles', 'wikidata', 'asks', 'offices', 'located'] as const;

const addCounts = (a: Counts, b: Counts, sign: 1 | -1): Counts => {
  const keys = Object.keys(b);
  if (keys.length === 0) return a;
  const sum: Record<string, number> = { ...a };
  for (const key of keys) {
    const count = (sum[key] ?? 0) + sign * b[key]!;
    if (count === 0) delete sum[key];
    else sum[key] = count;
  }
  return sum;
};

/** The sum, or with sign −1 the difference, of two tallies. */
export const addTally = (a: Tally, b: Tally, sign: 1 | -1 = 1): Tally => {
  const gone = new Set(sign < 0 ? b.events.map((event) => event.article) : []);
  const sum: Record<string, unknown> = {
    articles: a.articles + sign * b.articles,
    mentions: a.mentions + sign * b.mentions,
    events: sign > 0 ? [...a.events, ...b.events] : a.events.filter((event) => !gone.has(event.article)),
  };
  for (const part of COUNTED) sum[part] = addCounts(a[part], b[part], sign);
  return sum as unknown as Tally;
};

const one = (value: string | undefined): Counts => (value ? { [value]: 1 } : {});

const ofEntity = (entity: Entity, said: Said): Tally => ({
  articles: 1,
  mentions: entity.mentions.length,
  names: one(entity.name),
  aliases: Object.fromEntries(entity.aliases.map((alias) => [alias, 1])),
  kinds: one(entity.kind),
  countries: one(entity.country),
  roles: one(entity.role),
  wikidata: one(entity.wikidata),
  asks: one(entity.asks),
  offices: {},
  located: {},
  events: entity.kind === 'event' ? [eventRecord(entity, said)] : [],
});

const eventRecord = (entity: Entity, { facts }: Said): EventRecord => ({
  article: facts.id,
  name: entity.name,
  aliases: entity.aliases,
  mentions: entity.mentions.length,
  ...(entity.country && { country: entity.country }),
  ...(entity.when && { when: entity.when }),
  ...(entity.placeId && { placeId: entity.placeId }),
  ...(facts.published && { published: facts.published }),
});

/** Whether a claim tells for whom a person speaks. */
export const isOffice = ({ claim, verdict }: Pick<PlacedClaim, 'claim' | 'verdict'>): boolean =>
  claim.type === 'HOLDS_OFFICE' &&
  claim.polarity === 'affirmed' &&
  verdict !== 'rejected' &&
  (claim.modality === 'fact' || (claim.modality === 'past' && claim.officeFrom !== undefined));

export const officeKey = (claim: Claim): string => `${claim.target}|${claim.officeFrom ?? ''}|${claim.officeTo ?? ''}`;

/** What one article adds to the tallies of those whom it names, by entity id. */
export const talliesOf = (
  said: Said | undefined,
  placed: readonly Pick<PlacedClaim, 'claim' | 'verdict'>[],
): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>();
  if (!said) return tallies;
  for (const entity of said.entities) {
    tallies.set(entity.id, addTally(tallies.get(entity.id) ?? EMPTY_TALLY, ofEntity(entity, said)));
  }
  const add = (id: string, part: 'offices' | 'located', key: string) => {
    const tally = tallies.get(id) ?? EMPTY_TALLY;
    tallies.set(id, { ...tally, [part]: addCounts(tally[part], one(key), 1) });
  };
  for (const office of placed.filter(isOffice)) add(office.claim.source, 'offices', officeKey(office.claim));
  for (const entity of said.entities) if (entity.placeId) add(entity.placeId, 'located', entity.id);
  return tallies;
};

/** Adds an article's tallies to sums that are nobody else's: what `addTally` gives, without a copy at each step. */
export const sumInto = (sums: Map<string, Tally>, tallies: ReadonlyMap<string, Tally>): void => {
  for (const [id, tally] of tallies) {
    const sum = (sums.get(id) ?? freshTally()) as { -readonly [K in keyof Tally]: Tally[K] };
    sum.articles += tally.articles;
    sum.mentions += tally.mentions;
    for (const part of COUNTED) {
      const counts = sum[part] as Record<string, number>;
      for (const key in tally[part]) counts[key] = (counts[key] ?? 0) + tally[part][key]!;
    }
    (sum.events as EventRecord[]).push(...tally.events);
    sums.set(id, sum);
  }
};

const freshTally = (): Tally => {
  const empty: Record<string, unknown> = { articles: 0, mentions: 0, events: [] };
  for (const part of COUNTED) empty[part] = {};
  return empty as unknown as Tally;
};
