import assert from 'node:assert/strict';
import type { Claim, Entity } from '../../graph-schema/claim.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import { articleId, claimId } from '../../graph-schema/ids.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { RelationType } from '../../graph-schema/relations.ts';
import { draw } from '../../server/draw/draw.ts';

const ENTITIES: readonly Omit<Entity, 'mentions'>[] = [
  { id: 'country:USA', name: 'United States', kind: 'country', country: 'USA', aliases: [] },
  { id: 'country:RUS', name: 'Russia', kind: 'country', country: 'RUS', aliases: [] },
  { id: 'country:GBR', name: 'United Kingdom', kind: 'country', country: 'GBR', aliases: [] },
  { id: 'country:FRA', name: 'France', kind: 'country', country: 'FRA', aliases: [] },
  { id: 'country:DEU', name: 'Germany', kind: 'country', country: 'DEU', aliases: [] },
  { id: 'person:ada-ray', name: 'Ada Ray', kind: 'person', aliases: ['Ray'] },
  { id: 'person:ivan-orlov', name: 'Ivan Orlov', kind: 'person', aliases: [] },
  { id: 'proposal:resolution', name: 'resolution', kind: 'proposal', aliases: [], asks: 'an inquiry' },
];

/** A reading of one sentence with the claims given; the sentence is the evidence of all. */
const says = (
  sentence: string,
  claims: readonly (Partial<Claim> & { type: RelationType; source: string; target: string })[],
  article: { source?: string; published?: string } = {},
): Reading => {
  const id = articleId(sentence);
  return {
    article: { id, text: sentence, published: '2017-04-13', source: 'Sample Herald', ...article },
    entities: ENTITIES.map((entity) => ({ ...entity, mentions: [] })),
    claims: claims.map((claim) => {
      const whole: Omit<Claim, 'id'> = {
        articleId: id,
        polarity: 'affirmed',
        modality: 'fact',
        occurredFrom: '2017-04-12',
        occurredTo: '2017-04-12',
        precision: 'day',
        dateFrom: 'explicit',
        quote: sentence,
        start: 0,
        end: sentence.length,
        trigger: { start: 0, end: 1 },
        confidence: 0.8,
        rule: 'by hand',
        extractor: 'test 1',
        ...claim,
      };
      return { ...whole, id: claimId({ ...whole }) };
    }),
  };
};

const edgesOf = (readings: readonly Reading[], type: RelationType): readonly GraphEdge[] =>
  draw(readings).edges.filter((edge) => edge.type === type);

const MET = { type: 'MET_WITH', source: 'person:ada-ray', target: 'person:ivan-orlov', plover: 'CONSULT' } as const;

describe('the drawing', () => {
  it('makes one edge of five articles on one meeting, and two of two meetings', () => {
    const five = [1, 2, 3, 4, 5].map((at) =>
      says(`Ray met Orlov, outlet number ${at} of five says today.`, [MET], { source: `Outlet ${at}` }),
    );
    const [edge, ...more] = edgesOf(five, 'MET_WITH');
    assert.deepEqual(more, []);
    assert.deepEqual([edge?.claims, edge?.sources, edge?.outlets.length], [5, 5, 5]);
    const later = says('Ray met Orlov again.', [{ ...MET, occurredFrom: '2017-06-01', occurredTo: '2017-06-01' }]);
    assert.equal(edgesOf([...five, later], 'MET_WITH').length, 2);
  });

  it('counts one outlet once, and one wire report once at however many outlets', () => {
    const report =
      'Ada Ray met Ivan Orlov on Wednesday for talks about the border, the harbour, grain and the two jailed reporters, officials of both sides said after the end of the meeting';
    const wire = ['A', 'B', 'C'].map((source) => says(`${report}. ${source}`, [MET], { source }));
    assert.equal(edgesOf(wire, 'MET_WITH')[0]?.sources, 1);
    const own = says('According to our own reporter Ray and Orlov talked.', [MET], { source: 'A' });
    assert.equal(edgesOf([...wire, own], 'MET_WITH')[0]?.sources, 2);
    const twice = ['One report of Ray and Orlov.', 'Quite another story about these two people.'].map((text) =>
      says(text, [MET], { source: 'A' }),
    );
    assert.equal(edgesOf(twice, 'MET_WITH')[0]?.sources, 1);
  });

  it('stores a symmetric relation once, in the order of ids, whichever end comes first', () => {
    const back = { ...MET, source: MET.target, target: MET.source };
    const edges = edgesOf([says('Ray met Orlov.', [MET]), says('Orlov met Ray.', [back])], 'MET_WITH');
    assert.deepEqual(
      edges.map((edge) => [edge.source, edge.target]),
      [[MET.source, MET.target]],
    );
  });

  it('weighs by the class of what was said, not by the name of the relation', () => {
    const refused = says('Orlov refused to meet Ray.', [{ ...MET, modality: 'refused', plover: 'REJECT' }]);
    const met = says('Ray met Orlov.', [MET]);
    const edges = edgesOf([refused, met], 'MET_WITH');
    assert.deepEqual(edges.map((edge) => [edge.modality, edge.quad, Math.sign(edge.goldstein)]).sort(), [
      ['fact', 'verbal-cooperation', 1],
      ['refused', 'verbal-conflict', -1],
    ]);
    const abstained = says('Germany abstained.', [
      { type: 'ABSTAINED_ON', source: 'country:DEU', target: 'proposal:resolution', plover: 'REJECT' },
    ]);
    assert.equal(edgesOf([abstained], 'ABSTAINED_ON')[0]?.goldstein, 0);
  });

  it('keeps a denial beside what it denies', () => {
    const edges = edgesOf(
      [says('They met.', [MET]), says('They did not meet.', [{ ...MET, polarity: 'denied' }])],
      'MET_WITH',
    );
    assert.deepEqual(edges.map((edge) => edge.polarity).sort(), ['affirmed', 'denied']);
  });

  it('rolls acts up to the country of the office held on that day', () => {
    const office = (target: string, officeFrom: string, officeTo: string) =>
      ({ type: 'HOLDS_OFFICE', source: 'person:ada-ray', target, title: 'minister', officeFrom, officeTo }) as const;
    const offices = says('Ray was minister of one country and then of another.', [
      office('country:GBR', '2010-01-01', '2015-12-31'),
      office('country:FRA', '2016-01-01', '2018-12-31'),
    ]);
    const [now] = edgesOf([offices, says('Ray met Orlov.', [MET])], 'MET_WITH');
    assert.equal(now?.source === 'person:ada-ray' ? now.sourceCountry : now?.targetCountry, 'FRA');
    const before = { ...MET, occurredFrom: '2012-05-01', occurredTo: '2012-05-01' };
    const [then] = edgesOf([offices, says('Ray met Orlov.', [before])], 'MET_WITH');
    assert.equal(then?.sourceCountry, 'GBR');
    assert.equal(edgesOf([offices], 'HOLDS_OFFICE').length, 2);
  });

  it('draws a gathering of five as one event with its parties, and no edges between them', () => {
    const all = ['USA', 'RUS', 'GBR', 'FRA', 'DEU'].map((iso3) => `country:${iso3}`);
    const pairs = all.flatMap((source, at) =>
      all.slice(at + 1).map((target) => ({ type: 'MET_WITH', source, target, plover: 'CONSULT' }) as const),
    );
    const { nodes, edges } = draw([says('The five met.', pairs)]);
    const event = nodes.find((node) => node.kind === 'event');
    assert.equal(event?.claimIds?.length, 10);
    assert.deepEqual(
      edges.map((edge) => [edge.type, edge.source, edge.target, edge.role]),
      edges.map((edge) => ['TOOK_PART_IN', edge.source, event?.id, 'party']),
    );
    assert.deepEqual(edges.map((edge) => edge.source).sort(), [...all].sort());
  });

  it('draws who hosted a meeting and where as an event of that edge', () => {
    const { nodes, edges } = draw([
      says('Ray met Orlov in France at the invitation of Germany.', [
        { ...MET, roles: { host: 'country:DEU', place: 'country:FRA' } },
      ]),
    ]);
    const event = nodes.find((node) => node.kind === 'event')!;
    assert.equal(event.name, 'Ada Ray met with Ivan Orlov, 2017-04-12');
    assert.equal(edges.find((edge) => edge.type === 'MET_WITH')?.eventId, event.id);
    assert.deepEqual(
      edges
        .filter((edge) => edge.type !== 'MET_WITH')
        .map((edge) => [edge.type, edge.source, edge.role ?? edge.target])
        .sort(),
      [
        ['LOCATED_IN', event.id, 'country:FRA'],
        ['TOOK_PART_IN', 'country:DEU', 'host'],
        ['TOOK_PART_IN', 'person:ada-ray', 'party'],
        ['TOOK_PART_IN', 'person:ivan-orlov', 'party'],
      ],
    );
  });

  it('calls an entity by its most frequent longest name', () => {
    const named = (name: string, text: string) => {
      const reading = says(text, []);
      return {
        ...reading,
        entities: reading.entities.map((entity) => (entity.id === 'person:ada-ray' ? { ...entity, name } : entity)),
      };
    };
    const readings = [named('Ray', 'One.'), named('Ray', 'Two.'), named('Ada Ray', 'Three.'), named('Lady Q', 'Four.')];
    const node = draw(readings).nodes.find((each) => each.id === 'person:ada-ray');
    assert.equal(node?.name, 'Ada Ray');
    assert.deepEqual(node?.aliases, ['Lady Q', 'Ray']);
  });

  it('marks offices that only the back-up tables tell of', () => {
    const office = {
      type: 'HOLDS_OFFICE',
      source: 'person:ada-ray',
      target: 'country:GBR',
      title: 'minister',
    } as const;
    const [table] = edgesOf(
      [says('One.', [{ ...office, background: true }]), says('Two.', [{ ...office, background: true }])],
      'HOLDS_OFFICE',
    );
    assert.deepEqual([table?.background, table?.claims, table?.sources, table?.claimIds.length], [true, 0, 0, 1]);
    const [said] = edgesOf(
      [says('One.', [{ ...office, background: true }]), says('Minister Ray.', [office])],
      'HOLDS_OFFICE',
    );
    assert.deepEqual([said?.background, said?.claims], [undefined, 1]);
  });
});
