import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compareParse, type Difference, type ReferenceParse } from '../../scripts/language/compare-parse.ts';
import { loadParser } from '../../server/language/load-parser.ts';

const references: readonly ReferenceParse[] = readFileSync(new URL('reference.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Halves may move one head or label in two thousand; everything else is exact. */
const ALLOWED = 0.0005;

describe("parity with spaCy's en_core_web_sm 3.8", () => {
  for (const kernel of ['wasm', 'js'] as const)
    it(`gives spaCy's tokens, tags, lemmas, trees, sentences and entities (${kernel} kernel)`, () => {
      const parser = loadParser({ kernel });
      const differences: Difference[] = [];
      let tokens = 0;
      // The last text joins all others; it is enough for the slower kernel.
      for (const reference of kernel === 'wasm' ? references : references.slice(-1)) {
        differences.push(...compareParse(parser.parse(reference.text), reference));
        tokens += reference.words.length;
      }
      const inTrees = differences.filter(({ aspect }) => aspect === 'head' || aspect === 'label');
      assert.ok(tokens > 2_000, `only ${tokens} tokens were compared`);
      assert.deepEqual(
        differences.filter((difference) => !inTrees.includes(difference)),
        [],
      );
      assert.ok(inTrees.length <= 2 * ALLOWED * tokens, JSON.stringify(inTrees));
    });

  it('notices a difference', () => {
    const reference = references[0]!;
    const parse = loadParser().parse(reference.text);
    const wrong = parse.tokens.map((token, i) => (i === 2 ? { ...token, lemma: 'wrong', head: 0 } : token));
    const aspects = compareParse({ ...parse, tokens: wrong, entities: [] }, reference).map(({ aspect }) => aspect);
    assert.ok(aspects.includes('lemma') && aspects.includes('head') && aspects.includes('entity'), String(aspects));
  });
});
