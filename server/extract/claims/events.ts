import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { kids, posOf } from '../tree/tree.ts';
import { type Finding, findingAt } from './finding.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { kindOfThing } from './things.ts';

const HAPPENED =
  /^(attack|strike|airstrike|bombing|shelling|massacre|killing|murder|assassination|invasion|raid|coup|war|summit|conference|referendum|election|shooting|poisoning|explosion|blast|battle|earthquake|siege|uprising|offensive|talk|meeting|ceremony|forum|exercise|drill)$/;

const SPOKEN = /^(summit|conference|talk|meeting|forum|referendum|election)$/;

const DOING = /^(carry|conduct|stage|commit|mount|perpetrate|organize|organise|convene)$/;

/** "Carried out the attacks", "staged the exercise": a part in an event that has no other party named. */
const findDoers = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!DOING.test(tree.lemma[verb]!) || posOf(tree, verb) !== 'VERB' || kids(tree, verb, 'neg').length > 0) continue;
    const noun = kids(tree, verb, 'dobj').find((object) => HAPPENED.test(tree.lemma[object]!));
    const doer = noun === undefined ? undefined : sourceOfVerb(scene, verb);
    if (noun === undefined || !doer || doer.inside) continue;
    if (!/^(person|country|organization)$/.test(cast.entities[doer.entity]!.kind)) continue;
    const event = cast.thingOf(noun, 'event');
    if (event < 0) continue;
    findings.push(
      findingAt(
        tree,
        verb,
        doer,
        { entity: event, token: noun },
        { type: 'TOOK_PART_IN', rule: 'carried out', path: 'belonging', weight: 1 },
      ),
    );
  }
  return findings;
};

/** Happenings with a life of their own, named with their place ("last week's chemical attacks in Syria"): located there. */
export const findEvents = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [...findDoers(scene)];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    if (posOf(tree, noun) !== 'NOUN' || !HAPPENED.test(tree.lemma[noun]!) || kindOfThing(tree, noun) !== 'event')
      continue;
    // a conference on Cyprus is about it
    const places = nounsAfter(tree, noun, SPOKEN.test(tree.lemma[noun]!) ? ['in', 'at'] : ['in', 'at', 'near', 'on']);
    const named = kids(tree, noun, 'compound', 'amod', 'det', 'poss').some(
      (child) => /^(the|this|that|an?)$/.test(tree.lower[child]!) || posOf(tree, child) === 'NOUN',
    );
    if (!named) continue;
    for (const place of places.flatMap((token) => [...nounsAfter(tree, token, ['of']), token])) {
      const mention = scene.named.get(place);
      const kind = mention && cast.entities[mention.entity]!.kind;
      if (!mention || (kind !== 'country' && kind !== 'place')) continue;
      const event = cast.thingOf(noun, 'event');
      if (event < 0) continue;
      findings.push(
        findingAt(
          tree,
          noun,
          { entity: event, token: noun },
          { entity: mention.entity, token: place },
          { type: 'LOCATED_IN', rule: 'event in a place', path: 'belonging', weight: 1 },
        ),
      );
      break;
    }
  }
  return findings;
};
