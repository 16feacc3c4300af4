import assert from 'node:assert/strict';
import { RELATIONS, relationOf } from '../../graph-schema/relations.ts';
import { alike, said } from './shared-extractor.ts';

describe('the examples of the ontology', () => {
  for (const { name, example } of RELATIONS)
    it(`${name}: ${example.text}`, () => {
      const found = said(example.text);
      const right = found.some(
        ({ source, type, target }) =>
          type === name &&
          ((alike(source, example.source) && alike(target, example.target)) ||
            (relationOf(name).symmetric && alike(source, example.target) && alike(target, example.source))),
      );
      const list = found.map(({ source, type, target }) => `${source} ${type} ${target}`).join('; ');
      assert.ok(right, `found: ${list || 'nothing'}`);
    });
});
