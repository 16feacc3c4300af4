import type { EntityDraft } from './draft.ts';
import { listOf, readTable } from './read-table.ts';

/** Countries by what they are called: "kingdom", "west african nation". */
const REALMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readTable('realms.tsv').flatMap((row) =>
    listOf(row.words).map((words) => [words, new Set(listOf(row.iso3))] as const),
  ),
);

/** Nominals that stand for something named before, and what it must be. */
const STANDS_FOR: readonly (readonly [
  RegExp,
  (entity: { name: string; kind: string; country?: string; role?: string }) => boolean,
])[] = [
  [/^(country|nation|republic|state|monarchy)$/, (entity) => entity.kind === 'country'],
  [/^union$/, (entity) => entity.country === 'IGO' && /\bunion$/i.test(entity.name)],
  [
    /^alliance$/,
    (entity) =>
      entity.kind === 'organization' &&
      entity.country === 'IGO' &&
      !/\b(union|nations|bank|fund|court|council|commission|agency|parliament)\b/i.test(entity.name),
  ],
  [/^bloc$/, (entity) => entity.kind === 'organization' && entity.country === 'IGO'],
  [
    /^(court|tribunal)$/,
    (entity) =>
      entity.kind === 'organization' &&
      (entity.country === 'IGO' || entity.role === 'judiciary') &&
      /\b(court|tribunal|council)\b/i.test(entity.name) &&
      !/\b(security|national)\b/i.test(entity.name),
  ],
  [/^council$/, (entity) => entity.kind === 'organization' && /\bcouncil\b/i.test(entity.name)],
  [
    /^(organization|organisation|agency|body|watchdog|commission|lender)$/,
    (entity) => entity.kind === 'organization' && /^(IGO|NGO)$/.test(entity.country ?? ''),
  ],
  [
    /^(group|movement|militants?|rebels?|insurgents?|guerrillas?|faction|militia)$/,
    (entity) => entity.kind === 'organization' && /^(rebels|opposition)$/.test(entity.role ?? ''),
  ],
  [
    /^(company|firm|carrier|airline|bank|automaker|conglomerate|giant)$/,
    (entity) => entity.kind === 'organization' && entity.role === 'business',
  ],
  [/^(newspaper|broadcaster|channel|paper)$/, (entity) => entity.kind === 'organization' && entity.role === 'media'],
];

const OFFICE_OR_STAND_IN =
  /^(kingdom|emirate|sultanate|archipelago|monarchy|state|country|nation|republic|island|alliance|bloc|union|organization|organisation|agency|body|watchdog|council|court|commission|lender|tribunal|group|movement|militants?|rebels?|insurgents?|guerrillas?|faction|militia|company|firm|carrier|airline|bank|automaker|conglomerate|giant|newspaper|broadcaster|channel|paper|latter|former|counterpart|homeland|government|administration|side|neighbou?r|rival|foe|adversary|antagonist|enemy|ally|partner|guest|host|visitor)$/;

const PERSON_NOMINAL =
  /^(president|premier|minister|chancellor|king|queen|prince|emir|secretary|general|ambassador|envoy|dictator|strongman|leader|diplomat|chief|pope|pontiff|senator|governor|mayor|billionaire|republican|democrat)$/;

/** Whether a noun can stand for somebody named before. */
export const mayStandFor = (word: string): boolean => OFFICE_OR_STAND_IN.test(word) || PERSON_NOMINAL.test(word);

/** Whether a noun names an office, whose holder it stands for. */
export const isOfPerson = (word: string): boolean => PERSON_NOMINAL.test(word);

/** What a noun may stand for, by the entity; `before` are the names before it in lower case ("west african"). */
export const stoodFor = (word: string, before: string): ((entity: EntityDraft) => boolean) | undefined => {
  const realm = REALMS.get(before ? `${before} ${word}` : word);
  if (realm) return ({ kind, country }) => kind === 'country' && realm.has(country ?? '');
  return before || /^(state|monarchy)$/.test(word)
    ? undefined
    : STANDS_FOR.find(([pattern]) => pattern.test(word))?.[1];
};
