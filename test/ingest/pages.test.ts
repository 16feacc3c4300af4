import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { boilerplateOf, withoutCuts } from '../../server/ingest/boilerplate.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import { readText } from '../../server/ingest/formats/text.ts';

const folder = new URL('./pages/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5));

describe('web pages', () => {
  it('are here in the manner of at least forty publishing systems', () => assert.ok(names.length >= 40));

  for (const name of names) {
    it(`${name.slice(3)}: gives the words of the article, its title and its date, and nothing else`, async () => {
      const wanted = readText(name, readFileSync(new URL(`${name}.txt`, folder), 'utf8'));
      const found = await openDocument(`${name}.html`, readFileSync(new URL(`${name}.html`, folder)));
      assert.equal(withoutCuts(found.text, boilerplateOf(found.text)), wanted.text.trim());
      assert.equal(found.title, wanted.title);
      assert.equal(found.published, wanted.published);
    });
  }
});
