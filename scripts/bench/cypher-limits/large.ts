/** A text of so many times a part: beyond 500,000 characters there is none. */
const text = (part: string, doublings: number): string => `reduce(t = '${part}', i IN range(1, ${doublings}) | t + t)`;
const again = 'UNWIND range(1, 1000000) AS again';

/** Queries whose single steps take long: each operation at the largest values an expression may make. */
export const LARGE: Readonly<Record<string, string>> = {
  'equal lists of lists': `WITH [i IN range(1, 300000) | [i, [i]]] AS a ${again} WITH a WHERE a = [x IN a | x] AND again < 0 RETURN 1`,
  'order of long lists': `WITH range(1, 999999) AS a, range(1, 999999) AS b ${again} RETURN sum(CASE WHEN a < b THEN 1 ELSE 0 END)`,
  'a long list among long lists': `WITH range(1, 300000) AS a WITH a, [a + 1, a + 2, a + 3] AS b ${again} RETURN sum(CASE WHEN a IN b THEN 1 ELSE 0 END)`,
  'CASE of long lists': `WITH range(1, 900000) AS a, range(1, 900000) AS b ${again} RETURN sum(CASE a WHEN b + 1 THEN 2 WHEN b THEN 1 ELSE 0 END)`,
  'distinct long lists': `UNWIND range(1, 1000000) AS i WITH DISTINCT [x IN range(1, 200000) | x + i] AS list RETURN count(list)`,
  'distinct rows of long lists': `UNWIND range(1, 1000000) AS i WITH DISTINCT i % 2 AS a, range(1, 200000 + i % 3) AS list RETURN count(list)`,
  'grouping by long lists': `UNWIND range(1, 1000000) AS i WITH range(i % 5, 300000) AS list, count(*) AS c RETURN size(list), c`,
  'counting distinct long lists': `UNWIND range(1, 1000000) AS i RETURN count(DISTINCT range(i % 5, 300000))`,
  'the greatest of long lists': `UNWIND range(1, 1000000) AS i RETURN size(max(range(1, 300000 + i % 3)))`,
  'sorting long lists': `UNWIND range(1, 60) AS i WITH range(1, 100000 + i % 7) AS list ORDER BY list DESC RETURN size(list)`,
  'sorting texts that begin alike': `WITH ${text('abcdefgh', 14)} AS t UNWIND range(1, 300) AS i WITH t + (i * 7 % 300) AS name ORDER BY name RETURN size(name)`,
  'the first of many long texts': `WITH ${text('abcdefgh', 14)} AS t UNWIND range(1, 100000) AS i WITH t + (i * 7 % 300) AS name ORDER BY name LIMIT 3 RETURN size(name)`,
  'joining long lists': `WITH range(1, 500000) AS a ${again} RETURN sum(size(a + a))`,
  'appending to long lists': 'RETURN size(reduce(list = range(1, 900000), i IN range(1, 50000) | list + i))',
  'slices of long lists': `WITH range(1, 1000000) AS a ${again} RETURN sum(size(a[1..]) + size(tail(a)) + size(reverse(a)))`,
  'converting long lists': `WITH range(1, 1000000) AS a ${again} RETURN sum(size(toStringList(a)) + size(toFloatList(a)) + size(toBooleanList(a)))`,
  'types of long lists': `WITH range(1, 1000000) AS a ${again} RETURN sum(CASE WHEN a IS :: LIST<INTEGER NOT NULL> AND valueType(a) = '' THEN 1 ELSE 0 END)`,
  'types of lists within lists': 'RETURN valueType(reduce(list = [1], i IN range(1, 60) | [list, list]))',
  'a long list collected': 'UNWIND range(1, 1000000) AS i WITH collect(i) AS list RETURN size(list)',
  'collections of collections':
    'UNWIND range(1, 100000000) AS i WITH i % 100000 AS k, collect([i, [i]]) AS list RETURN sum(size(list))',
  'a long list given back': 'UNWIND range(1, 2000) AS i RETURN range(1, 5000)',
  'percentiles of many': 'UNWIND range(1, 3000000) AS i RETURN percentileCont(i * 7919 % 1000003, 0.5)',
  'searching a text that repeats itself': `WITH ${text('a', 18)} AS t, ${text('a', 13)} AS a ${again} RETURN sum(CASE WHEN t CONTAINS a + 'b' + a THEN 1 ELSE 0 END)`,
  'replacing in a text that repeats itself': `WITH ${text('a', 18)} AS t, ${text('a', 13)} AS a ${again} RETURN sum(size(replace(t, a + 'b' + a, '')) + size(split(t, a + 'b' + a)))`,
  'replacing everywhere': `WITH ${text('a,', 17)} AS t ${again} RETURN sum(size(replace(t, ',', 'bc')) + size(replace(t, '', '')))`,
  'splitting everywhere': `WITH ${text('a,', 17)} AS t ${again} RETURN sum(size(split(t, ',')) + size(split(t, '')))`,
  'letters of long texts': `WITH ${text('é😀b', 16)} AS t ${again} RETURN sum(size(toUpper(t)) + size(toLower(t)) + size(trim(t)) + size(btrim(t, 'b😀é')) + size(reverse(t)))`,
  'parts of long texts': `WITH ${text('é😀b', 16)} AS t ${again} RETURN sum(size(left(t, 190000)) + size(right(t, 190000)) + size(substring(t, 1, 190000)) + size(t))`,
  'normal forms of long texts': `WITH ${text('é가b', 17)} AS t ${again} RETURN sum(size(normalize(t, 'NFD')) + CASE WHEN t IS NFKD NORMALIZED THEN 1 ELSE 0 END)`,
  'numbers of long texts': `WITH ${text('9', 18)} AS t ${again} RETURN sum(coalesce(toIntegerOrNull(t), 0) + coalesce(toFloatOrNull(t), 0.0))`,
  'patterns on long texts': `WITH ${text('ab', 14)} AS t ${again} RETURN sum(CASE WHEN t =~ '(a|b|ab)*(a+b+)*(.*a){3}c' THEN 1 ELSE 0 END)`,
  'dates of long texts': `WITH ${text('2024-01-01T', 14)} AS t ${again} RETURN date(t)`,
  'durations of long texts': `WITH 'P' + ${text('1Y', 17)} AS t ${again} RETURN duration(t)`,
  'long paths': 'MATCH p = (a)-[*900..]-(b) RETURN sum(size(nodes(p)))',
  'long paths compared': 'MATCH p = (a)-[*900..]-(b) RETURN count(DISTINCT p)',
  'a long list looked up': `MATCH (n {id: 'n1'}) WITH range(1, 1000000) AS list ${again} MATCH (n) WHERE n.id IN list RETURN count(n)`,
};
