import { toHalf } from './half-precision.ts';
import type { Tensor } from './message-pack.ts';

/** Bytes of a safetensors file: length of the header (u64), header (JSON), numbers (little endian). */
export function writeSafetensors(
  tensors: ReadonlyMap<string, Tensor>,
  precision: 'F16' | 'F32',
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  const size = precision === 'F16' ? 2 : 4;
  let end = 0;
  for (const [name, { shape, data }] of tensors) {
    header[name] = { dtype: precision, shape, data_offsets: [end, end + data.length * size] };
    end += data.length * size;
  }
  const json = JSON.stringify(header);
  const headerBytes = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const file = new Uint8Array(8 + headerBytes.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerBytes.length), true);
  file.set(headerBytes, 8);
  const view = new DataView(file.buffer, 8 + headerBytes.length);
  let at = 0;
  for (const { data } of tensors.values())
    for (const number of data) {
      if (precision === 'F16') view.setUint16(at, toHalf(number), true);
      else view.setFloat32(at, number, true);
      at += size;
    }
  return file;
}
