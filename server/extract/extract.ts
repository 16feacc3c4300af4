import type { Article } from '../../graph-schema/article.ts';
import type { Claim } from '../../graph-schema/claim.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { Parser } from '../language/document.ts';
import { castOf } from './actors/find-cast.ts';
import type { ReadText } from './cast.ts';
import { findAll } from './claims/find.ts';
import { type CleanText, cleanText } from './clean/clean-text.ts';
import type { Extractor, Trace } from './extractor.ts';
import { claimsOf } from './qualify/claims-of.ts';
import { dateEvents } from './qualify/date-events.ts';
import { sceneOf } from './scene.ts';
import { timesOf } from './time/find-times.ts';
import { parseParagraphs } from './tree/paragraphs.ts';
import { treeOf } from './tree/tree.ts';

/** Name and version that every claim carries. */
export const EXTRACTOR = 'entente-rules 0.8.0';

/** Longest text that is read, in UTF-16 units; what lies behind it is left unread, and said so in `cut`. */
const LONGEST_TEXT = 2_000_000;

const LINE_BREAK_IN_PARAGRAPH = /(?<![\n\r.!?:"”])\n(?!\s*\n)/g;

/** Prepares a text for the parser without moving an offset: boilerplate is blank, lone line breaks are spaces. */
const prepare = (text: string): CleanText => {
  const clean = cleanText(text.slice(0, LONGEST_TEXT));
  const cut =
    text.length > LONGEST_TEXT
      ? [...clean.cut, { start: LONGEST_TEXT, end: text.length, reason: 'too long to be read' }]
      : clean.cut;
  return { ...clean, cut, text: clean.text.replace(LINE_BREAK_IN_PARAGRAPH, ' ') };
};

const withParse = (article: Article, clean: CleanText, parser: Parser): ReadText => ({
  parse: parseParagraphs(parser, clean.text),
  ...(article.published && { published: article.published }),
  ...(clean.dateline && {
    dateline: {
      ...(clean.dateline.country && { country: clean.dateline.country }),
      ...(clean.dateline.place && { place: clean.dateline.place }),
    },
  }),
});

/**
 * Makes the extractor on a parser. Its stages, in order: clean text and dateline, parse, cast (who is meant by which
 * phrase), times, findings (who did what to whom), claims (with evidence, speaker, time, confidence). Each is a pure
 * function; `trace` shows what each made.
 */
export const createExtractor = (parser: Parser): Extractor => {
  const run = (article: Article): { readonly reading: Reading; readonly trace: () => Trace } => {
    const clean = prepare(article.text);
    const read = withParse(article, clean, parser);
    const cast = castOf(read);
    const scene = sceneOf(treeOf(read.parse), cast);
    const times = timesOf(read.parse, article.published);
    const findings = findAll(scene);
    const qualified = claimsOf(article, scene, findings, times, EXTRACTOR);
    const claims: readonly Claim[] = qualified.map(({ claim }) => claim);
    const entities = dateEvents(scene, cast.entities, findings, times);
    const { mentions } = cast;
    const cut = clean.cut.length > 0 ? { cut: clean.cut } : {};
    return {
      reading: { article: { ...article, ...cut }, entities, claims },
      trace: () => ({
        clean,
        parse: read.parse,
        entities,
        mentions,
        offices: cast.offices,
        times,
        findings,
        qualified,
        claims,
      }),
    };
  };
  return {
    name: EXTRACTOR,
    extract: (article) => run(article).reading,
    trace: (article) => {
      const { reading, trace } = run(article);
      return { reading, trace: trace() };
    },
  };
};
