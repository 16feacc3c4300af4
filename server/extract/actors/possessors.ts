import { isSubject, rootOf } from './clauses.ts';
import type { Draft } from './draft.ts';
import { kids } from './tree.ts';

/**
 * Whom "its envoy" is of: the state or body that is the subject of the sentence so far, else of the one before. Asked
 * while pronouns still await their meaning.
 */
export const possessorOf = (draft: Draft, noun: number): number | undefined => {
  const { tree } = draft;
  const { tokens } = tree;
  const its = kids(tree, noun, 'poss').find((at) => /^its$/i.test(tokens[at]!.text));
  if (its === undefined) return undefined;
  const here = tree.sentence[its]!;
  for (const sentence of [here, here - 1]) {
    const root = rootOf(tree, sentence);
    const start = tree.sentenceStarts[sentence] ?? its;
    const end = Math.min(its, tree.sentenceStarts[sentence + 1] ?? its);
    for (let head = start; head < end; head++) {
      const mention = draft.mentions[draft.headed[head]!];
      if (!mention || mention.weak || head === root || !isSubject(tree, head)) continue;
      if (/^(country|organization)$/.test(draft.entities[mention.entity]!.kind)) return mention.entity;
    }
  }
  return undefined;
};
