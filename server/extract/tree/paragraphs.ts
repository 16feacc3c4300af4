import type { NamedSpan, Parse, Parser, Token } from '../../language/document.ts';

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

/** Parses a text paragraph by paragraph, so that no sentence runs from one into the next, and joins what came of it. */
export const parseParagraphs = (parser: Parser, text: string): Parse => {
  const tokens: Token[] = [];
  const entities: NamedSpan[] = [];
  for (const [start, end] of paragraphsOf(text)) {
    if (text.slice(start, end).trim() === '') continue;
    const parse = parser.parse(text.slice(start, end));
    const first = tokens.length;
    parse.tokens.forEach((token, index) => {
      tokens.push({
        ...token,
        start: token.start + start,
        end: token.end + start,
        head: token.head + first,
        sentenceStart: token.sentenceStart || index === 0,
      });
    });
    for (const span of parse.entities) entities.push({ ...span, start: span.start + first, end: span.end + first });
  }
  return { text, tokens, entities };
};
