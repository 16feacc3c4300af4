import type { PloverClass, Relation } from '../../../graph-schema/relation.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import { RELATIONS } from '../../../graph-schema/relations.ts';

/** One way of saying a relation, ready to be matched. */
export interface VerbFrame {
  readonly type: RelationType;
  readonly object?: ReadonlySet<string>;
  readonly prep?: ReadonlySet<string>;
  readonly subject?: ReadonlySet<string>;
  readonly when?: 'object' | 'no object';
  readonly plover?: PloverClass;
  /** How much the frame asks for: of two frames that match, the one that asks for more wins. */
  readonly weight: number;
}

/** Weight of each thing that a frame asks for. An object noun tells most: it makes the meaning of a light verb. */
const WEIGHT = { object: 3, prep: 1, subject: 2, when: 0.5 } as const;

/** The frames of every verb of the ontology, by lemma. */
export const FRAMES: ReadonlyMap<string, readonly VerbFrame[]> = (() => {
  const frames = new Map<string, VerbFrame[]>();
  for (const relation of RELATIONS as readonly Relation[]) {
    for (const { verbs, object, prep, subject, when, plover } of relation.said.frames) {
      const weight =
        (object ? WEIGHT.object : 0) +
        (prep ? WEIGHT.prep : 0) +
        (subject ? WEIGHT.subject : 0) +
        (when ? WEIGHT.when : 0);
      const frame: VerbFrame = {
        type: relation.name as RelationType,
        weight,
        ...(object && { object: new Set(object) }),
        ...(prep && { prep: new Set(prep) }),
        ...(subject && { subject: new Set(subject) }),
        ...(when && { when }),
        ...(plover && { plover }),
      };
      for (const verb of verbs) frames.set(verb, [...(frames.get(verb) ?? []), frame]);
    }
  }
  return frames;
})();

/** The relation that a noun names ("talks", "sanctions"), by lemma. */
export const NOUNS: ReadonlyMap<string, RelationType> = (() => {
  const nouns = new Map<string, RelationType>();
  for (const relation of RELATIONS as readonly Relation[])
    for (const noun of relation.said.nouns ?? []) if (!nouns.has(noun)) nouns.set(noun, relation.name as RelationType);
  return nouns;
})();

/** The relation that a noun token names, by lemma, text or singular. */
export const nounType = (lemma: string, lower: string): RelationType | undefined =>
  NOUNS.get(lemma) ?? NOUNS.get(lower) ?? (lemma.endsWith('s') ? NOUNS.get(lemma.slice(0, -1)) : undefined);
