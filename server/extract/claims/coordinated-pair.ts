import type { Actor, Scene } from '../scene.ts';

/** The two or more actors that a coordinated or plural subject joins ("A and B", "the leaders of A and B"). */
export const coordinatedActors = (scene: Scene, subjects: readonly number[]): Actor[] => {
  for (const token of subjects) {
    const entities = [...new Set(scene.cast.actorsOf(token, { conjuncts: true }))];
    if (entities.length > 1) return entities.map((entity) => ({ entity, token }));
  }
  return [];
};
