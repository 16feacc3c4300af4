const beyond = /[\uD800-\uDFFF]/;

/** Characters of a text: code points, as Cypher counts them, not UTF-16 units. */
export function characterCount(text: string): number {
  if (!beyond.test(text)) return text.length;
  let count = 0;
  for (let i = 0; i < text.length; i += unitsAt(text, i)) count++;
  return count;
}

/** The characters from `from` up to `to`. */
export function characterSlice(text: string, from: number, to = Number.POSITIVE_INFINITY): string {
  if (!beyond.test(text)) return text.slice(from, to);
  const start = placeOf(text, 0, from);
  return text.slice(start, placeOf(text, start, to - from));
}

/** The place in UTF-16 units so many characters after another. */
function placeOf(text: string, start: number, characters: number): number {
  let at = start;
  for (let left = characters; left > 0 && at < text.length; left--) at += unitsAt(text, at);
  return at;
}

/** 2 for a pair of surrogates, else 1. */
export function unitsAt(text: string, at: number): 1 | 2 {
  const first = text.charCodeAt(at);
  if (first < 0xd800 || first > 0xdbff) return 1;
  const second = text.charCodeAt(at + 1);
  return second >= 0xdc00 && second <= 0xdfff ? 2 : 1;
}
