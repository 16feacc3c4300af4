import assert from 'node:assert/strict';
import { alike, said } from './shared-extractor.ts';

/** What is said: source, type, target, and `denied` where it is. */
type Row = readonly [text: string, source: string, type: string, target: string, denied?: 'denied'];

// what blocs, courts, votes and coups bring
const SAID: readonly Row[] = [
  [
    'A meeting between Togo\u2019s Gnassingbe and Benin\u2019s President Patrice Talon took place in Lome.',
    'Gnassingbe',
    'MET_WITH',
    'Talon',
  ],
  ['Peru and Chile were unable to agree on a border.', 'Peru', 'AGREES_WITH', 'Chile', 'denied'],
  ['Peru and Chile failed to find common ground.', 'Peru', 'AGREES_WITH', 'Chile', 'denied'],
  ['Malta failed to secure a majority to condemn Oman.', 'Malta', 'CONDEMNED', 'Oman', 'denied'],
  ['Most EU member states, including Malta and Latvia, recognise Kosovo.', 'Latvia', 'RECOGNIZES', 'Kosovo'],
  ['Several ASEAN nations, among them Laos, condemned Japan.', 'Laos', 'CONDEMNED', 'Japan'],
  ['Regional powers Nigeria and Ghana criticised Togo.', 'Ghana', 'CRITICIZED', 'Togo'],
  ['Benin\u2019s president was toppled in a coup on Monday.', 'military', 'OUSTED', 'Talon'],
  ['Soldiers seized power in Benin.', 'military', 'OUSTED', 'Benin'],
  [
    'Chad opposed the talks. Chad shut its embassy. Soldiers ousted Benin\u2019s president.',
    'Beninese',
    'OUSTED',
    'Talon',
  ],
  ['Laos put forward a motion. Oman and Mali abstained from the vote.', 'Mali', 'ABSTAINED_ON', 'motion'],
  ['Oman abstained from the vote on Haiti.', 'Oman', 'ABSTAINED_ON', 'vote'],
  ['The draft failed. Laos voted against it.', 'Laos', 'VOTED_AGAINST', 'draft'],
  ['Tunisia put off imposing sanctions on Libya.', 'Tunisia', 'SANCTIONED', 'Libya', 'denied'],
  ['Tunisia shied away from criticising Libya.', 'Tunisia', 'CRITICIZED', 'Libya', 'denied'],
  ['The Security Council met. The council members urged Sudan to talk.', 'Security Council', 'URGED', 'Sudan'],
  ['Niger, which is locked in a border dispute with Libya, hosted the talks.', 'Niger', 'DISAGREES_WITH', 'Libya'],
  ['Hungary withdrew its veto on Armenia.', 'Hungary', 'EASED_SANCTIONS_ON', 'Armenia'],
  ['Maltese premier Ana Vella said that Malta and Libya should talk.', 'Vella', 'DEMANDED_OF', 'Libya'],
  ['Hezbollah \u2013 backed by Iran \u2013 praised Yemen.', 'Hezbollah', 'PRAISED', 'Yemen'],
  ['The rebels, who are backed by Chad, seized the town.', 'rebels', 'SEIZED', 'town'],
];

const NOT_SAID: readonly (readonly [text: string, source: string, type: string, target: string])[] = [
  [
    'Talks between Togo\u2019s Gnassingbe and Benin\u2019s President Patrice Talon went on.',
    'Talon',
    'HOLDS_OFFICE',
    'Togo',
  ],
  ['Peru and Chile were not able to agree on a border.', 'Peru', 'AGREES_WITH', 'Chile'],
  ['Malta lacks the votes to suspend Oman.', 'Malta', 'SANCTIONED', 'Oman'],
  ['Laos failed to muster enough votes to censure Japan.', 'Laos', 'REJECTED', 'Japan'],
  ['Malta eased the fishing row with Tunisia.', 'Malta', 'EASED_SANCTIONS_ON', 'Tunisia'],
  ['Laos mustered the votes for a motion on Japan.', 'Laos', 'MOBILIZED_AGAINST', 'Japan'],
  ['Most EU member states, including Malta and Latvia, recognise Kosovo.', 'European Union', 'RECOGNIZES', 'Kosovo'],
  ['The Yemeni war has killed 40 Jordanians.', 'Yemen', 'ATTACKED', 'Jordan'],
  ['Benin\u2019s president was toppled in a failed coup.', 'military', 'OUSTED', 'Benin'],
  ['Oman condemned the bombing in Malta.', 'Oman', 'CONDEMNED', 'Malta'],
  ['Oman condemned the attack on Malta.', 'Oman', 'CONDEMNED', 'Malta'],
  [
    'President Luis Arce announced the recall of his ambassador to Peru.',
    'Arce',
    'RECALLED_AMBASSADOR_FROM',
    'Bolivia',
  ],
  ['Zelaya\u2019s ouster was criticized by Brazil.', 'Brazil', 'CRITICIZED', 'Manuel Zelaya'],
  ['Oman denounced the interference in the affairs of Malta.', 'Oman', 'CONDEMNED', 'Malta'],
  ['Discussions in Gabon between Egypt and Chad aimed at resolving a row.', 'Gabon', 'AGREES_WITH', 'Chad'],
  ['Maduro spoke on Twitter, where he assured that all is well.', 'Maduro', 'PLEDGED_TO', 'Twitter'],
  ['The rebels, who are backed by Chad, seized the town.', 'Chad', 'SEIZED', 'town'],
];

const polarities = (text: string, type: string, source: string, isTarget: (name: string) => boolean): string[] =>
  said(text)
    .filter((one) => one.type === type && alike(one.source, source) && isTarget(one.target))
    .map(({ claim }) => claim.polarity);

describe('blocs, votes and coups', () => {
  for (const [text, source, type, target, denied] of SAID)
    it(`${source} ${type} ${target} in “${text}”`, () =>
      assert.ok(polarities(text, type, source, (name) => alike(name, target)).includes(denied ?? 'affirmed')));

  for (const [text, source, type, target] of NOT_SAID)
    it(`no ${source} ${type} ${target} in “${text}”`, () =>
      assert.ok(!polarities(text, type, source, (name) => name === target).includes('affirmed')));

  it('takes of a list of demands none for a fact', () => {
    const text = 'The bloc called for a truce, a return to talks and the withdrawal of the Malian army from Libya.';
    assert.deepEqual(
      said(text)
        .filter(({ type }) => type === 'WITHDREW_FROM')
        .map(({ claim }) => claim.modality),
      ['demanded'],
    );
  });
});
