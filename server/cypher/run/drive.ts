import { CypherError } from '../error.ts';
import type { Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import type { Limits } from './budget.ts';
import { type Cursor, DONE, PAUSE } from './cursor.ts';
import type { Run } from './run.ts';

/** Rows of a batch at most; fewer in the first, and where the engine gives way before, so that rows come soon. */
const batchSize = 512;
const firstBatch = 32;

/** Runs a plan to its end and gives its rows, the values of `slots`, in batches; between them everything else runs. */
export async function* drive(
  cursor: Cursor,
  { frame, budget }: Run,
  slots: readonly number[],
  { maxRows = Number.POSITIVE_INFINITY }: Limits,
): AsyncGenerator<readonly (readonly Value[])[], void, undefined> {
  let batch: (readonly Value[])[] = [];
  let total = 0;
  let most = firstBatch;
  for (;;) {
    const signal = cursor.next();
    if (signal === DONE) break;
    if (signal === PAUSE || (--budget.ticks < 0 && budget.due())) {
      await budget.giveWay();
      if (batch.length > 0) {
        yield batch;
        batch = [];
      }
    }
    if (signal === PAUSE) continue;
    if (slots.length > 0) {
      if (++total > maxRows) {
        throw new CypherError('LimitExceeded', 'RowLimit', `The query gives more than ${maxRows} rows`, {
          hint: 'add LIMIT',
        });
      }
      const row = slots.map((slot) => frame[slot]!);
      budget.hold(row.reduce<number>((sum, one) => sum + weigh(one), 32));
      batch.push(row);
      if (batch.length >= most) {
        yield batch;
        batch = [];
        most = batchSize;
      }
    }
  }
  if (batch.length > 0) yield batch;
}
