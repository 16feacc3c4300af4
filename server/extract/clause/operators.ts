import { WORDS } from '../lexicon/word-sets.ts';
import { depOf, headOf, isVerbal, kids, posOf, sentenceSpan, type Tree, tagOf } from '../tree/tree.ts';
import { isPassive } from './arguments.ts';
import { isPurposeOfCall } from './calling.ts';
import { withinPower } from './within-power.ts';

/** What stands above a verb and bends its meaning. */
export interface Operators {
  readonly negated: boolean;
  /** 1: will, is to, agreed to; .9: would; .4: may, might, could; .3: under "whether"; 0: none of these. */
  readonly future: number;
  readonly obliged: boolean;
  readonly threatened: boolean;
  readonly refused: boolean;
  readonly failed: boolean;
  /** Under "stop", "cease": what was done is done no more. */
  readonly ended: boolean;
  /** Under "deny". */
  readonly denied: boolean;
  /** Under "without": what did not happen, though nobody refused it. */
  readonly omitted: boolean;
  /** The verb that demands ("urged … to"), if any. */
  readonly demand?: number;
  /** Stands under "if" or "unless". */
  readonly hypothetical: boolean;
  /** Uppermost verb that the operators were read from. */
  readonly top: number;
}

const HIGHEST = 7;
const NOT_A_DEMAND_WITH_CLAUSE = /^(tell|want|remind|expect|insist)$/;
const READY_ABOVE = /^(willing|ready|set|due|prepared|agree|move|vote|plan)$/;
const REFUSING_NOUN = /^(refusal|unwillingness|reluctance|failure|inability)$/;
/** Thinking about an act, or being invited to it, is neither doing nor planning it. */
const WEIGHING = /^(consider|mull|weigh|contemplate|ponder|explore|discuss|debate|invite)$/;
/** Nouns by which an act is only asked for, permitted or made possible. */
const ASKED_NOUN =
  /^(request|appeal|demand|call|plea|invitation|permission|approval|authority|authorization|right|power|ability|opportunity|need|reason|way|pressure|application|petition|mandate|capability|capacity|bill|law|legislation|measure|rule|draft)$/;
/** Nouns of what is said of somebody; whoever rejects it denies what it says. */
const CHARGE_NOUN = /^(charge|accusation|allegation|claim|report|suggestion|rumor|rumour|assertion|speculation)$/;
const DISMISSING = /^(deny|reject|refute|dismiss|dispute|rebuff|repudiate)$/;

/** Whether the clause is an infinitive that continues the verb above. */
const continues = (tree: Tree, verb: number, lemmaAbove: string): boolean => {
  const dep = depOf(tree, verb);
  const bare = tagOf(tree, verb) === 'VB';
  if (dep === 'xcomp') return true;
  if (dep === 'ccomp') {
    if (kids(tree, verb, 'nsubj', 'nsubjpass').length === 0) return true;
    return bare && !kids(tree, verb, 'aux').some((child) => tagOf(tree, child) === 'MD');
  }
  if (dep === 'acl') return bare;
  if (dep === 'advcl' && bare && WORDS.demand.has(lemmaAbove) && isMarkedFor(tree, verb)) return true;
  return dep === 'advcl' && bare && READY_ABOVE.test(lemmaAbove);
};

/** Whether a verb is an infinitive with "to". */
const bareInfinitive = (tree: Tree, verb: number): boolean =>
  tagOf(tree, verb) === 'VB' && kids(tree, verb, 'aux').some((child) => tagOf(tree, child) === 'TO');

/** "For the army to leave": an infinitive with a subject of its own. */
const isMarkedFor = (tree: Tree, verb: number): boolean =>
  kids(tree, verb, 'mark').some((child) => tree.lower[child] === 'for');

const WEEKDAY = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)$/;

/** "He flies to Jakarta on Friday": a journey or a meeting in the present tense with a day is one to come. */
const isTimetable = (tree: Tree, verb: number): boolean =>
  /^(VBZ|VBP)$/.test(tagOf(tree, verb)) &&
  WORDS.timetable.has(tree.lemma[verb]!) &&
  kids(tree, verb, 'aux').length === 0 &&
  [...kids(tree, verb, 'npadvmod'), ...kids(tree, verb, 'prep').flatMap((child) => kids(tree, child, 'pobj'))].some(
    (noun) => WEEKDAY.test(tree.lower[noun]!),
  );

/** "Proposed that X appoint a mediator": the subjunctive asks X. */
const isProposed = (tree: Tree, verb: number, lemmaAbove: string): boolean =>
  /^(propose|suggest|recommend)$/.test(lemmaAbove) &&
  !kids(tree, verb, 'aux').some((child) => /^(may|might|could|will|would|can|do|did|does)$/.test(tree.lower[child]!)) &&
  (tagOf(tree, verb) === 'VB' ||
    (tagOf(tree, verb) === 'VBP' &&
      kids(tree, verb, 'nsubj').some(
        (subject) => /^NNP?$/.test(tagOf(tree, subject)) && kids(tree, subject, 'conj').length === 0,
      ))) &&
  kids(tree, verb, 'nsubj', 'nsubjpass').length > 0;

/** Reads negation, modals and the verbs above, up bare infinitives and shared coordination only. */
export const operatorsOf = (tree: Tree, verb: number): Operators => {
  let negated = false;
  let future = 0;
  let obliged = false;
  let threatened = false;
  let refused = false;
  let failed = false;
  let denied = false;
  let ended = false;
  let hoped = false;
  let asked = false;
  let unreal = false;
  let omitted = false;
  let demand: number | undefined;
  let at = verb;
  for (let step = 0; step < HIGHEST; step++) {
    for (const child of tree.children[at]!) {
      const word = tree.lower[child]!;
      const dep = depOf(tree, child);
      if (dep === 'neg' || word === 'never' || word === 'neither') negated = !negated;
      else if (
        word === 'longer' &&
        tree.lower[child - 1] === 'no' &&
        dep !== 'neg' &&
        !tree.children[at]!.includes(child - 1)
      )
        negated = !negated;
      else if (dep === 'aux') {
        if (/^(will|'ll|’ll|wo|shall)$/.test(word)) future = 1;
        else if (word === 'would' || word === '’d' || word === "'d") future ||= 0.9;
        else if (/^(must|should|ought)$/.test(word)) obliged = true;
        else if (/^(can|ca|could|may|might)$/.test(word)) future ||= 0.4;
      } else if (dep === 'mark' && /^(if|unless|whether)$/.test(word)) future ||= 0.3;
      else if (/^nsubj/.test(dep)) {
        const none = tree.children[child]!.some(
          (inner) => depOf(tree, inner) === 'det' && /^(no|neither)$/.test(tree.lower[inner]!),
        );
        if (none || word === 'nobody' || word === 'none') negated = !negated;
      } else if (
        dep === 'dobj' &&
        (word === 'neither' ||
          tree.children[child]!.some(
            (inner) => /^(no|neither)$/.test(tree.lower[inner]!) && depOf(tree, inner) === 'det',
          ))
      )
        negated = !negated;
    }
    const power = withinPower(tree, at);
    if (power?.negated) negated = !negated;
    if (power?.omitted) omitted = true;
    if (power?.possible) future ||= 0.4;
    if (isTimetable(tree, at)) future = 1;
    if (isUnreal(tree, at)) unreal = true;
    if (lacksMeans(tree, at)) omitted = true;
    const head = headOf(tree, at);
    if (head === at) {
      if (tagOf(tree, at) === 'VB' && kids(tree, at, 'aux').some((child) => tagOf(tree, child) === 'TO')) future = 1;
      break;
    }
    const above = tree.lemma[head]!;
    const dep = depOf(tree, at);
    if (continues(tree, at, above)) {
      if (ENDING.test(above) && tagOf(tree, at) === 'VBG') ended = !ended;
      if (HOPING.test(above) && kids(tree, at, 'nsubj', 'nsubjpass').length > 0) hoped = true;
      if (dep === 'acl' && ASKED_NOUN.test(above)) asked = true;
      if (WORDS.permit.has(above) && kids(tree, at, 'nsubj', 'nsubjpass').length > 0) asked = true;
      if (WEIGHING.test(above)) future ||= 0.4;
      if (above === 'hesitate') {
        // "will not hesitate to strike"
        negated = !negated;
        future = 1;
      }
      if (WORDS.refuse.has(above) || isRuledOut(tree, at, head) || (dep === 'acl' && REFUSING_NOUN.test(above))) {
        refused = true;
        negated = !negated;
        if (above === 'fail' || above === 'failure') failed = true;
        if (above === 'deny') denied = true;
      } else if (WORDS.threaten.has(above) || above === 'threat') {
        if (above === 'warn' && (isPassive(tree, head) || kids(tree, head, 'dobj').length > 0)) demand ??= head;
        else threatened = true;
      } else if (
        WORDS.demand.has(above) &&
        !(above === 'expect' && isPassive(tree, head)) &&
        !isPurposeOfCall(tree, at) &&
        !(dep === 'ccomp' && /^(tell|remind)$/.test(above)) &&
        (kids(tree, head, 'dobj', 'dative', 'prep').length > 0 ||
          dep === 'ccomp' ||
          kids(tree, at, 'nsubj').length > 0 ||
          isPassive(tree, head))
      ) {
        // "asked Oslo to press Minsk to open": that Oslo presses is itself only asked
        if (demand !== undefined && demand !== head) unreal = true;
        demand ??= head;
      } else if (dep === 'ccomp' && isProposed(tree, at, above)) demand ??= head;
      else if ((WORDS.agree.has(above) && !WEIGHING.test(above)) || WORDS.promiseNoun.has(above)) future = 1;
      else if (above === 'go' && tagOf(tree, head) === 'VBG') future = 1;
      else if (above === 'be' && dep === 'xcomp' && bareInfinitive(tree, at)) future = 1;
      else if (above === 'need' || (above === 'have' && dep === 'xcomp')) obliged = true;
      at = head;
      continue;
    }
    if (dep === 'ccomp') {
      const finite = kids(tree, at, 'nsubj', 'nsubjpass').length > 0;
      if (finite && WORDS.threaten.has(above) && (future > 0 || above === 'threaten')) threatened = true;
      const asked = WORDS.demand.has(above) && !NOT_A_DEMAND_WITH_CLAUSE.test(above);
      if (finite && (asked || isProposed(tree, at, above))) demand ??= head;
      if (above === 'deny') {
        negated = !negated;
        denied = true;
      }
      if (/^(promise|pledge|vow|agree|offer|decide|propose)$/.test(above)) future = 1;
    }
    if (/^(acl|relcl|ccomp)$/.test(dep) && isDismissed(tree, head)) {
      negated = !negated;
      denied = true;
    }
    if (dep === 'pcomp') {
      const over = headOf(tree, head);
      if (isDismissed(tree, over)) {
        negated = !negated;
        denied = true;
      }
      if (tree.lower[head] === 'without') omitted = true;
      if (tree.lower[head] === 'from' && /^(refrain|abstain)$/.test(tree.lemma[over]!)) negated = !negated;
      // who was kept from an act has not refused it
      if (
        tree.lower[head] === 'from' &&
        /^(stop|prevent|keep|bar|block|deter|discourage|dissuade)$/.test(tree.lemma[over]!)
      )
        omitted = true;
      if (tree.lower[head] === 'against' && tree.lemma[over] === 'vote') {
        refused = true;
        negated = !negated;
        at = over;
        continue;
      }
      if (posOf(tree, over) === 'VERB' && WORDS.agree.has(tree.lemma[over]!)) {
        future = 1;
        at = over;
        continue;
      }
      break;
    }
    if (
      dep === 'conj' &&
      posOf(tree, head) === 'VERB' &&
      kids(tree, at, 'nsubj', 'nsubjpass').length === 0 &&
      (kids(tree, at, 'aux').length === 0 || (bareInfinitive(tree, at) && bareInfinitive(tree, head))) &&
      tagOf(tree, head) === tagOf(tree, at)
    ) {
      at = head;
      continue;
    }
    break;
  }
  if (!denied && isInsideDenial(tree, at)) {
    negated = !negated;
    denied = true;
  }
  return {
    negated,
    future,
    obliged,
    threatened,
    refused,
    failed,
    denied,
    ended,
    omitted,
    hypothetical:
      isHypothetical(tree, verb) ||
      unreal ||
      hoped ||
      (asked && demand === undefined) ||
      isFor(tree, at) ||
      isHoped(tree, at) ||
      isMused(tree, at) ||
      isAdvisedAgainst(tree, at) ||
      isAsked(tree, verb),
    top: at,
    ...(demand !== undefined && { demand }),
  };
};

/** What a body needs before it can act. */
const MEANS = /^(majority|vote|support|backing|consensus|quorum|unanimity|signature|agreement|number)$/;

/** "Failed to secure a majority to condemn", "lacks the votes to impeach": what could not be done for want of it. */
const lacksMeans = (tree: Tree, verb: number): boolean => {
  const over = headOf(tree, verb);
  if (!/^(acl|relcl|advcl)$/.test(depOf(tree, verb)) || !bareInfinitive(tree, verb)) return false;
  const noun = [over, ...kids(tree, over, 'dobj')].find((at) => at < verb && MEANS.test(tree.lemma[at]!));
  if (noun === undefined) return false;
  const winning = headOf(tree, noun);
  if (kids(tree, noun, 'det').some((child) => tree.lower[child] === 'no')) return true;
  if (depOf(tree, noun) !== 'dobj' || !isVerbal(tree, winning)) return false;
  if (/^(lack|miss)$/.test(tree.lemma[winning]!) || kids(tree, winning, 'neg').length > 0) return true;
  return operatorsOf(tree, winning).failed;
};

/** "Ruled out recognizing". */
const isRuledOut = (tree: Tree, clause: number, verb: number): boolean =>
  tree.lemma[verb] === 'rule' &&
  depOf(tree, clause) === 'xcomp' &&
  kids(tree, verb, 'prt').some((child) => tree.lower[child] === 'out');

/** "Warned militias against attacking": what somebody is told not to do. */
const isAdvisedAgainst = (tree: Tree, top: number): boolean =>
  depOf(tree, top) === 'pcomp' &&
  tree.lower[headOf(tree, top)] === 'against' &&
  /^(warn|advise|caution|counsel|decide|argue)$/.test(tree.lemma[headOf(tree, headOf(tree, top))]!);

/** Whether a noun is a charge that somebody denies ("rejected accusations that it had armed them"). */
const isDismissed = (tree: Tree, noun: number): boolean =>
  CHARGE_NOUN.test(tree.lemma[noun]!) &&
  ((/^(dobj|nsubjpass)$/.test(depOf(tree, noun)) && DISMISSING.test(tree.lemma[headOf(tree, noun)]!)) ||
    isCalledGroundless(tree, noun));

/** "Called the claims groundless", "described as baseless reports that". */
const isCalledGroundless = (tree: Tree, noun: number): boolean => {
  let verb = headOf(tree, noun);
  if (tree.lower[verb] === 'as') verb = headOf(tree, verb);
  if (!/^(call|describe|term|brand|label)$/.test(tree.lemma[verb]!)) return false;
  return tree.lower.slice(verb + 1, verb + 16).some((word) => GROUNDLESS.test(word));
};

const GROUNDLESS =
  /^(groundless|baseless|unfounded|false|untrue|fabricated|absurd|nonsense|lies|slander|rubbish|fake|ridiculous|ludicrous|preposterous)$/;

/** "Denied that it ran a network that killed officers": a relative clause inside what is denied is denied with it. */
const isInsideDenial = (tree: Tree, clause: number): boolean => {
  if (!/^(relcl|acl)$/.test(depOf(tree, clause))) return false;
  let outer = headOf(tree, clause);
  for (let step = 0; step < 4 && !/^(VERB|AUX)$/.test(posOf(tree, outer)); step++) {
    if (headOf(tree, outer) === outer) return false;
    outer = headOf(tree, outer);
  }
  const above = headOf(tree, outer);
  if (above === outer || !/^(acl|relcl|ccomp|xcomp)$/.test(depOf(tree, outer))) return false;
  return tree.lemma[above] === 'deny' || isDismissed(tree, above);
};

/** Whether a clause is what something is waited, allowed or made possible for ("waiting for the army to investigate"). */
const isFor = (tree: Tree, top: number): boolean =>
  tagOf(tree, top) === 'VB' && isMarkedFor(tree, top) && !WORDS.demand.has(tree.lemma[headOf(tree, top)]!);

const MUSING =
  /^(pessimism|optimism|prospect|possibility|idea|hope|fear|doubt|skepticism|skeptical|option|interest|chance|talk|speculation)$/;

/** Whether a gerund is only thought of ("pessimism over holding negotiations"). */
const isMused = (tree: Tree, top: number): boolean =>
  depOf(tree, top) === 'pcomp' && MUSING.test(tree.lemma[headOf(tree, headOf(tree, top))]!);

/** Whether the sentence is a question. */
const isAsked = (tree: Tree, verb: number): boolean => {
  const [start, end] = sentenceSpan(tree, verb);
  for (let at = end - 1; at >= Math.max(start, end - 3); at--) if (tree.lower[at] === '?') return true;
  return false;
};

/** "A bill that would have blocked the sale": what was once to come and never came. */
const isUnreal = (tree: Tree, verb: number): boolean =>
  tagOf(tree, verb) === 'VBN' &&
  ['would', 'could', 'might'].some((modal) => hasAuxiliary(tree, verb, modal)) &&
  hasAuxiliary(tree, verb, 'have');

const hasAuxiliary = (tree: Tree, verb: number, word: string): boolean =>
  kids(tree, verb, 'aux').some((child) => tree.lower[child] === word);

/** Verbs that end the act of the gerund below them. */
const ENDING = /^(stop|halt|cease|quit|discontinue|suspend|end)$/;

const HOPING = /^(hope|wish|doubt|wonder|fear|possibility|prospect|chance|likelihood|idea|dream|imagine|suppose)$/;

/** Whether a whole clause is only hoped or feared ("hopes that Greece will help"). */
const isHoped = (tree: Tree, top: number): boolean =>
  !kids(tree, headOf(tree, top), 'det').some((word) => tree.lower[word] === 'no') &&
  /^(ccomp|acl|relcl)$/.test(depOf(tree, top)) &&
  HOPING.test(tree.lemma[headOf(tree, top)]!) &&
  kids(tree, top, 'nsubj', 'nsubjpass').length > 0;

const isHypothetical = (tree: Tree, verb: number): boolean => {
  let at = verb;
  for (let step = 0; step < 6; step++) {
    if (kids(tree, at, 'mark').some((child) => /^(if|unless|whether)$/.test(tree.lower[child]!))) return true;
    const head = headOf(tree, at);
    if (head === at || !/^(conj|xcomp|ccomp)$/.test(depOf(tree, at))) return false;
    at = head;
  }
  return false;
};
