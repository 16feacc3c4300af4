/** A question to begin with, and its text in Cypher. */
export interface ExampleQuery {
  readonly title: string;
  readonly query: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Questions about a graph of news that are worth asking, from the simplest on. */
export const EXAMPLES: readonly ExampleQuery[] = [
  {
    title: 'Whom and what Russia backs or vetoed',
    query: "MATCH (r:Country {name: 'Russia'})-[e:BACKS|VETOED]->(x)\nRETURN r, e, x",
  },
  {
    title: 'Who met whom, when',
    query:
      'MATCH (a)-[m:MET_WITH]->(b)\nRETURN a.name AS one, b.name AS other, m.occurredFrom AS day, m.sources AS outlets\nORDER BY day DESC\nLIMIT 50',
  },
  {
    title: 'How two people are connected',
    query: 'MATCH p = shortestPath((a:Person {name: $from})-[*..4]-(b:Person {name: $to}))\nRETURN p',
    parameters: { from: 'Donald Trump', to: 'Bashar al-Assad' },
  },
  {
    title: 'Which sentence says that Russia vetoed something',
    query:
      "MATCH (:Country {name: 'Russia'})-[r:VETOED]->(p)\nMATCH (c:Claim)-[:STATED_IN]->(a:Article)\nWHERE c.id IN r.claimIds\nRETURN p.name AS proposal, a.source AS outlet, a.published AS published, c.quote AS sentence\nORDER BY published",
  },
  {
    title: 'Pairs with both cooperation and conflict',
    query:
      'MATCH (a:Country)-[e]-(b:Country)\nWHERE a.id < b.id AND e.goldstein IS NOT NULL\nWITH a, b, sum(CASE WHEN e.goldstein > 0 THEN 1 ELSE 0 END) AS cooperation, sum(CASE WHEN e.goldstein < 0 THEN 1 ELSE 0 END) AS conflict\nWHERE cooperation > 0 AND conflict > 0\nRETURN a.name AS one, b.name AS other, cooperation, conflict\nORDER BY cooperation + conflict DESC',
  },
  {
    title: 'Enemies of an enemy',
    query:
      "MATCH (a:Country {name: 'United States'})-[x]-(b:Entity)-[y]-(c:Country)\nWHERE x.goldstein < 0 AND y.goldstein < 0 AND a <> c\nRETURN c.name AS country, count(DISTINCT b) AS enemies\nORDER BY enemies DESC\nLIMIT 20",
  },
  {
    title: 'The busiest months',
    query:
      'MATCH ()-[e]->()\nWHERE e.occurredFrom IS NOT NULL AND e.goldstein IS NOT NULL\nRETURN substring(toString(e.occurredFrom), 0, 7) AS month, count(e) AS events, avg(e.goldstein) AS score\nORDER BY events DESC\nLIMIT 24',
  },
  {
    title: 'Who took part in which event',
    query: 'MATCH (a)-[t:TOOK_PART_IN]->(e:Event)\nRETURN a, t, e\nLIMIT 60',
  },
];
