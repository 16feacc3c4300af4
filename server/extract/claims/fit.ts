import type { EntityKind } from '../../../graph-schema/kinds.ts';
import type { Relation } from '../../../graph-schema/relation.ts';
import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import type { Scene } from '../scene.ts';

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

const takes = (type: RelationType, from: EntityKind, to: EntityKind): boolean => {
  const relation: Relation = relationOf(type);
  return relation.from.includes(from) && relation.to.includes(to);
};

/** A relation with its two ends, as the ontology allows it. */
export interface Fitted {
  readonly type: RelationType;
  readonly source: number;
  readonly target: number;
}

/**
 * The relation that fits the kinds of the two ends: the one said, else its nearest neighbour. A place that stands where
 * only an actor can stands for its country. Nothing where no reading fits.
 */
export const fitEnds = (scene: Scene, type: RelationType, source: number, target: number): Fitted | undefined => {
  const { entities } = scene.cast;
  const kind = (entity: number): EntityKind => entities[entity]!.kind;
  const actor = (entity: number): number =>
    kind(entity) === 'place' ? (scene.cast.countryOf(entity) ?? entity) : entity;
  const doer = actor(source);
  const types = [type, ...(INSTEAD[type] ? [INSTEAD[type]] : [])];
  for (const end of [target, actor(target)])
    for (const candidate of types)
      if (doer !== end && takes(candidate, kind(doer), kind(end)))
        return { type: candidate, source: doer, target: end };
  return undefined;
};
