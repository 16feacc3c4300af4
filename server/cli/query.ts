import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CONSOLE_LIMITS } from '../console/limits.ts';
import { openConsole } from '../console/open-console.ts';
import type { Store } from '../store/store.ts';
import { MisuseError } from './errors.ts';
import { type Cell, type PrintOptions, printRows } from './print.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { withStore } from './with-store.ts';

interface Options extends PrintOptions {
  readonly param?: readonly string[];
  readonly limit?: number;
}

const USUAL_ROWS = 10_000;
/** On the command line a query is its user's own business, whose Ctrl-C ends it: ten minutes, a gigabyte of answer. */
const PATIENCE = { milliseconds: 600_000, bytes: 1_000_000_000 };

const parameterOf = (text: string): readonly [string, unknown] => {
  const equals = text.indexOf('=');
  if (equals < 1) throw new MisuseError(`--param ${text}: give name=value, for example --param name=Russia`);
  const value = text.slice(equals + 1);
  try {
    return [text.slice(0, equals), JSON.parse(value)];
  } catch {
    return [text.slice(0, equals), value];
  }
};

interface Element {
  readonly node?: { readonly labels: readonly string[]; readonly properties: Readonly<Record<string, unknown>> };
  readonly relationship?: { readonly type: string };
  readonly path?: {
    readonly nodes: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    readonly relationships: readonly { readonly type: string }[];
  };
  readonly temporal?: string;
  readonly value?: unknown;
}

const nameOf = (properties: Readonly<Record<string, unknown>>): string =>
  String(properties.name ?? properties.title ?? properties.id ?? '');

/** A value as a cell of a table: nodes by label and name, relationships by type, paths as a chain. */
const cellOf = (value: unknown): Cell => {
  if (value === null || typeof value !== 'object') return value as Cell;
  const { node, relationship, path, temporal, value: inner } = value as Element;
  if (node) return `(${node.labels.filter((label) => label !== 'Entity').join(':')} ${nameOf(node.properties)})`;
  if (relationship) return `[${relationship.type}]`;
  if (temporal !== undefined) return String(inner);
  if (path)
    return path.nodes
      .map((each, index) => (index === 0 ? '' : ` —${path.relationships[index - 1]?.type}— `) + nameOf(each.properties))
      .join('');
  return JSON.stringify(value);
};

/** Asks in Cypher, read-only, on whichever store the environment names. */
export const query = async (given: string, options: Options): Promise<void> => {
  const text = given === '-' ? readFileSync(0, 'utf8') : given;
  const parameters = Object.fromEntries((options.param ?? []).map(parameterOf));
  const limit = options.limit ?? USUAL_ROWS;
  const work = async (store: Store, signal: AbortSignal) => {
    const console = openConsole(store, { ...CONSOLE_LIMITS, ...PATIENCE, rows: limit });
    const runId = randomUUID();
    signal.addEventListener('abort', () => void console.stop(runId));
    const rows: (readonly unknown[])[] = [];
    let columns: readonly string[] = [];
    let truncated = false;
    for await (const event of console.stream({ query: text, parameters, limit, runId })) {
      if ('columns' in event) columns = event.columns;
      else if ('rows' in event) rows.push(...event.rows);
      else truncated = event.truncated;
    }
    const json = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
    await printRows(
      columns,
      rows.map((row) => row.map(cellOf)),
      options,
      json,
    );
    if (!options.quiet && truncated)
      process.stderr.write(`More rows than ${rows.length}; raise --limit for the rest.\n`);
  };
  await untilInterrupted((signal) => withStore((store) => work(store, signal)));
};
