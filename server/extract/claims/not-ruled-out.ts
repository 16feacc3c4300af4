import { objectsOf } from '../clause/arguments.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import { isMaterialConflict } from './conform.ts';
import type { Finding } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';

const FORCE = /^(action|force|option|operation|response|intervention|retaliation|war|step|measure)$/;

const isHostile = (tree: Tree, noun: number): boolean => {
  const type = typeOfNoun(tree, noun);
  return type ? isMaterialConflict(ploverOf(type) ?? 'AGREE') : FORCE.test(tree.lemma[noun]!);
};

/** "Has not ruled out military action against", "refused to rule out strikes on": a threat, and of anything else nothing at all. */
export const notRuledOut = ({ tree, cast }: Scene, finding: Finding): Finding[] => {
  const { trigger, type, polarity, modality } = finding;
  const isOut = /^(rule|exclude|preclude)$/.test(tree.lemma[trigger]!) && type === 'REJECTED';
  if (!isOut || !(polarity === 'denied' || modality === 'refused')) return [finding];
  const excluded = objectsOf(tree, trigger);
  const hostile = [...excluded, ...excluded.flatMap((noun) => nounsAfter(tree, noun, ['of']))].some((noun) =>
    isHostile(tree, noun),
  );
  const gerunds = kids(tree, trigger, 'xcomp', 'ccomp').length > 0;
  const { kind } = cast.entities[finding.target]!;
  if (!hostile || gerunds || kind === 'event' || kind === 'proposal') return [];
  return [{ ...finding, type: 'THREATENED', plover: 'THREATEN', polarity: 'affirmed', modality: 'possible' }];
};
