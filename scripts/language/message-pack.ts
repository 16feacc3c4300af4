/**
 * Reads the MessagePack of spaCy's model files, msgpack-numpy arrays included.
 * Integers beyond 2^53 become bigint; maps become Map; arrays of `<f4` become Tensor.
 */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export type Packed =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Tensor
  | readonly Packed[]
  | ReadonlyMap<Packed, Packed>;

export function unpack(bytes: Uint8Array): Packed {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8');
  let at = 0;

  const take = (count: number): Uint8Array => {
    at += count;
    return bytes.subarray(at - count, at);
  };
  const text = (count: number): string => decoder.decode(take(count));
  const list = (count: number): Packed[] => Array.from({ length: count }, () => value());
  const unsigned = (size: 1 | 2 | 4): number => {
    const number = size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
    at += size;
    return number;
  };
  const wide = (number: bigint): number | bigint => {
    at += 8;
    return number >= Number.MIN_SAFE_INTEGER && number <= Number.MAX_SAFE_INTEGER ? Number(number) : number;
  };
  const map = (count: number): Packed => {
    const result = new Map<Packed, Packed>();
    for (let i = 0; i < count; i++) {
      const key = value();
      result.set(key instanceof Uint8Array ? decoder.decode(key) : key, value());
    }
    return result.has('nd') && result.has('data') ? tensor(result) : result;
  };
  const tensor = (fields: ReadonlyMap<Packed, Packed>): Tensor => {
    const type = fields.get('type');
    const name = type instanceof Uint8Array ? decoder.decode(type) : type;
    const data = fields.get('data');
    if (name !== '<f4' || !(data instanceof Uint8Array)) throw new Error(`array of type ${String(name)}, not <f4`);
    return { shape: fields.get('shape') as number[], data: new Float32Array(new Uint8Array(data).buffer) };
  };

  function value(): Packed {
    const kind = view.getUint8(at++);
    if (kind < 0x80) return kind;
    if (kind < 0x90) return map(kind & 15);
    if (kind < 0xa0) return list(kind & 15);
    if (kind < 0xc0) return text(kind & 31);
    if (kind >= 0xe0) return kind - 256;
    switch (kind) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
        return take(unsigned(1));
      case 0xc5:
        return take(unsigned(2));
      case 0xc6:
        return take(unsigned(4));
      case 0xca:
        at += 4;
        return view.getFloat32(at - 4);
      case 0xcb:
        at += 8;
        return view.getFloat64(at - 8);
      case 0xcc:
        return unsigned(1);
      case 0xcd:
        return unsigned(2);
      case 0xce:
        return unsigned(4);
      case 0xcf:
        return wide(view.getBigUint64(at));
      case 0xd0:
        at += 1;
        return view.getInt8(at - 1);
      case 0xd1:
        at += 2;
        return view.getInt16(at - 2);
      case 0xd2:
        at += 4;
        return view.getInt32(at - 4);
      case 0xd3:
        return wide(view.getBigInt64(at));
      case 0xd9:
        return text(unsigned(1));
      case 0xda:
        return text(unsigned(2));
      case 0xdb:
        return text(unsigned(4));
      case 0xdc:
        return list(unsigned(2));
      case 0xdd:
        return list(unsigned(4));
      case 0xde:
        return map(unsigned(2));
      case 0xdf:
        return map(unsigned(4));
      default:
        throw new Error(`unknown MessagePack type 0x${kind.toString(16)}`);
    }
  }
  return value();
}
