import assert from 'node:assert/strict';
import { createTextWidth } from '../../../web/graph/text-width.ts';

/** A context whose letters are as wide as the font says, and that notes what it is asked. */
const context = () => {
  const asked: string[] = [];
  return {
    asked,
    font: '',
    measureText(text: string) {
      asked.push(text);
      return { width: text.length * Number.parseFloat(this.font.split(' ')[1]!) } as TextMetrics;
    },
  };
};

describe('the width of names', () => {
  it('is summed up from letters, each measured once a font', () => {
    const canvas = context();
    const { measure } = createTextWidth(canvas, () => 'sans');
    assert.equal(measure('Ana', 10, false), 30);
    assert.equal(measure('Anna', 10, false), 40);
    assert.deepEqual(canvas.asked, ['A', 'n', 'a']);
    assert.equal(measure('Ana', 12, true), 36);
    assert.equal(canvas.asked.length, 6);
  });

  it('is measured whole where letters join', () => {
    const canvas = context();
    const { measure } = createTextWidth(canvas, () => 'sans');
    assert.equal(measure('سوريا', 10, false), 50);
    assert.deepEqual(canvas.asked, ['سوريا']);
  });

  it('is measured anew with another typeface', () => {
    const canvas = context();
    const { measure, forget } = createTextWidth(canvas, () => 'sans');
    measure('a', 10, false);
    forget();
    measure('a', 10, false);
    assert.equal(canvas.asked.length, 2);
  });
});
