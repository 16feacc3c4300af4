import type { Article, Day } from '../../../graph-schema/article.ts';
import { articleId } from '../../../graph-schema/ids.ts';
import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import type { Extractor } from '../extractor.ts';
import type { CorpusArticle, CorpusSentence } from './corpus.ts';
import { withNames } from './corpus.ts';
import { type EventCoded, goldTuples, tuplesOfClaim } from './event-coded.ts';
import { add, type Count, NONE } from './figures.ts';
import { type Judgement, judge } from './judge.ts';

/** Figures over a set of texts. */
export interface Figures {
  readonly whole: Count;
  readonly byRelation: ReadonlyMap<string, Count>;
  readonly byFamily: ReadonlyMap<string, Count>;
  readonly byPhenomenon: ReadonlyMap<string, Count>;
  /** Share of right claims whose polarity, modality, speaker, class and time are right too. */
  readonly details: ReadonlyMap<string, Count>;
  readonly judged: readonly { readonly confidence: number; readonly right: boolean }[];
}

const articleFrom = (text: string, published?: Day): Article => ({
  id: articleId(text),
  text,
  ...(published && { published }),
});

const bump = (map: Map<string, Count>, key: string, count: Count): void => {
  map.set(key, add(map.get(key) ?? NONE, count));
};

interface Text {
  readonly judgement: Judgement;
  readonly phenomena: readonly string[];
}

const figuresOf = (texts: readonly Text[]): Figures => {
  let whole = NONE;
  const byRelation = new Map<string, Count>();
  const byFamily = new Map<string, Count>();
  const byPhenomenon = new Map<string, Count>();
  const details = new Map<string, Count>();
  const judged: { confidence: number; right: boolean }[] = [];
  for (const { judgement, phenomena } of texts) {
    const { right, wrong, missed } = judgement;
    const count = { right: right.length, found: right.length + wrong.length, expected: right.length + missed.length };
    whole = add(whole, count);
    for (const phenomenon of phenomena) bump(byPhenomenon, phenomenon, count);
    const place = (type: string, one: Count): void => {
      bump(byRelation, type, one);
      bump(byFamily, relationOf(type as RelationType).plover ?? 'belonging', one);
    };
    for (const { expected, claim, details: parts } of right) {
      place(expected.type, { right: 1, found: 1, expected: 1 });
      judged.push({ confidence: claim.confidence, right: true });
      for (const [part, good] of Object.entries(parts))
        bump(details, part, { right: good ? 1 : 0, found: 1, expected: 1 });
    }
    for (const expected of missed) place(expected.type, { right: 0, found: 0, expected: 1 });
    for (const claim of wrong) {
      place(claim.type, { right: 0, found: 1, expected: 0 });
      judged.push({ confidence: claim.confidence, right: false });
    }
  }
  return { whole, byRelation, byFamily, byPhenomenon, details, judged };
};

/** Judges a sentence by what the extractor finds in it. */
export const judgeSentence = (extractor: Extractor, sentence: CorpusSentence): Judgement => {
  const { claims, entities } = extractor.extract(articleFrom(sentence.text, sentence.published));
  return judge(claims, entities, sentence);
};

/** Judges a whole article. */
export const judgeArticle = (extractor: Extractor, article: CorpusArticle): Judgement => {
  const { claims, entities } = extractor.extract(articleFrom(article.text, article.published));
  return judge(claims, entities, {
    expect: article.claims.map((claim) => withNames(article, claim)),
    allow: (article.allow ?? []).map((claim) => withNames(article, claim)),
    ...(article.published && { published: article.published }),
  });
};

export const measureSentences = (extractor: Extractor, sentences: readonly CorpusSentence[]): Figures =>
  figuresOf(
    sentences.map((sentence) => ({ judgement: judgeSentence(extractor, sentence), phenomena: sentence.phenomena })),
  );

export const measureArticles = (extractor: Extractor, articles: readonly CorpusArticle[]): Figures =>
  figuresOf(articles.map((article) => ({ judgement: judgeArticle(extractor, article), phenomena: [] })));

/** Figures on event-coded sentences: tuples of country, class, country. */
export const measureEventCoded = (
  extractor: Extractor,
  sentences: readonly EventCoded[],
): {
  readonly tuples: Count;
  readonly pairs: Count;
  readonly byClass: ReadonlyMap<string, Count>;
  readonly judged: Figures['judged'];
} => {
  let tuples = NONE;
  let pairs = NONE;
  const byClass = new Map<string, Count>();
  const judged: { confidence: number; right: boolean }[] = [];
  const mirrored = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT', 'REJECT', 'YIELD']);
  for (const sentence of sentences) {
    const gold = goldTuples(sentence);
    if (sentence.neutral || gold.length === 0) continue;
    const reading = extractor.extract(articleFrom(sentence.text));
    const entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
    const wanted = new Set(gold.map(String));
    const found = new Set<string>();
    for (const claim of reading.claims) {
      const own = tuplesOfClaim(claim, entities);
      for (const tuple of own) found.add(String(tuple));
      if (own.length > 0)
        judged.push({ confidence: claim.confidence, right: own.some((tuple) => wanted.has(String(tuple))) });
    }
    const mirror = (tuple: string): boolean => {
      const [source, plover, target] = tuple.split(',');
      return mirrored.has(plover!) && wanted.has(`${target},${plover},${source}`) && !wanted.has(tuple);
    };
    const counted = [...found].filter((tuple) => !mirror(tuple));
    tuples = add(tuples, {
      right: counted.filter((tuple) => wanted.has(tuple)).length,
      found: counted.length,
      expected: wanted.size,
    });
    const ends = (tuple: string): string => tuple.replace(/,.*,/, '>');
    const wantedPairs = new Set([...wanted].map(ends));
    const foundPairs = new Set(counted.map(ends));
    pairs = add(pairs, {
      right: [...foundPairs].filter((pair) => wantedPairs.has(pair)).length,
      found: foundPairs.size,
      expected: wantedPairs.size,
    });
    for (const tuple of wanted)
      bump(byClass, tuple.split(',')[1]!, { right: found.has(tuple) ? 1 : 0, found: 0, expected: 1 });
    for (const tuple of counted) bump(byClass, tuple.split(',')[1]!, { right: 0, found: 1, expected: 0 });
  }
  return { tuples, pairs, byClass, judged };
};
