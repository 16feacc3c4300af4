import type { RelationType } from '../../../graph-schema/relations.ts';
import { objectsOf } from '../clause/arguments.ts';
import type { Actor, Scene } from '../scene.ts';
import { tagOf } from '../tree/tree.ts';
import type { EndsOfVerb } from './ends-of-verb.ts';
import { isSameSide } from './target-of-verb.ts';

/** Who is deported rather than expelled as an envoy. */
const DEPORTED = /^(migrant|refugee|immigrant|student|citizen|national|journalist|reporter|family)$/;

/** "Bahrain", and neither its people nor somebody in it. */
const isNamedState = ({ tree, cast, named }: Scene, { entity, token }: Actor): boolean =>
  cast.entities[entity]!.kind === 'country' && named.has(token) && /^NNP?$/.test(tagOf(tree, token));

/** What an act is called once its ends are known: only another state's envoys are expelled, a state protests in words. */
export const settledType = (scene: Scene, verb: number, { type, source, target }: EndsOfVerb): RelationType => {
  const { tree } = scene;
  if (type === 'EXPELLED_DIPLOMATS_OF') {
    if (isSameSide(scene, source.entity, target.entity)) return 'SANCTIONED';
    return DEPORTED.test(tree.lemma[target.token]!) ? 'DETAINED' : type;
  }
  const isState = isNamedState(scene, source);
  // a state that boycotts a state breaks with it
  if (type === 'PROTESTED_AGAINST' && tree.lemma[verb] === 'boycott' && isState && isNamedState(scene, target))
    return 'BROKE_RELATIONS_WITH';
  const inWords = isState && tree.lemma[verb] === 'protest' && objectsOf(tree, verb).length > 0;
  return type === 'PROTESTED_AGAINST' && inWords ? 'PROTESTED_TO' : type;
};
