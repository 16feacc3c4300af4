import * as chrono from 'chrono-node';
import type { Day } from '../../../graph-schema/article.ts';
import type { When } from '../../../graph-schema/claim.ts';
import type { Parse, Token } from '../../language/document.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { dayOf, isDay, isDayText } from './calendar.ts';
import { PATTERNS, type Setting } from './patterns.ts';

/** A date expression: tokens, end exclusive, and when it means. */
export interface TimeExpression {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

/** Words that a date expression can begin with; nothing else is looked at. */
const BEGINS =
  /^(\d.*|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow|last|this|next|the|early|late|mid|mid-.*|earlier|later|past|over|in|for|during|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|just|only|hours|minutes|that)$/i;

/** Units after a number that make it a count and not a year. */
const COUNTED =
  /^(people|troops|soldiers|men|women|dollars|euros|miles|km|kilometers|kilometres|meters|metres|prisoners|others|civilians|square|feet|tons|tonnes|barrels|fighters|workers|rounds|jobs|homes)$/i;

const FUTURE = /^(will|'ll|’ll|shall|would|plan|plans|planned|set|due|scheduled|expected|intend|going|to|may|might)$/i;

/** Whether the verb that governs a token speaks of what is to come. */
const speaksOfFuture = (parse: Parse, token: number): boolean => {
  let at = token;
  for (let guard = 0; guard < 6; guard++) {
    const { pos, head, tag, lemma } = parse.tokens[at]!;
    if (/^(plan|schedule|due|slate|expect|upcoming)$/.test(lemma) && tag !== 'VBD') return true;
    if (pos === 'VERB' || pos === 'AUX') {
      if (tag === 'VBD') return false;
      if (/^VB[ZP]$/.test(tag) && WORDS.timetable.has(lemma)) return true;
      for (let near = Math.max(0, at - 4); near < at; near++) {
        const other = parse.tokens[near]!;
        if (other.head === at && (other.dep === 'aux' || other.dep === 'auxpass') && FUTURE.test(other.text))
          return (
            other.text !== 'to' ||
            /^(plan|expect|schedule|set|due|intend|agree|want|hope|prepare)/.test(
              parse.tokens[parse.tokens[at]!.head]!.lemma,
            )
          );
      }
    }
    if (head === at) return false;
    at = head;
  }
  return false;
};

const bounded = (when: When, before: string): When => {
  const from = when.dateFrom ? { dateFrom: when.dateFrom } : {};
  if (before === 'since' && when.occurredFrom)
    return { occurredFrom: when.occurredFrom, precision: when.precision, ...from };
  if (/^(until|till|by|before)$/.test(before) && when.occurredTo)
    return {
      occurredTo: before === 'before' && when.occurredFrom ? when.occurredFrom : when.occurredTo,
      precision: when.precision,
      ...from,
    };
  if (before === 'after' && when.occurredTo)
    return { occurredFrom: when.occurredTo, precision: when.precision, ...from };
  return when;
};

/** A numeric date that the patterns leave ("04/12/2017"), where the library is sure of day, month and year. */
const byLibrary = (text: string, published: Day | undefined): When | undefined => {
  const [found] = chrono.en.strict.parse(text, published ? new Date(`${published}T12:00:00Z`) : undefined);
  if (found?.index !== 0 || found.text.length !== text.length) return undefined;
  const { start } = found;
  if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) return undefined;
  const [year, month, day] = [start.get('year')!, start.get('month')!, start.get('day')!];
  if (!isDay(year, month, day)) return undefined;
  const on = dayOf(year, month, day);
  return { occurredFrom: on, occurredTo: on, precision: 'day', dateFrom: 'explicit' };
};

/**
 * Date expressions of a text, in its order, none inside another. Relative ones are reckoned from the article's date and are
 * left out where it has none.
 */
export const timesOf = (parse: Parse, published?: Day): readonly TimeExpression[] => {
  const { tokens, text } = parse;
  const reference = isDayText(published) ? published : undefined;
  const tokenAtEnd = new Map<number, number>();
  tokens.forEach((token, index) => {
    tokenAtEnd.set(token.end, index);
  });
  const found: TimeExpression[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.space || !BEGINS.test(token.text)) continue;
    const expression = readAt(parse, at, reference, tokenAtEnd);
    if (!expression) continue;
    found.push(expression);
    at = expression.end - 1;
  }
  return found;

  function readAt(
    parsed: Parse,
    at: number,
    day: Day | undefined,
    ends: ReadonlyMap<number, number>,
  ): TimeExpression | undefined {
    const token = parsed.tokens[at]!;
    const before = wordBefore(parsed.tokens, at);
    const last = found.findLast(({ when }) => when.precision === 'day')?.when.occurredFrom;
    const setting: Setting = {
      ...(day ? { published: day } : {}),
      ...(last ? { last } : {}),
      future: speaksOfFuture(parsed, at),
      before,
    };
    if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(token.text)) {
      const when = byLibrary(token.text, day);
      return when && { start: at, end: at + 1, when: bounded(when, before) };
    }
    for (const [pattern, reading] of PATTERNS) {
      pattern.lastIndex = token.start;
      const match = pattern.exec(text);
      if (!match) continue;
      const last = lastToken(parsed.tokens, at, token.start + match[0].length, ends);
      if (last === undefined) continue;
      if (/^\d{4}$/.test(match[0]) && !isYear(parsed.tokens, at, before)) continue;
      const when = reading(match, setting);
      if (!when) continue;
      return { start: at, end: last + 1, when: bounded(when, before) };
    }
    return undefined;
  }
};

const lastToken = (
  tokens: readonly Token[],
  at: number,
  end: number,
  ends: ReadonlyMap<number, number>,
): number | undefined => {
  const exact = ends.get(end);
  if (exact !== undefined) return exact;
  // "1990s" or "mid-2015" may be one token that goes on a letter longer
  for (let index = at; index < tokens.length && tokens[index]!.start < end; index++)
    if (tokens[index]!.end >= end) return tokens[index]!.end - end <= 1 ? index : undefined;
  return undefined;
};

const wordBefore = (tokens: readonly Token[], at: number): string => {
  for (let index = at - 1; index >= 0 && index >= at - 2; index--) {
    const { text, space } = tokens[index]!;
    if (!space && !/^(the|early|late|mid|-)$/i.test(text)) return text.toLowerCase();
  }
  return '';
};

/** Whether four digits are a year where they stand: after a preposition, or before the noun they date. */
const isYear = (tokens: readonly Token[], at: number, before: string): boolean => {
  const next = tokens[at + 1];
  if (next && (COUNTED.test(next.text) || /^[%$]$/.test(next.text))) return false;
  if (/[$€£#]/.test(tokens[at - 1]?.text ?? '')) return false;
  if (
    /^(in|since|during|of|by|until|till|from|before|after|early|late|around|through|circa|between|and|to|mid|for|back)$/.test(
      before,
    )
  )
    return !(next?.pos === 'NOUN' && tokens[at]!.dep === 'nummod' && /^NNS$/.test(next.tag));
  return tokens[at]!.dep !== 'nummod' || next?.tag === 'NN' || next?.pos === 'ADJ' || next?.tag === 'NNP';
};
