/**
 * Characters as Python's `str` methods see them, on which spaCy's tokens and shapes rest.
 */
const LETTER = /^\p{L}$/u;
const UPPER = /^\p{Lu}$/u;
/** `str.isdigit`: decimal digits and those of the property Numeric_Type=Digit (Unicode 14). */
const DIGIT =
  /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u;
const LETTERS = /^\p{L}+$/u;

/** True for a UTF-16 unit that is white space. */
export function isSpaceCode(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** True for a text of white space only; false for the empty one. */
export function isSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpaceCode(text.charCodeAt(i))) return false;
  return text.length > 0;
}

/** `str.isalpha`. */
export const isLetters = (text: string): boolean => LETTERS.test(text);

/** The first character, whole. */
export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The last three characters, whole. */
export function lastThreeCharacters(text: string): string {
  let from = text.length;
  for (let i = 0; i < 3 && from > 0; i++) {
    from--;
    if (from > 0 && (text.charCodeAt(from) & 0xfc00) === 0xdc00 && (text.charCodeAt(from - 1) & 0xfc00) === 0xd800)
      from--;
  }
  return text.slice(from);
}

/** Shape of a word: `X` upper, `x` other letter, `d` digit, runs cut at four; `LONG` from 100 characters. */
export function wordShape(text: string): string {
  if (text.length >= 200 || (text.length >= 100 && [...text].length >= 100)) return 'LONG';
  let shape = '';
  let last = '';
  let run = 0;
  for (const character of text) {
    const kind = characterKind(character);
    if (kind === last) run++;
    else {
      run = 0;
      last = kind;
    }
    if (run < 4) shape += kind;
  }
  return shape;
}

function characterKind(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) {
    if (code >= 97 && code <= 122) return 'x';
    if (code >= 65 && code <= 90) return 'X';
    return code >= 48 && code <= 57 ? 'd' : character;
  }
  if (LETTER.test(character)) return UPPER.test(character) ? 'X' : 'x';
  return DIGIT.test(character) ? 'd' : character;
}
