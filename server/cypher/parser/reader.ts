import { type CypherError, syntaxError } from '../error.ts';
import { type Token, tokenize } from '../lexer.ts';

/** How deep expressions, patterns and subqueries may be nested. */
const deepest = 100;

/** A place in the tokens of a query, with what a parser asks of them. */
export interface Reader {
  readonly text: string;
  /** Index of the next token; set back to try another reading. */
  at: number;
  peek(ahead?: number): Token;
  next(): Token;
  /** Is the next token this symbol? */
  sees(symbol: string, ahead?: number): boolean;
  /** Is the next token this keyword? */
  seesWord(word: string, ahead?: number): boolean;
  /** Takes the symbol if it is next. */
  take(symbol: string): boolean;
  /** Takes the keywords if they are next, all of them. */
  takeWords(...words: readonly string[]): boolean;
  expect(symbol: string, where: string): Token;
  expectWord(word: string, where: string): Token;
  /** A name, quoted or not. */
  name(what: string): Token;
  /** The end of the token before. */
  end(): number;
  fail(expected: string, detail?: string): CypherError;
  /** Runs `parse` one level deeper; too deep is an error. */
  deeper<T>(parse: () => T): T;
  /** In a place where `|` belongs to something around, as in `[x IN xs WHERE x:A | x]`. */
  barTaken: boolean;
  /** Readings that were tried at a token before, and whether they held: no reading is tried twice. */
  readonly tried: Map<string, boolean>;
}

/** Cuts the text and stands before its first token. */
export function createReader(text: string, mostTokens: number): Reader {
  const tokens = tokenize(text, mostTokens);
  const last = tokens.length - 1;
  let depth = 0;
  const reader: Reader = {
    text,
    at: 0,
    barTaken: false,
    tried: new Map(),
    peek: (ahead = 0) => tokens[Math.min(reader.at + ahead, last)]!,
    next() {
      const token = tokens[reader.at]!;
      if (reader.at < last) reader.at++;
      return token;
    },
    sees(symbol, ahead = 0) {
      const token = reader.peek(ahead);
      return token.kind === 'symbol' && token.text === symbol;
    },
    seesWord(word, ahead = 0) {
      return reader.peek(ahead).word === word;
    },
    take(symbol) {
      if (!reader.sees(symbol)) return false;
      reader.at++;
      return true;
    },
    takeWords(...words) {
      if (!words.every((word, i) => reader.seesWord(word, i))) return false;
      reader.at += words.length;
      return true;
    },
    expect(symbol, where) {
      if (!reader.sees(symbol)) throw reader.fail(`'${symbol}' ${where}`);
      return reader.next();
    },
    expectWord(word, where) {
      if (!reader.seesWord(word)) throw reader.fail(`${word} ${where}`);
      return reader.next();
    },
    name(what) {
      const token = reader.peek();
      if (token.kind !== 'name' && token.kind !== 'quoted') throw reader.fail(what);
      return reader.next();
    },
    end: () => tokens[Math.max(0, reader.at - 1)]!.end,
    fail(expected, detail = 'UnexpectedSyntax') {
      const token = reader.peek();
      const found = token.kind === 'end' ? 'the end of the query' : `'${text.slice(token.start, token.end)}'`;
      return syntaxError(detail, `Invalid input ${found}: expected ${expected}`, token.start);
    },
    deeper(parse) {
      if (++depth > deepest) {
        throw syntaxError('NestedTooDeep', `Nested more than ${deepest} levels deep`, reader.peek().start);
      }
      try {
        return parse();
      } finally {
        depth--;
      }
    },
  };
  return reader;
}
