import assert from 'node:assert/strict';
import { withoutBookkeeping } from '../../server/console/without-bookkeeping.ts';
import { parseStatement } from '../../server/cypher/parser/query.ts';

const rewritten = (text: string) => withoutBookkeeping(parseStatement(text)).text;

describe("hiding the store's books", () => {
  for (const [text, expected] of [
    ['MATCH (n) RETURN n', 'MATCH (n:!Ledger) RETURN n'],
    ['MATCH () RETURN 1', 'MATCH (:!Ledger) RETURN 1'],
    ['MATCH (n {id: 1}) RETURN n', 'MATCH (n:!Ledger {id: 1}) RETURN n'],
    ['MATCH (n), (m:Person) RETURN n, m', 'MATCH (n:!Ledger), (m:Person) RETURN n, m'],
    ['MATCH (n)-[r]->(m) RETURN n', 'MATCH (n)-[r]->(m) RETURN n'],
    ['MATCH (n:Person) RETURN n', 'MATCH (n:Person) RETURN n'],
    ['RETURN COUNT { MATCH (n) RETURN n }', 'RETURN COUNT { MATCH (n:!Ledger) RETURN n }'],
    ['EXPLAIN MATCH (n) RETURN n;', 'MATCH (n:!Ledger) RETURN n'],
  ] as const) {
    it(text, () => assert.equal(rewritten(text), expected));
  }

  it('finds the way back to the text as written', () => {
    const text = 'MATCH (n) MATCH (m) RETURN x';
    const { text: sent, placeBefore } = withoutBookkeeping(parseStatement(text));
    assert.equal(placeBefore(sent.indexOf('x')), text.indexOf('x'));
    assert.equal(placeBefore(sent.indexOf('MATCH')), 0);
    assert.equal(placeBefore(sent.lastIndexOf('MATCH')), text.lastIndexOf('MATCH'));
  });
});
