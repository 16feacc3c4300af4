import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { articleId } from '../../graph-schema/ids.ts';
import { mutate } from '../extract/mutate.ts';
import { sharedExtractor } from '../extract/shared-extractor.ts';

const SENTENCES = ['support', 'assault', 'consult', 'reject', 'constructions'].flatMap((name) =>
  readFileSync(new URL(`../extract/corpus/sentences/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

const ROUNDS = 10_000;
const MEGABYTE = 1_000_000;

describe('extraction, at length', function () {
  this.timeout(900_000);

  it(`reads ${ROUNDS} mutated sentences without an exception`, () => {
    const random = seedrandom('long mutations');
    for (let round = 0; round < ROUNDS; round++) {
      const text = mutate(SENTENCES, random);
      const { claims } = sharedExtractor().extract({ id: articleId(text), text, published: '2020-01-01' });
      for (const claim of claims) assert.equal(text.slice(claim.start, claim.end), claim.quote);
    }
  });

  it('reads a megabyte in time that grows with its length', () => {
    const paragraph = SENTENCES.slice(0, 40).join(' ');
    const seconds = [MEGABYTE / 4, MEGABYTE].map((length) => {
      const text = `${paragraph}\n\n`.repeat(Math.ceil(length / paragraph.length)).slice(0, length);
      const before = process.cpuUsage();
      const { claims } = sharedExtractor().extract({ id: articleId(text), text });
      assert.ok(claims.length > 100);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    });
    console.log(
      `      a quarter of a megabyte ${seconds[0]!.toFixed(1)} s, a megabyte ${seconds[1]!.toFixed(1)} s of the processor`,
    );
  });
});
