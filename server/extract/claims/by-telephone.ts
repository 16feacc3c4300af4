import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { depOf, headOf, kids, type Tree } from '../tree/tree.ts';
import type { Finding } from './finding.ts';

const MEDIUM = /^(telephone|phone)$/;

/** Whether what a verb says was said on the telephone: "by phone", "in a telephone call". */
const isByTelephone = (tree: Tree, verb: number): boolean =>
  nounsAfter(tree, verb, ['by', 'over', 'in', 'during']).some(
    (noun) =>
      MEDIUM.test(tree.lemma[noun]!) ||
      (tree.lemma[noun] === 'call' && kids(tree, noun, 'compound').some((child) => MEDIUM.test(tree.lemma[child]!))),
  );

/** Verbs that say the call itself; "called him to thank him" tells of the thanks. */
const PHONING = /^(phone|telephone|ring)$/;

/** The call by which an act was done: the verb's own medium, or the verb of calling whose purpose it was. */
const callBehind = (scene: Scene, { trigger, rule, path }: Finding): number | undefined => {
  const { tree } = scene;
  if (/^(object|dative|asked|frame:(to|with|on))$/.test(path) && isByTelephone(tree, trigger)) return trigger;
  if (rule === 'purpose' && path === 'object' && PHONING.test(tree.lemma[trigger]!)) return trigger;
  const above = headOf(tree, trigger);
  return path === 'spoken to' && /^(xcomp|advcl)$/.test(depOf(tree, trigger)) && PHONING.test(tree.lemma[above]!)
    ? above
    : undefined;
};

/** "Congratulated him by telephone", "telephoned him to express support": whoever is told something so was spoken with. */
export const callsOf = (scene: Scene, acts: readonly Finding[]): Finding[] =>
  acts.flatMap((act) => {
    const said =
      /^(SUPPORT|REQUEST|ACCUSE|THREATEN)$/.test(act.plover ?? '') &&
      !/^(SIGNED|RECOGNIZES|SPOKE|ALLIED|ESTABLISHED)/.test(act.type) &&
      act.polarity === 'affirmed' &&
      act.modality === 'fact';
    const call = said ? callBehind(scene, act) : undefined;
    const known = acts.some(
      ({ trigger, type, target }) => trigger === call && type === 'SPOKE_WITH' && target === act.target,
    );
    return call === undefined || known
      ? []
      : [
          {
            ...act,
            type: 'SPOKE_WITH' as const,
            plover: 'CONSULT' as const,
            trigger: call,
            path: act.path === 'spoken to' ? 'object' : act.path,
            rule: 'by telephone',
          },
        ];
  });
