import assert from 'node:assert/strict';
import { stillServes } from '../../../web/graph/coverage.ts';

const size = { width: 1000, height: 600 };
const painted = { k: 1, x: 0, y: 0 };
/** A graph that reaches far beyond the screen on all sides. */
const wide = { left: -9000, top: -9000, right: 9000, bottom: 9000 };

describe('a picture that is moved', () => {
  it('serves as long as its margin covers what comes into view', () => {
    assert.equal(stillServes(painted, { k: 1, x: 150, y: -150 }, 180, size, wide), true);
    assert.equal(stillServes(painted, { k: 1, x: 190, y: 0 }, 180, size, wide), false);
    assert.equal(stillServes(painted, { k: 1, x: 0, y: -190 }, 180, size, wide), false);
  });

  it('serves where only empty paper comes into view', () => {
    const small = { left: 300, top: 200, right: 700, bottom: 400 };
    assert.equal(stillServes(painted, { k: 1, x: 260, y: 0 }, 180, size, small), true);
  });

  it('is not stretched or shrunk beyond what can be looked at', () => {
    assert.equal(stillServes(painted, { k: 1.2, x: -100, y: -60 }, 180, size, wide), true);
    assert.equal(stillServes(painted, { k: 1.5, x: -250, y: -150 }, 180, size, wide), false);
    assert.equal(stillServes(painted, { k: 0.7, x: 150, y: 90 }, 180, size, wide), false);
  });
});
