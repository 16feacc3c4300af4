import type { Article } from '../../graph-schema/article.ts';
import type { Parser } from '../language/document.ts';
import { castOf } from './actors/find-cast.ts';
import type { Cast, ReadText } from './cast.ts';
import { findAll } from './claims/find.ts';
import type { Finding } from './claims/finding.ts';
import type { Extractor, Trace } from './extractor.ts';
import { claimsOf } from './qualify/claims-of.ts';
import type { Dated } from './qualify/when.ts';
import { sceneOf } from './scene.ts';
import { repair } from './tree/repair.ts';
import { treeOf } from './tree/tree.ts';

/** Name and version that every claim carries. */
export const EXTRACTOR = 'entente-rules 0.1.0';

/** Longest text that is read; what lies behind it is left unread. */
const LONGEST_TEXT = 2_000_000;

/**
 * Makes the extractor on a parser. Its stages, in order: clean text and dateline, parse, cast (who is meant by which
 * phrase), date expressions, findings (who did what to whom), claims (with evidence, speaker, time, confidence). Each is a
 * pure function; `trace` shows what each made.
 */
export const createExtractor = (parser: Parser): Extractor => {
  const run = (
    article: Article,
  ): { readonly claims: ReturnType<typeof claimsOf>; readonly cast: Cast; readonly trace: Trace } => {
    const read: ReadText = {
      parse: repair(parser.parse(article.text.slice(0, LONGEST_TEXT))),
      ...(article.published && { published: article.published }),
    };
    const cast = castOf(read);
    const scene = sceneOf(treeOf(read.parse), cast);
    const dates: readonly Dated[] = [];
    const findings: readonly Finding[] = findAll(scene);
    const claims = claimsOf(article, scene, findings, dates, EXTRACTOR);
    return { claims, cast, trace: { parse: read.parse, mentions: cast.mentions, dates, findings, claims } };
  };
  return {
    name: EXTRACTOR,
    extract: (article) => {
      const { claims, cast } = run(article);
      return { article, entities: cast.entities, claims };
    },
    trace: (article) => {
      const { claims, cast, trace } = run(article);
      return { reading: { article, entities: cast.entities, claims }, trace };
    },
  };
};
