import type { PloverClass } from '../../../graph-schema/relation.ts';
import type { Meaning } from '../clause/classify.ts';
import { type Operators, operatorsOf } from '../clause/operators.ts';
import { once, type Scene } from '../scene.ts';
import { type Conformed, conform } from './conform.ts';
import { meaningOfVerb, ploverOf } from './meaning-of-verb.ts';
import { isSilence } from './silence.ts';

/** What a verb says before its ends are known. */
export interface SaidAct {
  readonly meaning: Meaning;
  /** Class of the act itself. */
  readonly plover: PloverClass;
  readonly operators: Operators;
  /** What it becomes under the operators above it. */
  readonly conformed: Conformed;
}

/** Whoever weighs a proposal may come to agree. */
const WEIGHING = /^(consider|weigh|study|mull|ponder|entertain|review|examine)$/;

/** The act that a verb says, and what becomes of it under "refused to", "must", "will". */
export const saidAct = (scene: Scene, verb: number): SaidAct | undefined => {
  const { tree } = scene;
  const operators = once(scene, 'operators', verb, () => operatorsOf(tree, verb));
  const meaning = meaningOfVerb(scene, verb, operators);
  const plover = meaning && (meaning.plover ?? ploverOf(meaning.type));
  if (!meaning || !plover || isSilence(scene, verb)) return undefined;
  const bent = meaning.cancelled
    ? { ...operators, refused: !operators.refused, negated: !operators.negated }
    : operators;
  const ordered = operators.demand !== undefined && tree.lemma[operators.demand] === 'order';
  const conformed: Conformed | undefined = meaning.demanded
    ? { plover, modality: 'demanded', polarity: 'affirmed' }
    : conform(plover, bent, ordered);
  const weighed = conformed?.modality === 'fact' && meaning.type === 'AGREES_WITH' && WEIGHING.test(tree.lemma[verb]!);
  return (
    conformed && { meaning, plover, operators, conformed: weighed ? { ...conformed, modality: 'possible' } : conformed }
  );
};
