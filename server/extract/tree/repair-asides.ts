import { type Draft, findKid, hasKid, isName } from './draft-tokens.ts';

const SAYING = /^(say|tell|add|announce|report|insist|claim|note|warn|declare|argue|allege|confirm|believe|think)$/;

/** The clause that a verb of saying stands in the middle of: it has no subject of its own. */
const clauseAround = (tokens: readonly Draft[], saying: number): number => {
  const { dep, head } = tokens[saying]!;
  const clause = dep === 'parataxis' ? head : findKid(tokens, saying, /^ccomp$/);
  if (clause <= saying || tokens[clause]!.pos !== 'VERB') return -1;
  if (hasKid(tokens, clause, /^(nsubj|nsubjpass|csubj|expl|mark)$/)) return -1;
  return tokens.slice(saying, clause).some(({ text }) => text === ',') ? clause : -1;
};

/** "Chad, a minister in Cairo said, had armed them": what the sentence is about was taken for who says it. */
const saidInTheMiddle = (tokens: readonly Draft[], saying: number): void => {
  if (!SAYING.test(tokens[saying]!.lemma) || tokens[saying]!.pos !== 'VERB') return;
  const about = findKid(tokens, saying, /^nsubj$/);
  if (about < 0 || about > saying || tokens[about + 1]?.text !== ',') return;
  const clause = clauseAround(tokens, saying);
  if (clause < 0) return;
  const speaker = tokens.findIndex(
    (token, at) =>
      at > about + 1 &&
      at < saying &&
      isName(token) &&
      ((token.head === saying && token.dep === 'nsubj') || (token.head === about && token.dep === 'appos')),
  );
  if (speaker < 0 || tokens.slice(speaker, saying).some(({ text }) => text === ',')) return;
  const passive = hasKid(tokens, clause, /^auxpass$/);
  if (tokens[saying]!.dep !== 'parataxis') {
    const { head, dep } = tokens[saying]!;
    Object.assign(tokens[clause]!, { head: head === saying ? clause : head, dep });
    Object.assign(tokens[saying]!, { head: clause, dep: 'parataxis' });
  }
  Object.assign(tokens[about]!, { head: clause, dep: passive ? 'nsubjpass' : 'nsubj' });
  Object.assign(tokens[speaker]!, { head: saying, dep: 'nsubj' });
};

/** Mends sentences into which it is put who says them. */
export const repairAsides = (tokens: readonly Draft[]): void => {
  for (let index = 0; index < tokens.length; index++) saidInTheMiddle(tokens, index);
};
