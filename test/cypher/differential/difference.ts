import { type Answer, BROKEN } from './answer.ts';
import type { Strictness } from './canonical.ts';

/**
 * `silent`: rows on both sides, and not the same. `refused`: rows from Neo4j, an error from the engine. `accepted`: the
 * other way round. `class`: errors of different classes. `broken`: the engine fails with what is no `CypherError`.
 */
export type DifferenceKind = 'broken' | 'silent' | 'refused' | 'accepted' | 'class';

const unorderedLists = /\b(collect|keys|labels|properties)\s*\(|COLLECT \{|\[\(/i;
const inexact = /\b(avg|stDevP?|percentileCont|sqrt)\s*\(|\^|\/ |%/i;

/** Compares rows as a bag, or one by one where the query orders them wholly. */
export const difference = (
  query: string,
  ordered: boolean,
  ours: Answer,
  theirs: Answer,
): DifferenceKind | undefined => {
  if (ours.kind === 'error' && ours.code === BROKEN) return 'broken';
  if (ours.kind === 'late' || theirs.kind === 'late') return undefined;
  if (ours.kind === 'error' && theirs.kind === 'error') return ours.family === theirs.family ? undefined : 'class';
  if (ours.kind === 'error') return 'refused';
  if (theirs.kind === 'error') return 'accepted';
  const how: Strictness = { bags: unorderedLists.test(query), rounded: inexact.test(query), numbers: false };
  const same = (strictness: Strictness): boolean => {
    const [left, right] = [ours.rows(strictness), theirs.rows(strictness)];
    if (left.length !== right.length) return false;
    if (left.length > 0 && ours.columns.join() !== theirs.columns.join()) return false;
    const [a, b] = ordered ? [left, right] : [left.toSorted(), right.toSorted()];
    return a.every((row, i) => row === b[i]);
  };
  if (same(how)) return undefined;
  // Of 1 and 1.0, which are equal, DISTINCT, min, max and a cut by LIMIT may keep either.
  if (/LIMIT|SKIP|DISTINCT|min\(|max\(|UNION|count|collect/i.test(query) && same({ ...how, numbers: true }))
    return undefined;
  return 'silent';
};

/** Two answers for a report. */
export const told = (answer: Answer): string => {
  if (answer.kind === 'late') return 'no answer in time';
  if (answer.kind === 'error') return `${answer.code}: ${answer.message}`;
  const rows = answer.rows({ bags: false, rounded: false, numbers: false });
  return `${rows.length} rows: ${rows.slice(0, 4).join(' / ')}`;
};
