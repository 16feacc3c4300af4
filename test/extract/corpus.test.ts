import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { readArticles, readSentences } from '../../server/extract/measure/corpus.ts';
import { f1, precision, recall } from '../../server/extract/measure/figures.ts';
import { measureArticles, measureSentences } from '../../server/extract/measure/measure.ts';
import { sharedExtractor } from './shared-extractor.ts';

const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));

/** What was reached; a change that falls below has broken something. */
const FLOOR = { sentenceF1: 0.945, sentencePrecision: 0.955, articlePrecision: 0.89, articleRecall: 0.8 } as const;

describe('the corpus', function () {
  this.timeout(60_000);

  it('is found in its sentences', () => {
    const { whole, details } = measureSentences(sharedExtractor(), readSentences(CORPUS));
    assert.ok(whole.expected > 600, `${whole.expected} relations are expected`);
    assert.ok(f1(whole) >= FLOOR.sentenceF1, `F1 ${f1(whole).toFixed(3)}`);
    assert.ok(precision(whole) >= FLOOR.sentencePrecision, `precision ${precision(whole).toFixed(3)}`);
    for (const part of ['polarity', 'modality', 'speaker', 'plover'])
      assert.ok(precision(details.get(part)!) >= 0.9, `${part} ${precision(details.get(part)!).toFixed(3)}`);
  });

  it('is found in its articles', () => {
    const { whole } = measureArticles(sharedExtractor(), readArticles(CORPUS));
    assert.ok(precision(whole) >= FLOOR.articlePrecision, `precision ${precision(whole).toFixed(3)}`);
    assert.ok(recall(whole) >= FLOOR.articleRecall, `recall ${recall(whole).toFixed(3)}`);
  });

  it('has confident claims that are right nine times of ten', () => {
    const { judged } = measureSentences(sharedExtractor(), readSentences(CORPUS));
    const sure = judged.filter(({ confidence }) => confidence >= 0.9);
    assert.ok(sure.length > 100);
    assert.ok(sure.filter(({ right }) => right).length / sure.length >= 0.9);
  });
});
