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
  it('is by an army and rebels those of the state whose fighters the text names, though it was written next door', () => {
    const found = told(
      'NAIROBI, Kenya — Somali Defense Minister Abdulkadir Nur met envoys on Monday. Al-Shabaab rejected the offer.\n\nA coalition of rebel groups has taken three towns from the army since May. Turkey, a friend of both, brokered a truce between them; each accused the other of breaking it.',
    );
    for (const claim of [
      'Turkey MEDIATED Somali rebels',
      'Turkey MEDIATED Somali military',
      'Somali military ACCUSED Somali rebels',
    ])
      assert.ok(found.includes(claim), claim);
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

describe('whose act a clause tells', () => {
  it('is, of what somebody is sentenced for, the one who is sentenced', () => {
    const found = told(
      'A court in Vienna had sentenced the Serbian agent to life in prison in 2019 for killing a Bosnian exile.',
    );
    assert.ok(found.some((claim) => /^Serbia.* ATTACKED Bosnian/.test(claim)));
    assert.ok(!found.some((claim) => /^Austrian.* ATTACKED/.test(claim)));
    assert.ok(
      told('Denmark convicted a Russian spy of poisoning a Ukrainian journalist.').some((claim) =>
        /^Russian spies ATTACKED/.test(claim),
      ),
    );
  });
  it('is, of a second utterance behind a comma, that of who said the first', () => {
    assert.ok(
      told(
        'Amnesty International said that Nigerian soldiers had fired at boats, and called on the defence ministry to investigate.',
      ).some((claim) => /^Amnesty International URGED/.test(claim)),
    );
    assert.ok(
      told(
        'Doctors Without Borders said that Chadian soldiers had shelled a hospital of the Sudanese army, and urged the African Union to act.',
      ).includes('Doctors Without Borders URGED African Union'),
    );
  });
  it("is the offerer's, of an infinitive that looks like a noun", () => {
    const found = told(
      'Kenyan President William Ruto and Ugandan President Yoweri Museveni quarrelled. Tanzania offered to host talks between the two leaders.',
    );
    assert.ok(found.includes('Tanzania HOSTED William Ruto') && found.includes('Tanzania HOSTED Yoweri Museveni'));
    const hosts = told('Norway offered to host negotiations between Chad and Sudan.');
    assert.ok(hosts.includes('Norway HOSTED Chad') && hosts.includes('Norway HOSTED Sudan'));
  });
});

describe('whose envoy somebody is', () => {
  it('is of the body or state that the sentence, or the one before, is about', () => {
    const ofBody = told(
      'The United Nations welcomed the work of the negotiators. Its envoy, Jamal Haddad, had warned Libyan leaders.',
    );
    assert.ok(ofBody.includes('Jamal Haddad HOLDS_OFFICE United Nations'));
    const chief = told(
      'The European Union promised Somalia grain. Its foreign policy chief, Jamal Haddad, met President Hassan Sheikh Mohamud.',
    );
    assert.ok(chief.includes('Jamal Haddad HOLDS_OFFICE European Union'));
  });
  it('is, told behind what is said, of the state that it is said of', () => {
    const found = told(
      'Tokyo will resume the financing of ten projects, its ambassador, Kenji Mori, told Foreign Minister Ali Sabry of Sri Lanka.',
    );
    assert.ok(found.includes('Kenji Mori HOLDS_OFFICE Japan'));
  });
});

describe('what a bare auxiliary tells', () => {
  const stances = (text: string): readonly string[] =>
    said(text).map(({ source, type, target, claim }) => `${source} ${type} ${target} ${claim.polarity}`);
  it('is that others do what one does not', () => {
    const found = stances('Spain does not recognize Kosovo. Germany and France do.');
    assert.ok(found.includes('Spain RECOGNIZES Kosovo denied'));
    assert.ok(found.includes('Germany RECOGNIZES Kosovo affirmed'));
    assert.ok(found.includes('France RECOGNIZES Kosovo affirmed'));
  });
  it('is that others do not do what one does', () => {
    assert.ok(stances('Chad recognizes Taiwan; Kenya does not.').includes('Kenya RECOGNIZES Taiwan denied'));
  });
});

describe('help that had been ended', () => {
  it('is no help, right behind its perfect', () => {
    assert.deepEqual(told('Japan had frozen loans to Chad.'), ['Japan SUSPENDED_AID_TO Chad']);
    assert.deepEqual(told('Norway had cancelled grants to Malawi.'), ['Norway SUSPENDED_AID_TO Malawi']);
  });
  it('may be credits', () => {
    assert.deepEqual(told('Germany has suspended credits to Chad.'), ['Germany SUSPENDED_AID_TO Chad']);
  });
});
