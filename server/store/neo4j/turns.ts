import type { Decision } from '../../../graph-schema/record.ts';
import type { Connection, Run } from './connection.ts';
import { createKnownLedger, type KnownLedger } from './known-ledger.ts';
import { field } from './values.ts';

/** Claims of the ledger that are kept from one turn to the next; with more, it is forgotten and fetched again. */
const MOST_KNOWN = 50_000;

/** A writer's turn: nobody else writes until it is over. */
export interface Turn {
  readonly run: Run;
  readonly known: KnownLedger;
  /** All that were made; the turn's own are added. */
  readonly decisions: Decision[];
}

/** Runs a task as a writing transaction in its turn. The task may be run again after a failure that passes. */
export type Turns = <T>(task: (turn: Turn) => Promise<T>) => Promise<T>;

export const decisionsOf = async (run: Run): Promise<Decision[]> =>
  (await run('MATCH (d:Decision) RETURN d.data AS data ORDER BY d.at, d.id')).map(
    (row) => JSON.parse(field<string>(row, 'data')) as Decision,
  );

/** Writers take turns on one node; its number tells whether somebody else had one. Locked first, read after. */
const takeTurn = async (run: Run) => {
  const [row] = await run(
    `MERGE (t:Ledger:Turn {id: 'write'}) ON CREATE SET t.epoch = randomUUID() SET t.held = true
     WITH t SET t.number = coalesce(t.number, 0) + 1 RETURN t.number AS number, coalesce(t.epoch, '') AS epoch`,
  );
  return { number: field<number>(row!, 'number'), epoch: field<string>(row!, 'epoch') };
};

/**
 * Makes the turns of one process. What a turn has fetched and written of the ledger is still true at the next one where
 * nobody wrote between, so that a loader that is alone hardly reads. After any failure everything is fetched anew.
 */
export const createTurns = (write: Connection['write']): Turns => {
  let kept: (Awaited<ReturnType<typeof takeTurn>> & Omit<Turn, 'run'>) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const turn = async <T>(task: (turn: Turn) => Promise<T>): Promise<T> => {
    let now: typeof kept;
    const result = await write(async (run) => {
      const before = kept;
      kept = undefined;
      const { number, epoch } = await takeTurn(run);
      const holds = before?.number === number - 1 && before.epoch === epoch && before.known.size() < MOST_KNOWN;
      const { known, decisions } = holds ? before : { known: createKnownLedger(), decisions: await decisionsOf(run) };
      now = { number, epoch, known, decisions };
      return task({ run, known, decisions });
    });
    kept = now;
    return result;
  };
  return (task) => {
    const mine = last.then(() => turn(task));
    last = mine.catch(() => undefined);
    return mine;
  };
};
