import {
  activeDyadsAnswer,
  balanceAnswer,
  centralityAnswer,
  changeAnswer,
  communitiesAnswer,
  type Paging,
} from '../measures/answers.ts';
import { CENTRALITIES, type Centrality } from '../measures/centrality.ts';
import { drawingOf } from '../store/drawing-of.ts';
import { MisuseError } from './errors.ts';
import { type Cell, type PrintOptions, printRows } from './print.ts';
import { type FilterOptions, filterOfOptions, withStore } from './with-store.ts';

interface Options extends PrintOptions, FilterOptions {
  readonly limit?: number;
  readonly before?: string;
  readonly after?: string;
}

/** What can be measured, as the command names it. */
const MEASURE_NAMES = [...CENTRALITIES, 'communities', 'balance', 'dyads', 'change'] as const;
type MeasureName = (typeof MEASURE_NAMES)[number];

interface Told {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly json: unknown;
  /** What a table cannot say, for a person. */
  readonly note: string;
}

/** The beginning of a ranking. */
const first =
  (limit: number): Paging =>
  (ranked) => ({ items: ranked.slice(0, limit), total: ranked.length });

const rounded = (value: number): number => Number(value.toPrecision(4));
const score = (value: number): number => Math.round(value * 100) / 100;
const names = (of: readonly { readonly name: string }[]): string => of.map(({ name }) => name).join(', ');
const nothing = 'Nothing is there under this filter.';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const period = (text: string | undefined, option: string) => {
  const [since = '', until = '', ...more] = (text ?? '').split('..');
  if (more.length || !DAY.test(since) || !DAY.test(until) || since > until)
    throw new MisuseError(
      `${option} ${text ?? '(not given)'}: give a period as two days, for example ${option} 2016-01-01..2016-12-31`,
    );
  return { since, until };
};

const CHANGE_COLUMNS = ['a', 'b', 'goldstein before', 'goldstein after', 'change', 'acts before', 'acts after'];

type Teller = (drawing: Parameters<typeof communitiesAnswer>[0], limit: number, options: Options) => Promise<Told>;

const centrality =
  (measure: Centrality): Teller =>
  async (drawing, limit) => {
    const json = await centralityAnswer(drawing, measure, first(limit));
    const rows = json.items.map(({ name, kind, value, id }) => [name, kind, rounded(value), id]);
    return { columns: ['name', 'kind', measure, 'id'], rows, json, note: rows.length ? '' : nothing };
  };

const communities: Teller = async (drawing, limit) => {
  const json = await communitiesAnswer(drawing, first(limit));
  const rows = json.items.map(({ community, size, members }) => [community, size, names(members)]);
  const note = rows.length ? `${json.total} communities, modularity ${rounded(json.modularity)}` : nothing;
  return { columns: ['community', 'size', 'members'], rows, json, note };
};

const balance: Teller = async (drawing, limit) => {
  const json = await balanceAnswer(drawing, limit);
  const { triangles, balanced, share } = json;
  const rows = json.examples.map(({ nodes, signs, balanced: is }) => [
    names(nodes),
    signs.map((sign) => (sign === 'cooperation' ? '+' : '−')).join(' '),
    is ? 'balanced' : 'unbalanced',
  ]);
  const note =
    share === undefined
      ? 'There is no triangle of signed pairs under this filter.'
      : `${balanced} of ${triangles} triangles are balanced (${Math.round(share * 100)} %)`;
  return { columns: ['triad', 'signs', 'balance'], rows, json, note };
};

const dyads: Teller = async (drawing, limit) => {
  const json = await activeDyadsAnswer(drawing, first(limit));
  const rows = json.items.map(({ a, b, cooperation, conflict, goldstein, claims }) => [
    a.name,
    b.name,
    cooperation,
    conflict,
    score(goldstein),
    claims,
  ]);
  const columns = ['a', 'b', 'cooperation', 'conflict', 'mean goldstein', 'claims'];
  return { columns, rows, json, note: rows.length ? '' : nothing };
};

const change: Teller = async (drawing, limit, { before, after }) => {
  const periods = { before: period(before, '--before'), after: period(after, '--after') };
  const json = await changeAnswer(drawing, periods, first(limit));
  const acts = (of: { readonly cooperation: number; readonly conflict: number }) => of.cooperation + of.conflict;
  const rows = json.items.map(({ a, b, before: was, after: is, change: by }) => [
    a.name,
    b.name,
    score(was.goldstein),
    score(is.goldstein),
    score(by),
    acts(was),
    acts(is),
  ]);
  return { columns: CHANGE_COLUMNS, rows, json, note: rows.length ? '' : 'Nothing dated lies in these two periods.' };
};

const TELLERS: Readonly<Record<MeasureName, Teller>> = {
  ...(Object.fromEntries(CENTRALITIES.map((measure) => [measure, centrality(measure)])) as Record<Centrality, Teller>),
  communities,
  balance,
  dyads,
  change,
};

/** A measure of the graph under a filter: what the API's `/api/measures` gives, as a table, JSON or CSV. */
export const measures = async (given: string, options: Options): Promise<void> => {
  const name = MEASURE_NAMES.find((one) => one === given);
  if (!name)
    throw new MisuseError(`There is no measure ${JSON.stringify(given)}; there are ${MEASURE_NAMES.join(', ')}.`);
  const filter = filterOfOptions(options);
  if (name === 'change') for (const option of ['before', 'after'] as const) period(options[option], `--${option}`);
  await withStore(async (store) => {
    const told = await TELLERS[name](await drawingOf(store, filter), options.limit ?? 20, options);
    if (told.note && !options.quiet) process.stderr.write(`${told.note}\n`);
    await printRows(told.columns, told.rows, options, told.json);
  });
};
