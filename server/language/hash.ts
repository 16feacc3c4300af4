/**
 * The hashes by which spaCy names strings and thinc picks embedding rows, in pairs of 32-bit halves:
 * an order faster than BigInt. Sources: MurmurHash64A and MurmurHash3_x86_128 (Austin Appleby, public domain)
 * as in spaCy's `strings.pyx` (seed 1) and thinc's `Ops.hash`.
 */
const encoder = new TextEncoder();

let low = 0;
let high = 0;

/** (low, high) = (low, high) × (bLow, bHigh) modulo 2^64. */
function multiply(bLow: number, bHigh: number): void {
  const a0 = low & 0xffff;
  const a1 = low >>> 16;
  const b0 = bLow & 0xffff;
  const b1 = bLow >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carry = a0 * b1 + (middle & 0xffff);
  const top = a1 * b1 + Math.floor(middle / 65536) + Math.floor(carry / 65536);
  high = (top + Math.imul(low, bHigh) + Math.imul(high, bLow)) | 0;
  low = Math.imul(low, bLow);
}

/** 64-bit hash of a string's UTF-8 as [low, high] unsigned halves; a lone surrogate counts as U+FFFD. */
export function hashString(text: string): readonly [number, number] {
  const bytes = encoder.encode(text);
  const length = bytes.length;
  low = length;
  high = 0;
  multiply(0x5bd1e995, 0xc6a4a793);
  let hashLow = low ^ 1;
  let hashHigh = high;
  const whole = length & ~7;
  for (let i = 0; i < whole; i += 8) {
    low = word(bytes, i);
    high = word(bytes, i + 4);
    multiply(0x5bd1e995, 0xc6a4a793);
    low ^= high >>> 15;
    multiply(0x5bd1e995, 0xc6a4a793);
    low ^= hashLow;
    high ^= hashHigh;
    multiply(0x5bd1e995, 0xc6a4a793);
    hashLow = low;
    hashHigh = high;
  }
  if (length > whole) {
    low = hashLow;
    high = hashHigh;
    for (let i = whole; i < length; i++) {
      const at = i - whole;
      if (at < 4) low ^= bytes[i]! << (at * 8);
      else high ^= bytes[i]! << (at * 8 - 32);
    }
    multiply(0x5bd1e995, 0xc6a4a793);
    hashLow = low;
    hashHigh = high;
  }
  low = hashLow ^ (hashHigh >>> 15);
  high = hashHigh;
  multiply(0x5bd1e995, 0xc6a4a793);
  low ^= high >>> 15;
  return [low >>> 0, high >>> 0];
}

function word(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** Writes the four embedding rows (of `rows`) of a 64-bit id to `out` from `at`. */
export function hashRows(
  idLow: number,
  idHigh: number,
  seed: number,
  rows: number,
  out: Uint16Array,
  at: number,
): void {
  low = idLow;
  high = idHigh;
  multiply(0x114253d5, 0x87c37b91);
  const rotatedHigh = (high << 31) | (low >>> 1);
  low = (low << 31) | (high >>> 1);
  high = rotatedHigh;
  multiply(0x2745937f, 0x4cf5ad43);
  const start = seed ^ 8;
  low ^= start;
  let firstLow = (low + start) | 0;
  let firstHigh = (high + carry(low, start)) | 0;
  let secondLow = (start + firstLow) | 0;
  let secondHigh = (firstHigh + carry(start, firstLow)) | 0;
  low = firstLow;
  high = firstHigh;
  finish();
  firstLow = low;
  firstHigh = high;
  low = secondLow;
  high = secondHigh;
  finish();
  secondLow = low;
  secondHigh = high;
  const sumLow = (firstLow + secondLow) | 0;
  firstHigh = (firstHigh + secondHigh + carry(firstLow, secondLow)) | 0;
  firstLow = sumLow;
  secondHigh = (secondHigh + firstHigh + carry(secondLow, firstLow)) | 0;
  secondLow = (secondLow + firstLow) | 0;
  out[at] = (firstLow >>> 0) % rows;
  out[at + 1] = (firstHigh >>> 0) % rows;
  out[at + 2] = (secondLow >>> 0) % rows;
  out[at + 3] = (secondHigh >>> 0) % rows;
}

function carry(a: number, b: number): number {
  return (a >>> 0) + (b >>> 0) > 0xffffffff ? 1 : 0;
}

function finish(): void {
  low ^= high >>> 1;
  multiply(0xed558ccd, 0xff51afd7);
  low ^= high >>> 1;
  multiply(0x1a85ec53, 0xc4ceb9fe);
  low ^= high >>> 1;
}
