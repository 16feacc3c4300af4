import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RELATIONS } from '../../graph-schema/relations.ts';
import { ontologyPage } from '../../server/extract/measure/ontology-page.ts';

describe('docs/ontology.md', () => {
  it('is what npm run docs makes of the records', () => {
    const page = readFileSync(new URL('../../docs/ontology.md', import.meta.url), 'utf8');
    assert.equal(page, ontologyPage(), 'run npm run docs');
  });

  it('has a section for every relation', () => {
    const page = ontologyPage();
    for (const { name } of RELATIONS) assert.ok(page.includes(`### ${name}\n`), name);
  });
});
