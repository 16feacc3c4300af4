import type { GraphEdge } from '../../graph-schema/graph.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { FailureError } from './errors.ts';
import { type PrintOptions, printRows } from './print.ts';
import { type FilterOptions, filterOfOptions, nodeNamed, withStore } from './with-store.ts';

const dateOf = (edge: GraphEdge): string => edge.occurredFrom ?? edge.firstReported ?? '';

/** Two actors over time: what each did to the other, oldest first, with its weight. */
export const dyad = async (a: string, b: string, options: PrintOptions & FilterOptions): Promise<void> => {
  const filter = filterOfOptions(options);
  await withStore(async (store) => {
    const [first, second] = [await nodeNamed(store, a), await nodeNamed(store, b)];
    const found = await store.dyad(first.id, second.id, { filter });
    if (!found) throw new FailureError(`Nothing is known between ${first.name} and ${second.name}.`);
    const names = new Map([found.a, found.b, ...found.events].map((node) => [node.id, node.name]));
    for (const edge of found.edges)
      for (const id of [edge.source, edge.target])
        if (!names.has(id)) names.set(id, (await store.node(id))?.name ?? id);
    const rows = [...found.edges]
      .sort((one, other) => dateOf(one).localeCompare(dateOf(other)))
      .map((edge) => [
        dateOf(edge),
        edge.precision,
        names.get(edge.source),
        relationOf(edge.type).verb,
        names.get(edge.target),
        edge.polarity === 'denied' ? 'denied' : edge.modality,
        edge.goldstein,
        edge.claims,
        edge.sources,
      ]);
    if (!options.quiet) {
      const sum = found.months.reduce((total, month) => total + month.goldstein, 0);
      process.stderr.write(
        `${first.name} and ${second.name}: ${rows.length} edges, score ${Math.round(sum * 10) / 10}\n`,
      );
    }
    await printRows(
      ['when', 'precision', 'source', 'relation', 'target', 'said as', 'goldstein', 'claims', 'outlets'],
      rows,
      options,
      found,
    );
  });
};
