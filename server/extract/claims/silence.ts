import { objectsOf } from '../clause/arguments.ts';
import type { Scene } from '../scene.ts';
import { headOf, kids } from '../tree/tree.ts';

/** Refusing to say something is no refusal between actors. */
const SILENT =
  /^(comment|say|elaborate|discuss|answer|respond|disclose|name|identify|specify|confirm|speculate|reveal|speak|talk|give|provide|testify)$/;

/** Whether a verb only refuses to speak ("declined to comment"). */
export const isSilence = (scene: Scene, verb: number): boolean => {
  const { tree } = scene;
  const refusing = (at: number): boolean => /^(decline|refuse)$/.test(tree.lemma[at]!);
  if (SILENT.test(tree.lemma[verb]!) && refusing(headOf(tree, verb)))
    return objectsOf(tree, verb).length === 0 || !/^(give|provide|discuss)$/.test(tree.lemma[verb]!);
  return refusing(verb) && kids(tree, verb, 'xcomp').some((child) => SILENT.test(tree.lemma[child]!));
};
