import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { readModel } from '../../server/language/model.ts';
import { createChunkSplitter } from '../../server/language/split-chunk.ts';
import { createVocabulary } from '../../server/language/vocabulary.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('words of plain letters', () => {
  it('are left whole by every rule, so that the rules need not be tried', () => {
    const model = readModel(fileURLToPath(new URL('../../server/language/model', import.meta.url)));
    const splitter = createChunkSplitter(model.tokenizer, createVocabulary(model.vocabulary), new Map());
    for (const first of LETTERS)
      for (const second of ['', ...LETTERS])
        for (const ending of ['', 'ThE'.repeat(8)]) {
          const word = first + second + ending;
          assert.deepEqual(
            [splitter.hasAffix(word), splitter.splitByRules(word).map(({ text }) => text)],
            [false, [word]],
          );
        }
  });
});
