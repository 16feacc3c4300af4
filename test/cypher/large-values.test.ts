import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import { createEngine } from '../../server/cypher/index.ts';

const repeated = (part: string, doublings: number): string =>
  `reduce(t = '${part}', i IN range(1, ${doublings}) | t + t)`;

/** What is done in turns must come to what doing it at once comes to. */
const truths: readonly string[] = [
  'WITH range(1, 100000) AS a RETURN a = [x IN a | x]',
  'WITH range(1, 100000) AS a RETURN NOT a = a[..-1] + 0',
  'WITH range(1, 100000) AS a RETURN (a = a[..-1] + null) IS NULL',
  'WITH [i IN range(1, 50000) | [i, {k: [i]}]] AS a RETURN a = [x IN a | x] AND a IN [1, a]',
  'WITH range(1, 100000) AS a RETURN a < a[..-1] + 100001 AND a > a[..-1] AND a <= a AND a[..-1] < a <= a',
  'WITH range(1, 100000) AS a RETURN 100000 IN a AND 99.0 IN a AND NOT -1 IN a AND (-1 IN a + null) IS NULL',
  "WITH range(1, 100000) AS a RETURN CASE a WHEN 1 THEN 'a' WHEN a + 1 THEN 'b' WHEN [x IN a | x] THEN 'c' END = 'c'",
  'WITH range(1, 100000) AS a RETURN nullIf(a, [x IN a | x]) IS NULL AND nullIf(a, a + 1) = a',
  'UNWIND [1, 2, 1.0, 2] AS i WITH DISTINCT [x IN range(1, 50000) | x * i] AS list WITH count(*) AS n RETURN n = 2',
  'UNWIND [3, 1, 3, 2] AS i WITH range(1, 30000) + i AS list, count(*) AS n ORDER BY list RETURN collect(last(list)) = [1, 2, 3] AND collect(n) = [1, 1, 2]',
  'UNWIND [3, 1, 3, 2] AS i WITH range(1, 30000) + i AS list RETURN last(max(list)) = 3 AND last(min(list)) = 1 AND count(DISTINCT list) = 3',
  'UNWIND range(1, 300) AS i WITH i ORDER BY [0, i % 7], -i RETURN collect(i)[..3] = [294, 287, 280]',
  'UNWIND range(1, 40000) AS i WITH i * 7919 % 40000 AS j ORDER BY j DESC RETURN collect(j) = range(39999, 0, -1)',
  'UNWIND range(1, 40000) AS i WITH i * 7919 % 40000 AS j ORDER BY j SKIP 5 LIMIT 12000 RETURN collect(j) = range(5, 12004)',
  'UNWIND range(1, 100000) AS i WITH i % 30000 AS k, count(*) AS n RETURN count(*) = 30000 AND sum(n) = 100000',
  "UNWIND range(1, 60000) AS i WITH DISTINCT 'k' + i % 20000 AS k RETURN count(*) = 20000",
  'WITH toStringList(range(1, 50000)) AS a RETURN size(a) = 50000 AND last(a) = "50000" AND toIntegerList(a) = range(1, 50000)',
  'WITH range(1, 50000) AS a RETURN a IS :: LIST<INTEGER> AND NOT a + "x" IS :: LIST<INTEGER> AND valueType(a + 1.5) = "LIST<FLOAT NOT NULL | INTEGER NOT NULL> NOT NULL"',
  'WITH range(1, 50000) AS a RETURN head(tail(a)) = 2 AND head(reverse(a)) = 50000 AND size(a + a) = 100000 AND size(a[100..200]) = 100',
  `WITH ${repeated('a,', 15)} AS t RETURN size(split(t, ',')) = 32769 AND size(replace(t, ',', 'xyz')) = 131072 AND size(split(t, '')) = 65536`,
  `WITH ${repeated('ab', 12)} AS t RETURN replace(t, '', '-') = '-' + reduce(s = '', c IN split(t, '') | s + c + '-')`,
  `WITH ${repeated('é😀b', 12)} AS t RETURN size(t) = 12288 AND left(reverse(t), 3) = 'b😀é' AND size(left(t, 5000)) = 5000 AND right(t, 2) = '😀b' AND substring(t, 3, 3) = 'é😀b'`,
  `WITH ${repeated('x', 14)} AS t RETURN btrim(t + 'a' + t, 'xy') = 'a' AND trim(' ' + t + ' ') = t AND ltrim(t + 'a', 'x') = 'a'`,
  `WITH ${repeated('a', 14)} AS t, ${repeated('a', 11)} AS a RETURN t + 'b' + a CONTAINS a + 'b' + a AND NOT t CONTAINS a + 'b' AND size(split(t + 'b' + t, a + 'b' + a)) = 2`,
  `WITH ${repeated('e\\u0301 x', 12)} AS t RETURN normalize(normalize(t, NFC), NFD) = normalize(t, NFD) AND size(normalize(t, NFC)) = 12288 AND NOT t IS NFC NORMALIZED AND normalize(t) IS NFC NORMALIZED`,
  `WITH ${repeated('ab', 12)} AS t RETURN t + 'a' < t + 'b' AND t < t + 'a' AND NOT t + 'b' <= t + 'a'`,
  'UNWIND [1, 2, 3] AS x WITH x LIMIT size(range(1, 20000)) / 10000 RETURN count(*) = 2',
];

describe('large values', () => {
  const engine = createEngine(new MultiDirectedGraph());
  after(() => engine.close());
  for (const query of truths) {
    it(query, async function () {
      this.timeout(20_000);
      assert.deepEqual((await engine.run(query)).rows, [[true]]);
    });
  }
});
