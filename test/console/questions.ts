/** Reading queries of the kind our users write, asked of both stores with the same text. Every order is total. */
export interface Question {
  readonly query: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

const plain = (text: string): readonly Question[] =>
  text
    .split(/\n\s*\n/)
    .map((query) => query.trim())
    .filter(Boolean)
    .map((query) => ({ query }));

export const QUESTIONS: readonly Question[] = [
  ...plain(`
MATCH (r:Country {name: 'Russia'})-[e:BACKS|VETOED]->(x) RETURN r.name, type(e), x.name ORDER BY type(e), x.id, e.id

MATCH (r:Country {name: 'Russia'})-[e:BACKS|VETOED]->(x) RETURN r, e, x

MATCH p = shortestPath((:Person {name: 'Donald Trump'})-[*..4]-(:Person {name: 'Bashar al-Assad'})) RETURN length(p)

MATCH (:Country {name: 'Russia'})-[r:VETOED]->(p) MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE c.id IN r.claimIds RETURN p.name, a.source, a.published, c.quote ORDER BY a.published, c.id

MATCH (n) RETURN count(n)

MATCH (n:Entity) RETURN count(*)

MATCH (n:Entity) RETURN n.kind AS kind, count(*) AS count ORDER BY kind

MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count ORDER BY count DESC, type

MATCH ()-[r]->() RETURN r.quad AS quad, count(r) AS count, avg(r.goldstein) AS mean ORDER BY quad

MATCH (n:Person) RETURN n.name ORDER BY n.id

MATCH (n:Country) RETURN n.iso3, n.name ORDER BY n.iso3

MATCH (n:Entity) RETURN n.name AS name, n.mentions AS mentions ORDER BY mentions DESC, n.id LIMIT 20

MATCH (n:Organization) WHERE n.country = 'IGO' RETURN n.name ORDER BY n.id

MATCH (n:Entity) WHERE n.name STARTS WITH 'S' RETURN n.name ORDER BY n.id

MATCH (n:Entity) WHERE n.name ENDS WITH 'a' RETURN n.id ORDER BY n.id

MATCH (n:Entity) WHERE toLower(n.name) CONTAINS 'united' RETURN n.name ORDER BY n.id

MATCH (n:Entity) WHERE n.search CONTAINS 'assad' RETURN n.id ORDER BY n.id

MATCH (n:Entity) WHERE n.name =~ '(?i).*nation.*' RETURN n.name ORDER BY n.id

MATCH (n:Entity) WHERE n.wikidata IS NULL RETURN count(n)

MATCH (n:Entity) WHERE n.none IS NOT NULL RETURN n

MATCH (n:Entity) WHERE 'Moscow' IN n.aliases RETURN n.name

MATCH (n:Entity) WHERE any(alias IN n.aliases WHERE alias STARTS WITH 'M') RETURN n.id ORDER BY n.id

MATCH (n:Entity) WHERE size(n.aliases) > 1 RETURN n.id, size(n.aliases) AS names ORDER BY names DESC, n.id

MATCH (n:Entity) UNWIND n.aliases AS alias RETURN alias, n.id ORDER BY alias, n.id

MATCH (n:Person|Organization) RETURN labels(n)[1] AS label, count(*) ORDER BY label

MATCH (n:!Person&Entity) RETURN count(n)

MATCH (n:Entity) WHERE n:Country OR n:Event RETURN count(n)

MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS count ORDER BY label

MATCH (a:Country)-[r]->(b:Country) RETURN a.iso3, type(r), b.iso3, r.occurredFrom ORDER BY r.id

MATCH (a:Country)-[r]->(b:Country) WHERE a.iso3 < b.iso3 RETURN a.iso3, b.iso3, count(r) AS count ORDER BY count DESC, a.iso3, b.iso3

MATCH (a)-[r:MET_WITH]-(b) RETURN a.id AS id, count(DISTINCT b) AS partners ORDER BY partners DESC, id

MATCH (a)-[r:MET_WITH]-(b) WHERE a.id < b.id WITH a, b, r ORDER BY r.id RETURN a.id AS a, b.id AS b, collect(r.occurredFrom) AS days ORDER BY a, b

MATCH (a)-[r:ACCUSED|CRITICIZED|CONDEMNED]->(b) RETURN a.id, type(r), b.id ORDER BY r.id

MATCH (a)-[r]->(b) WHERE type(r) IN ['ATTACKED', 'SANCTIONED'] RETURN a.id, b.id, r.occurredFrom ORDER BY r.id

MATCH (a)-[r]->(b) WHERE r.polarity = 'denied' RETURN a.id, type(r), b.id ORDER BY r.id

MATCH (a)-[r]->(b) WHERE r.modality <> 'fact' RETURN r.modality, count(*) ORDER BY r.modality

MATCH ()-[r]->() WHERE r.occurredFrom >= '2017-01-01' AND r.occurredFrom <= '2017-12-31' RETURN type(r), r.occurredFrom ORDER BY r.occurredFrom, r.id

MATCH ()-[r]->() WHERE r.occurredFrom IS NULL RETURN count(r)

MATCH ()-[r]->() WHERE r.occurredFrom IS NOT NULL RETURN substring(r.occurredFrom, 0, 4) AS year, count(*) AS count ORDER BY year

MATCH ()-[r]->() WHERE r.occurredFrom IS NOT NULL RETURN left(r.occurredFrom, 7) AS month, sum(r.goldstein) AS score ORDER BY month

MATCH ()-[r]->() WHERE r.occurredFrom IS NOT NULL WITH date(r.occurredFrom) AS day RETURN day.year AS year, day.quarter AS quarter, count(*) ORDER BY year, quarter

MATCH ()-[r]->() WHERE r.precision = 'day' RETURN max(r.occurredFrom), min(r.occurredFrom)

MATCH ()-[r]->() RETURN r.precision, count(*) ORDER BY r.precision

MATCH ()-[r]->() WHERE r.claims > 1 RETURN type(r), r.claims, r.sources ORDER BY r.claims DESC, r.id

MATCH ()-[r]->() WHERE r.sources >= 2 RETURN count(r), sum(r.claims)

MATCH ()-[r]->() RETURN min(r.confidence) > 0, max(r.confidence) <= 1

MATCH ()-[r]->() WHERE r.confidence >= 0.9 RETURN count(r)

MATCH ()-[r]->() RETURN avg(r.claims), stDev(r.claims), percentileCont(r.claims, 0.5), percentileDisc(r.claims, 0.9)

MATCH (a)-[r]->(b) WHERE r.sourceCountry = 'USA' AND r.targetCountry = 'RUS' RETURN type(r), count(*) ORDER BY type(r)

MATCH ()-[r]->() WHERE r.sourceCountry IS NOT NULL AND r.targetCountry IS NOT NULL RETURN r.sourceCountry AS a, r.targetCountry AS b, count(*) AS count ORDER BY count DESC, a, b LIMIT 25

MATCH (p:Person)-[h:HOLDS_OFFICE]->(o) RETURN p.name, h.title, o.name, h.from, h.to ORDER BY h.id

MATCH (p:Person)-[h:HOLDS_OFFICE]->(c:Country) WHERE h.title CONTAINS 'president' RETURN p.name, c.name ORDER BY h.id

MATCH (p:Person) WHERE NOT (p)-[:HOLDS_OFFICE]->() RETURN p.id ORDER BY p.id

MATCH (p:Person) OPTIONAL MATCH (p)-[h:HOLDS_OFFICE]->(o) RETURN p.id, o.id ORDER BY p.id, o.id, h.id

MATCH (p:Person) OPTIONAL MATCH (p)-[h:HOLDS_OFFICE]->(o) RETURN p.id, count(h) AS offices ORDER BY p.id

MATCH (e:Event) RETURN e.name, e.occurredFrom, e.precision ORDER BY e.id

MATCH (e:Event)-[:LOCATED_IN]->(place) RETURN place.id AS place, count(e) AS events ORDER BY events DESC, place

MATCH (a)-[t:TOOK_PART_IN]->(e:Event) RETURN e.id, t.role, a.id ORDER BY e.id, t.id

MATCH (a)-[:TOOK_PART_IN]->(e:Event)<-[:TOOK_PART_IN]-(b) WHERE a.id < b.id RETURN a.id, b.id, count(DISTINCT e) AS shared ORDER BY shared DESC, a.id, b.id LIMIT 30

MATCH (p:Proposal)<-[r]-(a) RETURN p.name, type(r), a.name ORDER BY r.id

MATCH (p:Proposal) WHERE p.asks IS NOT NULL RETURN p.name, p.asks ORDER BY p.id

MATCH (c:Claim) RETURN count(c)

MATCH (c:Claim) RETURN c.type, count(*) AS count ORDER BY count DESC, c.type

MATCH (c:Claim) RETURN c.polarity, c.modality, count(*) ORDER BY c.polarity, c.modality

MATCH (c:Claim) WHERE c.speaker IS NOT NULL RETURN c.speaker, count(*) AS count ORDER BY count DESC, c.speaker

MATCH (c:Claim)-[:STATED_IN]->(a:Article) RETURN a.source, count(c) AS claims ORDER BY claims DESC, a.source

MATCH (a:Article) RETURN a.source, a.published, a.title ORDER BY a.published, a.id

MATCH (a:Article) WHERE a.published >= '2016-01-01' RETURN count(a)

MATCH (a:Article) WHERE NOT EXISTS { (:Claim)-[:STATED_IN]->(a) } RETURN a.id ORDER BY a.id

MATCH (a:Article) RETURN a.id, COUNT { (:Claim)-[:STATED_IN]->(a) } AS claims ORDER BY claims DESC, a.id

MATCH (r:Country {iso3: 'RUS'})-[e]-(x) RETURN DISTINCT x.id ORDER BY x.id

MATCH (:Country {iso3: 'RUS'})-[e]->(x) WITH e, x ORDER BY x.id RETURN type(e) AS type, collect(DISTINCT x.name) AS whom, count(*) ORDER BY type

MATCH (:Country {iso3: 'USA'})--(x)--(:Country {iso3: 'SYR'}) RETURN DISTINCT x.name, x.id ORDER BY x.id

MATCH (a:Country {iso3: 'USA'})-[r1]-(x)-[r2]-(b:Country {iso3: 'RUS'}) RETURN x.id, count(*) AS ways ORDER BY ways DESC, x.id

MATCH (a:Country {iso3: 'RUS'})-[*2]-(x:Country) RETURN x.iso3, count(*) AS ways ORDER BY x.iso3

MATCH (a:Country {iso3: 'RUS'})-[:BACKS*1..2]->(x) RETURN DISTINCT x.id ORDER BY x.id

MATCH (a:Country {iso3: 'RUS'})-[:MET_WITH|BACKS*1..2]-(x) RETURN x.id, count(*) ORDER BY x.id

MATCH p = (a:Country {iso3: 'SYR'})-[:BACKS|ACCUSED*1..2]-(x) RETURN length(p) AS length, count(*) ORDER BY length

MATCH (a:Country {iso3: 'RUS'})-[:BACKS]->{1,2}(x) RETURN count(DISTINCT x)

MATCH ((a:Country)-[:ACCUSED]->(b:Country)){1,2} (c) RETURN count(*)

MATCH p = shortestPath((a:Country {iso3: 'TUR'})-[*..6]-(b:Country {iso3: 'SYR'})) RETURN length(p)

MATCH p = allShortestPaths((a:Country {iso3: 'IRN'})-[*..6]-(b:Country {iso3: 'USA'})) RETURN length(p), count(p)

MATCH p = shortestPath((a:Country {iso3: 'RUS'})-[:VETOED|BACKS*..5]->(b)) WHERE a <> b RETURN b.id, length(p) ORDER BY b.id

MATCH (a:Country {iso3: 'RUS'}), (b:Country {iso3: 'USA'}) OPTIONAL MATCH p = shortestPath((a)-[:PART_OF*..3]-(b)) RETURN p IS NULL

MATCH (a:Country)-[:ACCUSED]->(b:Country)-[:ACCUSED]->(a) RETURN DISTINCT a.iso3, b.iso3 ORDER BY a.iso3, b.iso3

MATCH (a:Country)--(b:Country)--(c:Country)--(a) WHERE a.iso3 < b.iso3 AND b.iso3 < c.iso3 RETURN DISTINCT a.iso3, b.iso3, c.iso3 ORDER BY a.iso3, b.iso3, c.iso3

MATCH (a)-[x:BACKS]->(b)<-[y:ATTACKED|ACCUSED|CRITICIZED]-(c) WHERE a <> c RETURN a.id, b.id, c.id, count(*) ORDER BY a.id, b.id, c.id

MATCH (n:Entity) WHERE EXISTS { (n)-[:VETOED]->() } RETURN n.id ORDER BY n.id

MATCH (n:Entity) WHERE NOT EXISTS { (n)--() } RETURN n.id ORDER BY n.id

MATCH (n:Entity) WHERE EXISTS { MATCH (n)-[r:ACCUSED]->(x:Country) WHERE x.iso3 = 'SYR' } RETURN n.id ORDER BY n.id

MATCH (n:Country) RETURN n.iso3, COUNT { (n)--() } AS degree ORDER BY degree DESC, n.iso3

MATCH (n:Country) WHERE COUNT { (n)-[:MET_WITH]-() } > 1 RETURN n.iso3 ORDER BY n.iso3

MATCH (n:Country) RETURN n.iso3, COLLECT { MATCH (n)-[:BACKS]->(x) RETURN x.id ORDER BY x.id } AS backed ORDER BY n.iso3

MATCH (n:Country {iso3: 'RUS'}) RETURN size([(n)-[:BACKS]->(x) | x.id])

MATCH (n:Country {iso3: 'RUS'}) RETURN n {.name, .iso3, kind: 'state'} AS map

MATCH (n:Country {iso3: 'RUS'}) RETURN n {.*} AS map

MATCH (n:Country {iso3: 'RUS'}) RETURN n

MATCH (n:Country {iso3: 'RUS'})-[r:VETOED]->(p) RETURN properties(r) AS properties ORDER BY r.id

MATCH (n:Country {iso3: 'RUS'}) RETURN keys(n) <> [], 'name' IN keys(n)

MATCH ()-[r:VETOED]->() RETURN startNode(r).name, endNode(r).name, type(r) ORDER BY r.id

MATCH (n:Country) WITH n ORDER BY n.mentions DESC, n.id LIMIT 5 MATCH (n)--(m) RETURN n.iso3, count(DISTINCT m) AS neighbours ORDER BY n.iso3

MATCH (n:Country) WITH n.kind AS kind, collect(n.iso3) AS codes RETURN kind, size(codes)

MATCH (n:Person) WITH collect(n) AS people UNWIND people AS person RETURN count(DISTINCT person)

MATCH (n:Person) CALL (n) { MATCH (n)-[r]-() RETURN count(r) AS degree } RETURN n.id, degree ORDER BY degree DESC, n.id

MATCH (n:Person) CALL { WITH n MATCH (n)-[r:MET_WITH]-() RETURN count(r) AS met } RETURN n.id, met ORDER BY met DESC, n.id

CALL { MATCH (n:Person) RETURN n.id AS id UNION MATCH (n:Country) RETURN n.id AS id } RETURN count(id)

MATCH (n:Person) RETURN n.id AS id UNION MATCH (n:Country) RETURN n.id AS id

MATCH (n:Person) RETURN n.kind AS kind UNION ALL MATCH (n:Country) RETURN n.kind AS kind

MATCH (n:Entity) RETURN CASE WHEN n:Person THEN 'who' WHEN n:Country THEN 'where' ELSE 'other' END AS what, count(*) ORDER BY what

MATCH (n:Entity) RETURN CASE n.kind WHEN 'person' THEN 1 ELSE 0 END AS person, count(*) ORDER BY person

MATCH (n:Entity) RETURN n.role AS role, count(*) AS count ORDER BY count DESC, role

MATCH (n:Entity) RETURN DISTINCT coalesce(n.country, 'none') AS country ORDER BY country

MATCH (n:Entity) RETURN n.name ORDER BY n.id SKIP 5 LIMIT 5

MATCH (n:Country) RETURN reduce(total = 0, x IN collect(n.mentions) | total + x) = sum(n.mentions)

MATCH (n:Country) WITH collect(n.mentions) AS counts RETURN size([x IN counts WHERE x > 10]) + size([x IN counts WHERE x <= 10]) = size(counts)

MATCH (n:Country) RETURN all(x IN n.aliases WHERE x <> ''), count(*)

RETURN date('2017-04-12') + duration('P1M'), duration.inDays(date('2017-04-12'), date('2017-05-13')).days, date.truncate('month', date('2017-04-12'))

RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x], 7 / 2, 7.0 / 2, 7 % 3, 2 ^ 3, 1 = 1.0, null = null, 'a' + 'b'

RETURN split('a,b', ','), substring('hello', 1, 2), toInteger('12'), toFloat('1.5'), toString(1.0), trim(' a '), replace('aa', 'a', 'b'), reverse('abc'), size('abc'), upper('x'), toUpper('x')

CALL db.labels() YIELD label WHERE label IN ['Person', 'Country', 'Claim'] RETURN label ORDER BY label

CALL db.relationshipTypes() YIELD relationshipType WITH relationshipType AS type WHERE type IN ['BACKS', 'VETOED', 'STATED_IN'] RETURN type ORDER BY type

MATCH (a:Article)<-[:STATED_IN]-(c:Claim) WHERE c.source = 'country:RUS' RETURN c.type, c.target, a.published ORDER BY c.id

MATCH (a:Country {iso3: 'RUS'})-[r]->(b:Country {iso3: 'USA'}) UNWIND r.claimIds AS id MATCH (c:Claim {id: id})-[:STATED_IN]->(article) RETURN c.quote, article.title ORDER BY c.id

MATCH ()-[r]->() WHERE r.outlets IS NOT NULL UNWIND r.outlets AS outlet RETURN outlet, count(*) AS count ORDER BY count DESC, outlet

MATCH (a:Person)-[r:MET_WITH]-(b:Person) WHERE a.country <> b.country AND a.id < b.id RETURN a.country, b.country, count(*) AS meetings ORDER BY meetings DESC, a.country, b.country

MATCH (a)-[r]->(b) WITH a, b, sum(CASE WHEN r.goldstein > 0 THEN 1 ELSE 0 END) AS plus, sum(CASE WHEN r.goldstein < 0 THEN 1 ELSE 0 END) AS minus WHERE plus > 0 AND minus > 0 RETURN a.id, b.id, plus, minus ORDER BY a.id, b.id

MATCH (a:Country {name: 'Russia'})-[r]->(b:Country) WITH b, collect(r {.quad, type: type(r)}) AS acts RETURN b.iso3, size([x IN acts WHERE x.quad ENDS WITH 'conflict']) AS conflict, size(acts) AS all ORDER BY all DESC, b.iso3

MATCH (p:Person)-[h:HOLDS_OFFICE]->(c) OPTIONAL MATCH (p)-[m:MET_WITH]-(other:Person) RETURN p.id, h.title, count(DISTINCT other) AS met ORDER BY met DESC, p.id, h.title LIMIT 15

MATCH (e:Event)<-[t:TOOK_PART_IN]-(who) WITH e, count(DISTINCT who) AS parties WHERE parties > 1 RETURN e.name, e.occurredFrom, parties ORDER BY parties DESC, e.id LIMIT 10

MATCH p = (a:Country {iso3: 'RUS'})-[:MET_WITH|BACKS|ACCUSED*1..2]-(b:Country {iso3: 'TUR'}) RETURN length(p) AS hops, count(*) AS paths ORDER BY hops

MATCH (a:Country {iso3: 'RUS'}) MATCH p = (a)((x)-[:BACKS]->(y)){1,3}(b) RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS hops ORDER BY hops, ids

MATCH (a:Country)-[r]->(b:Country) WHERE r.occurredFrom IS NOT NULL WITH date(r.occurredFrom) AS day, r RETURN day.year AS year, day.quarter AS quarter, count(r) AS acts, round(avg(r.goldstein), 2) AS mean ORDER BY year, quarter

MATCH (n:Country) WHERE COUNT { (n)-[:SANCTIONED]-() } > 0 AND NOT EXISTS { (n)-[:BACKS]->(:Country {iso3: 'SYR'}) } RETURN n.iso3 ORDER BY n.iso3

MATCH (c:Claim)-[:STATED_IN]->(a:Article) WITH a.source AS outlet, c.modality AS modality, count(*) AS claims ORDER BY outlet, modality RETURN outlet, collect(modality + ': ' + claims) AS said ORDER BY outlet

MATCH (a:Person)-[r]->(b) WHERE a.country = 'USA' AND r.targetCountry = 'RUS' RETURN a.name, type(r), b.name, r.occurredFrom ORDER BY r.occurredFrom, r.id LIMIT 25

MATCH (x:Country) CALL (x) { MATCH (x)-[r]-(y:Country) RETURN y, count(r) AS n ORDER BY n DESC, y.id LIMIT 1 } RETURN x.iso3, y.iso3, n ORDER BY n DESC, x.iso3 LIMIT 20

MATCH (n:Entity) WITH percentileCont(n.mentions, 0.5) AS median, percentileDisc(n.mentions, 0.9) AS high, stDevP(n.articles) AS spread RETURN median, high, round(spread, 6)

MATCH (n:Person) RETURN left(n.name, 1) AS letter, count(*) AS n ORDER BY letter

MATCH (n:Entity) WITH n.kind AS kind, n ORDER BY n.mentions DESC, n.id WITH kind, collect(n.name)[..3] AS best RETURN kind, best ORDER BY kind

MATCH (n:Entity) RETURN n.kind AS kind, min(n.name) AS first, max(n.name) AS last, count(DISTINCT n.country) AS countries ORDER BY kind

MATCH (a)-[r:VETOED|REJECTED]->(p:Proposal) RETURN a.name, type(r), p.name, p.asks ORDER BY r.id

UNWIND [[1, 'a'], [null, 'b'], [2.5, null]] AS row RETURN row[0] AS n, row[1] AS s, row[0] IS :: INTEGER AS whole, toStringOrNull(row[0]) AS text ORDER BY n, s

RETURN date('2017-02-28') + duration({months: 1, days: 1}) AS a, duration.between(date('2016-02-29'), date('2017-03-01')) AS b, datetime('2017-04-12T10:00:00+03:00').epochSeconds AS c, time('23:59:59') > time('01:00:00+02:00') AS d
`),
  {
    query: 'MATCH (n:Entity) WHERE n.id IN $ids RETURN n.name ORDER BY n.id',
    parameters: { ids: ['country:RUS', 'country:USA', 'nobody'] },
  },
  {
    query: 'MATCH (n:Entity {id: $id})-[r]-(x) RETURN type(r), x.id ORDER BY r.id, x.id LIMIT $limit',
    parameters: { id: 'country:SYR', limit: 10 },
  },
  {
    query: 'MATCH (a)-[r]->(b) WHERE r.occurredFrom >= $since AND r.occurredFrom < $until RETURN count(r)',
    parameters: { since: '2013-01-01', until: '2014-01-01' },
  },
  {
    query: 'UNWIND $names AS name OPTIONAL MATCH (n:Country {name: name}) RETURN name, n.iso3 ORDER BY name',
    parameters: { names: ['Russia', 'Atlantis', 'Syria'] },
  },
  {
    query: 'RETURN $map.a AS a, $map.b[1] AS b, $none IS NULL AS none',
    parameters: { map: { a: 1, b: [1, 2.5] }, none: null },
  },
];
