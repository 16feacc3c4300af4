import { depOf, headOf, kids, type Tree, tagOf } from '../tree/tree.ts';

/** What a predicate above an act says of it. */
export interface WithinPower {
  /** It could not be done, or there was no mind to do it. */
  readonly negated?: boolean;
  /** It has not been done, though nobody refused it: too weak to, yet to, far from, short of. */
  readonly omitted?: boolean;
  /** It could be done, which does not say that it was. */
  readonly possible?: boolean;
}

const ABLE = /^(able|capable)$/;
const UNABLE = /^(unable|incapable|powerless|impotent)$/;
const MINDED = /^(interested|intent|keen|bent|serious|ready|willing|prepared|eager|inclined|disposed|minded)$/;
const COPULA = /^(be|remain|become|seem|appear|look|feel|prove)$/;
const STATE_NOUN = /^(position|mood|condition|shape|state)$/;
const MIND_NOUN =
  /^(intention|intent|plan|desire|willingness|interest|wish|appetite|readiness|inclination|ability|capacity|will|hurry|rush)$/;

const isNegated = (tree: Tree, token: number): boolean =>
  tree.children[token]!.some(
    (child) =>
      depOf(tree, child) === 'neg' ||
      /^(never|neither|hardly|scarcely)$/.test(tree.lower[child]!) ||
      (tree.lower[child] === 'longer' && tree.lower[child - 1] === 'no'),
  );

const hasNo = (tree: Tree, noun: number): boolean =>
  kids(tree, noun, 'det').some((word) => /^(no|neither|little)$/.test(tree.lower[word]!)) ||
  kids(tree, noun, 'amod').some((word) => tree.lower[word] === 'little');

const isPast = (tree: Tree, verb: number): boolean =>
  tagOf(tree, verb) === 'VBD' || kids(tree, verb, 'aux').some((word) => /^(had|have|has)$/.test(tree.lower[word]!));

const ofAdjective = (tree: Tree, adjective: number): WithinPower | undefined => {
  const word = tree.lower[adjective]!;
  const copula = headOf(tree, adjective);
  if (kids(tree, adjective, 'advmod').some((child) => tree.lower[child] === 'too')) return { omitted: true };
  if (!COPULA.test(tree.lemma[copula]!)) return UNABLE.test(word) ? { negated: true } : undefined;
  const negated = isNegated(tree, copula) || isNegated(tree, adjective);
  if (UNABLE.test(word)) return { negated: !negated };
  if (ABLE.test(word)) return negated ? { negated } : isPast(tree, copula) ? {} : { possible: true };
  return MINDED.test(word) && negated ? { negated } : undefined;
};

const ofNoun = (tree: Tree, noun: number): WithinPower | undefined => {
  const lemma = tree.lemma[noun]!;
  const above = headOf(tree, noun);
  if (STATE_NOUN.test(lemma) && tree.lower[above] === 'in') {
    const negated = isNegated(tree, headOf(tree, above)) || hasNo(tree, noun);
    return negated ? { negated } : { possible: true };
  }
  const negated = hasNo(tree, noun) || (depOf(tree, noun) === 'dobj' && isNegated(tree, above));
  return MIND_NOUN.test(lemma) && negated ? { negated } : undefined;
};

/** "Put off punishing", "stopped short of condemning", "held off on recognising": what has not been done so far. */
const isPutOff = (tree: Tree, gerund: number): boolean => {
  const above = headOf(tree, gerund);
  if (tagOf(tree, gerund) !== 'VBG') return false;
  if (/^(xcomp|dobj|ccomp|advcl|pcomp)$/.test(depOf(tree, gerund))) {
    const verb = depOf(tree, gerund) === 'pcomp' ? headOf(tree, above) : above;
    if (/^(postpone|delay|defer|avoid|forgo|forego|eschew)$/.test(tree.lemma[verb]!) && verb === above) return true;
    if (/^(put|hold)$/.test(tree.lemma[verb]!) && tree.lower[verb + 1] === 'off') return true;
  }
  return (
    depOf(tree, gerund) === 'pcomp' && /^(away from|short of)$/.test(`${tree.lower[above - 1]} ${tree.lower[above]}`)
  );
};

/**
 * What the predicate above an infinitive or gerund says of it: "was unable to agree", "too weak to attack", "has yet to
 * recognize", "had no intention of apologizing", "put off punishing". Nothing where it says nothing of the kind.
 */
export const withinPower = (tree: Tree, verb: number): WithinPower | undefined => {
  const head = headOf(tree, verb);
  const dep = depOf(tree, verb);
  if (head === verb) return undefined;
  if (isPutOff(tree, verb)) return { omitted: true };
  if (dep === 'xcomp' && tagOf(tree, verb) === 'VB') {
    if (/^(have|be)$/.test(tree.lemma[head]!))
      return kids(tree, head, 'advmod').some((word) => tree.lower[word] === 'yet') ? { omitted: true } : undefined;
    return tree.tokens[head]!.dep === 'acomp' || /^JJ/.test(tagOf(tree, head)) ? ofAdjective(tree, head) : undefined;
  }
  if (/^(acl|relcl)$/.test(dep) && tagOf(tree, verb) === 'VB') return ofNoun(tree, head);
  if (dep !== 'pcomp') return undefined;
  const over = headOf(tree, head);
  if (tree.lower[over] === 'far') return { omitted: true };
  return /^JJ/.test(tagOf(tree, over)) ? ofAdjective(tree, over) : ofNoun(tree, over);
};
