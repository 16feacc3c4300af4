import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import type { Finding } from './finding.ts';
import { located, namedAs } from './located.ts';
import { kindOfThing } from './things.ts';

/** What befalls a place, and no act of anybody. */
const DISASTER =
  /^(earthquake|quake|landslide|mudslide|avalanche|flood|flooding|hurricane|typhoon|cyclone|tsunami|eruption|wildfire|famine|drought|epidemic|outbreak|derailment)$/;

/** "The battle near the town of Sabha lasted", "an earthquake in Nepal destroyed": what is told of is where it is said to be. */
export const findHappenings = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const found: Finding[] = [];
  for (let event = 0; event < tree.tokens.length; event++) {
    if (tree.tokens[event]!.pos !== 'NOUN' || !/^nsubj(pass)?$/.test(tree.tokens[event]!.dep)) continue;
    if (kindOfThing(tree, event) !== 'event' && !DISASTER.test(tree.lemma[event]!)) continue;
    for (const near of nounsAfter(tree, event, ['in', 'near', 'outside', 'off', 'at'])) {
      const spots = [near, ...nounsAfter(tree, near, ['of', 'in'])];
      const spot = spots.find((token) => namedAs(scene, token, /^(country|place)$/) !== undefined);
      const source = spot === undefined ? -1 : cast.thingOf(event, 'event');
      if (spot === undefined || source < 0) continue;
      const target = namedAs(scene, spot, /^(country|place)$/)!;
      found.push(located(tree, 'LOCATED_IN', { source, target }, { source: event, target: spot }, 'happened in'));
      break;
    }
  }
  return found;
};
