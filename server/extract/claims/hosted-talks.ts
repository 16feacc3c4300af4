import { objectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import type { Scene } from '../scene.ts';
import { conform } from './conform.ts';
import { type Finding, findingAt } from './finding.ts';
import { partiesOf } from './mediations.ts';
import { sourceOfVerb } from './source-of-verb.ts';

const HOSTING = /^(host|convene|stage|arrange|hold)$/;
const TALKS = /^(talk|negotiation|meeting|summit|conference|round|session|dialogue|consultation)$/;

/** "Offered to host talks between A and B": whoever hosts them hosts each of those who talk. */
export const hostedTalks = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  if (!HOSTING.test(tree.lemma[verb]!) || !objectsOf(tree, verb).some((object) => TALKS.test(tree.lemma[object]!)))
    return [];
  const parties = partiesOf(scene, verb);
  const doer = sourceOfVerb(scene, verb);
  const conformed = conform('CONSULT', operatorsOf(tree, verb));
  if (!doer || !conformed || parties.length < 2 || parties.includes(doer.entity)) return [];
  return parties.map((entity) =>
    findingAt(
      tree,
      verb,
      doer,
      { entity, token: verb },
      { type: 'HOSTED', ...conformed, rule: 'hosted talks', path: 'each party', weight: 2 },
    ),
  );
};
