import { syntaxError } from './error.ts';

export type TokenKind =
  | 'name'
  | 'quoted'
  | 'string'
  | 'integer'
  | 'float'
  | 'parameter'
  | 'symbol'
  | 'bad-number'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The name, the decoded string, the digits, or the symbol itself. */
  readonly text: string;
  /** `text` in upper case for unquoted names, to compare with keywords; else empty. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const symbols3 = new Set<string>(['...']);
const symbols2 = new Set(['<=', '>=', '<>', '=~', '+=', '..', '||', '::', '!=']);
const symbols1 = '()[]{},.;:|+-*/%^=<>!&';
const nameStart = /[\p{ID_Start}\p{Pc}]/u;
const namePart = /[\p{ID_Continue}\p{Pc}\p{Sc}]/u;
const spaces = new Set(['\u001c', '\u001d', '\u001e', '\u001f', '\u180e', '\u200b']);

function isSpace(character: string): boolean {
  return /\s/.test(character) || spaces.has(character);
}

const number = /(?:0[xX][0-9a-zA-Z_]*|0[oO][0-9a-zA-Z_]*|(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/y;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '/': '/',
};

/** Cuts query text into tokens, each with its place; comments and white space fall away. */
export function tokenize(text: string, most = Number.POSITIVE_INFINITY): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: TokenKind, value: string, start: number, end: number): void => {
    tokens.push({ kind, text: value, word: kind === 'name' ? value.toUpperCase() : '', start, end });
    at = end;
  };
  while (at < text.length) {
    if (tokens.length > most) {
      throw syntaxError('QueryTooLong', `A query may have ${most} words and signs`, at, 'pass lists as parameters');
    }
    const character = text[at]!;
    if (character === ' ' || character === '\n' || isSpace(character)) {
      at++;
    } else if (character === '/' && text[at + 1] === '/') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (character === '/' && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) throw syntaxError('UnexpectedSyntax', 'This comment is never closed', at, 'close it with */');
      at = end + 2;
    } else if (character === "'" || character === '"') {
      const { value, end } = readString(text, at, character);
      push('string', value, at, end);
    } else if (character === '`') {
      const { value, end } = readQuoted(text, at);
      push('quoted', value, at, end);
    } else if (character === '$') {
      readParameter(text, at, push);
    } else if (isDigit(character) || (character === '.' && isDigit(text[at + 1]) && !followsDot(text, at))) {
      readNumber(text, at, push);
    } else {
      const point = String.fromCodePoint(text.codePointAt(at)!);
      if (nameStart.test(point)) {
        const end = nameEnd(text, at);
        push('name', text.slice(at, end), at, end);
      } else {
        readSymbol(text, at, point, push);
      }
    }
  }
  tokens.push({ kind: 'end', text: '', word: '', start: text.length, end: text.length });
  return tokens;
}

type Push = (kind: TokenKind, value: string, start: number, end: number) => void;

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** `1..3` and `[..3]`: the second dot of a range is no decimal point. */
function followsDot(text: string, at: number): boolean {
  return text[at - 1] === '.';
}

function nameEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const point = String.fromCodePoint(text.codePointAt(at)!);
    if (!namePart.test(point)) break;
    at += point.length;
  }
  return at;
}

function readParameter(text: string, start: number, push: Push): void {
  if (text[start + 1] === '`') {
    const { value, end } = readQuoted(text, start + 1);
    push('parameter', value, start, end);
    return;
  }
  const end = nameEnd(text, start + 1);
  if (end === start + 1) throw syntaxError('UnexpectedSyntax', 'A parameter needs a name after $', start);
  push('parameter', text.slice(start + 1, end), start, end);
}

function readSymbol(text: string, at: number, point: string, push: Push): void {
  const three = text.slice(at, at + 3);
  const two = three.slice(0, 2);
  if (symbols3.has(three)) push('symbol', three, at, at + 3);
  else if (symbols2.has(two)) push('symbol', two, at, at + 2);
  else if (symbols1.includes(point)) push('symbol', point, at, at + 1);
  else if (/[\u2010-\u2015\u2212\uff0d\u00ad]/.test(point)) {
    throw syntaxError('InvalidUnicodeCharacter', `${point} is not a minus sign`, at, 'write -');
  } else {
    throw syntaxError('UnexpectedSyntax', `Invalid input '${point}'`, at);
  }
}

function readNumber(text: string, start: number, push: Push): void {
  number.lastIndex = start;
  const found = number.exec(text)![0];
  let end = start + found.length;
  if (/^0[xX]/.test(found) || /^0[oO]/.test(found)) {
    const digits = found.slice(2);
    const good = /^0[xX]/.test(found) ? /^[0-9a-fA-F](_?[0-9a-fA-F])*$/ : /^[0-7](_?[0-7])*$/;
    if (!good.test(digits)) throw syntaxError('InvalidNumberLiteral', `Invalid number '${found}'`, start);
    push('integer', found.replaceAll('_', ''), start, end);
    return;
  }
  if (end < text.length && nameStart.test(String.fromCodePoint(text.codePointAt(end)!))) {
    end = nameEnd(text, end);
    push('bad-number', text.slice(start, end), start, end);
    return;
  }
  if (!/[.eE]/.test(found)) {
    push('integer', found, start, end);
  } else {
    if (!Number.isFinite(Number(found))) {
      throw syntaxError('FloatingPointOverflow', `The number '${found}' is too large for a float`, start);
    }
    push('float', found, start, end);
  }
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '`') value += text[at];
    else if (text[at + 1] === '`') {
      value += '`';
      at++;
    } else return { value, end: at + 1 };
  }
  throw syntaxError('UnexpectedSyntax', 'This name in backticks is never closed', start, 'close it with `');
}

function readString(text: string, start: number, quote: string): { value: string; end: number } {
  let value = '';
  let at = start + 1;
  let from = at;
  for (; at < text.length && text[at] !== quote; ) {
    if (text[at] !== '\\') {
      at++;
      continue;
    }
    value += text.slice(from, at);
    const letter = text[at + 1];
    if (letter === 'u' || letter === 'U') {
      const length = letter === 'u' ? 4 : 8;
      const digits = text.slice(at + 2, at + 2 + length);
      const point = Number.parseInt(digits, 16);
      if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < length || point > 0x10ffff) {
        throw syntaxError('InvalidUnicodeLiteral', `'\\${letter}${digits}' is no Unicode character`, at);
      }
      value += String.fromCodePoint(point);
      at += 2 + length;
    } else {
      const meant = letter === undefined ? undefined : escapes[letter];
      if (meant === undefined) {
        throw syntaxError(
          'InvalidEscape',
          `'\\${letter ?? ''}' is no escape of a string`,
          at,
          'write \\\\ for a backslash',
        );
      }
      value += meant;
      at += 2;
    }
    from = at;
  }
  if (at >= text.length) {
    throw syntaxError('UnexpectedSyntax', 'This string is never closed', start, `close it with ${quote}`);
  }
  return { value: value + text.slice(from, at), end: at + 1 };
}
