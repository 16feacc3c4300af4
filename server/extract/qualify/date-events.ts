import type { Entity } from '../../../graph-schema/claim.ts';
import type { Finding } from '../claims/finding.ts';
import type { Scene } from '../scene.ts';
import { headOf } from '../tree/tree.ts';
import { type Dated, dateOf, datesByGovernor } from './when.ts';

/** The noun that heads a mention given by its offsets. */
const headAt = (scene: Scene, [start, end]: readonly [number, number]): number | undefined => {
  const { tokens } = scene.tree;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < tokens.length && tokens[at]!.start < end; at++) {
    const head = tokens[headOf(scene.tree, at)]!;
    if (head.start < start || head.start >= end || headOf(scene.tree, at) === at) return at;
  }
  return undefined;
};

/** Entities with the time and place of events, as their phrases and the claims about them tell. */
export const dateEvents = (
  scene: Scene,
  entities: readonly Entity[],
  findings: readonly Finding[],
  expressions: readonly Dated[],
): Entity[] => {
  const byGovernor = datesByGovernor(scene.tree, expressions);
  const places = new Map<number, string>();
  for (const { type, source, target } of findings)
    if (type === 'LOCATED_IN' && !places.has(source)) places.set(source, entities[target]!.id);
  return entities.map((entity, index) => {
    if (entity.kind !== 'event') return entity;
    const mention = entity.mentions[0];
    const head = mention && headAt(scene, mention);
    const dated = head === undefined || entity.when ? undefined : dateOf(scene.tree, byGovernor, head);
    const placeId = entity.placeId ?? places.get(index);
    return { ...entity, ...(dated && { when: dated.when }), ...(placeId && { placeId }) };
  });
};
