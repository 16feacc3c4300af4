import type { TypeName } from '../ast.ts';
import type { Reader } from './reader.ts';

/** First words of the names of types. */
const FIRST_WORD =
  /^(ANY|ARRAY|BOOL|BOOLEAN|DATE|DURATION|EDGE|FLOAT|INT|INTEGER|LIST|LOCAL|MAP|NODE|NOTHING|NULL|PATH|PATHS|POINT|PROPERTY|RELATIONSHIP|SIGNED|STRING|TIME|TIMESTAMP|VARCHAR|VERTEX|ZONED)$/;

/** Whether a bar is followed by another type, and not by what a comprehension collects. */
const seesAnother = (r: Reader): boolean =>
  r.sees('|') && FIRST_WORD.test(r.peek(1).word ?? '') && !r.sees('(', 2) && !r.sees('.', 2);

export function parseTypeName(r: Reader): TypeName {
  const names: { name: string; element?: TypeName; notNull: boolean }[] = [];
  do {
    let name = r.name('the name of a type').word;
    const follows: Readonly<Record<string, readonly string[]>> = {
      LOCAL: ['DATETIME', 'TIME'],
      ZONED: ['DATETIME', 'TIME'],
      SIGNED: ['INTEGER'],
      ANY: ['VALUE', 'NODE', 'RELATIONSHIP', 'MAP', 'PROPERTY'],
      PROPERTY: ['VALUE'],
      TIMESTAMP: ['WITH', 'WITHOUT'],
      TIME: ['WITH', 'WITHOUT'],
    };
    const second = follows[name]?.find((word) => r.seesWord(word));
    if (second !== undefined) {
      r.next();
      name += ` ${second}`;
      if (second === 'WITH' || second === 'WITHOUT') {
        if (!r.takeWords('TIMEZONE')) {
          r.expectWord('TIME', 'in the name of a type');
          r.expectWord('ZONE', 'in the name of a type');
        }
      } else if (name === 'ANY PROPERTY') r.expectWord('VALUE', 'in the name of a type');
    }
    let element: TypeName | undefined;
    if ((name === 'LIST' || name === 'ARRAY') && r.take('<')) {
      element = r.deeper(() => parseTypeName(r));
      r.expect('>', 'after the type of a list’s elements');
    }
    const notNull = r.takeWords('NOT', 'NULL') || r.take('!');
    names.push(element === undefined ? { name, notNull } : { name, element, notNull });
  } while (seesAnother(r) && r.take('|'));
  return { names };
}
