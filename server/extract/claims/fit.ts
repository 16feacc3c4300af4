import type { EntityKind } from '../../../graph-schema/kinds.ts';
import type { Relation } from '../../../graph-schema/relation.ts';
import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';

/** What is said instead where the target is not of a kind that the relation takes. */
const INSTEAD: Partial<Record<RelationType, RelationType>> = {
  VISITED: 'MET_WITH',
  SIGNED: 'SIGNED_AGREEMENT_WITH',
  VETOED: 'REJECTED',
  VOTED_FOR: 'BACKS',
  VOTED_AGAINST: 'OPPOSES',
  SEIZED: 'DETAINED',
  RECOGNIZES: 'PRAISED',
};

const takes = (relation: Relation, from: EntityKind, to: EntityKind): boolean =>
  relation.from.includes(from) && relation.to.includes(to);

/** The type that fits the kinds of the two ends: the one said, its nearest neighbour, or none. */
export const fitType = (type: RelationType, from: EntityKind, to: EntityKind): RelationType | undefined => {
  if (takes(relationOf(type), from, to)) return type;
  const other = INSTEAD[type];
  return other && takes(relationOf(other), from, to) ? other : undefined;
};
