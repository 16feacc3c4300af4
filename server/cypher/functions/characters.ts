const beyond = /[\uD800-\uDFFF]/;

/** Characters of a text: code points, as Cypher counts them, not UTF-16 units. */
export function characterCount(text: string): number {
  if (!beyond.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The characters from `from` up to `to`; negative places count from the end. */
export function characterSlice(text: string, from: number, to?: number): string {
  return beyond.test(text) ? [...text].slice(from, to).join('') : text.slice(from, to);
}
