import { createHash } from 'node:crypto';
import type { Claim, Entity, When } from '../../graph-schema/claim.ts';
import { articleId, claimId, countryId, entityId } from '../../graph-schema/ids.ts';
import type { Decision, Reading } from '../../graph-schema/record.ts';
import { RELATIONS, type RelationType, relationOf } from '../../graph-schema/relations.ts';

/** Numbers 0 … 1 that follow from a seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
};

type Actor = Omit<Entity, 'mentions'>;

const country = (iso3: string, name: string, ...aliases: string[]): Actor => ({
  id: countryId(iso3),
  name,
  kind: 'country',
  country: iso3,
  aliases,
});
const person = (name: string, iso3: string, ...aliases: string[]): Actor => ({
  id: entityId('person', name, { country: iso3 }),
  name,
  kind: 'person',
  country: iso3,
  role: 'government',
  aliases,
});

/** The cast of the made-up news: invented people of real and invented countries. */
const CAST: readonly Actor[] = [
  country('USA', 'United States', 'Washington', 'the White House'),
  country('RUS', 'Russia', 'Moscow', 'the Kremlin'),
  country('SYR', 'Syria', 'Damascus'),
  country('TUR', 'Türkiye', 'Turkey', 'Ankara'),
  country('FRA', 'France', 'Paris'),
  country('CIV', "Côte d'Ivoire", 'Ivory Coast'),
  person('Ada Müller', 'USA', 'Müller', 'Secretary Müller'),
  person('Ivan Petrov', 'RUS', 'Petrov'),
  person('Samir Haddad', 'SYR', 'Haddad', 'al-Haddad'),
  person('Elif Şahin', 'TUR', 'Şahin'),
  person('Jean Dupont', 'FRA', 'Dupont'),
  person('Jean Dupont', 'CIV', 'Dupont'),
  {
    id: entityId('organization', 'United Nations', { wikidata: 'Q1065' }),
    name: 'United Nations',
    kind: 'organization',
    country: 'IGO',
    role: 'IGO',
    aliases: ['UN'],
    wikidata: 'Q1065',
  },
  {
    id: entityId('organization', 'White Crescent'),
    name: 'White Crescent',
    kind: 'organization',
    country: 'NGO',
    aliases: [],
  },
  { id: entityId('place', 'Lake Baum'), name: 'Lake Baum', kind: 'place', aliases: [] },
];

const PROPOSALS: readonly Actor[] = ['inspection plan', 'ceasefire resolution', 'grain treaty'].map((name) => ({
  id: entityId('proposal', name),
  name,
  kind: 'proposal',
  aliases: [],
  asks: `what the ${name} asks`,
}));

const OUTLETS = ['Sample Herald', 'Sample Post', 'Sample Times', 'Sample Wire', 'Sample Radio'];
const TYPES: readonly RelationType[] = RELATIONS.map((relation) => relation.name);

export interface ReadingOptions {
  readonly claims?: number;
  /** Actors beside the cast, to make larger graphs. */
  readonly extras?: number;
  /** Only these actors of the cast, by name. */
  readonly actors?: readonly string[];
}

const dayOf = (random: () => number): string =>
  new Date(Date.UTC(2016, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10);
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const whenOf = (random: () => number, published: string): When => {
  const roll = random();
  if (roll < 0.15) return { precision: 'unknown' };
  if (roll < 0.4) return { occurredFrom: published, occurredTo: published, precision: 'day', dateFrom: 'published' };
  if (roll < 0.75) {
    const day = addDays(published, -Math.floor(random() * 9));
    return { occurredFrom: day, occurredTo: day, precision: 'day', dateFrom: random() < 0.5 ? 'relative' : 'explicit' };
  }
  if (roll < 0.85) {
    const from = addDays(published, -10);
    return { occurredFrom: from, occurredTo: addDays(from, 6), precision: 'week', dateFrom: 'relative' };
  }
  const year = published.slice(0, 4);
  if (roll < 0.93) {
    const month = published.slice(0, 7);
    return { occurredFrom: `${month}-01`, occurredTo: `${month}-28`, precision: 'month', dateFrom: 'explicit' };
  }
  return { occurredFrom: `${year}-01-01`, occurredTo: `${year}-12-31`, precision: 'year', dateFrom: 'explicit' };
};

const MODALITIES: readonly Claim['modality'][] = ['fact', 'fact', 'fact', 'past', 'planned', 'refused', 'possible'];

/** One made-up reading: the same seed gives the same one. */
export const makeReading = (seed: number, options: ReadingOptions = {}): Reading => {
  const random = randomFrom(seed * 7919 + 13);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const published = dayOf(random);
  const extras = Array.from({ length: options.extras ?? 0 }, (_, at) => at);
  const extra = (): Actor => person(`Envoy Number ${pick(extras)}`, pick(['USA', 'RUS', 'SYR']));
  const actor = (): Actor => (extras.length && random() < 0.9 ? extra() : pick(CAST));
  const event: Actor & { when?: When; placeId?: string } = {
    id: entityId('event', 'border clash', { country: 'SYR' }),
    name: pick(['border clash', 'clash at the border']),
    kind: 'event',
    country: 'SYR',
    aliases: [],
    placeId: countryId('SYR'),
    when: whenOf(random, published),
  };
  const cast = options.actors ? CAST.filter((each) => options.actors!.includes(each.name)) : CAST;
  const used = new Map<string, Entity>();
  let text = '';
  const use = (entity: Actor): string => {
    const name = entity.aliases.length && random() < 0.3 ? pick(entity.aliases) : entity.name;
    const known = used.get(entity.id);
    const mention = [text.length, text.length + name.length] as const;
    text += name;
    used.set(entity.id, { ...entity, mentions: [...(known?.mentions ?? []), mention] });
    return entity.id;
  };
  const drafts: Omit<Claim, 'id' | 'articleId'>[] = [];
  const count = options.claims ?? 3 + Math.floor(random() * 4);
  const ofKind = (kinds: readonly string[]): Actor => {
    const all = [...CAST, ...PROPOSALS, event].filter((each) => kinds.includes(each.kind));
    const fromExtras = kinds.includes('person') ? actor() : undefined;
    const inCast = cast.filter((each) => kinds.includes(each.kind));
    if (options.actors && inCast.length) return pick(inCast);
    return fromExtras && kinds.includes(fromExtras.kind) ? fromExtras : pick(all);
  };
  for (let at = 0; at < count; at++) {
    const relation = relationOf(pick(TYPES));
    const start = text.length;
    const sourceActor = ofKind(relation.from);
    const source = use(sourceActor);
    text += ' ';
    const trigger = { start: text.length, end: text.length + relation.verb.length };
    text += `${relation.verb} `;
    const partners = relation.symmetric && random() < 0.25 ? [0, 1, 2] : [0];
    const targets = partners.map((_, index) => {
      if (index) text += ', ';
      let other = ofKind(relation.to);
      for (let tries = 0; other.id === source && tries < 20; tries++) other = ofKind(relation.to);
      return use(other);
    });
    const withHost = random() < 0.15;
    text += withHost ? ', hosted by ' : `, reporters were told on day ${Math.floor(random() * 1e9)}`;
    const roles = withHost ? { host: use(CAST[4]!), place: countryId('FRA') } : undefined;
    text += '.';
    const end = text.length;
    const belonging = relation.quad === 'belonging';
    const when = belonging ? ({ precision: 'unknown' } as const) : whenOf(random, published);
    const modality = belonging ? 'fact' : pick(MODALITIES);
    const all = new Set([source, ...targets]);
    for (const target of targets.filter((each, index) => each !== source && targets.indexOf(each) === index)) {
      const plover = modality === 'refused' ? 'REJECT' : modality === 'planned' ? 'AGREE' : relation.plover;
      drafts.push({
        type: relation.name as RelationType,
        source,
        target,
        polarity: random() < 0.1 ? 'denied' : 'affirmed',
        modality,
        ...(all.size < 3 && roles && !belonging && { roles }),
        ...(plover && !belonging && { plover, ...(relation.cameo && { cameo: relation.cameo }) }),
        ...(relation.name === 'HOLDS_OFFICE' && { title: pick(['president', 'foreign minister']) }),
        ...(relation.name === 'HOLDS_OFFICE' && random() < 0.5 && { officeFrom: '2016-06-01', officeTo: '2017-06-01' }),
        ...(relation.name === 'HOLDS_OFFICE' && random() < 0.3 && { background: true }),
        ...when,
        quote: text.slice(start, end),
        start,
        end,
        trigger,
        confidence: Math.round(random() * 100) / 100,
        rule: 'made-up',
        extractor: 'generator 1',
      });
    }
    text += ' ';
  }
  const id = articleId(text);
  const places = [countryId('FRA'), countryId('SYR')];
  for (const place of places) {
    if (!used.has(place)) used.set(place, { ...CAST.find((each) => each.id === place)!, mentions: [] });
  }
  const claims = drafts.map((draft) => ({ ...draft, articleId: id, id: claimId({ ...draft, articleId: id }) }));
  return {
    article: {
      id,
      text,
      title: `Report ${seed}`,
      source: pick(OUTLETS),
      url: `https://news.example/${seed}`,
      published,
      retrieved: `${published}T12:00:00Z`,
      language: 'en',
    },
    entities: [...used.values()],
    claims: [...new Map(claims.map((claim) => [claim.id, claim])).values()],
  };
};

/** A stream of made-up readings. */
export const makeReadings = (seed: number, count: number, options: ReadingOptions = {}): readonly Reading[] =>
  Array.from({ length: count }, (_, at) => makeReading(seed * 10_000 + at, options));

/** The reading as another outlet would print it: the same report with a line of its own at the end. */
export const copyOf = (reading: Reading, outlet: string): Reading => {
  const text = `${reading.article.text} (${outlet})`;
  const id = articleId(text);
  return {
    ...reading,
    article: { ...reading.article, id, text, source: outlet, url: `https://${outlet}.example/copy` },
    claims: reading.claims.map((claim) => ({ ...claim, articleId: id, id: claimId({ ...claim, articleId: id }) })),
  };
};

/** A decision with an id that follows from what it says. */
export const makeDecision = (at: string, kind: Decision['kind'], about: Decision['about']): Decision => ({
  id: createHash('sha256')
    .update(JSON.stringify([at, kind, about]))
    .digest('hex')
    .slice(0, 16),
  at,
  by: 'tester',
  kind,
  about,
});
