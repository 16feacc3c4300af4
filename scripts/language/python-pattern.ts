/** White space as Python's `str.isspace` sees it, as the inside of a character class. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const CLASSES: Readonly<Record<string, string>> = { w: '\\p{L}\\p{N}_', d: '\\p{Nd}', s: SPACE };

/**
 * Rewrites a pattern of Python's `re` as the source of a JavaScript expression with the flag `u`:
 * `\U0001F600`, `\w`, `\d`, `\s` and `\S` with Python's meaning, escapes that JavaScript refuses, `[` in a class.
 */
export function patternFromPython(pattern: string): string {
  const source = pattern.replace(/^\(\?u\)/, '');
  let result = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!;
    if (character === '\\') {
      const next = source[++i]!;
      if (next === 'U') {
        result += `\\u{${source.slice(i + 1, i + 9).replace(/^0+/, '')}}`;
        i += 8;
      } else if (next === 'u') {
        result += `\\u${source.slice(i + 1, i + 5)}`;
        i += 4;
      } else if (next in CLASSES) {
        result += inClass ? CLASSES[next]! : `[${CLASSES[next]!}]`;
      } else if (next === 'S' && !inClass) {
        result += `[^${SPACE}]`;
      } else if (/[A-Za-z0-9]/.test(next)) {
        throw new Error(`escape \\${next} is not known here`);
      } else {
        result += /[\^$\\.*+?()[\]{}|/]/.test(next) || (inClass && next === '-') ? `\\${next}` : next;
      }
      continue;
    }
    if (inClass && character === '[') {
      result += '\\[';
      continue;
    }
    if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    result += character;
  }
  return result;
}
