/** Queries that together touch every part of the language; mutants are made of them too. */
export const EVERY_PART: readonly string[] = [
  'MATCH (a:Person {id: 1})-[r:MET|BACKS*1..3 {year: 2001}]->(b:Country&!Person) WHERE a.id < b.id AND NOT b.name IS NULL RETURN a, r, b.name AS name ORDER BY name DESC SKIP 1 LIMIT 5',
  'OPTIONAL MATCH p = shortestPath((a)-[*..4]-(b)) WHERE all(n IN nodes(p) WHERE n.id > 0) RETURN length(p), [x IN nodes(p) | x.id]',
  "UNWIND range(1, 5) AS i WITH i, collect(DISTINCT i % 2) AS l WHERE i IN l OR 'a' =~ 'a|b' RETURN i, l[0..-1], reduce(s = 0, x IN l | s + x)",
  'MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN count(m) AS c UNION ALL RETURN 0 AS c } RETURN n {.*, c: c, .name} LIMIT 3',
  "RETURN CASE WHEN true XOR false THEN {a: [1, 2.5e3, 0xFF, 'x\\n']} ELSE null END['a'][1] AS v, $p, `quoted name`",
  "WITH date('2024-01-31') + duration({months: 1}) AS d RETURN d.year, datetime('2024-01-01T00:00Z').epochSeconds, point({x: 1, y: 2}).x",
  'MATCH (a) ((x)-[q:MET]->(y) WHERE q.year > 2000){1,2} (b) WHERE EXISTS { (b)<--() } AND COUNT { (a)--() } > 2 RETURN size(x), COLLECT { MATCH (n) RETURN n.id LIMIT 1 }',
  'MATCH p = SHORTEST 2 GROUPS (a:Person)-[:MET]-+(b) RETURN [(a)-->(c) WHERE c.id > 1 | c.name] AS l, p UNION RETURN 1 AS l, 2 AS p',
  'CALL db.labels() YIELD label AS l WHERE l STARTS WITH "P" RETURN l // comment',
  'CREATE (a:X {p: 1})-[:R]->(b) MERGE (c) ON CREATE SET c.x = 1 REMOVE a.p DETACH DELETE b FOREACH (i IN [1] | SET a += {y: i})',
];
