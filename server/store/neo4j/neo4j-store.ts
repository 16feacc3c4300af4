import type { Driver } from 'neo4j-driver';
import type { Article } from '../../../graph-schema/article.ts';
import { decisionProblems, readingProblems } from '../../../graph-schema/check.ts';
import type { ArticleVersion, Reading } from '../../../graph-schema/record.ts';
import type { ArticleFacts } from '../../draw/ledger.ts';
import { addressesOf } from '../../record/put-plan.ts';
import { COPY_DAYS, copiesAmong } from '../copies.ts';
import { invalidError, StoreError } from '../error.ts';
import { articleOfProperties, type Properties } from '../properties.ts';
import type { Store } from '../store.ts';
import { type Connection, connect, type Neo4jAddress, type Run } from './connection.ts';
import * as evidence from './evidence.ts';
import { inGroups } from './in-groups.ts';
import * as lists from './lists.ts';
import { migrate } from './migrate.ts';
import { putAll, readingOf } from './put.ts';
import * as reads from './reads.ts';
import { citedClaims, sourcesOf, stillGraph } from './streams.ts';
import { createTurns, decisionsOf } from './turns.ts';
import { field } from './values.ts';
import { removeArticle, writeDecision } from './writes.ts';

/** Articles that are written in one transaction at most, where so many wait. */
const MOST_AT_ONCE = 64;

/** The store in a Neo4j: record, ledger and drawing in one database. */
export interface Neo4jStore extends Store {
  readonly kind: 'neo4j';
  /** The one driver of the process, for the console beside the store. */
  readonly driver: Driver;
  readonly database: string;
}

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
  const { read } = connection;
  const inTurn = createTurns(connection.write);
  const put = inGroups((group: readonly Reading[]) => inTurn((turn) => putAll(turn, group)), {
    most: MOST_AT_ONCE,
    ofAll: (error) => error instanceof StoreError && (error.kind === 'unavailable' || error.kind === 'closed'),
  });
  return {
    kind: 'neo4j',
    driver: connection.driver,
    database: connection.database,
    put: async (reading) => {
      const problems = readingProblems(reading);
      if (problems.length)
        throw invalidError(problems, reading.article.title ?? reading.article.url ?? reading.article.id);
      return put(reading);
    },
    remove: (articleId) => inTurn((turn) => removeArticle(turn, articleId)),
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
    nodes: (options) => read((run) => lists.nodes(run, options)),
    edges: (options) => read((run) => lists.edges(run, options)),
    search: (text, options) => read((run) => reads.search(run, text, options)),
    overview: (options) => read((run) => reads.overview(run, options)),
    neighbourhood: (id, options) => read((run) => reads.neighbourhood(run, id, options)),
    paths: (from, to, options) => read((run) => reads.paths(run, from, to, options)),
    dyad: (a, b, options) => read((run) => reads.dyad(run, a, b, options)),
    timeline: (options) => read((run) => reads.timeline(run, options)),
    counts: (filter) => read((run) => reads.counts(run, filter)),
    evidence: (about, options) => read((run) => evidence.evidence(run, about, options)),
    claims: (options) => read((run) => evidence.claims(run, options)),
    still: async (filter) => stillGraph(connection, filter),
    cited: (which) => citedClaims(connection, which),
    sources: (which) => read((run) => sourcesOf(run, which)),
    stream: async function* (filter) {
      const { nodes, edges } = stillGraph(connection, filter);
      for await (const node of nodes()) yield { node };
      for await (const edge of edges()) yield { edge };
    },
    decisions: () => read(decisionsOf),
    decide: async (decision) => {
      const problems = decisionProblems(decision);
      if (problems.length) throw invalidError(problems, `decision ${decision.id}`);
      await inTurn(async (turn) => {
        if (!turn.decisions.some((made) => made.id === decision.id)) await writeDecision(turn, decision);
      });
    },
    version: () => undefined,
    ready: () => connection.verify(),
    close: () => connection.close(),
  };
};
