import type { Merge, RelationshipPattern } from '../ast.ts';
import { CypherError } from '../error.ts';
import { planMatch } from '../plan/match.ts';
import { start } from '../plan/operator.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from '../run/cursor.ts';
import type { Run } from '../run/run.ts';
import type { MapValue, Value } from '../values/value.ts';
import { creator, propertiesOf } from './create.ts';
import type { Edit } from './edit.ts';
import { setAll } from './set.ts';

/** For each row, what the pattern finds; where it finds nothing, it is created. */
export function merge(run: Run, source: Cursor, clause: Merge, edit: Edit): Cursor {
  const { frame } = run;
  const { pattern, introduced } = clause;
  const inner = planMatch(run, start(), [pattern], introduced, undefined);
  const refuseNull = (map: MapValue): void => {
    for (const [key, value] of map) {
      if (value === null) {
        throw new CypherError('SemanticError', 'MergeReadOwnWrites', `Cannot merge with null as property \`${key}\``);
      }
    }
  };
  const given = pattern.elements.map((one) => propertiesOf(run, (one as RelationshipPattern).properties));
  const create = creator(run, pattern, new Set(introduced), edit, refuseNull);
  const onCreate = setAll(run, clause.onCreate, edit);
  const onMatch = setAll(run, clause.onMatch, edit);
  const slots = introduced.map((one) => one.slot);
  return fromGenerator(
    (function* () {
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        for (const properties of given) {
          if (properties === undefined) continue;
          refuseNull(yield* paused(properties()));
        }
        const found: (readonly Value[])[] = [];
        const cursor = inner.open();
        for (let one = cursor.next(); one !== DONE; one = cursor.next()) {
          if (one === PAUSE) yield PAUSE;
          else found.push(slots.map((slot) => frame[slot]!));
        }
        if (found.length === 0) {
          yield* paused(create());
          yield* paused(onCreate());
          yield ROW;
        }
        for (const row of found) {
          slots.forEach((slot, i) => {
            frame[slot] = row[i]!;
          });
          yield* paused(onMatch());
          yield ROW;
        }
      }
    })(),
  );
}
