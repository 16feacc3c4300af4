import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import type { Finding } from './finding.ts';

const MEDIUM = /^(telephone|phone)$/;

/** Whether what a verb says was said on the telephone: "by phone", "in a telephone call". */
const isByTelephone = (tree: Tree, verb: number): boolean =>
  nounsAfter(tree, verb, ['by', 'over', 'in', 'during']).some(
    (noun) =>
      MEDIUM.test(tree.lemma[noun]!) ||
      (tree.lemma[noun] === 'call' && kids(tree, noun, 'compound').some((child) => MEDIUM.test(tree.lemma[child]!))),
  );

/** "Congratulated him by telephone": whoever is told something so was spoken with. */
export const callsOf = (scene: Scene, acts: readonly Finding[]): Finding[] =>
  acts
    .filter(
      ({ type, plover, polarity, modality, trigger, path }) =>
        /^(SUPPORT|REQUEST|ACCUSE|THREATEN)$/.test(plover ?? '') &&
        !/^(SIGNED|RECOGNIZES|SPOKE|ALLIED|ESTABLISHED)/.test(type) &&
        polarity === 'affirmed' &&
        modality === 'fact' &&
        /^(object|dative|asked|frame:(to|with|on))$/.test(path) &&
        isByTelephone(scene.tree, trigger),
    )
    .map((act) => ({ ...act, type: 'SPOKE_WITH', plover: 'CONSULT', rule: 'by telephone' }));
