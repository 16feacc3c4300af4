import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import type { StaticType } from '../../server/cypher/ast.ts';
import { CypherError, type Procedure, type Result, type Value, written } from '../../server/cypher/index.ts';
import { createWritingEngine } from '../../server/cypher/write/index.ts';
import { agrees, parseExpected } from './expected.ts';
import type { Scenario, Step } from './feature.ts';

export interface Outcome {
  readonly kind: 'pass' | 'fail' | 'skip';
  readonly reason: string;
}

const fail = (reason: string): Outcome => ({ kind: 'fail', reason });

type Graph = InstanceType<typeof MultiDirectedGraph>;

/** Runs one scenario on a graph of its own. `folder` holds the named graphs. */
export async function runScenario(scenario: Scenario, folder: string): Promise<Outcome> {
  const graph = new MultiDirectedGraph();
  const procedures: Procedure[] = [];
  const queries: string[] = [];
  let parameters = new Map<string, Value>();
  for (const step of scenario.steps) {
    if (step.text.startsWith('there exists a procedure')) procedures.push(parseProcedure(step));
  }
  const engine = createWritingEngine(graph, { procedures, now: () => 1_500_000_000_000 });
  let result: Result | undefined;
  let error: unknown;
  let before = snapshot(graph);
  try {
    for (const step of scenario.steps) {
      const { text } = step;
      if (text === 'any graph' || text === 'an empty graph' || text.startsWith('there exists a procedure')) continue;
      const named = /^the (\S+) graph$/.exec(text);
      if (named !== null) {
        for (const statement of statementsOf(readFileSync(join(folder, named[1]!, `${named[1]}.cypher`), 'utf8'))) {
          await engine.run(statement);
        }
      } else if (text === 'having executed:') await engine.run(step.doc!);
      else if (text === 'parameters are:') {
        parameters = new Map(step.table!.map(([key, value]) => [key!, toValue(parseExpected(value!))]));
      } else if (text === 'executing query:' || text === 'executing control query:') {
        queries.push(step.doc!);
        before = snapshot(graph);
        result = undefined;
        error = undefined;
        try {
          result = await engine.run(step.doc!, parameters, { deadline: 10_000 });
        } catch (caught) {
          error = caught;
        }
      } else {
        const outcome = check(step, result, error, before, graph);
        if (outcome !== undefined) return outcome;
      }
    }
  } catch (caught) {
    return fail(
      `${caught instanceof CypherError ? `${caught.title}: ` : ''}${caught instanceof Error ? (caught.stack ?? caught.message) : String(caught)}`,
    );
  } finally {
    engine.close();
  }
  return { kind: 'pass', reason: '' };
}

function statementsOf(script: string): readonly string[] {
  return script
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function check(
  step: Step,
  result: Result | undefined,
  error: unknown,
  before: Snapshot,
  graph: Graph,
): Outcome | undefined {
  const raised = /^an? (\w+) should be raised at (compile time|runtime|any time): (\S+)$/.exec(step.text);
  if (raised !== null) return checkError(raised as unknown as [string, string, string, string], result, error);
  if (error !== undefined) {
    const text = error instanceof CypherError ? `${error.title}: ${error.message}` : (error as Error).stack!;
    return fail(`unexpected error ${text}`);
  }
  if (step.text === 'no side effects') return checkEffects(new Map(), before, graph);
  if (step.text === 'the side effects should be:') {
    return checkEffects(new Map(step.table!.map(([key, value]) => [key!, Number(value)])), before, graph);
  }
  if (step.text === 'the result should be empty') {
    return result!.rows.length === 0 ? undefined : fail(`expected no rows, got ${result!.rows.length}`);
  }
  const shape = /^the result should be, (in any order|in order)(?: \(ignoring element order for lists\))?:$/.exec(
    step.text,
  );
  const unordered = step.text.includes('ignoring element order');
  if (shape !== null || step.text.startsWith('the result should be (ignoring element order')) {
    return checkRows(step.table!, result!, step.text.includes('in order'), unordered);
  }
  return { kind: 'skip', reason: `unknown step: ${step.text}` };
}

function checkError(
  [, type, phase, detail]: readonly [string, string, string, string],
  result: Result | undefined,
  error: unknown,
): Outcome | undefined {
  if (error === undefined) return fail(`expected ${type}: ${detail}, got ${result!.rows.length} rows`);
  if (!(error instanceof CypherError)) return fail(`expected ${type}: ${detail}, got ${(error as Error).stack}`);
  if (error.type !== type) return fail(`expected ${type}: ${detail}, got ${error.title}: ${error.message}`);
  if (detail !== '*' && error.detail !== detail)
    return fail(`expected ${detail}, got ${error.title}: ${error.message}`);
  const wanted = phase === 'compile time' ? 'compile' : 'runtime';
  if (phase !== 'any time' && error.phase !== wanted) return fail(`expected at ${phase}: ${error.title}`);
  return undefined;
}

function checkRows(
  table: readonly (readonly string[])[],
  result: Result,
  ordered: boolean,
  unordered: boolean,
): Outcome | undefined {
  const [header, ...rows] = table;
  const order = header!.map((name) => result.columns.indexOf(name));
  const show = (): string =>
    `columns ${result.columns.join(' | ')} rows ${result.rows
      .slice(0, 12)
      .map((row) => row.map(written).join(' | '))
      .join(' // ')}`;
  if (order.includes(-1) || header!.length !== result.columns.length) {
    return fail(`expected columns ${header!.join(' | ')}, got ${show()}`);
  }
  if (rows.length !== result.rows.length)
    return fail(`expected ${rows.length} rows, got ${result.rows.length}: ${show()}`);
  const expected = rows.map((row) => row.map(parseExpected));
  const left = result.rows.map((row) => order.map((place) => row[place]!));
  for (const [i, row] of expected.entries()) {
    const same = (other: readonly Value[]): boolean => other.every((value, j) => agrees(value, row[j]!, unordered));
    const found = ordered ? (same(left[i]!) ? i : -1) : left.findIndex(same);
    if (found < 0) return fail(`expected row ${rows[i]!.join(' | ')}, got ${show()}`);
    if (!ordered) left.splice(found, 1);
  }
  return undefined;
}

interface Snapshot {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
}

/** What side effects are counted by: entities, labels in use, and properties with their values. */
function snapshot(graph: Graph): Snapshot {
  const labels = new Set<string>();
  const properties = new Set<string>();
  const read = (key: string, attributes: Record<string, unknown>): void => {
    for (const label of (attributes.labels as readonly string[] | undefined) ?? []) labels.add(label);
    for (const [name, value] of Object.entries((attributes.properties ?? {}) as Record<string, Value>)) {
      properties.add(`${key} ${name} ${written(value)}`);
    }
  };
  graph.forEachNode(read);
  graph.forEachEdge((key, attributes) => read(key, attributes));
  return { nodes: new Set(graph.nodes()), relationships: new Set(graph.edges()), labels, properties };
}

function checkEffects(expected: ReadonlyMap<string, number>, before: Snapshot, graph: Graph): Outcome | undefined {
  const after = snapshot(graph);
  for (const kind of ['nodes', 'relationships', 'labels', 'properties'] as const) {
    const added = [...after[kind]].filter((one) => !before[kind].has(one)).length;
    const removed = [...before[kind]].filter((one) => !after[kind].has(one)).length;
    for (const [sign, count] of [
      ['+', added],
      ['-', removed],
    ] as const) {
      const wanted = expected.get(`${sign}${kind}`) ?? 0;
      if (wanted !== count) return fail(`expected ${sign}${kind} ${wanted}, got ${count}`);
    }
  }
  return undefined;
}

function toValue(expected: ReturnType<typeof parseExpected>): Value {
  if (expected === null || typeof expected !== 'object') return expected;
  if ('list' in expected) return expected.list.map(toValue);
  if ('map' in expected) return new Map([...expected.map].map(([key, value]) => [key, toValue(value)]));
  throw new Error('parameters hold no nodes');
}

const typeTests: Readonly<Record<string, readonly StaticType[]>> = {
  INTEGER: ['integer'],
  FLOAT: ['float', 'integer'],
  NUMBER: ['integer', 'float'],
  STRING: ['string'],
  BOOLEAN: ['boolean'],
};

/** `test.my.proc(name :: STRING?) :: (city :: STRING?):` with its rows. */
function parseProcedure(step: Step): Procedure {
  const found = /^there exists a procedure ([\w.]+)\((.*?)\) :: \((.*?)\)\s*:$/.exec(step.text)!;
  const [, name, inputs, outputs] = found as unknown as [string, string, string, string];
  const fields = (text: string): readonly (readonly [string, string])[] =>
    text
      .split(',')
      .filter((one) => one.trim() !== '')
      .map((one) => one.split('::').map((part) => part.trim()) as [string, string]);
  const ins = fields(inputs);
  const outs = fields(outputs);
  const [header = [], ...rows] = (step.table ?? []).filter((row) => row.join('') !== '');
  const data = rows.map((row) => row.map((cell) => toValue(parseExpected(cell))));
  return {
    name,
    inputs: ins.map(([input, type]) => {
      const plain = type.replace('?', '');
      return {
        name: input,
        type,
        accepts: (known) => known === 'any' || known === 'null' || (typeTests[plain] ?? []).includes(known),
        convert: (value) => (plain === 'FLOAT' && typeof value === 'bigint' ? Number(value) : value),
      };
    }),
    outputs: outs.map(([output]) => output),
    *rows(args) {
      for (const row of data) {
        const fits = ins.every(([input], i) => {
          const cell = row[header.indexOf(input)]!;
          const arg = args[i]!;
          if (cell === arg) return true;
          const numbers =
            (typeof cell === 'bigint' || typeof cell === 'number') &&
            (typeof arg === 'bigint' || typeof arg === 'number');
          return numbers && Number(cell) === Number(arg);
        });
        if (fits) yield outs.map(([output]) => row[header.indexOf(output)]!);
      }
    },
  };
}
