import type { NamedSpan, Parse, Parser } from '../../language/document.ts';
import type { Draft } from './draft-tokens.ts';
import { repairTokens } from './repair.ts';

/** Longest stretch that is parsed in one go, in UTF-16 units. */
const LONGEST = 20_000;

/** Where a text may be divided: after blank lines; inside a very long paragraph after the end of a line or sentence. */
const paragraphsOf = (text: string): (readonly [start: number, end: number])[] => {
  const spans: (readonly [number, number])[] = [];
  const gap = /\n[^\S\n]*\n\s*/g;
  let start = 0;
  const add = (end: number): void => {
    while (end - start > LONGEST) {
      const window = text.slice(start, start + LONGEST);
      const stop = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('. '), window.lastIndexOf(' '));
      const cut = start + (stop > LONGEST / 2 ? stop + 1 : LONGEST);
      spans.push([start, cut]);
      start = cut;
    }
    if (end > start) spans.push([start, end]);
    start = end;
  };
  for (const match of text.matchAll(gap)) add(match.index + match[0].length);
  add(text.length);
  return spans;
};

/** Parses a text paragraph by paragraph, so that no sentence runs from one into the next, joins what came of it, and mends it. */
export const parseParagraphs = (parser: Parser, text: string): Parse => {
  const tokens: Draft[] = [];
  const entities: NamedSpan[] = [];
  for (const [start, end] of paragraphsOf(text)) {
    if (text.slice(start, end).trim() === '') continue;
    const parse = parser.parse(text.slice(start, end));
    const first = tokens.length;
    parse.tokens.forEach(
      ({ text: word, start: from, end: to, tag, pos, lemma, head, dep, sentenceStart, space }, index) => {
        tokens.push({
          text: word,
          start: from + start,
          end: to + start,
          tag,
          pos,
          lemma,
          head: head + first,
          dep,
          sentenceStart: sentenceStart || index === 0,
          space,
        });
      },
    );
    for (const span of parse.entities) entities.push({ ...span, start: span.start + first, end: span.end + first });
  }
  repairTokens(tokens);
  return { text, tokens, entities };
};
