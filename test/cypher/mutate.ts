/** Query texts that touch every part of the language; mutants are made of them. */
export const seeds: readonly string[] = [
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

const pieces: readonly string[] = [
  ...'()[]{}<>-=,.:;|&!%*+/^$\'"`\\',
  ' NULL ',
  ' RETURN ',
  ' WITH ',
  ' WHERE ',
  ' IN ',
  ' AS ',
  '..',
  '//',
  '/*',
  '1e999',
  '99999999999999999999',
  '\u0000',
  '\ud800',
  '—',
  'é',
  ' EXISTS { ',
  ' CASE ',
  ' count(*) ',
  '-[*]-',
  ' UNION ',
  '=~',
];

/** A query with a few random changes. `random` gives numbers in 0 … 1. */
export function mutant(random: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let text = pick(seeds);
  for (let i = 1 + Math.floor(random() * 4); i > 0; i--) {
    const at = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, at + Math.floor(random() * 8));
    const kind = random();
    if (kind < 0.3) text = text.slice(0, at) + text.slice(end);
    else if (kind < 0.6) text = text.slice(0, at) + pick(pieces) + text.slice(at);
    else if (kind < 0.75) text = text.slice(0, at) + text.slice(at, end) + text.slice(at);
    else if (kind < 0.9) {
      const other = pick(seeds);
      const from = Math.floor(random() * other.length);
      text = text.slice(0, at) + other.slice(from, from + 1 + Math.floor(random() * 40)) + text.slice(end);
    } else text = text.slice(0, at) + (text[at] ?? '').toUpperCase() + text.slice(at + 1);
  }
  return text;
}
