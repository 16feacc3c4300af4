import assert from 'node:assert/strict';
import { type Bundle, bundleEngine } from './bundle.ts';

describe('the engine as a page gets it', function () {
  this.timeout(60_000);
  let bundle: Bundle;
  before(async () => {
    bundle = await bundleEngine(); // fails where anything asks for a module of Node
  });

  it('has at most 60 kB zipped, without what is loaded when used', () => {
    const size = bundle.zipped(bundle.atOnce);
    console.log(
      `      ${(size / 1000).toFixed(1)} kB zipped at once, ${(bundle.zipped([...bundle.files.keys()]) / 1000).toFixed(1)} kB with all`,
    );
    assert.ok(size <= 60_000, `${size} bytes`);
  });

  it('loads dates and regular expressions only when used', () => {
    const sources = bundle.atOnce.flatMap(bundle.sourcesOf);
    assert.ok(sources.some((one) => one.endsWith('server/cypher/engine.ts')));
    assert.deepEqual(
      sources.filter((one) => one.includes('node_modules') || /cypher\/temporal\//.test(one)),
      [],
    );
    const later = [...bundle.files.keys()].filter((name) => !bundle.atOnce.includes(name)).flatMap(bundle.sourcesOf);
    assert.ok(later.some((one) => /cypher\/temporal\//.test(one)));
    assert.ok(later.some((one) => one.includes('node_modules/re2js/')));
  });

  it('has no clause that writes', () => {
    const sources = [...bundle.files.keys()].flatMap(bundle.sourcesOf);
    assert.deepEqual(
      sources.filter((one) => one.includes('cypher/write/')),
      [],
    );
  });

  it('needs nothing of the rest of the program', () => {
    const sources = [...bundle.files.keys()].flatMap(bundle.sourcesOf);
    assert.deepEqual(
      sources.filter((one) => !/^(server\/cypher|node_modules\/re2js)\//.test(one)),
      [],
    );
  });
});
