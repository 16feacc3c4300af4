import { firstCharacter, isSpace, lastThreeCharacters, wordShape } from './characters.ts';
import { hashString } from './hash.ts';
import type { VocabularyTable } from './model.ts';

/** What the engine knows of a word form, whatever its context. One object a form, so caches hang on it. */
export interface Lexeme {
  readonly text: string;
  readonly lower: string;
  readonly space: boolean;
  /** Ids of norm, prefix, suffix and shape: four pairs of unsigned halves, low first. */
  readonly features: Uint32Array;
  /** Slots in the word-vector tables: shared encoder without and with a space after, entity encoder; -1 for none. */
  readonly slots: Int32Array;
  /** Part of speech, lemma and final labels by tag and dependency. */
  readonly annotations: Map<number, Annotation>;
}

/** What tag, form and dependency together give a token. */
export interface Annotation {
  readonly tag: string;
  readonly pos: string;
  readonly dep: string;
  readonly lemma: string;
}

export interface Vocabulary {
  /** The form's lexeme; `norm` where a special case gives one. */
  lexeme(text: string, norm?: string | null): Lexeme;
  /** Forgets all forms when more than the limit are known. True if it did. */
  trim(): boolean;
}

/** Forms kept between texts. */
const LIMIT = 30_000;
/** Longer forms are not kept. */
const LONGEST = 200;

/** Makes lexemes and remembers them, up to a limit. */
export function createVocabulary(table: VocabularyTable): Vocabulary {
  const symbols = new Map(Object.entries(table.symbols));
  const norms = new Map(Object.entries(table.norms));
  const hashedNorms = new Map(Object.entries(table.hashedNorms));
  const hashes = new Set([...hashedNorms.keys()].map((hash) => Number.parseInt(hash.slice(8), 16)));
  const known = new Map<string, Lexeme>();

  const normOf = (text: string): string => {
    const [low, high] = hashString(text);
    const hashed = hashes.has(low) ? hashedNorms.get(hexadecimal(high) + hexadecimal(low)) : undefined;
    return hashed ?? norms.get(text) ?? text.toLowerCase();
  };

  const create = (text: string, norm: string): Lexeme => {
    const features = new Uint32Array(8);
    [norm, firstCharacter(text), lastThreeCharacters(text), wordShape(text)].forEach((feature, i) => {
      const symbol = symbols.get(feature);
      const [low, high] = symbol === undefined ? hashString(feature) : [symbol, 0];
      features[2 * i] = low;
      features[2 * i + 1] = high;
    });
    return {
      text,
      lower: text.toLowerCase(),
      space: isSpace(text),
      features,
      slots: new Int32Array(3).fill(-1),
      annotations: new Map(),
    };
  };

  return {
    lexeme: (text, norm = null) => {
      if (norm !== null) return create(text, norm);
      const found = known.get(text);
      if (found) return found;
      const lexeme = create(text, normOf(text));
      if (text.length <= LONGEST) known.set(lexeme.text, lexeme);
      return lexeme;
    },
    trim: () => {
      if (known.size <= LIMIT) return false;
      known.clear();
      return true;
    },
  };
}

const hexadecimal = (half: number): string => half.toString(16).padStart(8, '0');
