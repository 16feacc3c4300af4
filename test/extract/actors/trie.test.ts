import assert from 'node:assert/strict';
import { growingNames, namesAt } from '../../../server/extract/actors/trie.ts';

describe('names that grow when asked for', () => {
  const made: string[] = [];
  const { names, add } = growingNames<string>();
  const put = (name: string, value: string): void =>
    add(name.split(' ')[0]!, () => {
      made.push(value);
      return [name.split(' '), value];
    });
  put('South Sudan', 'country');
  put('Sudan', 'country of the north');
  put('South', 'point of the compass');
  put('Sudan', 'region');

  it('are made for the first atoms of a text alone, once', () => {
    assert.deepEqual(namesAt(names, ['Chad', 'and', 'Mali'], 0), []);
    assert.deepEqual(made, []);
    namesAt(names, ['South', 'Sudan'], 0);
    namesAt(names, ['South', 'Sudan'], 0);
    assert.deepEqual(made, ['country', 'point of the compass']);
  });

  it('are found longest first, with their meanings in the order of the tables', () => {
    assert.deepEqual(namesAt(names, ['South', 'Sudan'], 0), [
      { end: 2, values: ['country'] },
      { end: 1, values: ['point of the compass'] },
    ]);
    assert.deepEqual(namesAt(names, ['SUDAN'], 0), [{ end: 1, values: ['country of the north', 'region'] }]);
  });
});
