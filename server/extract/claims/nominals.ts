import { agentsOf } from '../clause/arguments.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, actorAt, firstActor, type Scene } from '../scene.ts';
import { depthOf, kids, posOf, tagOf } from '../tree/tree.ts';
import type { Finding } from './finding.ts';
import { fitType } from './fit.ts';
import { ploverOf } from './meaning-of-verb.ts';

const JOURNEY = /^(visit|trip|tour)$/;

/** Acts named by nouns: "talks between A and B", "A's attack on B", "an A-led strike on B", "support from A for B". */
export const findNominals = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    if (posOf(tree, noun) !== 'NOUN') continue;
    const type = typeOfNoun(tree, noun);
    const plover = type && ploverOf(type);
    if (!type || !plover) continue;
    const ends = endsOfNominal(scene, noun, plover === 'CONSULT' && !JOURNEY.test(tree.lemma[noun]!));
    if (!ends) continue;
    const { source, target } = ends;
    const fitted = fitType(type, scene.cast.entities[source.entity]!.kind, scene.cast.entities[target.entity]!.kind);
    if (!fitted) continue;
    findings.push({
      type: fitted,
      plover: ploverOf(fitted) ?? plover,
      source: source.entity,
      target: target.entity,
      sourceToken: source.token,
      targetToken: target.token,
      trigger: noun,
      polarity: 'affirmed',
      modality: 'fact',
      rule: 'noun',
      path: ends.path,
      weight: 0.4,
      depth: depthOf(tree, noun),
    });
  }
  return findings;
};

const endsOfNominal = (
  scene: Scene,
  noun: number,
  placeless: boolean,
): { readonly source: Actor; readonly target: Actor; readonly path: string } | undefined => {
  const { tree } = scene;
  const between = nounsAfter(tree, noun, ['between', 'among']).flatMap((token) =>
    scene.cast.actorsOf(token, { conjuncts: true }).map((entity) => ({ entity, token })),
  );
  if (between.length > 1 && between[0]!.entity !== between[1]!.entity)
    return { source: between[0]!, target: between[1]!, path: 'between' };
  const source =
    firstActor(scene, nounsAfter(tree, noun, ['by'])) ??
    firstActor(
      scene,
      kids(tree, noun, 'acl')
        .filter((child) => tagOf(tree, child) === 'VBN')
        .flatMap((child) => agentsOf(tree, child)),
    ) ??
    firstActor(scene, kids(tree, noun, 'poss', 'compound', 'amod', 'nmod')) ??
    firstActor(scene, nounsAfter(tree, noun, ['of', 'from']));
  if (!source) return undefined;
  const prepositions = placeless
    ? ['against', 'with', 'to', 'for', 'over', 'into', 'toward', 'towards']
    : ['on', 'against', 'with', 'to', 'for', 'over', 'into', 'in', 'toward', 'towards', 'of', 'at'];
  for (const token of nounsAfter(tree, noun, prepositions)) {
    const target = actorAt(scene, token);
    if (target && target.entity !== source.entity) return { source, target, path: 'behind noun' };
  }
  return undefined;
};
