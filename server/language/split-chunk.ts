import type { TokenizerTable } from './model.ts';
import type { Lexeme, Vocabulary } from './vocabulary.ts';

/** Splits runs of characters without a space between. */
export interface ChunkSplitter {
  /** The lexemes of the chunk's tokens. */
  split(chunk: string): readonly Lexeme[];
  /** The same by the affix rules alone. */
  splitByRules(chunk: string): readonly Lexeme[];
  /** True where an affix rule matches in the chunk. */
  hasAffix(chunk: string): boolean;
}

/** Chunks kept between texts, and the longest of them. */
const CACHE_LIMIT = 30_000;
const LONGEST_CACHED = 100;
/** No suffix rule but that of dots reaches further back than this. */
const SUFFIX_WINDOW = 64;
const SUFFIX_MARGIN = 8;
/** The rule for web addresses backtracks, so longer chunks are not tried. */
const LONGEST_ADDRESS = 2_000;

/** Words in which no rule of affixes or addresses finds anything, as each asks for a mark, a digit or another script. */
const PLAIN = /^[A-Za-z]+$/;

/**
 * spaCy's tokenizer of one chunk (`tokenizer.pyx`): a special case, else prefixes and suffixes off, in turn, until
 * a special case or nothing is left of them; the rest is a web address or is split at infixes.
 */
export function createChunkSplitter(
  table: TokenizerTable,
  vocabulary: Vocabulary,
  specialCases: ReadonlyMap<string, readonly Lexeme[]>,
): ChunkSplitter {
  const prefix = new RegExp(table.prefix, 'u');
  const suffix = new RegExp(table.suffix, 'u');
  const infix = new RegExp(table.infix, 'gu');
  const address = new RegExp(table.url, 'u');
  const longestCase = Math.max(...[...specialCases.keys()].map((key) => key.length));
  const cache = new Map<string, readonly Lexeme[]>();

  const suffixLength = (text: string): number => {
    for (let window = SUFFIX_WINDOW; ; window *= 4) {
      const from = Math.max(0, text.length - window);
      const match = suffix.exec(from === 0 ? text : text.slice(from));
      if (from === 0 || match === null || match.index > SUFFIX_MARGIN) return match === null ? 0 : match[0].length;
    }
  };

  const splitInfixes = (text: string, out: Lexeme[]): void => {
    let start = 0;
    for (const match of text.matchAll(infix)) {
      if (match.index === 0) continue;
      if (match.index !== start) out.push(vocabulary.lexeme(text.slice(start, match.index)));
      if (match[0] !== '') out.push(vocabulary.lexeme(match[0]));
      start = match.index + match[0].length;
    }
    if (start < text.length) out.push(vocabulary.lexeme(text.slice(start)));
  };

  const split = (chunk: string, withSpecialCases: boolean): readonly Lexeme[] => {
    const special = (text: string): readonly Lexeme[] | undefined =>
      withSpecialCases && text.length <= longestCase ? specialCases.get(text) : undefined;
    const out: Lexeme[] = [];
    const suffixes: Lexeme[] = [];
    let text = chunk;
    let length = -1;
    while (text !== '' && text.length !== length && !special(text)) {
      length = text.length;
      const before = prefix.exec(text)?.[0].length ?? 0;
      if (before > 0 && special(text.slice(before))) {
        out.push(vocabulary.lexeme(text.slice(0, before)));
        text = text.slice(before);
        break;
      }
      const after = suffixLength(text.slice(before));
      if (after > 0 && special(text.slice(0, length - after))) {
        suffixes.push(vocabulary.lexeme(text.slice(length - after)));
        text = text.slice(0, length - after);
        break;
      }
      const both = before > 0 && after > 0 && before + after <= length;
      if (before > 0) out.push(vocabulary.lexeme(text.slice(0, before)));
      if (after > 0 && (both || before === 0)) {
        suffixes.push(vocabulary.lexeme(text.slice(length - after)));
        text = text.slice(0, length - after);
      }
      text = text.slice(before);
    }
    const rest = special(text);
    if (rest) out.push(...rest);
    else if (text.length <= LONGEST_ADDRESS && text !== '' && isAddress(address, text))
      out.push(vocabulary.lexeme(text));
    else splitInfixes(text, out);
    for (let i = suffixes.length - 1; i >= 0; i--) out.push(suffixes[i]!);
    return out;
  };

  return {
    split: (chunk) => {
      const found = specialCases.get(chunk) ?? cache.get(chunk);
      if (found) return found;
      const lexemes = PLAIN.test(chunk) ? [vocabulary.lexeme(chunk)] : split(chunk, true);
      if (chunk.length <= LONGEST_CACHED) {
        if (cache.size >= CACHE_LIMIT) cache.clear();
        cache.set(chunk, lexemes);
      }
      return lexemes;
    },
    splitByRules: (chunk) => split(chunk, false),
    hasAffix: (chunk) => prefix.test(chunk) || suffix.test(chunk) || chunk.search(infix) >= 0,
  };
}

/** Every address has a dot before its end, which most words have not. */
function isAddress(address: RegExp, text: string): boolean {
  return text.includes('.') && address.test(text);
}
