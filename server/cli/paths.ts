import type { GraphEdge } from '../../graph-schema/graph.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import type { Path } from '../store/store.ts';
import { type PrintOptions, printRows } from './print.ts';
import { type FilterOptions, filterOfOptions, nodeNamed, withStore } from './with-store.ts';

interface Options extends PrintOptions, FilterOptions {
  readonly all?: boolean;
  readonly maxLength?: number;
}

const verb = (edge: GraphEdge, forward: boolean): string => {
  const { verb: said } = relationOf(edge.type);
  return forward ? ` —${said}→ ` : ` ←${said}— `;
};

/** A path as a person reads it: names, with what is between them and in which direction. */
const chain = ({ nodes, edges }: Path): string =>
  nodes
    .map(({ name }, i) => (i === 0 ? '' : verb(edges[i - 1]!, edges[i - 1]!.target === nodes[i]!.id)) + name)
    .join('');

/** Shortest paths between two nodes, by id, name or country code. */
export const paths = async (a: string, b: string, options: Options): Promise<void> => {
  const filter = filterOfOptions(options);
  await withStore(async (store) => {
    const [from, to] = [await nodeNamed(store, a), await nodeNamed(store, b)];
    const maxLength = options.maxLength ?? 6;
    const found = await store.paths(from.id, to.id, { filter, maxLength, all: options.all ?? false });
    if (!options.quiet)
      process.stderr.write(
        found.length
          ? `${from.name} to ${to.name}: ${found.length === 1 ? 'one path' : `${found.length} paths`} of length ${found[0]!.edges.length}\n`
          : `No path of length ${maxLength} or less leads from ${from.name} to ${to.name} under this filter.\n`,
      );
    await printRows(
      ['length', 'path'],
      found.map((path) => [path.edges.length, chain(path)]),
      options,
      { paths: found },
    );
  });
};
