import type { Claim, Entity, Modality, Polarity, Precision } from '../../graph-schema/claim.ts';
import { articleId, claimId, countryId, entityId } from '../../graph-schema/ids.ts';
import type { EntityKind, Role } from '../../graph-schema/kinds.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { isRelationType, type RelationType, relationOf } from '../../graph-schema/relations.ts';

/** Who and what the articles below speak of: key → kind, name, country, and the words that name it. */
const CAST: Readonly<
  Record<
    string,
    {
      kind: EntityKind;
      name: string;
      country?: string;
      role?: Role;
      words: readonly string[];
      asks?: string;
      on?: string;
    }
  >
> = {
  USA: {
    kind: 'country',
    name: 'United States',
    country: 'USA',
    words: ['the United States', 'The United States', 'Washington'],
  },
  RUS: { kind: 'country', name: 'Russia', country: 'RUS', words: ['Russia', 'Moscow'] },
  SYR: { kind: 'country', name: 'Syria', country: 'SYR', words: ['Syria', 'Damascus'] },
  IRN: { kind: 'country', name: 'Iran', country: 'IRN', words: ['Iran', 'Tehran'] },
  TUR: { kind: 'country', name: 'Turkey', country: 'TUR', words: ['Turkey', 'Ankara'] },
  CHN: { kind: 'country', name: 'China', country: 'CHN', words: ['China', 'Beijing'] },
  FRA: { kind: 'country', name: 'France', country: 'FRA', words: ['France', 'Paris'] },
  trump: {
    kind: 'person',
    name: 'Donald Trump',
    country: 'USA',
    role: 'government',
    words: ['Donald Trump', 'Mr Trump'],
  },
  tillerson: {
    kind: 'person',
    name: 'Rex Tillerson',
    country: 'USA',
    role: 'government',
    words: ['Rex Tillerson', 'Mr Tillerson'],
  },
  putin: {
    kind: 'person',
    name: 'Vladimir Putin',
    country: 'RUS',
    role: 'government',
    words: ['Vladimir Putin', 'Mr Putin'],
  },
  lavrov: {
    kind: 'person',
    name: 'Sergey Lavrov',
    country: 'RUS',
    role: 'government',
    words: ['Sergey Lavrov', 'Mr Lavrov'],
  },
  assad: {
    kind: 'person',
    name: 'Bashar al-Assad',
    country: 'SYR',
    role: 'government',
    words: ['Bashar al-Assad', 'Mr Assad', 'the Syrian president'],
  },
  stoltenberg: { kind: 'person', name: 'Jens Stoltenberg', words: ['Jens Stoltenberg'] },
  nato: { kind: 'organization', name: 'NATO', country: 'IGO', role: 'IGO', words: ['NATO'] },
  council: {
    kind: 'organization',
    name: 'United Nations Security Council',
    country: 'IGO',
    role: 'IGO',
    words: ['the Security Council'],
  },
  is: { kind: 'organization', name: 'Islamic State', role: 'rebels', words: ['Islamic State'] },
  draft: {
    kind: 'proposal',
    name: 'Draft resolution on Khan Shaykhun',
    words: ['the draft resolution'],
    asks: 'an inquiry into the attack',
  },
  attack: { kind: 'event', name: 'Khan Shaykhun chemical attack', words: ['the chemical attack'], on: '2017-04-04' },
  talks: { kind: 'event', name: 'Astana talks', words: ['the Astana talks'], on: '2017-01-23' },
};

const idOf = (key: string): string => {
  const one = CAST[key]!;
  return one.kind === 'country'
    ? countryId(one.country!)
    : entityId(one.kind, one.name, one.country?.length === 3 && one.country !== 'IGO' ? { country: one.country } : {});
};

/** Id in the graph of one of the cast. */
export const castId = idOf;

interface Said {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  /** The sentence, and the words in it that say the relation. */
  readonly sentence: string;
  readonly trigger: string;
  readonly when?: readonly [from: string, to: string, precision: Precision];
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly speaker?: string;
  readonly confidence?: number;
  readonly title?: string;
}

interface Told {
  readonly title: string;
  readonly source: string;
  readonly published: string;
  readonly url?: string;
  readonly says: readonly Said[];
  /** A sentence that is not read, and why. */
  readonly cut?: readonly [text: string, reason: string];
}

const day = (date: string): readonly [string, string, Precision] => [date, date, 'day'];

const TOLD: readonly Told[] = [
  {
    title: 'Tillerson in Moscow',
    source: 'Sample Wire',
    published: '2017-04-13',
    url: 'https://wire.example/2017/tillerson-in-moscow',
    cut: ['Sign up for our newsletter. ', 'boilerplate'],
    says: [
      {
        type: 'MET_WITH',
        from: 'tillerson',
        to: 'putin',
        sentence: 'Rex Tillerson met Vladimir Putin on Wednesday for two hours.',
        trigger: 'met',
        when: day('2017-04-12'),
      },
      {
        type: 'BACKS',
        from: 'RUS',
        to: 'assad',
        sentence: 'Russia stands by Bashar al-Assad and says so.',
        trigger: 'stands by',
      },
      {
        type: 'ACCUSED',
        from: 'USA',
        to: 'assad',
        sentence: 'The United States accused Mr Assad of ordering the chemical attack.',
        trigger: 'accused',
        when: ['2017-04-03', '2017-04-09', 'week'],
        speaker: 'tillerson',
      },
      {
        type: 'VETOED',
        from: 'RUS',
        to: 'draft',
        sentence: 'Russia vetoed the draft resolution the same day.',
        trigger: 'vetoed',
        when: day('2017-04-12'),
      },
      {
        type: 'HOSTED',
        from: 'trump',
        to: 'stoltenberg',
        sentence: 'Donald Trump received Jens Stoltenberg in Washington.',
        trigger: 'received',
        when: day('2017-04-12'),
      },
    ],
  },
  {
    title: 'Moscow and the Syrian president',
    source: 'Evening Sample',
    published: '2012-12-16',
    url: 'https://evening.example/moscow-and-damascus',
    says: [
      {
        type: 'BACKS',
        from: 'RUS',
        to: 'assad',
        sentence:
          'Moscow was not propping up the Syrian president, Sergey Lavrov said, but opposed his removal from outside.',
        trigger: 'propping up',
        polarity: 'denied',
        speaker: 'lavrov',
        confidence: 0.81,
        when: ['2012-12-01', '2012-12-31', 'month'],
      },
      {
        type: 'MET_WITH',
        from: 'lavrov',
        to: 'assad',
        sentence: 'Mr Lavrov met Mr Assad in February of that year.',
        trigger: 'met',
        when: ['2012-02-01', '2012-02-29', 'month'],
      },
    ],
  },
  {
    title: 'Strikes begin',
    source: 'Morning Sample',
    published: '2015-10-01',
    says: [
      {
        type: 'BACKS',
        from: 'RUS',
        to: 'SYR',
        sentence: 'Russia backs Syria with aircraft and advisers.',
        trigger: 'backs',
      },
      {
        type: 'ATTACKED',
        from: 'RUS',
        to: 'is',
        sentence: 'Russia struck Islamic State for the first time.',
        trigger: 'struck',
        when: day('2015-09-30'),
      },
      {
        type: 'CRITICIZED',
        from: 'USA',
        to: 'RUS',
        sentence: 'Washington criticised Moscow for the strikes.',
        trigger: 'criticised',
        when: day('2015-09-30'),
      },
      {
        type: 'ATTACKED',
        from: 'USA',
        to: 'is',
        sentence: 'The United States had struck Islamic State since 2014.',
        trigger: 'struck',
        when: ['2014-01-01', '2014-12-31', 'year'],
      },
    ],
  },
  {
    title: 'A jet is shot down',
    source: 'Sample Wire',
    published: '2015-11-25',
    says: [
      {
        type: 'ATTACKED',
        from: 'TUR',
        to: 'RUS',
        sentence: 'Turkey shot down a jet of Russia near the border.',
        trigger: 'shot down',
        when: day('2015-11-24'),
      },
      {
        type: 'SANCTIONED',
        from: 'RUS',
        to: 'TUR',
        sentence: 'Moscow imposed sanctions on Ankara within the week.',
        trigger: 'imposed sanctions',
        when: ['2015-11-23', '2015-11-29', 'week'],
      },
    ],
  },
  {
    title: 'Talks in Astana',
    source: 'Evening Sample',
    published: '2017-01-24',
    says: [
      {
        type: 'TOOK_PART_IN',
        from: 'RUS',
        to: 'talks',
        sentence: 'Russia, Turkey and Iran took part in the Astana talks.',
        trigger: 'took part',
        when: day('2017-01-23'),
      },
      {
        type: 'TOOK_PART_IN',
        from: 'TUR',
        to: 'talks',
        sentence: 'Russia, Turkey and Iran took part in the Astana talks.',
        trigger: 'took part',
        when: day('2017-01-23'),
      },
      {
        type: 'TOOK_PART_IN',
        from: 'IRN',
        to: 'talks',
        sentence: 'Russia, Turkey and Iran took part in the Astana talks.',
        trigger: 'took part',
        when: day('2017-01-23'),
      },
      {
        type: 'AGREES_WITH',
        from: 'RUS',
        to: 'TUR',
        sentence: 'Moscow and Ankara agreed to watch over a ceasefire.',
        trigger: 'agreed',
        when: day('2017-01-24'),
      },
    ],
  },
  {
    title: 'Help for Damascus',
    source: 'Morning Sample',
    published: '2013-06-10',
    says: [
      {
        type: 'AIDED',
        from: 'IRN',
        to: 'SYR',
        sentence: 'Iran lent Syria money and sent advisers.',
        trigger: 'lent',
        when: ['2013-01-01', '2013-12-31', 'year'],
      },
      {
        type: 'CRITICIZED',
        from: 'USA',
        to: 'IRN',
        sentence: 'Washington criticised Tehran for it.',
        trigger: 'criticised',
        when: day('2013-06-09'),
      },
      {
        type: 'ACCUSED',
        from: 'USA',
        to: 'SYR',
        sentence: 'The United States accused Syria of using gas.',
        trigger: 'accused',
        when: day('2013-06-09'),
      },
    ],
  },
  {
    title: 'Sanctions over Crimea',
    source: 'Sample Wire',
    published: '2014-03-18',
    says: [
      {
        type: 'SANCTIONED',
        from: 'USA',
        to: 'RUS',
        sentence: 'The United States put sanctions on Russia on Monday.',
        trigger: 'put sanctions',
        when: day('2014-03-17'),
      },
      {
        type: 'BACKS',
        from: 'CHN',
        to: 'RUS',
        sentence: 'China took the side of Russia in the debate.',
        trigger: 'took the side',
        when: day('2014-03-15'),
        confidence: 0.55,
      },
    ],
  },
  {
    title: 'Geneva: the arms are to go',
    source: 'Evening Sample',
    published: '2013-09-15',
    says: [
      {
        type: 'AGREES_WITH',
        from: 'USA',
        to: 'RUS',
        sentence: 'The United States and Russia agreed on how the arms of Syria are to be destroyed.',
        trigger: 'agreed',
        when: day('2013-09-14'),
      },
      {
        type: 'MET_WITH',
        from: 'lavrov',
        to: 'tillerson',
        sentence: 'Sergey Lavrov is to meet Rex Tillerson, it was planned later.',
        trigger: 'meet',
        modality: 'planned',
        when: day('2017-04-12'),
      },
    ],
  },
  {
    title: 'NATO and its largest member',
    source: 'Morning Sample',
    published: '2017-04-13',
    says: [
      {
        type: 'BACKS',
        from: 'USA',
        to: 'nato',
        sentence: 'Washington stands behind NATO, it was said.',
        trigger: 'stands behind',
        when: day('2017-04-12'),
      },
      {
        type: 'HOLDS_OFFICE',
        from: 'stoltenberg',
        to: 'nato',
        sentence: 'Jens Stoltenberg is secretary general of NATO.',
        trigger: 'secretary general',
        title: 'secretary general',
      },
      {
        type: 'HOLDS_OFFICE',
        from: 'trump',
        to: 'USA',
        sentence: 'Donald Trump is president of the United States.',
        trigger: 'president',
        title: 'president',
      },
      {
        type: 'HOLDS_OFFICE',
        from: 'putin',
        to: 'RUS',
        sentence: 'Vladimir Putin is president of Russia.',
        trigger: 'president',
        title: 'president',
      },
      {
        type: 'CRITICIZED',
        from: 'trump',
        to: 'assad',
        sentence: 'Donald Trump called Bashar al-Assad a butcher.',
        trigger: 'called',
        when: day('2017-04-12'),
      },
      {
        type: 'CRITICIZED',
        from: 'FRA',
        to: 'RUS',
        sentence: 'France criticised Russia after the vote in the Security Council.',
        trigger: 'criticised',
        when: day('2017-04-12'),
      },
    ],
  },
  {
    title: 'Again in Moscow',
    source: 'Sample Gazette',
    published: '2017-04-14',
    says: [
      {
        type: 'MET_WITH',
        from: 'tillerson',
        to: 'putin',
        sentence: 'Mr Tillerson met Mr Putin, the Gazette wrote, on 12 April.',
        trigger: 'met',
        when: day('2017-04-12'),
      },
      {
        type: 'BACKS',
        from: 'RUS',
        to: 'assad',
        sentence: 'Russia backs Bashar al-Assad, as before.',
        trigger: 'backs',
      },
      { type: 'BACKS', from: 'RUS', to: 'SYR', sentence: 'Moscow supports Damascus in the war.', trigger: 'supports' },
      {
        type: 'ACCUSED',
        from: 'USA',
        to: 'SYR',
        sentence: 'Washington accused Damascus of the chemical attack.',
        trigger: 'accused',
        when: day('2017-04-06'),
      },
    ],
  },
];

const readingOf = (told: Told): Reading => {
  const [cutText = '', reason = ''] = told.cut ?? [];
  const sentences = [...new Set(told.says.map((said) => said.sentence))];
  const text = cutText + sentences.join(' ');
  const id = articleId(text);
  const named = new Map<string, [number, number][]>();
  for (const [key, { words }] of Object.entries(CAST)) {
    const spans = words.flatMap((word) => {
      const found: [number, number][] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push([at, at + word.length]);
      return found;
    });
    if (spans.length > 0)
      named.set(
        key,
        spans.sort((a, b) => a[0] - b[0]),
      );
  }
  for (const said of told.says)
    for (const key of [said.from, said.to, said.speaker]) if (key && !named.has(key)) named.set(key, []);
  const entities = [...named].map(([key, mentions]): Entity => {
    const one = CAST[key]!;
    return {
      id: idOf(key),
      name: one.name,
      kind: one.kind,
      aliases: one.words.filter((word) => word !== one.name && !/^[Tt]he /.test(word)),
      mentions,
      ...(one.country ? { country: one.country } : {}),
      ...(one.role ? { role: one.role } : {}),
      ...(one.asks ? { asks: one.asks } : {}),
      ...(one.on ? { when: { occurredFrom: one.on, occurredTo: one.on, precision: 'day' as const } } : {}),
    };
  });
  const claims = told.says.map((said): Claim => {
    if (!isRelationType(said.type)) throw new Error(`no such relation: ${said.type}`);
    const start = text.indexOf(said.sentence);
    const at = text.indexOf(said.trigger, start);
    const relation = relationOf(said.type);
    const ends = {
      articleId: id,
      start,
      end: start + said.sentence.length,
      trigger: { start: at, end: at + said.trigger.length },
      type: said.type,
      source: idOf(said.from),
      target: idOf(said.to),
    };
    return {
      id: claimId(ends),
      ...ends,
      polarity: said.polarity ?? 'affirmed',
      modality: said.modality ?? 'fact',
      precision: said.when?.[2] ?? 'unknown',
      ...(said.when ? { occurredFrom: said.when[0], occurredTo: said.when[1], dateFrom: 'explicit' as const } : {}),
      ...(said.speaker ? { speaker: idOf(said.speaker) } : {}),
      ...(relation.plover ? { plover: relation.plover } : {}),
      ...(relation.cameo ? { cameo: relation.cameo } : {}),
      ...(said.title ? { title: said.title } : {}),
      quote: said.sentence,
      confidence: said.confidence ?? 0.9,
      rule: 'by hand',
      extractor: 'page tests 1',
    };
  });
  return {
    article: {
      id,
      text,
      title: told.title,
      source: told.source,
      published: told.published,
      language: 'en',
      ...(told.url ? { url: told.url } : {}),
      ...(told.cut ? { cut: [{ start: 0, end: cutText.length, reason }] } : {}),
    },
    entities,
    claims,
  };
};

/** A dozen short articles of our own with what they say, for the page's tests. */
export const READINGS: readonly Reading[] = TOLD.map(readingOf);
