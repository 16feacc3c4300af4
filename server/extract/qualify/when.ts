import type { When } from '../../../graph-schema/claim.ts';
import { addDays, monthOf, monthStretch, yearOf, yearStretch } from '../time/calendar.ts';
import { depOf, headOf, isVerbal, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';

/** A date expression of the text: where it stands (tokens, end exclusive) and when it means. */
export interface Dated {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

/** Token by which an expression hangs in the sentence: the one whose head is outside. */
const anchorOf = (tree: Tree, dated: Dated): number => {
  for (let token = dated.start; token < dated.end; token++) {
    const head = headOf(tree, token);
    if (head < dated.start || head >= dated.end) return token;
  }
  return dated.start;
};

/** The verb or noun that an expression tells the time of: past its preposition, past nouns that do not happen. */
const governorOf = (tree: Tree, dated: Dated): number => {
  let at = headOf(tree, anchorOf(tree, dated));
  for (let step = 0; step < 6 && isPassedOver(tree, at) && headOf(tree, at) !== at; step++) at = headOf(tree, at);
  return at;
};

/** What an expression hangs on that does not happen: prepositions, sums ("four billion dollars in May"), what somebody is declared. */
const isPassedOver = (tree: Tree, at: number): boolean =>
  /^(ADP|ADV|SCONJ)$/.test(posOf(tree, at)) ||
  MEASURE.test(tree.lemma[at]!) ||
  (posOf(tree, at) === 'ADJ' && /^(ccomp|oprd|xcomp|advcl)$/.test(depOf(tree, at)));
const MEASURE =
  /^(dollar|euro|pound|ruble|rouble|yuan|yen|franc|krone|kroner|krona|rupee|peso|rand|million|billion|percent|ton|tonne|barrel|mile|kilometer|kilometre|worth|\$|€|£)$/;

/** After these words an expression tells the distance to a clause ("hours after he had met"), not the time of it. */
const RELATIVE_TO_CLAUSE = /^(after|before|since|until)$/;
const UNIT = /^(minutes?|hours?|days?|weeks?|months?|years?|decades?)$/;
const COUNTED_FROM_NOW = /^(last|this|next|past|ago)$/;

/** Whether an expression is a length of time ("two weeks"), which before "after" is a distance and no date. */
const isLength = (tree: Tree, { start, end }: Dated): boolean =>
  UNIT.test(tree.lower[end - 1]!) && !tree.lower.slice(start, end).some((word) => COUNTED_FROM_NOW.test(word));

/** Expressions by the token whose time they tell. */
export const datesByGovernor = (tree: Tree, expressions: readonly Dated[]): ReadonlyMap<number, readonly Dated[]> => {
  const map = new Map<number, Dated[]>();
  for (const dated of expressions) {
    if (RELATIVE_TO_CLAUSE.test(tree.lower[dated.end] ?? '') && isLength(tree, dated)) continue;
    if (/^(after|before)$/.test(tree.lower[dated.end - 1]!)) continue;
    const governor = governorOf(tree, dated);
    map.set(governor, [...(map.get(governor) ?? []), dated]);
  }
  return map;
};

/** Whether a joined clause goes on telling in the past tense of the one before it ("X arrived on Friday, and Y met him"). */
const isToldOn = (tree: Tree, verb: number): boolean =>
  tagOf(tree, verb) === 'VBD' && tagOf(tree, headOf(tree, verb)) === 'VBD';

const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const DAYS: Readonly<Record<string, number>> = { minute: 0, hour: 0, day: 1, week: 7 };

/** "A day after it had expelled": how many days before its main clause a clause lies (after it where negative); none where it is not said. */
const distanceOf = (tree: Tree, clause: number): number | undefined => {
  const mark = kids(tree, clause, 'mark').find((child) => /^(after|before)$/.test(tree.lower[child]!));
  if (mark === undefined) return undefined;
  const days = DAYS[tree.lemma[mark - 1] ?? ''];
  const word = tree.lower[mark - 2] ?? '';
  const number = days === 0 ? 0 : (NUMBERS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined));
  if (days === undefined || number === undefined) return undefined;
  return days * number * (tree.lower[mark] === 'after' ? 1 : -1);
};

/** A day so many days earlier; nothing where the expression is no day. */
const earlier = (dated: Dated | undefined, days: number): Dated | undefined => {
  const { occurredFrom, precision } = dated?.when ?? {};
  if (!dated || !occurredFrom || precision !== 'day') return days === 0 ? dated : undefined;
  const on = addDays(occurredFrom, -days);
  return { ...dated, when: { ...dated.when, occurredFrom: on, occurredTo: on } };
};

/** "Since July 2021, when he asked": the clause happened in that month, and not ever since. */
const closed = (dated: Dated): Dated => {
  const { occurredFrom, occurredTo, precision } = dated.when;
  if (!occurredFrom || occurredTo) return dated;
  const year = yearOf(occurredFrom);
  const to =
    precision === 'month'
      ? monthStretch(year, monthOf(occurredFrom)).to
      : precision === 'year'
        ? yearStretch(year).to
        : occurredFrom;
  return { ...dated, when: { ...dated.when, occurredTo: to } };
};

/** Date expression that tells when what a trigger says happened: its own, its noun phrase's, or that of the verb it continues. */
export const dateOf = (
  tree: Tree,
  byGovernor: ReadonlyMap<number, readonly Dated[]>,
  trigger: number,
): Dated | undefined => {
  let at = trigger;
  for (let step = 0; step < 6; step++) {
    const own = byGovernor.get(at)?.[0];
    if (own) return own;
    for (const child of kids(tree, at, 'dobj', 'nsubj', 'nsubjpass', 'pobj', 'attr')) {
      const below = byGovernor.get(child)?.[0];
      // "a tribunal on Tuesday rejected": the day before the verb was hung on who does it
      if (below && below.when.precision === 'day' && depOf(tree, child) === 'nsubj' && below.end === at) return below;
      if (below && isVerbal(tree, at) && /^(dobj|nsubjpass)$/.test(depOf(tree, child))) return below;
    }
    for (const preposition of isVerbal(tree, at) ? kids(tree, at, 'prep') : [])
      for (const noun of kids(tree, preposition, 'pobj')) {
        const below = byGovernor.get(noun)?.[0];
        if (below && below.start > noun) return below;
      }
    for (const joined of kids(tree, at, 'conj', 'advcl', 'xcomp')) {
      if (depOf(tree, joined) === 'conj' && kids(tree, joined, 'nsubj', 'nsubjpass').length > 0) continue;
      const last = byGovernor.get(joined)?.at(-1);
      if (last && depOf(tree, joined) !== 'advcl') return last;
    }
    const head = headOf(tree, at);
    if (head === at) return undefined;
    const dep = depOf(tree, at);
    const days = dep === 'advcl' ? distanceOf(tree, at) : undefined;
    if (days !== undefined) return earlier(dateOf(tree, byGovernor, head), days);
    if (dep === 'relcl' && kids(tree, at, 'advmod').some((child) => tree.lower[child] === 'when')) {
      const named = [...byGovernor.values()].flat().find(({ start, end }) => start <= head && head < end);
      if (named) return closed(named);
    }
    const continues =
      dep === 'xcomp' ||
      dep === 'pcomp' ||
      dep === 'prep' ||
      dep === 'pobj' ||
      dep === 'dobj' ||
      dep === 'nsubj' ||
      dep === 'nsubjpass' ||
      (dep === 'conj' && (kids(tree, at, 'nsubj', 'nsubjpass').length === 0 || isToldOn(tree, at))) ||
      (dep === 'relcl' && kids(tree, at, 'advmod').some((child) => /^(where|when)$/.test(tree.lower[child]!))) ||
      dep === 'advcl';
    if (!continues) return undefined;
    at = head;
  }
  return undefined;
};
