import type { Run } from '../run/run.ts';
import type { Value } from '../values/value.ts';
import type { FunctionDefinition } from './define.ts';

function temporal(name: string, least: number, most: number): FunctionDefinition {
  return {
    name,
    signature: `${name}(${['value', 'value?', 'value?'].slice(0, most).join(', ')})`,
    least,
    most,
    returns: 'temporal',
    temporal: true,
    call: (run: Run, ...args: readonly Value[]) => run.temporal!.call(name.toLowerCase(), args, run.now),
  };
}

const instants = ['date', 'localtime', 'time', 'localdatetime', 'datetime'];

/** Dates, times and durations; computed by a library that is loaded when one of these is used. */
export const temporalFunctions: readonly FunctionDefinition[] = [
  ...instants.map((name) => temporal(name, 0, 1)),
  ...instants.map((name) => temporal(`${name}.truncate`, 1, 3)),
  ...instants.flatMap((name) =>
    ['realtime', 'statement', 'transaction'].map((when) => temporal(`${name}.${when}`, 0, 1)),
  ),
  temporal('datetime.fromEpoch', 2, 2),
  temporal('datetime.fromEpochMillis', 1, 1),
  temporal('duration', 1, 1),
  temporal('duration.between', 2, 2),
  temporal('duration.inMonths', 2, 2),
  temporal('duration.inDays', 2, 2),
  temporal('duration.inSeconds', 2, 2),
];
