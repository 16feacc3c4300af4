import { isSpaceCode } from './characters.ts';
import type { TokenizerTable } from './model.ts';
import { createPhraseMerger, type Words } from './special-phrases.ts';
import { createChunkSplitter } from './split-chunk.ts';
import type { Lexeme, Vocabulary } from './vocabulary.ts';

/** Cuts a text into tokens as spaCy's English tokenizer does. Every character but single spaces is in a token. */
export type Tokenizer = (text: string) => Words;

export function createTokenizer(table: TokenizerTable, vocabulary: Vocabulary): Tokenizer {
  const specialCases = new Map<string, readonly Lexeme[]>(
    Object.entries(table.specialCases).map(([chunk, forms]) => [
      chunk,
      forms.map(([form, norm]) => vocabulary.lexeme(form, norm)),
    ]),
  );
  const splitter = createChunkSplitter(table, vocabulary, specialCases);
  const mergePhrases = createPhraseMerger(specialCases, splitter);

  return (text) => {
    const words: Words = { lexemes: [], starts: [], spaceAfter: [] };
    const add = (from: number, to: number): void => {
      let start = from;
      for (const lexeme of splitter.split(text.slice(from, to))) {
        words.lexemes.push(lexeme);
        words.starts.push(start);
        words.spaceAfter.push(false);
        start += lexeme.text.length;
      }
    };
    let start = 0;
    let inSpace = isSpaceCode(text.charCodeAt(0));
    for (let i = 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isSpaceCode(code) === inSpace) continue;
      if (start < i) add(start, i);
      if (code === 32) {
        words.spaceAfter[words.spaceAfter.length - 1] = true;
        start = i + 1;
      } else start = i;
      inSpace = !inSpace;
    }
    if (start < text.length) add(start, text.length);
    return mergePhrases(words);
  };
}
