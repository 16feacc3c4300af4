import { subjectsOf } from '../clause/arguments.ts';
import type { Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, tagOf } from '../tree/tree.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';

/**
 * "A and B agreed to restore their ties", "held talks but failed to agree": that two agreed is said for itself, whatever
 * it is that they agreed to.
 */
export const findAccords = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || tree.lemma[verb] !== 'agree') continue;
    const failed = depOf(tree, verb) === 'xcomp' && tree.lemma[headOf(tree, verb)] === 'fail';
    const agreed =
      /^VB[DPZN]$/.test(tagOf(tree, verb)) &&
      kids(tree, verb, 'xcomp').some((child) => tagOf(tree, child) === 'VB') &&
      kids(tree, verb, 'neg', 'mark').length === 0 &&
      kids(tree, verb, 'prep').every((child) => tree.lower[child] !== 'to') &&
      kids(tree, verb, 'aux').every((child) => tagOf(tree, child) !== 'MD');
    if (!failed && !agreed) continue;
    const pair = coordinatedActors(scene, subjectsOf(scene, verb));
    const [one, other] = pair;
    if (!one || !other || pair.length > 2) continue;
    found.push(
      findingAt(
        tree,
        verb,
        one,
        { entity: other.entity, token: one.token },
        {
          type: 'AGREES_WITH',
          plover: failed ? 'REJECT' : 'AGREE',
          polarity: failed ? 'denied' : 'affirmed',
          rule: 'accord',
          path: 'each other',
          weight: 1,
        },
      ),
    );
  }
  return found;
};
