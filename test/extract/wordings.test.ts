import assert from 'node:assert/strict';
import { alike, said } from './shared-extractor.ts';

// [text, source, type, target]
const SAID: readonly (readonly [string, string, string, string])[] = [
  // what a verb says with the clause, the adverb or the adjective below it
  ['Malta challenged Tunisia to open its files.', 'Malta', 'URGED', 'Tunisia'],
  ['Peru reminded Chile that it must pay.', 'Peru', 'URGED', 'Chile'],
  ['Benin spoke warmly of Togo.', 'Benin', 'PRAISED', 'Togo'],
  ['Benin spoke in favor of the Togolese offer.', 'Benin', 'BACKS', 'Togo'],
  ['Oman let three Yemeni drivers go.', 'Oman', 'RELEASED', 'Yemen'],
  ['Oman set free a Yemeni pilot.', 'Oman', 'RELEASED', 'Yemen'],
  ['Japan remains devoted to the security of Palau.', 'Japan', 'BACKS', 'Palau'],
  ['Amnesty International issued a study critical of Laos.', 'Amnesty International', 'CRITICIZED', 'Laos'],
  ['A Danish ship loaded with flour docked in Yemen.', 'Danish', 'AIDED', 'Yemen'],
  ['The Chilean envoy called on the Tongan king.', 'Chile', 'MET_WITH', 'Tonga'],
  // what is handed over: goods are given, people and captives let go
  ['Italy handed over two patrol boats to Tonga.', 'Italy', 'AIDED', 'Tonga'],
  ['Italy handed a cheque for the relief fund to Tonga.', 'Italy', 'AIDED', 'Tonga'],
  ['Italy handed over the captured pilot to Tonga.', 'Italy', 'RELEASED', 'Tonga'],
  ['Italy has transferred a second patrol boat to Tonga.', 'Italy', 'AIDED', 'Tonga'],
  ['Italy took countermeasures against Malta.', 'Italy', 'SANCTIONED', 'Malta'],
  ['Italy will take countermeasures against Malta.', 'Italy', 'SANCTIONED', 'Malta'],
  // state, holder and name of an office side by side
  ['The Danish ambassador to Laos Mette Holm spoke in Rome.', 'Mette Holm', 'HOLDS_OFFICE', 'Denmark'],
  ['Danish High Commissioner to Tonga Mette Holm called on the Prime Minister.', 'Denmark', 'MET_WITH', 'Tonga'],
  ['Deputy Prime Minister of Laos Azim Sombat praised Malta.', 'Laos', 'PRAISED', 'Malta'],
  // votes, and the members of those who cast them
  ['Two states, Oman and Togo, condemned the raid.', 'Togo', 'CONDEMNED', 'raid'],
  ['Ten countries condemned Chad, including Peru and Fiji.', 'Fiji', 'CONDEMNED', 'Chad'],
  ['Malta adopted the motion. Oman voted "yes".', 'Oman', 'VOTED_FOR', 'motion'],
  ['The text was approved in Geneva. Togo abstained.', 'Togo', 'ABSTAINED_ON', 'text'],
  // threats that are said as something else
  ['Mali told Niger to leave the post or face war.', 'Mali', 'THREATENED', 'Niger'],
  ['Mali said Niger would pay dearly.', 'Mali', 'THREATENED', 'Niger'],
  ['Mali said there would be consequences for Niger.', 'Mali', 'THREATENED', 'Niger'],
  ['Mali did not rule out air strikes on Niger.', 'Mali', 'THREATENED', 'Niger'],
  ['Mali reserved the right to pursue gunmen into Niger.', 'Mali', 'THREATENED', 'Niger'],
  ['Norway curbed the export of cod to Iceland.', 'Norway', 'SANCTIONED', 'Iceland'],
  ['A spokesman for the Taliban, Zabihullah Mujahid, praised Qatar.', 'Taliban', 'PRAISED', 'Qatar'],
  // talks that come to nothing, hostilities that are ended
  ['Talks between Gabon and Cameroon collapsed.', 'Gabon', 'DISAGREES_WITH', 'Cameroon'],
  ['Talks between Gabon and Cameroon ended without a deal.', 'Gabon', 'DISAGREES_WITH', 'Cameroon'],
  ['Gabon called a halt to its raids on Cameroon.', 'Gabon', 'EASED_SANCTIONS_ON', 'Cameroon'],
  // verbs that the parser reads as something else
  ['Oman armed Yemeni militias.', 'Oman', 'ARMED', 'Yemen'],
  ['Oman snubbed Yemeni mediators.', 'Oman', 'REJECTED', 'Yemen'],
  ['The text was co-sponsored by Fiji.', 'Fiji', 'VOTED_FOR', 'text'],
  ['Malta handed a suspect to Libya.', 'Malta', 'RELEASED', 'Libya'],
  // blame
  ['Ghana alleges that Togo stole its cattle.', 'Ghana', 'ACCUSED', 'Togo'],
  ['Togolese prosecutors demanded ten years in prison for a Ghanaian singer.', 'Togo', 'INVESTIGATES', 'Ghana'],
  // where places, bodies and happenings are, and who holds an office
  ['The port of Tartus lies in Syria.', 'Tartus', 'LOCATED_IN', 'Syria'],
  ['The headquarters of the Arab League are in Cairo.', 'Arab League', 'LOCATED_IN', 'Cairo'],
  ['An earthquake in western Nepal killed no one.', 'earthquake', 'LOCATED_IN', 'Nepal'],
  ['Ana Reis was named defence minister of Angola.', 'Ana Reis', 'HOLDS_OFFICE', 'Angola'],
  ['Maria Lopes serves as the envoy of Angola.', 'Maria Lopes', 'HOLDS_OFFICE', 'Angola'],
  ['Presidents Ana Reis of Angola and Jose Melo of Cape Verde met.', 'Jose Melo', 'HOLDS_OFFICE', 'Cape Verde'],
  ['The Estonian rower Mart Lepik came home.', 'Mart Lepik', 'CITIZEN_OF', 'Estonia'],
  // each to the other, groups that the text gives no country, talks beside what was promised in them
  ['Benin and Togo each recalled their ambassador.', 'Benin', 'RECALLED_AMBASSADOR_FROM', 'Togo'],
  [
    'The Mozambican government and the Islamist rebels signed a truce.',
    'Mozambique',
    'AGREED_CEASEFIRE_WITH',
    'Mozambican',
  ],
  ['The killing of two Beninese guards by gunmen shocked Cotonou.', 'gunmen', 'ATTACKED', 'Benin'],
  ['In talks with the Togolese premier, Benin promised cheap power.', 'Benin', 'MET_WITH', 'Togo'],
  ['Two Danish aid workers were released by a militia in Chad.', 'Chad', 'RELEASED', 'Danish'],
  ['Togolese army units were put on alert because of the fighting in Benin.', 'Togo', 'MOBILIZED_AGAINST', 'Benin'],
  ['Washington has armed Kurdish fighters since 2014.', 'United States', 'ARMED', 'Kurdish'],
  ['Peru dismissed as baseless a Chilean charge of spying.', 'Peru', 'REJECTED', 'Chile'],
  ['Malian soldiers and Tuareg rebels clashed near Kidal.', 'Malian', 'ATTACKED', 'Tuareg'],
  ['Ireland condemned the verdict.', 'Ireland', 'CONDEMNED', 'verdict'],
  ['Oman complained about Iranian jets and summoned the ambassador.', 'Oman', 'PROTESTED_TO', 'Iran'],
  ["Chad's deployment of tanks on the border with Sudan alarmed Cairo.", 'Chad', 'MOBILIZED_AGAINST', 'Sudan'],
  ['Qatar left OPEC.', 'Qatar', 'WITHDREW_FROM', 'OPEC'],
  ['The miners held by rebels thanked Gabon.', 'miners', 'PRAISED', 'Gabon'],
  ['Moscow denied any role in the hack, which Tallinn has blamed on it.', 'Russia', 'DENIED', 'Estonia'],
  ['The gunmen had seized a border crossing, the Chadian army said.', 'gunmen', 'SEIZED', 'crossing'],
  ['Laos is a signatory to the pact.', 'Laos', 'SIGNED', 'pact'],
  ['The buildup of Chadian troops near the Libyan border went on.', 'Chad', 'MOBILIZED_AGAINST', 'Libya'],
  ['The Maltese premier and the Cypriot minister conferred in Valletta.', 'Malta', 'MET_WITH', 'Cyprus'],
  ['The Omani minister travelled between Israel and Egypt.', 'Oman', 'VISITED', 'Egypt'],
  ['Egypt shared views with Jordan on Gaza.', 'Egypt', 'MET_WITH', 'Jordan'],
  ['Hundreds of Nepalis gathered outside the Indian embassy.', 'Nepali', 'PROTESTED_AGAINST', 'India'],
  ['Ukraine has trained and equipped Syrian rebels, an envoy said.', 'Ukraine', 'ARMED', 'Syria'],
  ['The resolution passed with 13 votes, while Kazakhstan abstained.', 'Kazakhstan', 'ABSTAINED_ON', 'resolution'],
  ['Bahrain boycotted Qatar.', 'Bahrain', 'BROKE_RELATIONS_WITH', 'Qatar'],
  ['Baku has moved artillery to the border, the Armenian ministry said.', 'Azerbaijan', 'MOBILIZED_AGAINST', 'Armenia'],
  ['Hanoi voiced concern over Chinese drilling near the islands.', 'Vietnam', 'CRITICIZED', 'China'],
  ['The reporter, whom Belarus had jailed, arrived in Vilnius.', 'Belarus', 'DETAINED', 'reporter'],
  // what courts, decrees and returned goods are to whom
  ['A Thai court approved the extradition of a Laotian dealer.', 'Thai', 'INVESTIGATES', 'Laos'],
  ['Gabon declared a curfew to begin at midnight.', 'Gabon', 'SANCTIONED', 'Gabon'],
  ['Denmark returned dozens of masks to Benin.', 'Denmark', 'YIELDED_TO', 'Benin'],
  ['Egypt imposed a blockade on Egyptian ports after a raid on Libyan smugglers.', 'Egypt', 'SANCTIONED', 'Egypt'],
  ['Togo recalled its consul from Ghana.', 'Togo', 'RECALLED_AMBASSADOR_FROM', 'Ghana'],
  // clauses that were read as something else
  [
    'Iran has threatened to close all borders with Armenia should the semi-autonomous region vote.',
    'Iran',
    'SANCTIONED',
    'Armenia',
  ],
  ['Egypt has supplied 60% of the military equipment Sudan has bought since May.', 'Egypt', 'AIDED', 'Sudan'],
];

// [text, a relation that it does not say]
const NOT_SAID: readonly (readonly [string, string])[] = [
  ['Mali did not rule out talks with Niger.', 'REJECTED'],
  ['Mali spoke of Niger at length.', 'SPOKE_WITH'],
  ['Gabon paused its strikes on Cameroon.', 'ATTACKED'],
  ['Talks between Gabon and Cameroon failed.', 'MET_WITH'],
  ['Students who marched against the Thai king were freed.', 'WITHDREW_FROM'],
  ['The envoy, who had criticized Chad and praised Niger, left.', 'PRAISED'],
  ['Israel denied UN claims that it had shelled the tower of Lebanon.', 'CRITICIZED'],
  ['Hezbollah held a rally in Beirut.', 'PROTESTED_AGAINST'],
  ['Spanish police searched two flats in Ceuta.', 'INVESTIGATES'],
  ['Emi Sato, who holds a Japanese passport, was freed.', 'DETAINED'],
  ['The shelling of a Finnish ship by gunmen killed two cooks.', 'MET_WITH'],
  ['Pakistan said India would regret the raid.', 'CRITICIZED'],
  ['The film met with applause in Seoul and with silence in Tokyo.', 'MET_WITH'],
  ['The miners\u2019 strike at the pit in Bolivia went on.', 'ATTACKED'],
  ['A bomb attack in the Pakistani city of Quetta killed nine people.', 'ATTACKED'],
  ['Gabon failed to persuade Chad.', 'REJECTED'],
  ['A Russian doll met a Chinese lantern in the tale.', 'MET_WITH'],
  ['The Laotian president inspected a parade near Hanoi.', 'INVESTIGATES'],
  ['The Laotian president praised Malta during his inspection of a rocket test.', 'INVESTIGATES'],
  ['Peru froze assets belonging to the Chilean central bank.', 'MEMBER_OF'],
  ['Cooperation with Interpol helped Ghana to find the ship.', 'AIDED'],
  ['A Canadian judge awarded a Ghanaian widow two million dollars.', 'AIDED'],
  ['Malta must continue military aid to Tunisia.', 'AIDED'],
  ['Togo and Benin signed a pact on rules for sharing secret intelligence.', 'SHARED_INTELLIGENCE_WITH'],
  ['A critic from Togo recalled two wars in Ghana.', 'RECALLED_AMBASSADOR_FROM'],
  ['Malta warned Tunisia in a letter that it would cut aid should Libya be given a seat.', 'DEMANDED_OF'],
  ['The semi-final between Chile and Peru was a battle.', 'ATTACKED'],
  ['Two post-Soviet wars in Chechnya left many scars.', 'ATTACKED'],
  ['Ghana warned the Togolese army that it would not tolerate a coup in Benin.', 'YIELDED_TO'],
];

/** Whether an end is who is meant or somebody of that state, whose adjective begins as its name does. */
const isOf = (name: string, end: string): boolean => alike(name, end) || name.slice(0, 3) === end.slice(0, 3);

describe('wordings', () => {
  for (const [text, source, type, target] of SAID)
    it(`${type} in “${text}”`, () => {
      const found = said(text);
      assert.ok(
        found.some((one) => one.type === type && isOf(one.source, source) && isOf(one.target, target)),
        found.map((one) => `${one.source} ${one.type} ${one.target}`).join('; '),
      );
    });

  for (const [text, type] of NOT_SAID)
    it(`no ${type} in “${text}”`, () => assert.ok(!said(text).some((one) => one.type === type)));
});
