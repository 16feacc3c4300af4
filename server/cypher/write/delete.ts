import type { Delete } from '../ast.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from '../run/cursor.ts';
import { type Compiled, compile, evaluateAll } from '../run/expression.ts';
import type { Run } from '../run/run.ts';
import { GraphPath, isList, kindOf, type Value } from '../values/value.ts';
import type { Edit } from './edit.ts';

/** Deletes after all rows are known: relationships first, so that the order of the rows does not matter. */
export function remove(run: Run, source: Cursor, clause: Delete, edit: Edit): Cursor {
  const compiled: readonly Compiled[] = clause.expressions.map((one) => compile(run, one));
  const nodes = new Set<GraphNode>();
  const relationships = new Set<GraphRelationship>();
  const mark = (value: Value): void => {
    if (value === null) return;
    if (value instanceof GraphNode) nodes.add(value);
    else if (value instanceof GraphRelationship) relationships.add(value);
    else if (value instanceof GraphPath) {
      for (const one of value.nodes) nodes.add(one);
      for (const one of value.relationships) relationships.add(one);
    } else if (isList(value) && value.every((one) => one instanceof GraphRelationship || one instanceof GraphNode))
      value.forEach(mark);
    else
      throw new CypherError(
        'TypeError',
        'InvalidArgumentType',
        `DELETE takes nodes, relationships and paths, not ${kindOf(value)}`,
      );
  };
  const { budget } = run;
  return fromGenerator(
    (function* () {
      const kept: (readonly Value[])[] = [];
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        kept.push([...run.frame]);
        budget.hold(16 * run.frame.length);
        for (const one of compiled) {
          mark(yield* paused(evaluateAll(run, one)));
        }
      }
      for (const one of relationships) {
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        edit.deleteRelationship(one);
      }
      for (const one of nodes) {
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        edit.deleteNode(one, clause.detach);
      }
      for (const row of kept) {
        row.forEach((value, slot) => {
          run.frame[slot] = value;
        });
        yield ROW;
      }
    })(),
  );
}
