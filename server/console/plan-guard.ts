import type { ConsolePlan } from './console.ts';
import { ConsoleError } from './console-error.ts';
import { PROCEDURES } from './read-only.ts';

/** Operators of Neo4j 5 that only read, by whole name; scans and seeks of every kind are told by their ending. */
const OPERATORS: ReadonlySet<string> = new Set(
  `ProduceResults Expand(All) Expand(Into) OptionalExpand(All) OptionalExpand(Into) VarLengthExpand(All)
  VarLengthExpand(Into) VarLengthExpand(Pruning) VarLengthExpand(Pruning,BFS) VarLengthExpand(Pruning,BFS,All)
  VarLengthExpand(Pruning,BFS,Into) Repeat(Trail) Repeat(Walk) BidirectionalRepeat(Trail) ShortestPath AllShortestPaths StatefulShortestPath(All)
  StatefulShortestPath(Into) Filter Projection EagerAggregation OrderedAggregation Distinct OrderedDistinct Sort
  PartialSort Top PartialTop Top1WithTies Limit ExhaustiveLimit Skip Unwind PartitionedUnwind Apply SemiApply AntiSemiApply LetSemiApply
  LetAntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply
  AntiConditionalApply ConditionalApply RollUpApply Anti CartesianProduct NodeHashJoin ValueHashJoin
  NodeLeftOuterHashJoin NodeRightOuterHashJoin Union OrderedUnion Argument ArgumentTracker Optional Eager EmptyRow
  EmptyResult NodeCountFromCountStore RelationshipCountFromCountStore CacheProperties TriadicSelection TriadicBuild
  TriadicFilter AssertSameNode Input NullifyMetadata PathPropagatingBFS SimulatedExpand`
    .split(/\s+/)
    .filter(Boolean),
);
const READS = /^[A-Za-z]+(Scan|Seek|SeekByRange|Seek\(Locking\)|SeekByRange\(Locking\))$/;

/** Throws where a plan has a step that is not known to only read. */
export const requireReadingPlan = (plan: ConsolePlan): void => {
  const { operator, details = '' } = plan;
  const procedure = operator === 'ProcedureCall' ? /^([\w.]+)\(/.exec(details)?.[1] : undefined;
  const known = procedure
    ? PROCEDURES.has(procedure.toLowerCase())
    : OPERATORS.has(operator) || (READS.test(operator) && !operator.includes('Locking'));
  if (!known) {
    throw new ConsoleError(
      'refused',
      `ReadOnly: ${operator}`,
      `Neo4j would run this query with ${operator}, a step that is not known to only read.`,
      {
        hint: 'Ask for the same with MATCH, WHERE, WITH and RETURN.',
      },
    );
  }
  plan.children.forEach(requireReadingPlan);
};
