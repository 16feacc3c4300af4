import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { assembleKernel } from '../../scripts/language/build-kernel.ts';
import { allocateConvolutionSpace, createConvolution } from '../../server/language/convolution.ts';
import type { Kernel } from '../../server/language/kernel.ts';
import { createScriptKernel } from '../../server/language/script-kernel.ts';
import { createWasmKernel } from '../../server/language/wasm-kernel.ts';

const SIZE = 300_000;

/** Runs the same work on both kernels over the same numbers and compares `count` results at the place it gives. */
function checkBoth(count: number, work: (kernel: Kernel) => number): void {
  const results = [createWasmKernel(SIZE), createScriptKernel(SIZE)].map((kernel) => {
    const random = seedrandom('kernel');
    for (let i = 0; i < SIZE; i++) kernel.floats[i] = random() - 0.5;
    const place = work(kernel);
    return kernel.floats.slice(place, place + count);
  });
  for (let i = 0; i < count; i++)
    assert.ok(Math.abs(results[0]![i]! - results[1]![i]!) < 1e-4, `${i}: ${results[0]![i]} and ${results[1]![i]}`);
  assert.ok(new Set(results[0]).size > count / 2, 'the results are all alike');
}

describe('the kernel', () => {
  it('is the committed source assembled', async () => {
    const committed = readFileSync(new URL('../../server/language/kernel.wasm', import.meta.url));
    assert.deepEqual(new Uint8Array(committed), new Uint8Array(await assembleKernel()));
  });

  it('multiplies matrices as the definition says', () => {
    const kernel = createWasmKernel(SIZE);
    const [a, weights, bias, out] = [kernel.allocate(8), kernel.allocate(24), kernel.allocate(8), kernel.allocate(32)];
    kernel.floats.set([1, 2, 3], a);
    for (let q = 0; q < 3; q++) for (let j = 0; j < 8; j++) kernel.floats[weights + q * 8 + j] = 10 * q + j;
    kernel.floats.fill(0.5, bias, bias + 8);
    kernel.multiply(a, 0, 1, { weights, bias, columns: 8, depth: 3 }, out, 8);
    const expected = Array.from({ length: 8 }, (_, j) => 0.5 + j + 2 * (10 + j) + 3 * (20 + j));
    assert.deepEqual([...kernel.floats.slice(out, out + 8)], expected);
  });

  it('multiplies alike in both forms', () => {
    checkBoth(8 * 16, (kernel) => {
      const matrix = { weights: kernel.allocate(1600), bias: kernel.allocate(16), columns: 16, depth: 96 };
      const out = kernel.allocate(12 * 16);
      kernel.multiply(kernel.allocate(12 * 96), 96, 8, matrix, out, 16);
      return out;
    });
  });

  it('convolves, normalizes and scores alike in both forms', () => {
    checkBoth(6 * 96, (kernel) => {
      const [x, inputs, pieces] = [kernel.allocate(960), kernel.allocate(4 * 384), kernel.allocate(8 * 288)];
      kernel.splitWindows(x, 3, inputs, 384);
      kernel.joinWindows(kernel.allocate(4 * 1152), 3, 1152, pieces);
      const gathered = kernel.allocate(6 * 288);
      const places = kernel.allocate(8);
      for (let i = 0; i < 8; i++) kernel.integers[places + i] = (i + 1) * 4 * 16;
      kernel.gatherWindows(places, 6, kernel.allocate(288), gathered);
      for (let i = 0; i < 4 * 384; i++)
        kernel.floats[pieces + i]! += kernel.floats[inputs + i]! + kernel.floats[gathered + i]!;
      const out = kernel.allocate(8 * 96);
      kernel.maxoutNormalize(pieces, 6, { scale: kernel.allocate(96), shift: kernel.allocate(96) }, x, out);
      return out;
    });
    checkBoth(32, (kernel) => {
      const features = kernel.allocate(3);
      for (let f = 0; f < 3; f++) kernel.integers[features + f] = kernel.allocate(128) * 4;
      const weights = {
        bias: kernel.allocate(128),
        upper: kernel.allocate(64 * 32),
        upperBias: kernel.allocate(32),
        columns: 32,
        hidden: kernel.allocate(64),
        scores: kernel.allocate(32),
      };
      kernel.scoreState(features, 3, weights);
      return weights.scores;
    });
  });

  it('convolves as three plain products over each window would', () => {
    const kernel = createWasmKernel(1_000_000);
    const random = seedrandom('windows');
    const draw = (count: number): Float32Array => Float32Array.from({ length: count }, () => random() - 0.5);
    const [weight, bias, numbers] = [draw(96 * 3 * 288), draw(288), draw(5 * 96)];
    const tensors: Record<string, Float32Array> = {
      'c.weight': weight,
      'c.bias': bias,
      'c.scale': new Float32Array(96).fill(1),
      'c.shift': new Float32Array(96),
    };
    const tensor = (name: string) => ({ shape: [], data: tensors[name]! });
    const [x, out] = [kernel.allocate(12 * 96) + 96, kernel.allocate(12 * 96)];
    kernel.floats.set(numbers, x);
    createConvolution(kernel, tensor, 'c', allocateConvolutionSpace(kernel))(x, 5, out);
    for (let row = 0; row < 5; row++) {
      const greatest = Array.from({ length: 96 }, (_, unit) =>
        Math.max(
          ...[0, 1, 2].map((piece) => {
            let sum = bias[unit * 3 + piece]!;
            for (let k = 0; k < 288; k++)
              sum += weight[(unit * 3 + piece) * 288 + k]! * (kernel.floats[x + (row - 1) * 96 + k] ?? 0);
            return sum;
          }),
        ),
      );
      const mean = greatest.reduce((sum, value) => sum + value, 0) / 96;
      const deviation = Math.sqrt(greatest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 96);
      for (let unit = 0; unit < 96; unit++) {
        const expected = (greatest[unit]! - mean) / deviation + numbers[row * 96 + unit]!;
        assert.ok(Math.abs(kernel.floats[out + row * 96 + unit]! - expected) < 1e-4, `row ${row}, unit ${unit}`);
      }
    }
  });

  it('says so when its memory is used up', () => {
    assert.throws(() => createScriptKernel(1_000).allocate(1_001), RangeError);
  });
});
