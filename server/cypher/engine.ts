import type { AbstractGraph } from 'graphology-types';
import type { Statement } from './ast.ts';
import { told } from './error.ts';
import { type Drawing, openDrawing } from './graph/drawing.ts';
import { type GraphView, labelledView } from './graph/view.ts';
import { loadPatterns } from './patterns.ts';
import { counted } from './plan/counted.ts';
import { describe, type Operator, type PlanDescription } from './plan/operator.ts';
import { planQuery, setContext, type WritePlanner } from './plan/query.ts';
import { createPreparer, type Prepared } from './prepare.ts';
import { graphProcedures, type Procedure } from './procedures.ts';
import { type Budget, createBudget, type Limits } from './run/budget.ts';
import { drive } from './run/drive.ts';
import type { PatternLibrary, Run, TemporalLibrary } from './run/run.ts';
import { fromJavaScript } from './values/convert.ts';
import type { Value } from './values/value.ts';

export interface EngineOptions {
  /** How attributes are read as labels, types and properties. Default: `labelledView`. */
  readonly view?: GraphView;
  /** Properties by which nodes are found at once. Default: `id` and `name`. */
  readonly indexes?: readonly string[];
  /** More procedures for CALL. */
  readonly procedures?: readonly Procedure[];
  /** Milliseconds since 1970, for `date()` and its like. Default: the clock. */
  readonly now?: () => number;
  /** Zone of `datetime()` where none is named. Default: UTC. */
  readonly timeZone?: string;
  /** Numbers in 0 … 1 for `rand()`. */
  readonly random?: () => number;
}

/** What writing did. All zero on the reading engine. */
export interface Counters {
  nodesCreated: number;
  nodesDeleted: number;
  relationshipsCreated: number;
  relationshipsDeleted: number;
  propertiesSet: number;
  labelsAdded: number;
  labelsRemoved: number;
}

export interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly counters: Readonly<Counters>;
  /** For `EXPLAIN` and `PROFILE`. */
  readonly plan?: PlanDescription;
}

export interface Stream {
  readonly columns: readonly string[];
  /** Rows in batches, as they are found. */
  readonly batches: AsyncGenerator<readonly (readonly Value[])[], void, undefined>;
}

export type Parameters = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

export interface Engine {
  /** Runs a query and gathers its rows. Errors are `CypherError`s. */
  run(query: string, parameters?: Parameters, limits?: Limits): Promise<Result>;
  /** Runs a query and gives its rows as they come. */
  stream(query: string, parameters?: Parameters, limits?: Limits): Promise<Stream>;
  /** The plan of a query, which is not run. */
  explain(query: string, parameters?: Parameters): Promise<PlanDescription>;
  /** Runs a query; each step of the plan says how many rows it gave. */
  profile(query: string, parameters?: Parameters, limits?: Limits): Promise<Result>;
  /** Reads and checks a query without running it. */
  check(query: string): { readonly columns: readonly string[]; readonly mode: Statement['mode'] };
  /** Stops following the graph's changes. */
  close(): void;
}

const noCounters: Counters = {
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  propertiesSet: 0,
  labelsAdded: 0,
  labelsRemoved: 0,
};

/** Opens a reading engine over a graphology graph. Clauses that write are refused: it has no code to run them. */
export function createEngine(graph: AbstractGraph, options: EngineOptions = {}): Engine {
  return createEngineWith(graph, options, undefined);
}

/** What a writing module brings along: it plans the clauses that write, and counts. */
export interface Writing {
  planner(drawing: Drawing, counters: Counters): WritePlanner;
}

export function createEngineWith(graph: AbstractGraph, options: EngineOptions, writing: Writing | undefined): Engine {
  const view = options.view ?? labelledView;
  const drawing = openDrawing(graph, view, new Set(options.indexes ?? ['id', 'name']));
  const procedures = new Map(
    [...graphProcedures, ...(options.procedures ?? [])].map((one) => [one.name.toLowerCase(), one]),
  );
  const procedure = (name: string): Procedure | undefined => procedures.get(name.toLowerCase());
  const clock = options.now ?? Date.now;
  let temporal: TemporalLibrary | undefined;
  let patterns: PatternLibrary | undefined;
  let loaded = false;

  const prepare = createPreparer({ writes: writing !== undefined, procedure });

  const ready = async (budget: Budget, prepared: Prepared): Promise<void> => {
    budget.check();
    if (prepared.needs.temporal && temporal === undefined)
      temporal = (await import('./temporal/library.ts')).temporalLibrary;
    if (patterns === undefined && prepared.statement.text.includes('=~')) patterns = await loadPatterns();
    while (!loaded) {
      loaded = drawing.load(() => budget.due());
      if (!loaded) await budget.giveWay();
    }
  };

  const plan = (
    prepared: Prepared,
    parameters: ReadonlyMap<string, Value>,
    budget: Budget,
    counters: Counters,
  ): { run: Run; root: Operator; writes: WritePlanner | undefined } => {
    const frame: Value[] = new Array<Value>(prepared.statement.slots).fill(null);
    const run: Run = {
      frame,
      text: prepared.statement.text,
      parameters,
      drawing,
      budget,
      temporal,
      patterns,
      now: { nanoseconds: BigInt(Math.trunc(clock())) * 1_000_000n, zone: options.timeZone ?? 'UTC' },
      random: options.random ?? Math.random,
      slot: () => frame.push(null) - 1,
    };
    const writes = writing?.planner(drawing, counters);
    setContext(run, { writes, procedure });
    return { run, root: planQuery(run, prepared.statement.query, undefined), writes };
  };

  const parametersOf = (given: Parameters): Map<string, Value> => {
    const map = new Map<string, Value>();
    const entries = given instanceof Map ? given.entries() : Object.entries(given);
    for (const [key, value] of entries as Iterable<[string, unknown]>)
      map.set(key, fromJavaScript(value, view.numbers));
    return map;
  };

  const execute = async function* (
    query: string,
    prepared: Prepared,
    given: Parameters,
    limits: Limits,
    counters: Counters,
    counts?: Map<Operator, number>,
    onPlan?: (root: Operator) => void,
  ): AsyncGenerator<readonly (readonly Value[])[], void, undefined> {
    try {
      const budget = createBudget(limits);
      await ready(budget, prepared);
      const slots = prepared.statement.query.columns.map((one) => one.slot);
      const { run, root, writes } = plan(prepared, parametersOf(given), budget, counters);
      onPlan?.(root);
      const cursor = (counts === undefined ? root : counted(root, counts)).open();
      let whole = writes === undefined;
      try {
        yield* drive(cursor, run, slots, limits);
        whole = true;
      } finally {
        // An error, or nobody who asks for more: a query writes wholly or not at all.
        if (!whole) writes?.undo();
      }
    } catch (error) {
      throw told(error, query);
    }
  };

  const gather = async (query: string, given: Parameters, limits: Limits, profiled: boolean): Promise<Result> => {
    const prepared = prepare(query);
    const counters = { ...noCounters };
    const counts = profiled || prepared.statement.mode === 'profile' ? new Map<Operator, number>() : undefined;
    if (prepared.statement.mode === 'explain') {
      return { columns: [], rows: [], counters, plan: await explain(query, given) };
    }
    const rows: (readonly Value[])[] = [];
    let root: Operator | undefined;
    for await (const batch of execute(query, prepared, given, limits, counters, counts, (one) => {
      root = one;
    })) {
      for (const row of batch) rows.push(row);
    }
    const { columns } = prepared;
    return counts === undefined
      ? { columns, rows, counters }
      : { columns, rows, counters, plan: describe(root!, counts) };
  };

  const explain = async (query: string, given: Parameters = {}): Promise<PlanDescription> => {
    const prepared = prepare(query);
    const budget = createBudget({});
    await ready(budget, prepared);
    const parameters = parametersOf(given);
    const lenient = new Proxy(parameters, {
      get: (map, key) => (key === 'get' ? (name: string) => map.get(name) ?? null : Reflect.get(map, key)),
    });
    try {
      return describe(plan(prepared, lenient, budget, { ...noCounters }).root);
    } catch (error) {
      throw told(error, query);
    }
  };

  return {
    run: (query, given = {}, limits = {}) => gather(query, given, limits, false),
    profile: (query, given = {}, limits = {}) => gather(query, given, limits, true),
    explain,
    async stream(query, given = {}, limits = {}) {
      const prepared = prepare(query);
      return { columns: prepared.columns, batches: execute(query, prepared, given, limits, { ...noCounters }) };
    },
    check(query) {
      const { columns, statement } = prepare(query);
      return { columns, mode: statement.mode };
    },
    close: () => drawing.close(),
  };
}
