import assert from 'node:assert/strict';
import { castOf } from '../../../server/extract/actors/find-cast.ts';
import { loadParser } from '../../../server/language/load-parser.ts';

// [sentence, head of the phrase, country, role, name]; a dash asks nothing
const PHRASES: readonly (readonly [string, string, string, string, string])[] = [
  // names, adjectives, seats and capitals that act
  ['Norway rejected the proposal on Tuesday.', 'Norway', 'NOR', 'government', 'Norway'],
  ['The Kremlin dismissed the claim.', 'Kremlin', 'RUS', 'government', 'Russia'],
  ['Downing Street welcomed the ruling.', 'Street', 'GBR', 'government', 'United Kingdom'],
  ['The Blue House said talks would go on.', 'House', 'KOR', 'government', 'South Korea'],
  ['Tehran warned its neighbours.', 'Tehran', 'IRN', 'government', 'Iran'],
  ['The deal angered Ankara.', 'Ankara', 'TUR', 'government', 'Turkey'],
  ['The Swedes backed the plan.', 'Swedes', 'SWE', '-', '-'],
  ['Burma freed the reporters.', 'Burma', 'MMR', 'government', 'Myanmar'],
  ['The DRC accused its neighbour.', 'DRC', 'COD', 'government', '-'],
  ['The U.S. criticised the vote.', 'U.S.', 'USA', 'government', 'United States'],
  // organs of state
  ['The State Department condemned the raid.', 'Department', 'USA', 'government', 'State Department'],
  ['The Knesset passed the bill.', 'Knesset', 'ISR', 'legislature', 'Knesset'],
  ['The Bundestag approved the mission.', 'Bundestag', 'DEU', 'legislature', 'Bundestag'],
  ['The U.S. Treasury froze his accounts.', 'Treasury', 'USA', 'government', '-'],
  ['Mossad killed the engineer.', 'Mossad', 'ISR', 'government', 'Mossad'],
  ['The IRGC seized a tanker.', 'IRGC', 'IRN', 'military', 'Islamic Revolutionary Guard Corps'],
  ['The FBI arrested the hacker.', 'FBI', 'USA', 'police', 'FBI'],
  // roles with a country beside them
  ['Israeli military officials denied the report.', 'officials', 'ISR', 'military', 'Israeli military'],
  ['Rebels in eastern Congo shelled the town.', 'Rebels', 'COD', 'rebels', 'Congolese rebels'],
  ['Police in Peru fired tear gas.', 'Police', 'PER', 'police', 'Peruvian police'],
  ['A court in Istanbul jailed the editor.', 'court', 'TUR', 'judiciary', 'Turkish courts'],
  ['Spanish lawmakers approved the budget.', 'lawmakers', 'ESP', 'legislature', 'Spanish parliament'],
  ['Iranian banks lost their licences.', 'banks', 'IRN', 'business', 'Iranian banks'],
  ['Chilean students marched again.', 'students', 'CHL', 'civilians', 'Chilean students'],
  ['Belarusian opposition leaders left Minsk.', 'leaders', 'BLR', 'opposition', 'Belarusian opposition'],
  ['Syrian refugees crossed the river.', 'refugees', 'SYR', 'civilians', 'Syrian refugees'],
  ['Kenyan soldiers entered the camp.', 'soldiers', 'KEN', 'military', 'Kenyan military'],
  ['The Kenyan army entered the camp.', 'army', 'KEN', 'military', 'Kenyan military'],
  ['Polish prosecutors opened a case.', 'prosecutors', 'POL', 'judiciary', '-'],
  ['Thai officials met the envoys.', 'officials', 'THA', 'government', 'Thailand'],
  ['The government of Malawi appealed for help.', 'government', 'MWI', 'government', 'Malawi'],
  ['Troops loyal to the Libyan commander advanced.', 'Troops', 'LBY', 'military', '-'],
  ["Ecuador's foreign ministry summoned the envoy.", 'ministry', 'ECU', 'government', 'Ecuadorian Foreign Ministry'],
  ['Two Danish journalists were expelled.', 'journalists', 'DNK', 'media', 'Danish media'],
  ['The Ukrainian parliament voted against it.', 'parliament', 'UKR', 'legislature', 'Ukrainian parliament'],
  ['Hundreds of protesters in Yerevan blocked the road.', 'Hundreds', 'ARM', 'civilians', '-'],
  ['Officials in Jakarta denied it.', 'Officials', 'IDN', 'government', 'Indonesia'],
  // bodies, parties, groups and firms of the whole world
  ['The Riksdag approved the bill.', 'Riksdag', 'SWE', 'legislature', '-'],
  ['The TNLA attacked the garrison.', 'TNLA', 'MMR', 'rebels', '-'],
  ['The Rwanda Defence Force denied the report.', 'Force', 'RWA', 'military', '-'],
  ['Viv Ansanm attacked the prison.', 'Ansanm', 'HTI', 'rebels', 'Viv Ansanm'],
  ['Sonatrach cut the price.', 'Sonatrach', 'DZA', 'business', 'Sonatrach'],
  ['The Kathmandu Post reported the raid.', 'Post', 'NPL', 'media', 'Kathmandu Post'],
  ['Cyprus said the Border Police had fired.', 'Police', 'CYP', 'police', '-'],
  // organisations between states, armed groups, companies
  ['The United Nations urged restraint.', 'Nations', 'IGO', 'IGO', 'United Nations'],
  ['The Security Council met on Friday.', 'Council', 'IGO', 'IGO', 'United Nations Security Council'],
  ['UN officials inspected the site.', 'officials', 'IGO', 'IGO', 'United Nations'],
  ['NATO troops trained the brigade.', 'troops', 'IGO', 'IGO', 'NATO'],
  ['The African Union suspended Mali.', 'Union', 'IGO', 'IGO', 'African Union'],
  ['The IAEA chief flew to Tehran.', 'chief', 'IGO', 'IGO', '-'],
  ['ECOWAS lifted the embargo.', 'ECOWAS', 'IGO', 'IGO', 'Economic Community of West African States'],
  ['Amnesty International accused the army.', 'International', 'NGO', 'NGO', 'Amnesty International'],
  ['The Red Cross delivered medicine.', 'Cross', 'NGO', 'NGO', 'International Committee of the Red Cross'],
  ['Hezbollah fired rockets.', 'Hezbollah', 'LBN', 'rebels', 'Hezbollah'],
  ['Taliban fighters attacked the post.', 'fighters', 'AFG', 'rebels', 'Taliban'],
  ['Boko Haram abducted the girls.', 'Haram', 'NGA', 'rebels', 'Boko Haram'],
  ['Al-Shabaab claimed the bombing.', 'Shabaab', 'SOM', 'rebels', 'Al-Shabaab'],
  ['The Houthis shelled the port.', 'Houthis', 'YEM', 'rebels', 'Houthis'],
  ['The M23 rebels took the airport.', 'rebels', 'COD', 'rebels', 'M23'],
  ['Huawei sued the ministry.', 'Huawei', 'CHN', 'business', 'Huawei'],
  ['Gazprom cut supplies.', 'Gazprom', 'RUS', 'business', 'Gazprom'],
  ['Islamic State commanders in eastern Syria fled.', 'commanders', 'SYR', 'rebels', '-'],
  // persons by name, title and office
  ['Angela Merkel hosted the summit.', 'Merkel', 'DEU', 'government', 'Angela Merkel'],
  ['Mr. Erdoğan rejected the offer.', 'Erdoğan', 'TUR', 'government', 'Recep Tayyip Erdogan'],
  ['Moammar Qaddafi threatened the town.', 'Qaddafi', 'LBY', 'government', 'Muammar Gaddafi'],
  ['Bashar Al Assad met the envoy.', 'Assad', 'SYR', 'government', 'Bashar al-Assad'],
  ['Iraqi Finance Minister Karim Nasrawi resigned.', 'Nasrawi', 'IRQ', 'government', 'Karim Nasrawi'],
  ['Karim Nasrawi, the Iraqi finance minister, resigned.', 'Nasrawi', 'IRQ', 'government', 'Karim Nasrawi'],
  ['President Tomas Vidal of Paraguay signed it.', 'Vidal', 'PRY', 'government', 'Tomas Vidal'],
  ["Bulgaria's prime minister, Petar Donev, signed it.", 'minister', 'BGR', '-', '-'],
  ['NATO Secretary General Jens Stoltenberg praised Oslo.', 'Stoltenberg', 'IGO', '-', 'Jens Stoltenberg'],
  ['UN envoy Laila Barrow met the rebels.', 'Barrow', 'IGO', '-', 'Laila Barrow'],
  // deeper in the phrase
  ['The testimony of Bolivian miners moved the court.', 'testimony', 'BOL', '-', '-'],
  ['A missile fired by the Israeli army hit the house.', 'missile', 'ISR', '-', '-'],
  ['A Saudi-led strike destroyed the bridge.', 'strike', 'SAU', '-', '-'],
  ['An appeal from the Vatican was ignored.', 'appeal', 'VAT', '-', '-'],
  ['Areas near Damascus were bombed.', 'Areas', 'SYR', '-', '-'],
];

// no actor: traps
const NOBODY: readonly (readonly [string, string])[] = [
  ['Chad Miller wrote a letter to his bank.', 'Miller'],
  ['Michael Jordan bought a house.', 'Jordan'],
  ['Israel Ramirez opened a shop.', 'Ramirez'],
  ['The Chinese restaurant closed early.', 'restaurant'],
  ['French fries are served cold.', 'fries'],
  ['The minister of the parish church preached.', 'minister'],
  ['They roasted a turkey for dinner.', 'turkey'],
  ['It is raining again.', 'It'],
  ['Talks ended without a result.', 'Talks'],
  ['The strike at the plant ended.', 'strike'],
  ['Paris Morgan sang two songs.', 'Morgan'],
  ['Tell us who did it.', 'us'],
];

describe('the actor of a noun phrase', () => {
  const parser = loadParser();
  const find = (text: string, word: string) => {
    const parse = parser.parse(text);
    const token = parse.tokens.findIndex((candidate) => candidate.text === word);
    assert.notEqual(token, -1, `no token ${word} in: ${text}`);
    const cast = castOf({ parse });
    const [entity] = cast.actorsOf(token);
    return entity === undefined ? undefined : cast.entities[entity];
  };

  for (const [text, word, country, role, name] of PHRASES)
    it(`${word} in “${text}” is of ${country}`, () => {
      const entity = find(text, word);
      assert.equal(entity?.country, country);
      if (role !== '-') assert.equal(entity?.role, role);
      if (name !== '-') assert.equal(entity?.name, name);
    });

  for (const [text, word] of NOBODY)
    it(`${word} in “${text}” is of no country`, () => {
      assert.equal(find(text, word)?.country, undefined);
    });

  it('takes the backer of a group for no more than a last resort', () => {
    const entity = find('Turkish-backed rebels in Syria advanced.', 'rebels');
    assert.equal(entity?.country, 'SYR');
  });

  it('gives both ends of a coordination when asked', () => {
    const parse = parser.parse('The leaders of France, Germany and Britain met in Rome.');
    const cast = castOf({ parse });
    const leaders = cast.actorsOf(1, { conjuncts: true }).map((entity) => cast.entities[entity]!.country);
    assert.deepEqual([...leaders].sort(), ['DEU', 'FRA', 'GBR']);
  });

  it('gives a Georgia in America to the United States', () => {
    const parse = parser.parse(
      'Voters in Georgia and Alabama went to the polls, the United States Senate race being close.',
    );
    const cast = castOf({ parse });
    const countries = new Set(cast.entities.map((entity) => entity.country));
    assert.ok(!countries.has('GEO'), [...countries].join());
  });
});
