import type { Day } from '../../graph-schema/article.ts';
import { fold } from '../../graph-schema/fold.ts';
import type { GraphNode } from '../../graph-schema/graph.ts';
import { ENTITY_KINDS, type EntityKind, type Role } from '../../graph-schema/kinds.ts';
import { byText, compact, mostCounted } from './compact.ts';
import { bestWhen, happenings } from './happenings.ts';
import type { Counts, EventRecord, Tally } from './tally.ts';

/** Aliases kept on a node; the most said come first. */
const MOST_ALIASES = 50;
/** A name said less often than this share of the most frequent one is an alias, however long it is. */
const LEAST_SHARE = 0.2;

/** Folded name and aliases as search sees them: every word after a space, names parted by bars. */
export const searchText = (name: string, aliases: readonly string[]): string => {
  const names = new Set([name, ...aliases].map(fold).filter(Boolean));
  return ` ${[...names].join(' | ')} `;
};

/**
 * The name to show: the one most said, where a shorter form of a name ("Tillerson") speaks for the longer one
 * ("Rex Tillerson"); then the longest.
 */
export const bestName = (names: Counts): string => {
  const folded = Object.keys(names).map((name) => ({ name, words: fold(name).split(' ') }));
  const most = Math.max(0, ...Object.values(names));
  const support = folded
    .filter(({ name }) => names[name]! >= most * LEAST_SHARE)
    .map(({ name, words }) => ({
      name,
      support: folded
        .filter((other) => other.words.every((word) => words.includes(word)))
        .reduce((sum, other) => sum + names[other.name]!, 0),
    }));
  support.sort((a, b) => b.support - a.support || b.name.length - a.name.length || byText(a.name, b.name));
  return support[0]?.name ?? '';
};

const aliasesOf = (name: string, ...counts: readonly Counts[]): readonly string[] => {
  const all: Record<string, number> = {};
  for (const part of counts) for (const [alias, count] of Object.entries(part)) all[alias] = (all[alias] ?? 0) + count;
  delete all[name];
  return Object.keys(all)
    .sort((a, b) => all[b]! - all[a]! || byText(a, b))
    .slice(0, MOST_ALIASES)
    .sort(byText);
};

/** What an entity looks like in the drawing: one node, or for events one a happening. */
export interface DrawnEntity {
  readonly nodes: readonly GraphNode[];
  /** For events: the drawn id by article. Empty for all else. */
  readonly byArticle: ReadonlyMap<string, string>;
  /** For events: where each drawn one took place, by drawn id. */
  readonly places: ReadonlyMap<string, readonly EventRecord[]>;
}

export const NOT_DRAWN: DrawnEntity = { nodes: [], byArticle: new Map(), places: new Map() };

/** The nodes of an entity, from all that articles say of it. */
export const drawEntity = (id: string, tally: Tally): DrawnEntity => {
  if (tally.articles <= 0) return NOT_DRAWN;
  const kind = mostCounted(tally.kinds, ENTITY_KINDS) as EntityKind;
  if (kind === 'event') return drawEvents(id, tally);
  const name = bestName(tally.names);
  const aliases = aliasesOf(name, tally.names, tally.aliases);
  const node = compact<GraphNode>({
    id,
    name,
    kind,
    aliases,
    country: mostCounted(tally.countries),
    role: mostCounted(tally.roles) as Role | undefined,
    iso3: kind === 'country' ? iso3Of(id, tally) : undefined,
    wikidata: id.startsWith('wd:') ? id.slice(3) : mostCounted(tally.wikidata),
    mentions: tally.mentions,
    articles: tally.articles,
    search: searchText(name, aliases),
    asks: kind === 'proposal' ? mostCounted(tally.asks) : undefined,
    occurredFrom: undefined,
    occurredTo: undefined,
    precision: undefined,
    claimIds: undefined,
  });
  return { nodes: [node], byArticle: new Map(), places: new Map() };
};

const iso3Of = (id: string, tally: Tally): string | undefined =>
  /^country:([A-Z]{3})$/.exec(id)?.[1] ?? mostCounted(tally.countries);

const count = (values: readonly (string | undefined)[]): Counts => {
  const counts: Record<string, number> = {};
  for (const value of values) if (value) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** Id of one of the happenings that share an event's name: with its first day, where that is known. */
const happeningId = (id: string, anchor: string, from: Day | undefined): string =>
  from ? `${id}:${anchor.replace(/^day /, '').replaceAll(' ', '-')}` : id;

const drawEvents = (id: string, tally: Tally): DrawnEntity => {
  const byArticle = new Map<string, string>();
  const places = new Map<string, readonly EventRecord[]>();
  const parts = happenings(
    tally.events,
    (event) => ({ id: event.article, when: event.when ?? { precision: 'unknown' } }),
    { once: true },
  );
  const nodes = parts.map(({ items, anchor }) => {
    const when = bestWhen(items.map((item) => item.when ?? { precision: 'unknown' }));
    const drawnId = happeningId(id, anchor, when.occurredFrom);
    for (const item of items) byArticle.set(item.article, drawnId);
    places.set(drawnId, items);
    const names = count(items.map((item) => item.name));
    const name = bestName(names);
    const aliases = aliasesOf(name, names, count(items.flatMap((item) => [...item.aliases])));
    return compact<GraphNode>({
      id: drawnId,
      name,
      kind: 'event',
      aliases,
      country: mostCounted(count(items.map((item) => item.country))),
      role: undefined,
      iso3: undefined,
      wikidata: id.startsWith('wd:') ? id.slice(3) : undefined,
      mentions: items.reduce((sum, item) => sum + item.mentions, 0),
      articles: new Set(items.map((item) => item.article)).size,
      search: searchText(name, aliases),
      asks: undefined,
      occurredFrom: when.occurredFrom,
      occurredTo: when.occurredTo,
      precision: when.precision,
      claimIds: undefined,
    });
  });
  return { nodes, byArticle, places };
};
