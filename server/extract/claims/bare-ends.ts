import type { RelationType } from '../../../graph-schema/relations.ts';
import { countedOf } from '../actors/counted.ts';
import { agentsOf, subjectsOf } from '../clause/arguments.ts';
import { type Actor, actorAt, type Scene } from '../scene.ts';
import { kids } from '../tree/tree.ts';
import { ANYBODY, type AtHome, BODILY } from './domestic-target.ts';
import type { Target } from './target-of-verb.ts';

/** Ways on which the verb itself governs whom it is done to. */
const GOVERNED = /^(object|dative|(frame|prep):(with|to|against|on|upon|from|at|of)|behind object.*)$/;

/** Who does what a verb says, where the text gives the group no country: "Rebels overthrew the government". */
export const bareSource = (scene: Scene, verb: number): Actor | undefined => {
  const { tree } = scene;
  // "a bomb planted by militants killed": whoever planted it
  const doers = subjectsOf(scene, verb).flatMap((token) => [
    token,
    ...kids(tree, token, 'acl').flatMap((clause) => agentsOf(tree, clause)),
  ]);
  for (const token of doers) {
    const entity = scene.cast.bareGroup(token);
    if (entity !== undefined) return { entity, token };
  }
  return undefined;
};

/** Acts that places suffer as people do. */
const AT_PLACES = /^(SEIZED|ATTACKED|WITHDREW_FROM)$/;

interface Act extends AtHome {
  readonly type: RelationType;
}

/** Whom it is done to, where the text gives the group no country: "France armed the rebels". */
export const bareTarget = (scene: Scene, { candidates, source, plover, type }: Act): Target | undefined => {
  for (const { token, path, trust } of candidates) {
    if (!GOVERNED.test(path) || token === source.token) continue;
    const there = actorAt(scene, token);
    if (there && there.entity !== source.entity) return undefined;
    if (ANYBODY.test(scene.tree.lemma[countedOf(scene.tree, token)]!) && !BODILY.test(plover)) continue;
    const entity = scene.cast.bareGroup(token, { place: AT_PLACES.test(type) });
    if (entity !== undefined && entity !== source.entity) return { entity, token, path, trust };
  }
  return undefined;
};
