import assert from 'node:assert/strict';
import { ROLES } from '../../../graph-schema/kinds.ts';
import { gazetteer } from '../../../server/extract/actors/gazetteer.ts';
import { listOf, readTable } from '../../../server/extract/actors/read-table.ts';

const isRole = (role: string | undefined): boolean => (ROLES as readonly string[]).includes(role ?? '');
const PARTIAL_DATE = /^(\d{4}(-\d{2}(-\d{2})?)?)?$/;

describe('the tables of actors', () => {
  const codes = new Set(readTable('countries.tsv').map((row) => row.iso3!));
  const isCountry = (code: string | undefined): boolean =>
    code === '' || code === 'IGO' || code === 'NGO' || codes.has(code ?? '');

  it('know every state by code, name, adjective and Wikidata id, once', () => {
    const rows = readTable('countries.tsv');
    assert.equal(codes.size, rows.length);
    assert.ok(rows.length >= 195);
    for (const row of rows) {
      assert.match(row.iso3!, /^[A-Z]{3}$/);
      assert.match(row.wikidata!, /^Q\d+$/, row.iso3);
      assert.ok(listOf(row.names).length > 0, row.iso3);
    }
  });

  it('know at least 300 organisations, each with a role and, where it has one, a country that exists', () => {
    const rows = readTable('organizations.tsv');
    assert.ok(rows.length >= 300);
    assert.equal(new Set(rows.map((row) => row.name)).size, rows.length);
    for (const row of rows) {
      assert.ok(isRole(row.role), `${row.name}: ${row.role}`);
      assert.ok(isCountry(row.country), `${row.name}: ${row.country}`);
    }
  });

  it('place every person and place in a country that exists', () => {
    for (const row of readTable('people.tsv'))
      assert.ok(row.name && row.country && isCountry(row.country) && isRole(row.role), row.name);
    for (const row of readTable('places.tsv')) assert.ok(row.name && isCountry(row.iso3), row.name);
  });

  it('date offices as exactly as known, the end never before the beginning, for persons that they know', () => {
    const people = new Set(readTable('people.tsv').map((row) => row.name));
    for (const row of readTable('offices.tsv')) {
      assert.ok(people.has(row.person), row.person);
      assert.match(row.from!, PARTIAL_DATE, row.person);
      assert.match(row.to!, PARTIAL_DATE, row.person);
      if (row.from && row.to)
        assert.ok(row.from.slice(0, row.to.length) <= row.to, `${row.person}: ${row.from} to ${row.to}`);
      if (row.body) assert.ok(gazetteer().organizationNamed.has(row.body), row.body);
    }
  });

  // before 1992 the Soviet Union and Russia, one code here, had a president each
  it('let no two presidents or prime ministers of a country hold office on the same days', () => {
    const rows = readTable('offices.tsv').filter((row) => /^(president|prime minister)$/.test(row.title!) && !row.body);
    for (const a of rows)
      for (const b of rows) {
        if (
          a === b ||
          a.country !== b.country ||
          a.title !== b.title ||
          a.from!.length < 10 ||
          b.from!.length < 10 ||
          b.from! < '1992'
        )
          continue;
        if (a.from! < b.from!) assert.ok(a.to && a.to <= b.from!, `${a.person} and ${b.person}: ${a.to} and ${b.from}`);
      }
  });

  it('give words and titles roles that exist', () => {
    for (const row of readTable('role-words.tsv')) assert.ok(isRole(row.role), row.lemma);
    for (const row of readTable('titles.tsv')) assert.ok(isRole(row.role), row.title);
  });
});
