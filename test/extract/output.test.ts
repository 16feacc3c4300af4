import assert from 'node:assert/strict';
import { articleId } from '../../graph-schema/ids.ts';
import { errorLine, outputLine } from '../../server/extract/output.ts';
import { sharedExtractor } from './shared-extractor.ts';

describe('a line of output', () => {
  const text = 'Ghana urged Togo to hold free elections.';
  const line = outputLine('my-id', sharedExtractor().extract({ id: articleId(text), text }));

  it('carries the id that the input gave', () => {
    assert.equal(line.id, 'my-id');
  });

  it('has entities with id, name, kind, country, aliases and mentions', () => {
    const ghana = line.entities.find((entity) => entity.name === 'Ghana');
    assert.equal(ghana?.country, 'GHA');
    assert.equal(ghana?.kind, 'country');
    assert.deepEqual(ghana?.mentions[0], [0, 5]);
    assert.ok(Array.isArray(ghana?.aliases));
  });

  it('has claims with evidence and without what only the record needs', () => {
    const [claim] = line.claims;
    assert.equal(claim?.type, 'URGED');
    assert.equal(claim?.plover, 'REQUEST');
    assert.equal(claim?.quote, text);
    assert.equal(text.slice(claim?.trigger.start, claim?.trigger.end), 'urged');
    assert.ok(!('articleId' in claim!) && !('extractor' in claim!));
  });

  it('says what went wrong with an article that could not be read', () => {
    assert.deepEqual(errorLine('bad', 'no text'), { id: 'bad', entities: [], claims: [], error: 'no text' });
  });
});
