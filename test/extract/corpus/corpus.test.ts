import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import { MODALITIES, POLARITIES, PRECISIONS } from '../../../graph-schema/claim.ts';
import { fold } from '../../../graph-schema/fold.ts';
import { ENTITY_KINDS, ROLES } from '../../../graph-schema/kinds.ts';
import { PLOVER_CLASSES } from '../../../graph-schema/relation.ts';
import { RELATIONS } from '../../../graph-schema/relations.ts';
import type { Expected } from '../../../server/extract/measure/corpus.ts';

interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly phenomena: readonly string[];
  readonly expect: readonly Expected[];
  readonly allow?: readonly Expected[];
  readonly belonging?: boolean;
}
interface Thing {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country?: string;
  readonly role?: string;
  readonly aliases?: readonly string[];
  readonly optional?: boolean;
}
interface Report {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly entities: readonly Thing[];
  readonly claims: readonly Expected[];
  readonly allow: readonly Expected[];
  readonly events: readonly { readonly participants: readonly { readonly id: string }[] }[];
}

const folder = new URL('./', import.meta.url);
const list = (name: string, ending: string) =>
  readdirSync(new URL(name, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => new URL(`${name}${file}`, folder));
const sentences = list('sentences/', '.jsonl').flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence),
);
const reports = list('articles/', '.json').map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report);
const documented = new Set(
  /## Phenomena\n`([^`]+)`/.exec(readFileSync(new URL('README.md', folder), 'utf8'))?.[1]?.split(' '),
);

const types = new Map<string, boolean>(RELATIONS.map(({ name, symmetric }) => [name, symmetric]));
const belonging = RELATIONS.filter(({ quad }) => quad === 'belonging').map(({ name }) => name as string);
const codes = new Set([...Object.keys(countries.getAlpha3Codes()), 'XKX', 'IGO', 'NGO']);
const among = (values: readonly string[], value: string | undefined): boolean =>
  value === undefined || values.includes(value);

const checkExpected = (where: string, expected: Expected): void => {
  for (const type of [expected.type, ...(expected.or ?? [])]) assert.ok(types.has(type), `${where}: type ${type}`);
  for (const code of [expected.sourceCountry, expected.targetCountry, expected.speakerCountry])
    assert.ok(code === undefined || codes.has(code), `${where}: country ${code}`);
  assert.ok(among(POLARITIES, expected.polarity), `${where}: ${expected.polarity}`);
  assert.ok(among(MODALITIES, expected.modality), `${where}: ${expected.modality}`);
  assert.ok(among(PRECISIONS, expected.precision), `${where}: ${expected.precision}`);
  assert.ok(among(PLOVER_CLASSES, expected.plover), `${where}: ${expected.plover}`);
  assert.ok(among(ENTITY_KINDS, expected.targetKind), `${where}: ${expected.targetKind}`);
  if (belonging.includes(expected.type)) assert.equal(expected.plover, undefined, where);
  for (const day of [expected.occurredFrom, expected.occurredTo])
    assert.ok(day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day), `${where}: ${day}`);
  if (expected.occurredFrom !== undefined) assert.ok(expected.precision, `${where}: precision`);
  assert.ok((expected.occurredFrom ?? '') <= (expected.occurredTo ?? '9'), `${where}: from after to`);
};

/** Type and ends, a symmetric relation the same either way round. */
const keyOf = (expected: Expected): string => {
  const ends = [`${expected.source}/${expected.sourceCountry}`, `${expected.target}/${expected.targetCountry}`];
  if (types.get(expected.type)) ends.sort();
  return [expected.type, ...ends].join(' ');
};

describe('the corpus of sentences', () => {
  it('has at least 620 sentences, none twice', () => {
    assert.ok(sentences.length >= 620, `${sentences.length}`);
    assert.equal(new Set(sentences.map(({ id }) => id)).size, sentences.length);
    assert.equal(new Set(sentences.map(({ text }) => fold(text))).size, sentences.length);
  });

  it('says every relation of the ontology at least eight times', () => {
    for (const type of types.keys()) {
      const count = sentences.filter(({ expect }) => expect.some((expected) => expected.type === type)).length;
      assert.ok(count >= 5, `${type}: in ${count} sentences`);
    }
    for (const type of types.keys()) {
      const count = sentences.flatMap(({ expect }) => expect).filter((expected) => expected.type === type).length;
      assert.ok(count >= 8, `${type}: ${count} times`);
    }
  });

  it('has every modality and polarity', () => {
    const expected = sentences.flatMap(({ expect }) => expect);
    for (const modality of MODALITIES)
      assert.ok(expected.filter((one) => (one.modality ?? 'fact') === modality).length >= 8, modality);
    assert.ok(expected.filter((one) => one.polarity === 'denied').length >= 15);
  });

  it('has at least 60 sentences that state nothing', () => {
    assert.ok(sentences.filter(({ expect }) => expect.length === 0).length >= 60);
  });

  it('has speakers and times', () => {
    const expected = sentences.flatMap(({ expect }) => expect);
    assert.ok(expected.filter(({ speaker }) => speaker).length >= 30);
    assert.ok(expected.filter(({ occurredFrom }) => occurredFrom).length >= 30);
  });

  it('uses only documented phenomena, and each of them', () => {
    const used = new Set(sentences.flatMap(({ phenomena }) => phenomena));
    assert.deepEqual(
      [...used].filter((one) => !documented.has(one)),
      [],
    );
    assert.deepEqual(
      [...documented].filter((one) => !used.has(one)),
      [],
    );
  });

  it('expects what the schema knows, each once', () => {
    for (const { id, expect, allow = [], belonging: judged } of sentences) {
      for (const expected of [...expect, ...allow]) checkExpected(id, expected);
      assert.equal(new Set(expect.map(keyOf)).size, expect.length, id);
      assert.equal(judged ?? false, id.startsWith('belonging-'), id);
      if (!judged) assert.ok(!expect.some(({ type }) => belonging.includes(type)), id);
    }
  });
});

describe('the corpus of articles', () => {
  it('has at least 20 articles of 120 to 350 words', () => {
    assert.ok(reports.length >= 20, `${reports.length}`);
    for (const { id, text } of reports) {
      const words = text.split(/\s+/).length;
      assert.ok(words >= 120 && words <= 350, `${id}: ${words} words`);
    }
  });

  it('names its entities as the text does', () => {
    for (const { id, text, entities } of reports) {
      assert.equal(new Set(entities.map((one) => one.id)).size, entities.length, id);
      const folded = fold(text);
      for (const one of entities) {
        assert.ok(among(ENTITY_KINDS, one.kind) && among(ROLES, one.role), `${id}: ${one.name}`);
        assert.ok(one.country === undefined || codes.has(one.country), `${id}: ${one.name}`);
        if (one.kind === 'country' || one.optional) continue;
        const known = [one.name, ...(one.aliases ?? [])].some((name) => folded.includes(fold(name)));
        assert.ok(known, `${id}: ${one.name} is not in the text`);
      }
    }
  });

  it('ties claims and events to its entities', () => {
    for (const { id, entities, claims, allow, events } of reports) {
      const known = new Set(entities.map((one) => one.id));
      for (const claim of [...claims, ...allow]) {
        checkExpected(id, claim);
        for (const end of [claim.source, claim.target, claim.speaker ?? claim.source])
          assert.ok(known.has(end), `${id}: ${end}`);
      }
      assert.equal(new Set(claims.map(keyOf)).size, claims.length, id);
      for (const { participants } of events)
        for (const one of participants) assert.ok(known.has(one.id), `${id}: ${one.id}`);
      assert.ok(claims.length >= 8, `${id}: ${claims.length} claims`);
    }
  });
});
