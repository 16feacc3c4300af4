import type { Claim, Entity } from '../../../graph-schema/claim.ts';
import { articleId } from '../../../graph-schema/ids.ts';
import type { Extractor } from '../extractor.ts';
import type { QualifiedClaim } from '../qualify/claims-of.ts';
import { type CorpusArticle, type CorpusSentence, type Expected, withNames } from './corpus.ts';
import type { Example } from './fit-confidence.ts';
import { judge } from './judge.ts';

interface Judged {
  readonly text: string;
  readonly published?: string;
  readonly expect: readonly Expected[];
  readonly allow?: readonly Expected[];
  readonly belonging?: boolean;
}

const examplesOfText = (extractor: Extractor, judged: Judged): Example[] => {
  const { text, published } = judged;
  const { reading, trace } = extractor.trace({ id: articleId(text), text, ...(published && { published }) });
  const qualified = trace.qualified as readonly QualifiedClaim[];
  const features = new Map<string, readonly string[]>(qualified.map((one) => [one.claim.id, one.features]));
  const { right, wrong } = judge(reading.claims, reading.entities as readonly Entity[], judged);
  const example = (claim: Claim, isRight: boolean): Example => ({
    features: features.get(claim.id) ?? [],
    right: isRight,
  });
  return [...right.map(({ claim }) => example(claim, true)), ...wrong.map((claim) => example(claim, false))];
};

/** Every judged claim of a corpus, as the confidence model learns from them. */
export const examplesOf = (
  extractor: Extractor,
  sentences: readonly CorpusSentence[],
  articles: readonly CorpusArticle[],
): Example[] => [
  ...sentences.flatMap((sentence) => examplesOfText(extractor, sentence)),
  ...articles.flatMap((article) =>
    examplesOfText(extractor, {
      text: article.text,
      ...(article.published && { published: article.published }),
      expect: article.claims.map((claim) => withNames(article, claim)),
      allow: (article.allow ?? []).map((claim) => withNames(article, claim)),
    }),
  ),
];
