import type { PloverClass } from '../../../graph-schema/relation.ts';
import { relationOf } from '../../../graph-schema/relations.ts';
import type { Scene } from '../scene.ts';
import { type EndsOfVerb, endsOfVerb } from './ends-of-verb.ts';
import { type Finding, findingAt } from './finding.ts';
import { type Fitted, fitEnds } from './fit.ts';
import { isNoAct } from './no-act.ts';
import { type SaidAct, saidAct } from './said-act.ts';
import { settledType } from './settled-act.ts';

/** What a body does to a member whom it wants no longer. */
const SHUT_OUT = /^(suspend|expel|eject|exclude|oust)$/;

/** The class of the act: that under its operators, else its own; shutting a member out and leaving a bloc are sanctions. */
const ploverOfAct = (
  { tree, cast }: Scene,
  verb: number,
  { meaning, plover, conformed }: SaidAct,
  { type, source, target }: EndsOfVerb,
  fitted: Fitted,
): PloverClass | undefined => {
  if (conformed.plover !== plover) return conformed.plover;
  const shutOut = SHUT_OUT.test(tree.lemma[verb]!) && cast.entities[source.entity]!.role === 'IGO';
  const left = cast.entities[target.entity]!.role === 'IGO' && type === 'WITHDREW_FROM';
  return shutOut || left ? 'SANCTION' : (meaning.plover ?? relationOf(fitted.type).plover);
};

/** The act that a verb says, with its two ends; `parties` are those that do it to each other. */
export const actOfVerb = (scene: Scene, verb: number, parties: readonly number[]): Finding | undefined => {
  const said = saidAct(scene, verb);
  const found = said && endsOfVerb(scene, verb, said, parties);
  if (!said || !found || isNoAct(scene, verb, said, found)) return undefined;
  const ends = { ...found, type: settledType(scene, verb, found) };
  const { type, source, target } = ends;
  const fitted = fitEnds(scene, type, source.entity, target.entity);
  if (!fitted) return undefined;
  const plover = ploverOfAct(scene, verb, said, ends, fitted);
  const { meaning, conformed } = said;
  const isAsking = type === 'DEMANDED_OF' || type === 'URGED' || type === 'PLEDGED_TO';
  const fittedEnds = [
    { entity: fitted.source, token: source.token },
    { entity: fitted.target, token: target.token },
  ] as const;
  return findingAt(scene.tree, verb, ...fittedEnds, {
    type: fitted.type,
    ...(plover && { plover }),
    polarity: conformed.polarity,
    modality: isAsking && /^(demanded|planned)$/.test(conformed.modality) ? 'fact' : conformed.modality,
    rule: meaning.rule,
    path: target.path,
    weight: meaning.weight + target.trust / 10,
  });
};
