import type { Parse } from '../../server/language/document.ts';

/** One text as `reference.py` describes it. */
export interface ReferenceParse {
  readonly text: string;
  readonly words: readonly string[];
  /** In code points. */
  readonly starts: readonly number[];
  readonly tags: readonly string[];
  readonly parts: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** Indexes of the tokens that begin a sentence. */
  readonly sentences: readonly number[];
  readonly entities: readonly (readonly [number, number, string])[];
}

export const ASPECTS = ['word', 'start', 'tag', 'part', 'lemma', 'head', 'label', 'sentence'] as const;
export type Aspect = (typeof ASPECTS)[number] | 'entity';

export interface Difference {
  readonly aspect: Aspect;
  readonly at: number;
  readonly ours: string;
  readonly theirs: string;
}

/** Every token of `parse` that differs from the reference, and every entity that only one of them has. */
export function compareParse(parse: Parse, reference: ReferenceParse): readonly Difference[] {
  const differences: Difference[] = [];
  const starts = new Set(reference.sentences);
  const toUnits = unitsOfCodePoints(parse.text);
  const count = Math.max(parse.tokens.length, reference.words.length);
  for (let at = 0; at < count; at++) {
    const token = parse.tokens[at];
    const compare = (aspect: Aspect, ours: unknown, theirs: unknown): void => {
      if (ours !== theirs) differences.push({ aspect, at, ours: String(ours), theirs: String(theirs) });
    };
    compare('word', token?.text, reference.words[at]);
    compare('start', token?.start, toUnits(reference.starts[at]));
    compare('tag', token?.tag, reference.tags[at]);
    compare('part', token?.pos, reference.parts[at]);
    compare('lemma', token?.lemma, reference.lemmas[at]);
    compare('head', token?.head, reference.heads[at]);
    compare('label', token?.dep, reference.labels[at]);
    compare('sentence', token?.sentenceStart, starts.has(at));
  }
  const ours = parse.entities.map(({ start, end, label }) => `${start}-${end} ${label}`);
  const theirs = reference.entities.map(([start, end, label]) => `${start}-${end} ${label}`);
  for (const entity of theirs)
    if (!ours.includes(entity))
      differences.push({ aspect: 'entity', at: Number.parseInt(entity, 10), ours: '', theirs: entity });
  for (const entity of ours)
    if (!theirs.includes(entity))
      differences.push({ aspect: 'entity', at: Number.parseInt(entity, 10), ours: entity, theirs: '' });
  return differences;
}

/** From offsets in code points to offsets in UTF-16 units. */
function unitsOfCodePoints(text: string): (offset: number | undefined) => number | undefined {
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (offset) => (offset === undefined ? undefined : units[offset]);
}
