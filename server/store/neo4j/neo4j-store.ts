import type { Driver } from 'neo4j-driver';
import type { Article } from '../../../graph-schema/article.ts';
import { decisionProblems, readingProblems } from '../../../graph-schema/check.ts';
import type { Entity } from '../../../graph-schema/claim.ts';
import type { ArticleVersion, Decision, Reading } from '../../../graph-schema/record.ts';
import type { ArticleFacts } from '../../draw/ledger.ts';
import { addressesOf, byPlace, planPut } from '../../record/put-plan.ts';
import { COPY_DAYS, copiesAmong } from '../copies.ts';
import { invalidError } from '../error.ts';
import { articleOfProperties, type Properties, placedOfProperties } from '../properties.ts';
import type { PutOutcome, Store } from '../store.ts';
import { type Connection, connect, type Neo4jAddress, type Run } from './connection.ts';
import * as evidence from './evidence.ts';
import { edgeTerms, filterClauses } from './filter-clause.ts';
import { migrate } from './migrate.ts';
import * as reads from './reads.ts';
import { field } from './values.ts';
import { removeArticle, takeTurn, versionKey, writeDecision, writeReading, writeVersions } from './writes.ts';

/** The store in a Neo4j: record, ledger and drawing in one database. */
export interface Neo4jStore extends Store {
  readonly kind: 'neo4j';
  /** The one driver of the process, for the console beside the store. */
  readonly driver: Driver;
  readonly database: string;
}

const decisionsOf = async (run: Run): Promise<readonly Decision[]> =>
  (await run('MATCH (d:Decision) RETURN d.data AS data ORDER BY d.at, d.id')).map(
    (row) => JSON.parse(field<string>(row, 'data')) as Decision,
  );

const readingOf = async (run: Run, articleId: string): Promise<Reading | undefined> => {
  const [row] = await run(
    `MATCH (a:Article {id: $id}) MATCH (s:Said {articleId: $id})
     RETURN properties(a) AS article, s.entities AS entities, COLLECT { MATCH (c:Claim {articleId: $id}) RETURN properties(c) } AS claims`,
    { id: articleId },
  );
  if (!row) return undefined;
  return {
    article: articleOfProperties(field<Properties>(row, 'article')),
    entities: JSON.parse(field<string>(row, 'entities')) as Entity[],
    claims: field<Properties[]>(row, 'claims')
      .map((properties) => placedOfProperties(properties).claim)
      .sort(byPlace),
  };
};

const put = async (run: Run, reading: Reading): Promise<PutOutcome> => {
  await takeTurn(run);
  const { id } = reading.article;
  const urls = addressesOf(reading.article);
  const stored = await readingOf(run, id);
  const holders = await run(
    `UNWIND $urls AS url MATCH (h:Address {url: url}) WHERE h.articleId <> $id
     WITH DISTINCT h.articleId AS id MATCH (a:Article {id: id}) RETURN properties(a) AS article`,
    { urls, id },
  );
  const replaced = await run('UNWIND $keys AS key MATCH (v:Version {key: key}) RETURN v.url AS url', {
    keys: urls.map((url) => versionKey(url, id)),
  });
  const plan = planPut(reading, {
    ...(stored && { stored }),
    holders: holders.map((row) => articleOfProperties(field<Properties>(row, 'article'))),
    replacedAt: new Set(replaced.map((row) => field<string>(row, 'url'))),
  });
  await writeVersions(run, plan.versions);
  if (!plan.write) return plan.outcome;
  const decisions = await decisionsOf(run);
  for (const gone of plan.remove) await removeArticle(run, gone, decisions);
  for (const article of plan.rewrite) {
    const held = await readingOf(run, article.id);
    if (held) await writeReading(run, { ...held, article }, decisions);
  }
  await writeReading(run, plan.write, decisions);
  return plan.outcome;
};

const relatives = async (run: Run, articleId: string) => {
  const [row] = await run(
    'MATCH (a:Article {id: $id}) MATCH (s:Said {articleId: $id}) RETURN properties(a) AS article, s.facts AS facts',
    { id: articleId },
  );
  if (!row) return { versions: [], copies: [] };
  const article = articleOfProperties(field<Properties>(row, 'article'));
  const versions = await run(
    `UNWIND $urls AS url MATCH (v:Version {url: url})
     RETURN v.url AS url, v.replacedBy AS replacedBy, v.data AS data ORDER BY url, v.articleId`,
    { urls: addressesOf(article) },
  );
  const near = await run(
    `MATCH (a:Article) WHERE $published IS NULL OR a.published IS NULL
       OR (a.published >= toString(date($published) - duration({days: $days})) AND a.published <= toString(date($published) + duration({days: $days})))
     MATCH (s:Said {articleId: a.id}) RETURN s.facts AS facts`,
    { published: article.published ?? null, days: COPY_DAYS },
  );
  const factsOf = (each: (typeof near)[number]) => JSON.parse(field<string>(each, 'facts')) as ArticleFacts;
  const copies = copiesAmong(factsOf(row), near.map(factsOf));
  const summaries = await evidence.summaries(
    run,
    copies.map((copy) => copy.id),
  );
  return {
    versions: versions.map(
      (each): ArticleVersion => ({
        url: field(each, 'url'),
        replacedBy: field(each, 'replacedBy'),
        article: JSON.parse(field<string>(each, 'data')) as Article,
      }),
    ),
    copies: copies.map((copy) => summaries.get(copy.id)!),
  };
};

/** Opens the store: connects, brings constraints and indexes up to date. Throws a `StoreError`. */
export const openNeo4jStore = async (address: Neo4jAddress): Promise<Neo4jStore> => {
  const connection: Connection = await connect(address);
  try {
    await migrate(connection, address.uri);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const { read, write } = connection;
  return {
    kind: 'neo4j',
    driver: connection.driver,
    database: connection.database,
    put: async (reading) => {
      const problems = readingProblems(reading);
      if (problems.length)
        throw invalidError(problems, reading.article.title ?? reading.article.url ?? reading.article.id);
      return write((run) => put(run, reading));
    },
    remove: (articleId) =>
      write(async (run) => {
        await takeTurn(run);
        return removeArticle(run, articleId, await decisionsOf(run));
      }),
    reading: (articleId) => read((run) => readingOf(run, articleId)),
    articles: (options) => read((run) => evidence.articles(run, options)),
    relatives: (articleId) => read((run) => relatives(run, articleId)),
    readings: async function* () {
      const rows = await read((run) => run('MATCH (a:Article) RETURN a.id AS id ORDER BY id'));
      for (const row of rows) {
        const reading = await read((run) => readingOf(run, field<string>(row, 'id')));
        if (reading) yield reading;
      }
    },
    node: (id) => read((run) => reads.findNode(run, id)),
    edge: (id) => read((run) => reads.findEdge(run, id)),
    search: (text, options) => read((run) => reads.search(run, text, options)),
    overview: (options) => read((run) => reads.overview(run, options)),
    neighbourhood: (id, options) => read((run) => reads.neighbourhood(run, id, options)),
    paths: (from, to, options) => read((run) => reads.paths(run, from, to, options)),
    dyad: (a, b, options) => read((run) => reads.dyad(run, a, b, options)),
    timeline: (options) => read((run) => reads.timeline(run, options)),
    counts: (filter) => read((run) => reads.counts(run, filter)),
    evidence: (about, options) => read((run) => evidence.evidence(run, about, options)),
    claims: (options) => read((run) => evidence.claims(run, options)),
    stream: async function* (filter) {
      const { all, parameters } = filterClauses(filter ?? {}, edgeTerms('r', 'a', 'b'));
      const nodes = filter
        ? `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${all} UNWIND [a, b] AS n WITH DISTINCT n RETURN properties(n) AS node ORDER BY node.id`
        : 'MATCH (n:Entity) RETURN properties(n) AS node ORDER BY n.id';
      for await (const row of connection.stream(nodes, parameters)) yield { node: reads.nodeOf(row) };
      const edges = `MATCH (a:Entity)-[r]->(b:Entity) WHERE ${filter ? all : 'true'} RETURN ${reads.EDGE} ORDER BY r.id`;
      for await (const row of connection.stream(edges, parameters)) yield { edge: reads.edgeOf(row) };
    },
    decisions: () => read(decisionsOf),
    decide: async (decision) => {
      const problems = decisionProblems(decision);
      if (problems.length) throw invalidError(problems, `decision ${decision.id}`);
      await write(async (run) => {
        await takeTurn(run);
        const made = await decisionsOf(run);
        if (!made.some((each) => each.id === decision.id)) await writeDecision(run, decision, made);
      });
    },
    ready: () => connection.verify(),
    close: () => connection.close(),
  };
};
