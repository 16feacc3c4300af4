/** A named array of numbers of a weights file. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Reads a safetensors file (u64 length of the header, JSON header, little-endian numbers) of F16 or F32 tensors;
 * halves are widened. Throws where the file is cut short or holds another type.
 */
export function readSafetensors(file: Uint8Array): ReadonlyMap<string, Tensor> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = 8 + Number(view.getBigUint64(0, true));
  const header: Record<string, Entry> = JSON.parse(new TextDecoder().decode(file.subarray(8, start)));
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const [from, to] = entry.data_offsets;
    if (start + to > file.length) throw new Error(`weights file is cut short: ${name}`);
    // A copy, so that it is aligned: a Buffer's own slice would share memory.
    const bytes = new Uint8Array(file.subarray(start + from, start + to));
    tensors.set(name, { shape: entry.shape, data: numbers(name, entry.dtype, bytes.buffer) });
  }
  return tensors;
}

function numbers(name: string, type: string, bytes: ArrayBuffer): Float32Array {
  if (type === 'F32') return new Float32Array(bytes);
  if (type !== 'F16') throw new Error(`tensor ${name} is of type ${type}, not F16 or F32`);
  const halves = new Uint16Array(bytes);
  const result = new Float32Array(halves.length);
  const table = halfTable();
  for (let i = 0; i < halves.length; i++) result[i] = table[halves[i]!]!;
  return result;
}

let widened: Float32Array | undefined;

/** Value of each of the 65,536 halves (IEEE 754 binary16). */
function halfTable(): Float32Array {
  if (widened) return widened;
  widened = new Float32Array(65536);
  for (let half = 0; half < 65536; half++) {
    const exponent = (half >>> 10) & 31;
    const fraction = half & 1023;
    const size =
      exponent === 0
        ? fraction * 2 ** -24
        : exponent === 31
          ? fraction
            ? Number.NaN
            : Number.POSITIVE_INFINITY
          : (1 + fraction / 1024) * 2 ** (exponent - 15);
    widened[half] = half & 0x8000 ? -size : size;
  }
  return widened;
}
