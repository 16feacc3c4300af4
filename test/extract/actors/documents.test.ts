import assert from 'node:assert/strict';
import { castOf } from '../../../server/extract/actors/find-cast.ts';
import type { Cast } from '../../../server/extract/cast.ts';
import type { Parse } from '../../../server/language/document.ts';
import { loadParser } from '../../../server/language/load-parser.ts';

interface Read {
  readonly parse: Parse;
  readonly cast: Cast;
}

describe('the cast of an article', () => {
  const parser = loadParser();
  const read = (text: string, published?: string): Read => {
    const parse = parser.parse(text);
    return { parse, cast: castOf({ parse, ...(published ? { published } : {}) }) };
  };
  /** Names meant by the nth occurrence of a word. */
  const meant = ({ parse, cast }: Read, word: string, occurrence = 1): readonly string[] => {
    const tokens = parse.tokens.flatMap((token, index) => (token.text === word ? [index] : []));
    const token = tokens[occurrence - 1];
    assert.notEqual(token, undefined, `no ${word} (${occurrence})`);
    return cast.actorsOf(token!).map((entity) => cast.entities[entity]!.name);
  };
  const people = ({ cast }: Read): readonly string[] =>
    cast.entities.filter((entity) => entity.kind === 'person').map((entity) => entity.name);

  const minister = read(
    'Norwegian Foreign Minister Ingrid Solheim flew to Nairobi on Monday. Solheim met Kenyan President Daniel Otieno. ' +
      'She praised his government and promised aid. Otieno thanked her. The two leaders agreed to meet again.',
    '2019-05-06',
  );
  it('joins a surname to the name given before', () => {
    assert.deepEqual(people(minister), ['Ingrid Solheim', 'Daniel Otieno']);
  });
  it('finds whom a pronoun means', () => {
    assert.deepEqual(meant(minister, 'She'), ['Ingrid Solheim']);
    assert.deepEqual(meant(minister, 'her'), ['Ingrid Solheim']);
  });
  it('finds the two leaders', () => {
    assert.deepEqual([...meant(minister, 'leaders')].sort(), ['Daniel Otieno', 'Ingrid Solheim']);
  });
  it('gives persons the country of the office', () => {
    const countries = minister.cast.entities.filter(({ kind }) => kind === 'person').map(({ country }) => country);
    assert.deepEqual(countries, ['NOR', 'KEN']);
  });
  it('reads offices with their bodies', () => {
    const { cast } = minister;
    const offices = cast.offices.map((office) => [
      cast.entities[office.person]!.name,
      office.title,
      cast.entities[office.body]!.name,
    ]);
    assert.deepEqual(offices, [
      ['Ingrid Solheim', 'Foreign Minister', 'Norway'],
      ['Daniel Otieno', 'President', 'Kenya'],
    ]);
  });

  const border = read(
    'Ethiopia and Eritrea signed a peace accord in Jeddah on Sunday. Both countries had fought a war over their border. ' +
      'The two sides also agreed to open embassies, and officials praised each other. Eritrea said it would send an envoy.',
    '2018-09-17',
  );
  it('finds both countries and the two sides', () => {
    assert.deepEqual(meant(border, 'countries'), ['Ethiopia', 'Eritrea']);
    assert.deepEqual(meant(border, 'sides'), ['Ethiopia', 'Eritrea']);
  });
  it('finds the country that “it” means', () => {
    assert.deepEqual(meant(border, 'it'), ['Eritrea']);
  });

  const variants = read(
    'Muammar Gaddafi threatened the city. Qaddafi later spoke on the radio. Gadhafi, the Libyan leader, blamed France.',
    '2011-03-18',
  );
  it('merges spellings of one name', () => {
    assert.deepEqual(people(variants), ['Muammar Gaddafi']);
  });

  const namesakes = read(
    'Maria Castillo of Peru met Jorge Castillo of Panama. Indian farmer Arun Sharma thanked Nepali minister Arun Sharma.',
  );
  it('keeps namesakes apart', () => {
    const ids = namesakes.cast.entities.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    assert.ok(ids.includes('person:maria-castillo:PER') && ids.includes('person:jorge-castillo:PAN'), ids.join());
  });

  const nominals = read(
    'French President Emmanuel Macron arrived in Beirut. The French president met Lebanese officials. ' +
      'NATO Secretary General Jens Stoltenberg called him. The NATO secretary general offered help, and the alliance sent engineers.',
    '2020-08-06',
  );
  it('finds the holder of an office by its nominal', () => {
    assert.deepEqual(meant(nominals, 'president'), ['Emmanuel Macron']);
    assert.deepEqual(meant(nominals, 'general'), ['Jens Stoltenberg']);
  });
  it('finds the organisation that “the alliance” means', () => {
    assert.deepEqual(meant(nominals, 'alliance'), ['NATO']);
  });

  const unnamed = read('The Russian president met the Turkish foreign minister in Sochi.', '2017-05-03');
  it('takes the holder of an office from the dated table where the text is silent', () => {
    assert.deepEqual(meant(unnamed, 'president'), ['Vladimir Putin']);
    assert.deepEqual(meant(unnamed, 'minister'), ['Mevlut Cavusoglu']);
    assert.ok(unnamed.cast.offices.some(({ background }) => background));
  });
  it('names the country alone where there is no date', () => {
    assert.deepEqual(meant(read('The Russian president met the envoy.'), 'president'), ['Russia']);
  });

  const past = read('Former Ghanaian President Kwesi Mensah joined then Finance Minister Ama Boateng of Togo.');
  it('marks offices of the past', () => {
    assert.deepEqual(
      past.cast.offices.map((office) => office.past),
      [true, true],
    );
  });

  const kingdom = read(
    'Saudi Arabia closed its border. The kingdom recalled its ambassador. His country would answer, said Iraqi envoy Sami Jabr.',
  );
  it('finds the kingdom and “his country”', () => {
    assert.deepEqual(meant(kingdom, 'kingdom'), ['Saudi Arabia']);
  });

  it('gives an official without a country that of the dateline, and joins surnames that stand alone', () => {
    const parse = parser.parse(
      'Foreign Minister Elena Kostova spoke with U.S. Secretary of State Antony Blinken by telephone. Kostova thanked Blinken. ' +
        'Hristo Penev, an army general, was there.',
    );
    const cast = castOf({ parse, published: '2022-02-01', dateline: { country: 'BGR', place: 'Sofia' } });
    const persons = cast.entities
      .filter(({ kind }) => kind === 'person')
      .map(({ name, country, role }) => [name, country, role]);
    assert.deepEqual(persons.slice(0, 2), [
      ['Elena Kostova', 'BGR', 'government'],
      ['Antony Blinken', 'USA', 'government'],
    ]);
    assert.deepEqual(persons[2], ['Hristo Penev', 'BGR', 'military']);
  });

  it('takes whoever heads a body between states for that body at that time', () => {
    const at = (published: string) => {
      const { cast } = read('Donald Tusk called for calm.', published);
      return cast.entities.find(({ name }) => name === 'Donald Tusk')?.country;
    };
    assert.equal(at('2016-07-12'), 'IGO');
    assert.equal(at('2012-07-12'), 'POL');
  });

  it('keeps capitals apart as actors and as places', () => {
    const { parse, cast } = read('Moscow expelled the envoys. The ministers met in Moscow.');
    const kinds = parse.tokens
      .flatMap((token, index) => (token.text === 'Moscow' ? [index] : []))
      .map((token) => {
        const mention = cast.mentions.find(({ head }) => head === token)!;
        return [cast.entities[mention.entity]!.kind, mention.weak];
      });
    assert.deepEqual(kinds, [
      ['country', false],
      ['place', true],
    ]);
  });

  it('makes proposals and events with a name, what they ask, and where', () => {
    const { parse, cast } = read('Brazil drafted a resolution condemning the coup in Honduras. The resolution passed.');
    const tokens = parse.tokens.flatMap((token, index) => (token.text === 'resolution' ? [index] : []));
    const [first, second] = tokens.map((token) => cast.thingOf(token, 'proposal'));
    assert.equal(first, second);
    assert.equal(cast.entities[first!]!.name, 'resolution condemning the coup in Honduras');
    assert.match(cast.entities[first!]!.asks ?? '', /^condemning the coup/);
    const event = cast.thingOf(
      parse.tokens.findIndex(({ text }) => text === 'coup'),
      'event',
    );
    assert.equal(cast.entities[event]!.placeId, 'country:HND');
  });

  it('takes the counterpart for the one of the state named, and a title without a country for the other side', () => {
    const talks = read('Angolan Foreign Minister Joao Neto met his Zambian counterpart on Monday.');
    assert.deepEqual(meant(talks, 'counterpart'), ['Zambia']);
    const protest = read(
      'Japan put new curbs on South Korea. Deputy Foreign Minister Han Ji-won summoned the Japanese ambassador.',
    );
    const han = protest.cast.entities.find((entity) => entity.name === 'Han Ji-won');
    assert.equal(han?.country, 'KOR');
  });

  it('finds “the pair”, and the ministers of both countries by name', () => {
    const pair = read('Lavrov and Fidan met in Ankara. The pair condemned the raid.');
    assert.deepEqual(meant(pair, 'pair'), ['Sergei Lavrov', 'Hakan Fidan']);
    const both = read(
      'Peru and Ecuador exchanged fire. The envoy spoke with the foreign ministers of both countries, Ana Paz and Luis Rey.',
    );
    assert.deepEqual(meant(both, 'ministers'), ['Ana Paz', 'Luis Rey']);
    const unnamed = read('Peru and Ecuador exchanged fire. The defence ministers of the two countries met on Friday.');
    assert.deepEqual(meant(unnamed, 'ministers'), ['Peru', 'Ecuador']);
  });

  it('takes an envoy summoned, and a junta that blames, for those of the side not named in the clause', () => {
    const withContext = ({ parse, cast }: Read, word: string): readonly string[] => {
      const token = parse.tokens.findIndex(({ text }) => text === word);
      return cast.meant(token, { context: true }).map(({ entity }) => cast.entities[entity]!.country ?? '-');
    };
    const shoal = read('A Chinese ship rammed a Philippine boat. Manila summoned the ambassador.');
    assert.deepEqual(withContext(shoal, 'ambassador'), ['CHN']);
    const blame = read('Armed men killed nine people in Burkina Faso. The junta blamed Mali.');
    assert.deepEqual(withContext(blame, 'junta'), ['BFA']);
    assert.deepEqual(withContext(read('A Turkish court jailed a Kurdish lawmaker.'), 'lawmaker'), ['TUR']);
    assert.deepEqual(withContext(read('A Greek court jailed a Kurdish lawmaker.'), 'lawmaker'), []);
  });

  it('gives every mention a range of the text that names it', () => {
    for (const { parse, cast } of [minister, border, nominals, kingdom])
      for (const entity of cast.entities)
        for (const [start, end] of entity.mentions) assert.ok(parse.text.slice(start, end).trim().length > 0);
  });

  it('is the same twice', () => {
    const text = 'Chad and Niger signed a pact. Both sides praised it.';
    assert.deepEqual(read(text).cast.entities, read(text).cast.entities);
  });

  it('survives text that is none', () => {
    for (const text of ['', ' \n ', '?!', '((((', 'the the the of of', '\u0000\ud800 x', 'A'.repeat(500)])
      assert.doesNotThrow(() => read(text, '2020-01-01'));
  });
});
