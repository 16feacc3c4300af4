import type { Article, Day, Span } from './article.ts';
import { type Claim, MODALITIES, POLARITIES, PRECISIONS } from './claim.ts';
import { articleId } from './ids.ts';
import { ENTITY_KINDS } from './kinds.ts';
import { DECISION_KINDS, type Decision, type Reading } from './record.ts';
import { isRelationType } from './relations.ts';

/** What is wrong with a value: where in it, and what. */
export interface Problem {
  readonly at: string;
  readonly what: string;
}

const isDay = (day: Day): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && isRealDay(day);

const isRealDay = (day: Day): boolean => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isSpanOf = ({ start, end }: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;

const articleProblems = (article: Article): readonly Problem[] => {
  const found: Problem[] = [];
  const say = (at: string, what: string) => found.push({ at: `article.${at}`, what });
  if (typeof article.text !== 'string' || article.text.trim() === '') say('text', 'is empty');
  else if (HALF_PAIR.test(article.text))
    say('text', `holds half a surrogate pair at ${article.text.search(HALF_PAIR)}`);
  else if (article.id !== articleId(article.text)) say('id', 'is not the digest of the text');
  if (article.published !== undefined && !isDay(article.published)) say('published', `is no day: ${article.published}`);
  for (const [at, cut] of (article.cut ?? []).entries()) {
    if (!isSpanOf(cut, article.text.length)) say(`cut[${at}]`, 'lies outside the text');
  }
  return found;
};

const claimProblems = (claim: Claim, at: string, article: Article, known: ReadonlySet<string>): readonly Problem[] => {
  const found: Problem[] = [];
  const say = (part: string, what: string) => found.push({ at: `${at}.${part}`, what });
  if (!claim.id) say('id', 'is empty');
  if (claim.articleId !== article.id) say('articleId', 'is of another article');
  if (!isRelationType(claim.type)) say('type', `is no relation: ${claim.type}`);
  for (const end of ['source', 'target'] as const) {
    if (!known.has(claim[end])) say(end, `names an entity that the reading does not list: ${claim[end]}`);
  }
  for (const [role, id] of Object.entries({ ...claim.roles, speaker: claim.speaker })) {
    if (id !== undefined && !known.has(id)) say(role, `names an entity that the reading does not list: ${id}`);
  }
  if (!POLARITIES.includes(claim.polarity)) say('polarity', `is unknown: ${claim.polarity}`);
  if (!MODALITIES.includes(claim.modality)) say('modality', `is unknown: ${claim.modality}`);
  if (!PRECISIONS.includes(claim.precision)) say('precision', `is unknown: ${claim.precision}`);
  for (const part of ['occurredFrom', 'occurredTo', 'officeFrom', 'officeTo'] as const) {
    const day = claim[part];
    if (day !== undefined && !isDay(day)) say(part, `is no day: ${day}`);
  }
  if (claim.occurredFrom && claim.occurredTo && claim.occurredTo < claim.occurredFrom)
    say('occurredTo', 'is before occurredFrom');
  if (!(claim.confidence >= 0 && claim.confidence <= 1))
    say('confidence', `is not between 0 and 1: ${claim.confidence}`);
  if (claim.background) return found;
  if (!isSpanOf(claim, article.text.length)) say('start', 'lies outside the text');
  else if (article.text.slice(claim.start, claim.end) !== claim.quote) say('quote', 'is not what the text says there');
  if (!isSpanOf(claim.trigger, article.text.length)) say('trigger', 'lies outside the text');
  return found;
};

/** What keeps a reading from being stored; empty where nothing does. */
export const readingProblems = (reading: Reading): readonly Problem[] => {
  const known = new Set(reading.entities.map((entity) => entity.id));
  const found = [...articleProblems(reading.article)];
  for (const [at, entity] of reading.entities.entries()) {
    const where = `entities[${at}]`;
    if (!entity.id) found.push({ at: `${where}.id`, what: 'is empty' });
    if (!ENTITY_KINDS.includes(entity.kind)) found.push({ at: `${where}.kind`, what: `is unknown: ${entity.kind}` });
    if (entity.placeId !== undefined && !known.has(entity.placeId)) {
      found.push({ at: `${where}.placeId`, what: `names an entity that the reading does not list: ${entity.placeId}` });
    }
    for (const [start, end] of entity.mentions) {
      if (!isSpanOf({ start, end }, reading.article.text.length)) {
        found.push({ at: `${where}.mentions`, what: `lie outside the text: ${start}–${end}` });
      }
    }
  }
  if (known.size !== reading.entities.length) found.push({ at: 'entities', what: 'list one id twice' });
  if (new Set(reading.claims.map((claim) => claim.id)).size !== reading.claims.length) {
    found.push({ at: 'claims', what: 'list one id twice' });
  }
  for (const [at, claim] of reading.claims.entries()) {
    found.push(...claimProblems(claim, `claims[${at}]`, reading.article, known));
  }
  return found;
};

/** What keeps a decision from being stored. */
export const decisionProblems = (decision: Decision): readonly Problem[] => {
  const found: Problem[] = [];
  if (!decision.id) found.push({ at: 'id', what: 'is empty' });
  if (Number.isNaN(Date.parse(decision.at))) found.push({ at: 'at', what: `is no instant: ${decision.at}` });
  if (!DECISION_KINDS.includes(decision.kind)) found.push({ at: 'kind', what: `is unknown: ${decision.kind}` });
  if (decision.about.ids.length === 0) found.push({ at: 'about.ids', what: 'is empty' });
  const pairing = decision.kind === 'same' || decision.kind === 'different';
  if (pairing && decision.about.ids.length < 2) found.push({ at: 'about.ids', what: 'needs two ids or more' });
  return found;
};
