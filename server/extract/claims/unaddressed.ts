import type { RelationType } from '../../../graph-schema/relations.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, actorAt, countryOf, type Scene } from '../scene.ts';
import { kids } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { meaningOfVerb, ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';

/** What only those who quarrel can be asked for. */
const PEACE =
  /^(restraint|calm|de-escalation|deescalation|ceasefire|cease-fire|truce|dialogue|peace|halt|end|cessation|hostilities)$/;

/** What two states have between them, so that whoever closes it closes it to the other. */
const BETWEEN_TWO = /^(border|frontier|crossing|airspace|checkpoint|ambassador|envoy|relation|relations|tie|ties)$/;
const BILATERAL: ReadonlySet<RelationType> = new Set<RelationType>([
  'SANCTIONED',
  'EASED_SANCTIONS_ON',
  'RECALLED_AMBASSADOR_FROM',
  'BROKE_RELATIONS_WITH',
]);

/** Sentences in which two must stand together to be the ones that quarrel. */
const TWICE = 2;

/** Whom an act without an address is for: both sides of the quarrel for an appeal, the other side for a closed border. */
const addressees = (scene: Scene, verb: number, type: RelationType, source: Actor): readonly number[] => {
  const { tree, cast } = scene;
  const objects = objectsOf(tree, verb);
  if (type === 'URGED' || type === 'DEMANDED_OF') {
    const asked = [...objects, ...nounsAfter(tree, verb, ['for'])];
    if (!asked.some((noun) => PEACE.test(tree.lemma[noun]!) && actorAt(scene, noun) === undefined)) return [];
    const sides = cast.sidesBefore(verb, [], TWICE);
    return sides.some((side) => isSide(scene, side, source)) ? [] : sides;
  }
  const about = objects.some((noun) => BETWEEN_TWO.test(tree.lemma[noun]!));
  if (!BILATERAL.has(type) || !about) return [];
  const other = cast.partnerOf(verb, source.entity);
  return other === undefined ? [] : [other];
};

const isSide = (scene: Scene, side: number, source: Actor): boolean =>
  side === source.entity ||
  (countryOf(scene, side) !== undefined && countryOf(scene, side) === countryOf(scene, source.entity));

/** Acts that do not say whom they are for, of an article about two: "appealed for calm", "closed its border". */
export const unaddressedActs = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  const operators = operatorsOf(tree, verb);
  const meaning = meaningOfVerb(scene, verb, operators);
  const plover = meaning && (meaning.plover ?? ploverOf(meaning.type));
  if (!meaning || !plover || operators.demand !== undefined || operators.hypothetical) return [];
  if (kids(tree, verb, 'nsubj', 'nsubjpass').length === 0 && subjectsOf(scene, verb).length === 0) return [];
  const source = sourceOfVerb(scene, verb);
  const conformed = conform(plover, operators);
  if (!source || !conformed) return [];
  const joined = coordinatedActors(scene, subjectsOf(scene, verb));
  return addressees(scene, verb, meaning.type, source).flatMap((target) =>
    (joined.length > 1 ? joined : [source])
      .filter(({ entity }) => entity !== target)
      .map(({ entity, token }) =>
        findingAt(
          tree,
          verb,
          { entity, token },
          { entity: target, token: verb },
          { type: meaning.type, ...conformed, rule: meaning.rule, path: 'each side', weight: meaning.weight },
        ),
      ),
  );
};
