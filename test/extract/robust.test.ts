import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { articleId } from '../../graph-schema/ids.ts';
import type { Relation } from '../../graph-schema/relation.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { mutate } from './mutate.ts';
import { sharedExtractor } from './shared-extractor.ts';

const SENTENCES = readFileSync(new URL('corpus/sentences/support.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** Texts that have nothing to be found in them, or that are no texts. */
const ODD = [
  '',
  ' ',
  '\n\n\n',
  '\u0000\u0001\u0002',
  '\ud800',
  'a',
  '?????',
  '“”“”“”',
  '<html><body>&nbsp;</body></html>',
  'Россия наложила вето на резолюцию.',
  '俄罗斯否决了决议。',
  `${'('.repeat(5000)}Russia${')'.repeat(5000)}`,
  'Russia '.repeat(3000),
  'and '.repeat(5000),
  `Russia vetoed ${'the resolution of '.repeat(400)}France.`,
  '\u202eRussia met Turkey.\u202c',
  // what each other did depends on who each other is
  'Peru and Chile said each other had broken the truce.',
];

describe('odd text', function () {
  this.timeout(60_000);

  for (const [index, text] of ODD.entries())
    it(`gives no exception: case ${index + 1}`, () => {
      const { claims } = sharedExtractor().extract({ id: articleId(text), text });
      for (const claim of claims) assert.equal(text.slice(claim.start, claim.end), claim.quote);
    });

  it('gives well-formed claims when sentences are mutated', () => {
    const random = seedrandom('mutations');
    for (let round = 0; round < 300; round++) {
      const text = mutate(SENTENCES, random);
      const { claims, entities } = sharedExtractor().extract({ id: articleId(text), text, published: '2020-01-01' });
      const kinds = new Map(entities.map((entity) => [entity.id, entity.kind]));
      for (const claim of claims) {
        const relation: Relation = relationOf(claim.type);
        assert.ok(
          relation.from.includes(kinds.get(claim.source)!),
          `${claim.type} from ${kinds.get(claim.source)}: ${text}`,
        );
        assert.ok(
          relation.to.includes(kinds.get(claim.target)!),
          `${claim.type} to ${kinds.get(claim.target)}: ${text}`,
        );
        assert.notEqual(claim.source, claim.target);
        assert.ok(claim.confidence >= 0 && claim.confidence <= 1);
        assert.equal(text.slice(claim.start, claim.end), claim.quote);
      }
    }
  });

  it('reads the same text the same way, whatever was read before', () => {
    const texts = SENTENCES.slice(0, 20);
    const read = (text: string): string =>
      JSON.stringify(sharedExtractor().extract({ id: articleId(text), text, published: '2020-01-01' }));
    const first = texts.map(read);
    const backwards = texts.toReversed().map(read).toReversed();
    assert.deepEqual(backwards, first);
  });
});
