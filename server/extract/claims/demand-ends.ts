import { isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import type { Operators } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Actor, countryOf, firstActor, type Scene } from '../scene.ts';
import { depOf, headOf, kids, posOf } from '../tree/tree.ts';
import { isFromElsewhere } from './domestic-target.ts';
import { sourceOfVerb } from './source-of-verb.ts';

interface Ends {
  readonly source: Actor;
  readonly target?: Actor;
}

/** Whether a demand says whom it is put to: then the act asked for is none of the demander's. */
export const isDirected = (scene: Scene, demand: number): boolean =>
  kids(scene.tree, demand, 'dobj', 'dative').length > 0 ||
  nounsAfter(scene.tree, demand, ['on', 'upon', 'to']).length > 0;

/** Somebody without a country who is asked is of the demander's own: "told his followers", "urged lawmakers". */
const askedAtHome = (scene: Scene, verb: number, demander: Actor): Actor | undefined => {
  const country = countryOf(scene, demander.entity);
  if (country === undefined) return undefined;
  for (const token of subjectsOf(scene, verb)) {
    const entity = isFromElsewhere(scene, token) ? undefined : scene.cast.groupIn(token, country);
    if (entity !== undefined && entity !== demander.entity) return { entity, token };
  }
  return undefined;
};

/** Under a demand the demander is the source and whoever is asked the target ("X says Y must", "X urged Y to"). */
export const endsOfDemand = (scene: Scene, verb: number, demand: number): Ends | undefined => {
  const { tree } = scene;
  const demander = sourceOfVerb(scene, demand);
  const asked = firstActor(scene, subjectsOf(scene, verb)) ?? (demander && askedAtHome(scene, verb, demander));
  if (demander) return { source: demander, ...(asked && asked.entity !== demander.entity && { target: asked }) };
  if (!isPassive(tree, demand)) return undefined;
  const source = sourceOfVerb(scene, verb);
  const target = firstActor(scene, objectsOf(tree, demand));
  return source && target ? { source, target } : undefined;
};

/** "The two countries should talk", said by one of theirs: of several who are to act, one that is not the speaker's own state. */
const otherThanOwn = ({ cast }: Scene, speaker: Actor, doer: Actor): Actor | undefined => {
  const own = cast.entities[speaker.entity]!.country;
  const { kind, country } = cast.entities[doer.entity]!;
  if (kind !== 'country' || country !== own) return undefined;
  const other = cast.actorsOf(doer.token, { conjuncts: true }).find((entity) => cast.entities[entity]!.country !== own);
  return other === undefined ? undefined : { ...doer, entity: other };
};

/** Under "must" whoever says so is the source and the one obliged the target. */
export const endsOfDuty = (scene: Scene, operators: Operators, doer: Actor | undefined): Ends | undefined => {
  const { tree } = scene;
  const above = headOf(tree, operators.top);
  if (above === operators.top || !/^(ccomp|conj|parataxis)$/.test(depOf(tree, operators.top))) return undefined;
  if (!WORDS.say.has(tree.lemma[above]!) && posOf(tree, above) !== 'VERB') return undefined;
  const speaker = sourceOfVerb(scene, above);
  if (!speaker) return undefined;
  const asked = doer && (otherThanOwn(scene, speaker, doer) ?? doer);
  return { source: speaker, ...(asked && asked.entity !== speaker.entity && { target: asked }) };
};
