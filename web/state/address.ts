import { MODALITIES, type Modality, POLARITIES, type Polarity } from '../../graph-schema/claim.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import { ENTITY_KINDS, type EntityKind } from '../../graph-schema/kinds.ts';
import type { Sign } from '../../graph-schema/relation.ts';
import { isRelationType, type RelationType } from '../../graph-schema/relations.ts';
import {
  type Chosen,
  type GraphView,
  type Opened,
  PAGES,
  type Page,
  SIZES,
  type SizeBy,
  START,
  TABLES,
  type TableName,
  type View,
} from './view.ts';

const SIGNS = ['cooperation', 'conflict', 'none'] as const satisfies readonly Sign[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Ids stand between commas, tildes and bars; those within an id are escaped. */
const escapeId = (id: string): string =>
  id.replace(/[%,~|;]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
const readId = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const FILTER_KEYS = [
  'kinds',
  'types',
  'signs',
  'polarities',
  'modalities',
  'outlets',
  'confidence',
  'since',
  'until',
  'clock',
] as const satisfies readonly (keyof Filter)[];

/** A filter as query parameters, as the server and the address take them; keys in a fixed order. */
export const queryOfFilter = (filter: Filter): [string, string][] =>
  FILTER_KEYS.flatMap((key): [string, string][] => {
    const value = filter[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [[key, Array.isArray(value) ? value.join(',') : String(value)]];
  });

const listOf = <T extends string>(
  text: string | null,
  allowed: (item: string) => item is T,
): readonly T[] | undefined => {
  const items = (text ?? '').split(',').filter((item) => item !== '' && allowed(item)) as T[];
  return items.length > 0 ? items : undefined;
};

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (item: string): item is T =>
    (values as readonly string[]).includes(item);

const readFilter = (query: URLSearchParams): Filter => {
  const kinds = listOf<EntityKind>(query.get('kinds'), oneOf(ENTITY_KINDS));
  const types = listOf<RelationType>(query.get('types'), isRelationType);
  const signs = listOf<Sign>(query.get('signs'), oneOf(SIGNS));
  const polarities = listOf<Polarity>(query.get('polarities'), oneOf(POLARITIES));
  const modalities = listOf<Modality>(query.get('modalities'), oneOf(MODALITIES));
  const outlets = listOf<string>(query.get('outlets'), (item): item is string => item !== '');
  const confidence = Number(query.get('confidence') ?? 'none');
  const since = query.get('since') ?? '';
  const until = query.get('until') ?? '';
  const clock = query.get('clock');
  return {
    ...(kinds ? { kinds } : {}),
    ...(types ? { types } : {}),
    ...(signs ? { signs } : {}),
    ...(polarities ? { polarities } : {}),
    ...(modalities ? { modalities } : {}),
    ...(outlets ? { outlets } : {}),
    ...(confidence > 0 && confidence <= 1 ? { confidence } : {}),
    ...(DAY.test(since) ? { since } : {}),
    ...(DAY.test(until) ? { until } : {}),
    ...(clock === 'reported' || clock === 'happened' ? { clock } : {}),
  };
};

const writeChosen = (chosen: Chosen): string => {
  if (chosen.kind === 'nodes') return `n~${chosen.ids.map(escapeId).join('~')}`;
  if (chosen.kind === 'pair') return `p~${escapeId(chosen.a)}~${escapeId(chosen.b)}`;
  if (chosen.kind === 'edge') return `e~${escapeId(chosen.id)}~${escapeId(chosen.a)}~${escapeId(chosen.b)}`;
  return '';
};

const readChosen = (text: string | null): Chosen => {
  const [kind, ...ids] = (text ?? '').split('~').map(readId);
  if (kind === 'n' && ids.length > 0) return { kind: 'nodes', ids };
  if (kind === 'p' && ids.length === 2) return { kind: 'pair', a: ids[0]!, b: ids[1]! };
  if (kind === 'e' && ids.length === 3) return { kind: 'edge', id: ids[0]!, a: ids[1]!, b: ids[2]! };
  return { kind: 'none' };
};

const writeOpened = ({ id, limit, types }: Opened): string => [escapeId(id), limit, ...(types ?? [])].join('~');

const readOpened = (text: string): Opened[] => {
  const [id, limit, ...types] = text.split('~');
  if (!id) return [];
  const most = Math.min(500, Math.max(1, Number(limit) || 24));
  return [{ id: readId(id), limit: most, ...(types.length > 0 ? { types } : {}) }];
};

const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

const readGraph = (query: URLSearchParams): GraphView => {
  const ids = (key: string) => (query.get(key) ?? '').split(',').filter(Boolean).map(readId);
  const pins: Record<string, readonly [number, number]> = {};
  for (const pin of (query.get('pins') ?? '').split(',').filter(Boolean)) {
    const [id, x, y] = pin.split('~');
    if (id && Number.isFinite(Number(x)) && Number.isFinite(Number(y))) pins[readId(id)] = [Number(x), Number(y)];
  }
  const camera = (query.get('at') ?? '').split(',').map(Number);
  const path = (query.get('path') ?? '').split('~').map(readId);
  const overview = query.get('show');
  const size = query.get('size') ?? '';
  const places = query.get('places');
  return {
    overview: overview === null ? START.graph.overview : Math.min(2000, Math.max(0, Number(overview) || 0)),
    opened: (query.get('open') ?? '').split(',').filter(Boolean).flatMap(readOpened),
    added: ids('add'),
    hidden: ids('hide'),
    pins,
    size: (SIZES as readonly string[]).includes(size) ? (size as SizeBy) : START.graph.size,
    tinted: query.get('groups') !== 'off',
    ...(camera.length === 3 && camera.every(Number.isFinite) && camera[2]! > 0
      ? { camera: camera as unknown as [number, number, number] }
      : {}),
    ...(path.length === 3 && path[0] && path[1]
      ? { paths: { from: path[0], to: path[1], all: path[2] === 'all' } }
      : {}),
    ...(places ? { places } : {}),
  };
};

/** The query string that holds a view; parts at their default are left out. `?` included, empty for the start. */
export const toAddress = (view: View): string => {
  const { graph } = view;
  const query: [string, string][] = [];
  const put = (key: string, value: string | undefined): void => {
    if (value) query.push([key, value]);
  };
  if (view.page !== START.page) put('page', view.page);
  if (view.dyad) {
    put('a', view.dyad.a);
    put('b', view.dyad.b);
  }
  if (graph.overview !== START.graph.overview) put('show', String(graph.overview));
  put('open', graph.opened.map(writeOpened).join(','));
  put('add', graph.added.map(escapeId).join(','));
  if (graph.paths)
    put('path', `${escapeId(graph.paths.from)}~${escapeId(graph.paths.to)}~${graph.paths.all ? 'all' : 'one'}`);
  put('hide', graph.hidden.map(escapeId).join(','));
  put(
    'pins',
    Object.entries(graph.pins)
      .map(([id, [x, y]]) => `${escapeId(id)}~${rounded(x, 1)}~${rounded(y, 1)}`)
      .join(','),
  );
  if (graph.size !== START.graph.size) put('size', graph.size);
  if (!graph.tinted) put('groups', 'off');
  query.push(...queryOfFilter(view.filter));
  put('chosen', writeChosen(view.chosen));
  if (view.table.name !== START.table.name) put('table', view.table.name);
  put('sort', view.table.sort);
  if (view.table.descending) put('order', 'down');
  put('find', view.table.find);
  if (view.article) {
    put('article', view.article.id);
    put('claim', view.article.claim);
  }
  put('q', view.query);
  if (graph.camera)
    put('at', `${rounded(graph.camera[0], 1)},${rounded(graph.camera[1], 1)},${rounded(graph.camera[2], 4)}`);
  put('places', graph.places);
  const text = query
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(value).replace(/%(3A|2C|7E|40)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`,
    )
    .join('&');
  return text === '' ? '' : `?${text}`;
};

/** The view that a query string holds. What it does not know is left at its default; it never throws. */
export const fromAddress = (search: string): View => {
  const query = new URLSearchParams(search);
  const page = query.get('page') ?? '';
  const name = query.get('table') ?? '';
  const sort = query.get('sort');
  const [a, b] = [query.get('a'), query.get('b')];
  const article = query.get('article');
  const claim = query.get('claim');
  return {
    page: (PAGES as readonly string[]).includes(page) ? (page as Page) : START.page,
    filter: readFilter(query),
    graph: readGraph(query),
    chosen: readChosen(query.get('chosen')),
    table: {
      name: (TABLES as readonly string[]).includes(name) ? (name as TableName) : START.table.name,
      descending: query.get('order') === 'down',
      find: query.get('find') ?? '',
      ...(sort ? { sort } : {}),
    },
    query: query.get('q') ?? '',
    ...(a && b ? { dyad: { a, b } } : {}),
    ...(article ? { article: { id: article, ...(claim ? { claim } : {}) } } : {}),
  };
};
