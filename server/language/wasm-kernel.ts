import { readFileSync } from 'node:fs';
import { createAllocator, type Kernel } from './kernel.ts';

type Numbers = (...numbers: number[]) => void;
interface Exports {
  readonly multiply: Numbers;
  readonly gatherWindows: Numbers;
  readonly splitWindows: Numbers;
  readonly joinWindows: Numbers;
  readonly maxoutNormalize: Numbers;
  readonly scoreState: Numbers;
}

const PAGE = 65536;

/** The kernel in WebAssembly with 128-bit SIMD. Throws where the runtime has no SIMD. `size` is in floats. */
export function createWasmKernel(size: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((size * 4) / PAGE) });
  const module = new WebAssembly.Module(readFileSync(new URL('kernel.wasm', import.meta.url)));
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
  return {
    floats: new Float32Array(memory.buffer),
    integers: new Int32Array(memory.buffer),
    allocate: createAllocator(size),
    multiply: (a, stride, rows, matrix, out, outStride) =>
      exports.multiply(
        a * 4,
        stride * 4,
        rows,
        matrix.weights * 4,
        matrix.columns,
        matrix.depth,
        matrix.bias * 4,
        out * 4,
        outStride * 4,
      ),
    gatherWindows: (places, rows, bias, out) => exports.gatherWindows(places * 4, rows, bias * 4, out * 4),
    splitWindows: (x, pairs, out, apart) => exports.splitWindows(x * 4, pairs, out * 4, apart * 4),
    joinWindows: (products, pairs, apart, out) => exports.joinWindows(products * 4, pairs, apart * 4, out * 4),
    maxoutNormalize: (pieces, rows, norm, residual, out) =>
      exports.maxoutNormalize(pieces * 4, rows, norm.scale * 4, norm.shift * 4, residual * 4, out * 4),
    scoreState: (features, count, scorer) =>
      exports.scoreState(
        features * 4,
        count,
        scorer.bias * 4,
        scorer.upper * 4,
        scorer.upperBias * 4,
        scorer.columns,
        scorer.hidden * 4,
        scorer.scores * 4,
      ),
  };
}
