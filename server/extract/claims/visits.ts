import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import type { Scene } from '../scene.ts';
import { kids, tagOf } from '../tree/tree.ts';
import { type Finding, findingAt } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';

/** "Said in Moscow": somebody who speaks in another country is there. */
export const findPresence = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!WORDS.say.has(tree.lemma[verb]!) || tagOf(tree, verb) !== 'VBD' || kids(tree, verb, 'neg').length > 0)
      continue;
    const places = nounsAfter(tree, verb, ['in']);
    if (places.length === 0) continue;
    const source = sourceOfVerb(scene, verb);
    if (!source || cast.entities[source.entity]!.kind !== 'person') continue;
    const home = cast.entities[source.entity]!.country;
    for (const place of places) {
      const mention = scene.named.get(place);
      const there = mention && cast.entities[mention.entity];
      if (!mention || !there || !/^(place|country)$/.test(there.kind)) continue;
      if (!home || !there.country || there.country === home) continue;
      findings.push(
        findingAt(
          tree,
          verb,
          source,
          { entity: mention.entity, token: place },
          { type: 'VISITED', plover: ploverOf('VISITED')!, rule: 'said there', path: 'prep:in', weight: 0.2 },
        ),
      );
    }
  }
  return findings;
};
