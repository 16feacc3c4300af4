import assert from 'node:assert/strict';
import { fold, slug } from '../../graph-schema/fold.ts';
import { articleId, claimId, countryId, digest, entityId } from '../../graph-schema/ids.ts';

describe('ids from content', () => {
  it('are the same for a text and for its copy with other line breaks', () => {
    assert.equal(articleId('One  line.\nTwo lines.\r\n'), articleId('One line. Two lines.'));
    assert.equal(articleId('Caf\u00e9'), articleId('Cafe\u0301'));
    assert.notEqual(articleId('One line.'), articleId('One line!'));
  });

  it('keep their parts apart', () => {
    assert.notEqual(digest('ab', 'c'), digest('a', 'bc'));
  });

  it('name countries by code, known entities by Wikidata id, others by kind, name and country', () => {
    assert.equal(countryId('PER'), 'country:PER');
    assert.equal(entityId('person', 'José Álvarez', { country: 'PER' }), 'person:jose-alvarez:PER');
    assert.equal(entityId('organization', 'The Board'), 'organization:the-board');
    assert.equal(entityId('organization', 'The Board', { wikidata: 'Q1' }), 'wd:Q1');
  });

  it('part namesakes of two countries', () => {
    assert.notEqual(
      entityId('person', 'Ana Ruiz', { country: 'PER' }),
      entityId('person', 'Ana Ruiz', { country: 'CHL' }),
    );
  });

  it('stay short and apart for long names and for names without letters', () => {
    const long = entityId('proposal', `a resolution ${'on water '.repeat(40)}`);
    assert.ok(long.length < 120);
    assert.notEqual(long, entityId('proposal', `a resolution ${'on water '.repeat(41)}`));
    assert.match(entityId('person', '???'), /^person:[0-9a-f]+$/);
  });

  it('tell claims apart by span, type and ends', () => {
    const claim = {
      articleId: 'a',
      start: 0,
      end: 20,
      trigger: { start: 5, end: 8 },
      type: 'MET_WITH',
      source: 'country:PER',
      target: 'country:CHL',
    } as const;
    assert.equal(claimId(claim), claimId({ ...claim }));
    assert.notEqual(claimId(claim), claimId({ ...claim, trigger: { start: 9, end: 12 } }));
    assert.notEqual(claimId(claim), claimId({ ...claim, source: claim.target, target: claim.source }));
  });
});

describe('a folded name', () => {
  it('is without diacritics, marks and case', () => {
    assert.equal(fold('Recep Tayyip Erdoğan'), 'recep tayyip erdogan');
    assert.equal(fold("Sana'a"), 'sanaa');
    assert.equal(slug('São Tomé and Príncipe'), 'sao-tome-and-principe');
  });

  it('is transliterated from other scripts', () => {
    assert.match(fold('Владимир'), /^vladimir/);
  });
});
