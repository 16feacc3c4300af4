import { ROW } from '../run/cursor.ts';
import type { Operator } from './operator.ts';

/** The same plan, counting the rows each step gives. */
export function counted(operator: Operator, counts: Map<Operator, number>): Operator {
  for (const input of operator.inputs) {
    const inner = counted(input, counts);
    (input as { open: Operator['open'] }).open = inner.open;
  }
  const open = operator.open;
  counts.set(operator, 0);
  return {
    ...operator,
    open() {
      const cursor = open();
      return {
        next() {
          const signal = cursor.next();
          if (signal === ROW) counts.set(operator, counts.get(operator)! + 1);
          return signal;
        },
      };
    },
  };
}
