/** Queries that would run for ages or grow without end, by what makes them so. */
export const ENDLESS: Readonly<Record<string, string>> = {
  'an endless product': 'MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)',
  'a product of lists': 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)',
  'walks of any length': 'MATCH (a)-[*]-(b) RETURN count(*)',
  'quantified walks': 'MATCH ((a)--(b))+ RETURN count(*)',
  'a huge range': 'RETURN size(range(1, 1000000000))',
  'a huge range, unwound': 'UNWIND range(1, 100000000000) AS i RETURN count(i)',
  'a list that doubles': 'RETURN size(reduce(list = [1, 2], i IN range(1, 60) | list + list))',
  'a text that doubles': "RETURN size(reduce(text = 'ab', i IN range(1, 60) | text + text))",
  'a text that grows by replacing': "RETURN size(reduce(text = 'aa', i IN range(1, 60) | replace(text, 'a', 'aaa')))",
  'a list of lists':
    'RETURN reduce(list = [1], i IN range(1, 60) | [list, list]) = reduce(list = [1], i IN range(1, 60) | [list, list])',
  'a reduce within a reduce':
    'RETURN reduce(a = 0, i IN range(1, 100000) | a + reduce(b = 0, j IN range(1, 100000) | b + j % 7)) AS sum',
  'comprehensions within comprehensions':
    'RETURN size([i IN range(1, 100000) WHERE size([j IN range(1, 100000) WHERE j % i = 1]) > 1])',
  'quantifiers within quantifiers':
    'RETURN all(i IN range(1, 100000) WHERE none(j IN range(1, 100000) WHERE i * j = -1)) AS all',
  'an evil pattern':
    "UNWIND range(1, 1000000) AS i WITH reduce(t = 'a', j IN range(1, 30) | t + 'a') + i + '!' AS text RETURN sum(CASE WHEN text =~ '(a+)+b|(a|aa)+c|(.*a){12}d' THEN 1 ELSE 0 END)",
  'sorting much': 'UNWIND range(1, 3000000) AS i RETURN i ORDER BY -i % 1000, i SKIP 2999990',
  'sorting long texts':
    "UNWIND range(1, 200000) AS i WITH i, 'name ' + (i * 7919 % 200000) AS name RETURN name ORDER BY name SKIP 199990",
  'collecting much': 'UNWIND range(1, 100000000) AS i RETURN size(collect(i))',
  'counting distinct values': 'UNWIND range(1, 100000000) AS i RETURN count(DISTINCT i)',
  'grouping by many': 'UNWIND range(1, 100000000) AS i WITH i, count(*) AS c RETURN count(*)',
  'all shortest paths':
    'MATCH (a), (b), p = allShortestPaths((a)-[*]-(b)) UNWIND range(1, 100000) AS i RETURN count(p)',
  'shortest paths with a condition':
    'MATCH (a), (b) WHERE a <> b MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) > 30 RETURN count(p)',
  'shortest groups': 'MATCH p = SHORTEST 5 GROUPS (a)-[*]-(b) RETURN count(p)',
  'subqueries without end': 'MATCH (a), (b), (c) WHERE COUNT { MATCH (x)--(y)--(z)--(w)--(v) RETURN x } < 0 RETURN a',
  'subqueries called for each row':
    'UNWIND range(1, 1000000) AS i CALL (i) { MATCH (a)--(b)--(c) RETURN count(*) AS c } RETURN sum(c)',
  'pattern comprehensions': 'MATCH (a), (b), (c) RETURN sum(size([(a)-[*..6]-(x) | x.id]))',
  'membership in long lists':
    'WITH range(1, 1000000) AS list UNWIND range(1, 1000000) AS i WITH i WHERE -i IN list RETURN count(*)',
  'comparing long lists':
    'WITH range(1, 1000000) AS a, range(1, 1000000) AS b UNWIND range(1, 100000) AS i WITH i WHERE a = b RETURN count(*)',
  'splitting long texts':
    "WITH reduce(t = 'a,', i IN range(1, 20) | t + t) AS text UNWIND range(1, 100000) AS i RETURN sum(size(split(text, ',')))",
};
