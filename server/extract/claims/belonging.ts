import type { RelationType } from '../../../graph-schema/relations.ts';
import { subjectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { actorAt, type Scene } from '../scene.ts';
import { depOf, depthOf, headOf, kids } from '../tree/tree.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import type { Finding } from './finding.ts';
import { kindOfThing } from './things.ts';

/** Those of whom a predicate or apposition is said: "X is a member …", "X, a Norwegian citizen". */
const bearersOf = (scene: Scene, noun: number): number[] => {
  const { tree } = scene;
  const head = headOf(tree, noun);
  if (depOf(tree, noun) === 'appos') return actorsOrFirst(scene, [head]);
  if (depOf(tree, noun) === 'attr' && /^(be|become|remain)$/.test(tree.lemma[head]!))
    return actorsOrFirst(scene, subjectsOf(scene, head));
  const appositions = kids(tree, noun, 'appos');
  return actorsOrFirst(scene, appositions);
};

const actorsOrFirst = (scene: Scene, tokens: readonly number[]): number[] => {
  const several = coordinatedActors(scene, tokens).map((actor) => actor.entity);
  if (several.length > 1) return several;
  return tokens.flatMap((token) => actorAt(scene, token, { shallow: true })?.entity ?? []);
};

/** Memberships, citizenships and taking part, where the text says them. */
export const findBelonging = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [];
  const add = (
    type: RelationType,
    source: number,
    target: number,
    sourceToken: number,
    targetToken: number,
    trigger: number,
    rule: string,
  ): void => {
    if (source === target) return;
    findings.push({
      type,
      source,
      target,
      sourceToken,
      targetToken,
      trigger,
      polarity:
        kids(tree, headOf(tree, trigger), 'neg').length > 0 && depOf(tree, trigger) === 'attr' ? 'denied' : 'affirmed',
      modality: 'fact',
      rule,
      path: 'belonging',
      weight: 2,
      depth: depthOf(tree, trigger),
    });
  };
  const kindOf = (entity: number): string => cast.entities[entity]!.kind;
  for (let token = 0; token < tree.tokens.length; token++) {
    const lemma = tree.lemma[token]!;
    if (lemma === 'member') {
      const bodies = [...nounsAfter(tree, token, ['of']), ...kids(tree, token, 'compound', 'nmod', 'poss')];
      for (const body of bodies) {
        const organization = actorAt(scene, body, { shallow: true });
        if (!organization || kindOf(organization.entity) !== 'organization') continue;
        for (const bearer of bearersOf(scene, token))
          add('MEMBER_OF', bearer, organization.entity, token, body, token, 'member of');
      }
    } else if (/^(citizen|national)$/.test(lemma)) {
      const countries = [...kids(tree, token, 'amod', 'compound', 'nmod'), ...nounsAfter(tree, token, ['of'])];
      for (const modifier of countries) {
        const country = cast.actorsOf(modifier, { shallow: true })[0];
        if (country === undefined || kindOf(country) !== 'country') continue;
        for (const bearer of bearersOf(scene, token))
          if (kindOf(bearer) === 'person') add('CITIZEN_OF', bearer, country, token, modifier, token, 'citizen of');
      }
    } else if (/^(part|participate|attend)$/.test(lemma)) {
      const verb = lemma === 'part' ? headOf(tree, token) : token;
      if (lemma === 'part' && !/^(take|have|play)$/.test(tree.lemma[verb]!)) continue;
      const events =
        lemma === 'attend'
          ? kids(tree, token, 'dobj')
          : [...nounsAfter(tree, verb, ['in']), ...nounsAfter(tree, token, ['in'])];
      for (const event of events) {
        if (kindOfThing(tree, event) !== 'event') continue;
        const thing = cast.thingOf(event, 'event');
        if (thing < 0) continue;
        for (const actor of actorsOrFirst(scene, subjectsOf(scene, verb)))
          add('TOOK_PART_IN', actor, thing, verb, event, verb, 'took part in');
      }
    }
  }
  return findings;
};
