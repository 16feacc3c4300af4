import assert from 'node:assert/strict';
import { said } from '../shared-extractor.ts';

/** Claims of a text as "SOURCE TYPE TARGET". */
const told = (text: string): readonly string[] =>
  said(text).map(({ source, type, target }) => `${source} ${type} ${target}`);

describe('who is meant across an article', () => {
  it('is by "the kingdom" the one that the article is about, not one named in passing', () => {
    const found = told(
      'Saudi Arabia expelled the Canadian ambassador. Saudi Arabia accused Canada of meddling. Saudi Arabia recalled its envoy. Bahrain backed Riyadh. The kingdom accused Ottawa of lying.',
    );
    assert.ok(found.includes('Saudi Arabia ACCUSED Canada'));
    assert.ok(!found.some((claim) => claim.startsWith('Bahrain ACCUSED')));
  });
  it('is by "the island" an island', () => {
    const found = told('China and Sri Lanka are friends. The World Bank lent the island two billion dollars.');
    assert.ok(found.includes('World Bank AIDED Sri Lanka'));
  });
  it('is by "them" the two whom the sentence before is about', () => {
    const found = told(
      'Finnish President Alexander Stubb and Estonian Prime Minister Kristen Michal called NATO Secretary General Mark Rutte. Rutte promised them more ships.',
    );
    assert.ok(found.includes('Mark Rutte PLEDGED_TO Alexander Stubb'));
    assert.ok(found.includes('Mark Rutte PLEDGED_TO Kristen Michal'));
  });
  it('is by an office with a name behind it who bears the name, of the country that the clause is in', () => {
    const found = told('In Nairobi, the opposition politician Ekuru Aukot accused President William Ruto of lying.');
    assert.ok(found.includes('Ekuru Aukot ACCUSED William Ruto'));
  });
});

describe('ends that a clause leaves to what stands beside it', () => {
  it('are who asked, where something is done at their request, and who invited', () => {
    assert.ok(told("At Estonia's request, Poland closed the port to Belarus.").includes('Estonia URGED Poland'));
    assert.ok(
      told('Chad has stayed out at the invitation of the president of Kenya.').some((claim) =>
        /HOSTED Chad$/.test(claim),
      ),
    );
  });
  it('are no city in which something was signed', () => {
    const found = told('Sri Lanka signed agreements in Paris on Wednesday with India and Japan.');
    assert.ok(found.includes('Sri Lanka SIGNED_AGREEMENT_WITH India'));
    assert.ok(!found.some((claim) => claim.endsWith('France')));
  });
  it('are whose sanctions somebody is placed under', () => {
    assert.ok(
      told('Iran was placed under United Nations sanctions in 2006.').includes('United Nations SANCTIONED Iran'),
    );
  });
  it('are those between whom talks are hosted', () => {
    const found = told('Qatar hosted negotiations between Egypt and Sudan.');
    assert.ok(found.includes('Qatar HOSTED Egypt') && found.includes('Qatar HOSTED Sudan'));
  });
  it('are, for a deed that somebody is punished or rewarded for, whoever is', () => {
    for (const [text, deed] of [
      ['Two Chadians were jailed in Cameroon for attacking Cameroonian policemen.', 'Chad ATTACKED Cameroonian police'],
      [
        'A court in Lagos sentenced Boko Haram fighters to death for killing Chadian soldiers.',
        'Boko Haram ATTACKED Chadian military',
      ],
      ['Peru rewarded Chile for backing Ecuador.', 'Chile BACKS Ecuador'],
    ] as const) {
      const attacks = told(text).filter((claim) => / (ATTACKED|BACKS) /.test(claim));
      assert.deepEqual(attacks, [deed]);
    }
  });
  it('are not whom promised goods are to stop', () => {
    assert.deepEqual(told('Italy has promised Libya five patrol boats to stop migrants.'), ['Italy PLEDGED_TO Libya']);
  });
});
