import type { RelationType } from '../../../graph-schema/relations.ts';
import { countedOf } from '../actors/counted.ts';
import { agentsOf, subjectsOf } from '../clause/arguments.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { speakerOf } from '../qualify/speaker.ts';
import { type Actor, actorAt, type Scene } from '../scene.ts';
import { kids } from '../tree/tree.ts';
import { ANYBODY, type AtHome, BODILY } from './domestic-target.ts';
import type { Target } from './target-of-verb.ts';

/** Ways on which the verb itself governs whom it is done to. */
const GOVERNED = /^(object|dative|(frame|prep):(with|to|against|on|upon|from|at|of)|behind object.*)$/;

/** Roles of those who act for a state at home. */
const IN_OFFICE = /^(government|military|police|judiciary)$/;

/** Who does what a verb says, where the text gives the group no country: "Rebels overthrew the government". */
export const bareSource = (scene: Scene, verb: number): Actor | undefined => {
  const { tree } = scene;
  // "a bomb planted by militants killed": whoever planted it
  const doers = subjectsOf(scene, verb).flatMap((token) => [
    token,
    ...kids(tree, token, 'acl').flatMap((clause) => agentsOf(tree, clause)),
  ]);
  const teller = speakerOf(scene, verb);
  const home = teller === undefined ? undefined : scene.cast.entities[teller]!;
  for (const token of doers) {
    // "the ministry said security forces had arrested": its own forces
    const own = home?.country && IN_OFFICE.test(home.role ?? '') ? scene.cast.groupIn(token, home.country) : undefined;
    if (own !== undefined && IN_OFFICE.test(scene.cast.entities[own]!.role ?? '')) return { entity: own, token };
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
    if (type === 'PLEDGED_TO' && path === 'object' && WORDS.troops.has(scene.tree.lemma[token]!)) continue; // "offered troops"
    if (ANYBODY.test(scene.tree.lemma[countedOf(scene.tree, token)]!) && !BODILY.test(plover)) continue;
    const entity = scene.cast.bareGroup(token, { place: AT_PLACES.test(type) });
    if (entity !== undefined && entity !== source.entity) return { entity, token, path, trust };
  }
  return undefined;
};
