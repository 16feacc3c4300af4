import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import type { Scene } from '../scene.ts';
import { depthOf, kids, tagOf } from '../tree/tree.ts';
import type { Finding } from './finding.ts';
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
      findings.push({
        type: 'VISITED',
        plover: ploverOf('VISITED')!,
        source: source.entity,
        target: mention.entity,
        sourceToken: source.token,
        targetToken: place,
        trigger: verb,
        polarity: 'affirmed',
        modality: 'fact',
        rule: 'said there',
        path: 'prep:in',
        weight: 0.2,
        depth: depthOf(tree, verb),
      });
    }
  }
  return findings;
};
