import assert from 'node:assert/strict';
import { tableText } from '../../server/cli/print.ts';

describe('tables on a terminal', () => {
  it('align words to the left and numbers to the right', () => {
    assert.equal(
      tableText(
        ['who', 'acts'],
        [
          ['Alba', 7],
          ['Borduria', null],
          ['Syldavia', 120],
        ],
      ),
      ['who       acts', '────────  ────', 'Alba         7', 'Borduria', 'Syldavia   120'].join('\n'),
    );
  });

  it('fit the terminal: the widest column gives way, and what is cut says so', () => {
    const lines = tableText(['who', 'what'], [['Alba', 'one two three four five six seven eight']], 24).split('\n');
    assert.ok(lines.every((line) => line.length <= 24));
    assert.match(lines[2]!, /^Alba {2}one two three fou…$/);
  });
});
