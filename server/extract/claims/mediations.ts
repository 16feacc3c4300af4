import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { actorAt, type Scene } from '../scene.ts';
import { headOf, isVerbal } from '../tree/tree.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { kindOfThing } from './things.ts';

const MEDIATING = /^(mediate|broker|arbitrate)$/;

/** "Angola had mediated", "talks that China brokered": between the two sides that the text is about. */
export const mediationOf = (scene: Scene, verb: number, finding: Finding | undefined): Finding[] => {
  const { tree } = scene;
  if (!MEDIATING.test(tree.lemma[verb]!) || nounsAfter(tree, verb, ['between', 'in']).length > 0) return [];
  const doer = sourceOfVerb(scene, verb);
  const operators = operatorsOf(tree, verb);
  const plain =
    !operators.negated && operators.future === 0 && operators.demand === undefined && !operators.hypothetical;
  const ofThing = objectsOf(tree, verb).some((object) => kindOfThing(tree, object) !== undefined);
  if (!doer || !plain || (finding && !/coordinated|with$/.test(finding.path) && !ofThing)) return [];
  const helpers = [
    ...coordinatedActors(scene, subjectsOf(scene, verb)),
    ...nounsAfter(tree, verb, ['with']).flatMap((noun) => actorAt(scene, noun) ?? []),
  ].map(({ entity }) => entity);
  const sources = helpers.includes(doer.entity) ? [...new Set(helpers)] : [doer.entity];
  const sides = scene.cast.sidesBefore(verb, [...sources, ...helpers]);
  const told = objectsOf(tree, verb).flatMap((object) => partiesAt(scene, object));
  const parties = told.length > 1 ? told : sides;
  return parties
    .filter((target) => !sources.includes(target))
    .map((target) =>
      findingAt(
        tree,
        verb,
        doer,
        { entity: target, token: verb },
        { type: 'MEDIATED' as const, plover: 'CONSULT' as const, rule: 'mediated', path: 'sides', weight: 1 },
      ),
    );
};

/** Who talks or agrees, of a thing that is brokered: "the ceasefire of A with B", "A and B agreed to a truce that C brokered". */
const partiesAt = (scene: Scene, thing: number): number[] => {
  const { tree } = scene;
  let verb = headOf(tree, thing);
  for (let step = 0; step < 3 && !isVerbal(tree, verb) && headOf(tree, verb) !== verb; step++)
    verb = headOf(tree, verb);
  if (!/^(agree|sign|reach|accept|announce|declare|begin|start|resume|hold|conclude|break)$/.test(tree.lemma[verb]!))
    return [];
  return coordinatedActors(scene, subjectsOf(scene, verb)).map(({ entity }) => entity);
};

/** Those between whom a mediator stands, named after the verb or after what was brokered. */
export const partiesOf = (scene: Scene, verb: number): number[] => {
  const { tree } = scene;
  const heads = [verb, ...objectsOf(tree, verb), ...nounsAfter(tree, verb, ['in', 'as'])];
  return [
    ...new Set(
      heads
        .flatMap((head) => nounsAfter(tree, head, ['between']))
        .flatMap((noun) => scene.cast.actorsOf(noun, { conjuncts: true })),
    ),
  ];
};
