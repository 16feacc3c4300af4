import { fold } from '../../graph-schema/fold.ts';

/** Number of minimum hashes in a signature, and words in a shingle. */
const HASHES = 64;
const SHINGLE = 4;
/** Hexadecimal digits for one minimum hash (its low 16 bits). */
const DIGITS = 4;

/** Estimated share of common shingles from which two texts count as copies of one. */
export const COPY_FROM = 0.6;

const mix = (value: number, seed: number): number => {
  let x = Math.imul(value ^ seed, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/**
 * MinHash signature of a text (Broder 1997): 64 minimum hashes over runs of four folded words, 16 bits each, as
 * hexadecimal. Two texts' signatures agree in the share of places that is the share of runs they have in common.
 */
export const signature = (text: string): string => {
  const words = fold(text).split(' ');
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (let at = 0; at + SHINGLE <= Math.max(words.length, SHINGLE); at++) {
    const hash = hashOf(words.slice(at, at + SHINGLE).join(' '));
    for (let seed = 0; seed < HASHES; seed++) {
      const mixed = mix(hash, Math.imul(seed + 1, 0x27d4eb2f));
      if (mixed < least[seed]!) least[seed] = mixed;
    }
  }
  return Array.from(least, (hash) => (hash & 0xffff).toString(16).padStart(DIGITS, '0')).join('');
};

/** Estimated share of common shingles of two texts, 0 … 1. */
export const likeness = (a: string, b: string): number => {
  let same = 0;
  for (let at = 0; at < HASHES * DIGITS; at += DIGITS) {
    if (a.startsWith(b.slice(at, at + DIGITS), at)) same++;
  }
  return same / HASHES;
};

/**
 * Pieces of a signature, as numbers, of which copies share at least one (with probability over 0.999 at a likeness of
 * 0.6). A piece is its place and 32 bits.
 */
export const bands = (of: string): readonly number[] => {
  const pieces: number[] = [];
  for (let at = 0; at < of.length; at += 2 * DIGITS) {
    pieces.push(at * 2 ** 32 + Number.parseInt(of.slice(at, at + 2 * DIGITS), 16));
  }
  return pieces;
};
