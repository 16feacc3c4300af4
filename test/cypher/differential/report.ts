import type { Comparison, Difference } from './compare.ts';

const oneOf = ({ kind, seed, shortest, ours, theirs }: Difference): string =>
  `${kind} (seed ${seed})\n  ${shortest}\n  engine: ${ours}\n  Neo4j:  ${theirs}`;

/** How a comparison went, in a few lines: what was asked, and how often each known difference came up. */
export const summary = ({ asked, rows, errors, late, differences }: Comparison, seed: string): string => {
  const counts = new Map<string, number>();
  for (const { known } of differences) if (known) counts.set(known, (counts.get(known) ?? 0) + 1);
  const known = [...counts].map(([why, count]) => `\n      ${count} × ${why}`).join('');
  return `seed ${seed}: ${asked} queries, ${rows} with rows, ${errors} errors, ${late} without an answer in time; known differences:${known || ' none'}`;
};

/** Differences that are not among the known ones, to be read. */
export const unknownDifferences = ({ differences }: Comparison): readonly string[] =>
  differences.filter(({ known }) => known === undefined).map(oneOf);
