import assert from 'node:assert/strict';
import { said } from '../shared-extractor.ts';

describe('abbreviations', () => {
  it('mean what the article calls so, not another body of the same letters', () => {
    const found = said(
      'Kenya urged the Rapid Support Forces to stop the fighting in Darfur. Chad accused the RSF of shelling a village.',
    );
    const accused = found.find(({ type }) => type === 'ACCUSED');
    assert.equal(accused?.target, 'Rapid Support Forces');
  });
  it('mean the body of the tables where the article names no other', () => {
    const found = said('RSF accused Azerbaijan of jailing reporters.');
    assert.equal(found.find(({ type }) => type === 'ACCUSED')?.source, 'Reporters Without Borders');
  });
  it('stand for a name of several words that no table knows', () => {
    const found = said(
      'Uganda attacked the Ituri Liberation Front on Monday. The ILF accused Uganda of killing twelve people.',
    );
    assert.equal(found.find(({ type }) => type === 'ACCUSED')?.source, 'Ituri Liberation Front');
  });
});
