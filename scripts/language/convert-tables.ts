import { readFileSync } from 'node:fs';
import { hashString } from '../../server/language/hash.ts';
import { type Packed, unpack } from './message-pack.ts';
import { patternFromPython } from './python-pattern.ts';

type Files = (name: string) => Uint8Array;
type Table = ReadonlyMap<Packed, Packed>;

/** spaCy's ids of the attributes ORTH and NORM. */
const ORTH = 65;
const NORM = 67;
const PARTS_OF_SPEECH = ['adj', 'adv', 'noun', 'verb', 'punct'];

/** Symbols and base norms of spaCy's source (symbols.pyx, lang/norm_exceptions.py), 3.8. */
const vocabulary: { readonly symbols: Record<string, number>; readonly norms: Record<string, string> } = JSON.parse(
  readFileSync(new URL('spacy-vocabulary.json', import.meta.url), 'utf8'),
);

/** Regular expressions as JavaScript sources and the special cases: chunk → [form, norm or null] of each token. */
export function tokenizerTable(file: Files): unknown {
  const table = unpack(file('tokenizer')) as Table;
  const pattern = (name: string): string => patternFromPython(table.get(name) as string);
  return {
    prefix: pattern('prefix_search'),
    suffix: pattern('suffix_search'),
    infix: pattern('infix_finditer'),
    url: pattern('url_match'),
    specialCases: Object.fromEntries(
      [...(table.get('exceptions') as Table)].map(([chunk, tokens]) => [
        chunk,
        (tokens as readonly Table[]).map((token) => [token.get(ORTH), token.get(NORM) ?? null]),
      ]),
    ),
  };
}

/** Symbol ids, norms by form, and norms whose form is only known by its 64-bit hash (sixteen hexadecimal digits). */
export function vocabularyTable(file: Files): unknown {
  const norms = (unpack(file('vocab/lookups.bin')) as Table).get('lexeme_norm') as Table;
  return {
    symbols: vocabulary.symbols,
    norms: vocabulary.norms,
    hashedNorms: Object.fromEntries(
      [...norms].map(([hash, norm]) => [
        BigInt(hash as number | bigint)
          .toString(16)
          .padStart(16, '0'),
        norm,
      ]),
    ),
  };
}

/** Tags, and the actions of both transition systems in the order of their scores: by frequency, then label, falling. */
export function labelTable(file: Files): unknown {
  return {
    tags: JSON.parse(new TextDecoder().decode(file('tagger/cfg'))).labels,
    parserActions: actions(file('parser/moves')),
    nameActions: actions(file('ner/moves')),
    seeds: { norm: 8, prefix: 9, suffix: 10, shape: 11, space_after: 12, white_space: 13 },
  };
}

function actions(bytes: Uint8Array): readonly (readonly [number, string])[] {
  const moves = JSON.parse((unpack(bytes) as Table).get('moves') as string) as Record<string, Record<string, number>>;
  const falling = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
  return Object.entries(moves)
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([move, labels]) =>
      Object.entries(labels)
        .sort(([a, m], [b, n]) => n - m || falling(a, b))
        .map(([label]) => [Number(move), label] as const),
    );
}

/** The attribute ruler's rules: token patterns, the attributes they set, and on which token of the match. */
export function attributeTable(file: Files): unknown {
  return plain(unpack(file('attribute_ruler/patterns')));
}

/** Suffix rules, irregular forms and known lemmas by part of speech (WordNet 3.0). */
export function lemmaTable(file: Files): unknown {
  const tables = unpack(file('lemmatizer/lookups/lookups.bin')) as Table;
  const of = (name: string, part: string): unknown => {
    for (const [key, value] of tables.get(name) as Table)
      if (key === part || (typeof key !== 'string' && BigInt(key as number | bigint) === partHash(part)))
        return plain(value);
    return undefined;
  };
  return Object.fromEntries(
    PARTS_OF_SPEECH.map((part) => [
      part,
      {
        rules: of('lemma_rules', part) ?? [],
        exceptions: of('lemma_exc', part) ?? {},
        index: ((of('lemma_index', part) ?? []) as string[]).sort(),
      },
    ]),
  );
}

function partHash(part: string): bigint {
  const symbol = vocabulary.symbols[part];
  if (symbol !== undefined) return BigInt(symbol);
  const [low, high] = hashString(part);
  return (BigInt(high) << 32n) | BigInt(low);
}

function plain(value: Packed): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), plain(inner)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
