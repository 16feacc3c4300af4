import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Claim, Entity } from '../../graph-schema/claim.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { sharedExtractor } from './shared-extractor.ts';

const FILE = fileURLToPath(new URL('../../../shared/articles/2017-04-13-boston-herald.txt', import.meta.url));
const present = existsSync(FILE);

describe(
  present ? 'the founding article' : 'the founding article (skipped: no ../shared/articles beside the checkout)',
  () => {
    let claims: readonly Claim[] = [];
    let entities = new Map<string, Entity>();

    before(function () {
      if (!present) this.skip();
      const text = readFileSync(FILE, 'utf8');
      const reading = sharedExtractor().extract({ id: articleId(text), text, published: '2017-04-13' });
      claims = reading.claims;
      entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
    });

    const named = (id: string, name: RegExp): boolean => name.test(entities.get(id)?.name ?? '');
    const found = (type: string, source: RegExp, target: RegExp): Claim[] =>
      claims.filter((claim) => claim.type === type && named(claim.source, source) && named(claim.target, target));
    const one = (type: string, source: RegExp, target: RegExp): Claim => {
      const [claim] = found(type, source, target).sort((a, b) =>
        (b.occurredFrom ?? '').localeCompare(a.occurredFrom ?? ''),
      );
      assert.ok(claim, `no ${type} of ${source} and ${target}`);
      return claim;
    };

    it('dates the meeting of Tillerson and Putin to the day before', () => {
      const claim = one('MET_WITH', /Tillerson/, /Putin/);
      assert.deepEqual([claim.occurredFrom, claim.occurredTo, claim.precision], ['2017-04-12', '2017-04-12', 'day']);
    });

    it('sends Tillerson to Moscow', () => {
      one('VISITED', /Tillerson/, /Moscow/);
    });

    it('has Russia back Assad and Trump criticize him', () => {
      one('BACKS', /Russia/, /Assad/);
      one('CRITICIZED', /Trump/, /Assad/);
    });

    it('has Russia veto the resolution, with its name and what it asks', () => {
      const claim = one('VETOED', /Russia/, /resolution/);
      const proposal = entities.get(claim.target)!;
      assert.equal(claim.occurredFrom, '2017-04-12');
      assert.equal(proposal.kind, 'proposal');
      assert.match(proposal.asks ?? '', /requiring Syria to cooperate/);
    });

    it('has Trump host Stoltenberg', () => {
      one('HOSTED', /Trump/, /Stoltenberg/);
    });

    it('has the United States and Russia agree on North Korea, as Tillerson says', () => {
      const claim = found('AGREES_WITH', /United States|Russia/, /United States|Russia/).find(
        ({ polarity }) => polarity === 'affirmed',
      );
      assert.ok(claim);
      assert.ok(named(claim.speaker ?? '', /Tillerson/));
    });

    it('has the United States accuse Assad, and Russia dispute it', () => {
      one('ACCUSED', /United States/, /Assad/);
      assert.ok(found('DENIED', /Russia/, /./).length > 0);
    });

    it('knows who holds which office', () => {
      for (const [person, body] of [
        [/Trump/, /United States/],
        [/Tillerson/, /United States/],
        [/Putin/, /Russia/],
        [/Lavrov/, /Russia/],
        [/Assad/, /Syria/],
        [/Stoltenberg/, /NATO/],
      ] as const)
        assert.ok(one('HOLDS_OFFICE', person, body).title);
    });

    it('has the chemical attack as an event in Syria, the week before', () => {
      const event = [...entities.values()].find(
        (entity) => entity.kind === 'event' && /chemical attack.*Syria/.test(entity.name),
      );
      assert.ok(event);
      assert.equal(event.placeId, 'country:SYR');
      assert.deepEqual([event.when?.occurredFrom, event.when?.occurredTo], ['2017-04-03', '2017-04-09']);
    });

    it('has no event of 2017 about Milosevic, Hussein or Gadhafi', () => {
      const past = /Milosevic|Hussein|Gad+h?af+i/;
      const told = claims.filter((claim) => claim.plover && (named(claim.source, past) || named(claim.target, past)));
      assert.ok(told.every((claim) => claim.modality === 'past'));
    });

    it('quotes every claim word for word', () => {
      const text = readFileSync(FILE, 'utf8');
      for (const claim of claims) {
        assert.equal(text.slice(claim.start, claim.end), claim.quote);
        assert.ok(claim.trigger.start >= claim.start && claim.trigger.end <= claim.end);
      }
    });

    it('says nothing that the text does not say', () => {
      const stated = [
        'MET_WITH Tillerson Putin',
        'VISITED Tillerson Moscow',
        'BACKS Russia Assad',
        'CRITICIZED Trump Assad',
        'VETOED Russia resolution',
        'HOSTED Trump Stoltenberg',
        'AGREES_WITH United Russia',
        'DISAGREES_WITH United Russia',
        'ACCUSED United Assad',
        'DENIED Russia',
        'ATTACKED Assad',
        'DEMANDED_OF United North',
        'DEMANDED_OF Russia North',
        'SPOKE_WITH Trump NATO',
        'SPOKE_WITH Trump Stoltenberg',
        'MET_WITH Trump Stoltenberg',
      ];
      for (const claim of claims.filter(({ plover }) => plover)) {
        const line = `${claim.type} ${entities.get(claim.source)!.name} ${entities.get(claim.target)!.name}`;
        const backwards = `${claim.type} ${entities.get(claim.target)!.name} ${entities.get(claim.source)!.name}`;
        const fits = stated.some((one) => {
          const [type, ...words] = one.split(' ');
          return [line, backwards].some((said) => said.startsWith(type!) && words.every((word) => said.includes(word)));
        });
        assert.ok(fits, `not in the text: ${line} (${claim.quote})`);
      }
    });
  },
);
