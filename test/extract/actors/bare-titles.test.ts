import assert from 'node:assert/strict';
import { articleId } from '../../../graph-schema/ids.ts';
import { sharedExtractor } from '../shared-extractor.ts';

const countryOf = (text: string, name: string): string | undefined =>
  sharedExtractor()
    .extract({ id: articleId(text), text, published: '2024-01-11' })
    .entities.find((entity) => entity.name === name)?.country;

describe('the country of a bare title', () => {
  it('is that of the subject of the sentence before, not of where the report was written', () => {
    const text =
      "NAIROBI - Sudan's army said it had retaken the town of Wad Madani. Foreign Minister Ali Youssef praised the advance.";
    assert.equal(countryOf(text, 'Ali Youssef'), 'SDN');
  });

  it('is that of the place where somebody without a country is tried', () => {
    assert.equal(countryOf('A tribunal in Riga jailed activist Janis Berzins for two years.', 'Janis Berzins'), 'LVA');
  });
});
