import type { Article } from '../../../graph-schema/article.ts';
import { LABEL_OF_KIND } from '../../../graph-schema/kinds.ts';
import type { ArticleVersion, Decision, Reading } from '../../../graph-schema/record.ts';
import { saidBy } from '../../draw/draw.ts';
import type { ArticleFacts } from '../../draw/ledger.ts';
import { type Patch, redraw } from '../../draw/redraw.ts';
import { addressesOf } from '../../record/put-plan.ts';
import { propertiesOfArticle, propertiesOfClaim, propertiesOfEdge, propertiesOfNode } from '../properties.ts';
import type { Run } from './connection.ts';
import { fetchAhead, withLedger } from './fetching-ledger.ts';
import { mergePatches } from './merge-patches.ts';
import type { Turn } from './turns.ts';
import { parametersOf } from './values.ts';

const KIND_LABELS = Object.values(LABEL_OF_KIND).join(':');

/** A statement with its parameters. */
type Statement = readonly [text: string, parameters: Readonly<Record<string, unknown>>];

/** Sends statements one after another without waiting for each answer; they run in this order. */
const runAll = async (run: Run, statements: readonly Statement[]): Promise<void> => {
  await Promise.all(statements.map(([text, parameters]) => run(text, parameters)));
};

/**
 * The statements that write a patch: one for all nodes and one for all edges, so that the database plans few. Labels and
 * types are those of the ontology.
 */
const patchStatements = (patch: ReturnType<typeof mergePatches>): readonly Statement[] => {
  const statements: Statement[] = [];
  const add = (text: string, parameters: Statement[1], wanted = true) => {
    if (wanted) statements.push([text, parameters]);
  };
  add(
    `UNWIND $rows AS row MATCH (:Entity {id: row.source})-[r:$(row.type) {id: row.id}]->(:Entity {id: row.target}) DELETE r`,
    { rows: patch.edges.drop.map(({ id, type, source, target }) => ({ id, type, source, target })) },
    patch.edges.drop.length > 0,
  );
  add(
    `UNWIND $rows AS row MERGE (n:Entity {id: row.properties.id}) SET n = row.properties
     REMOVE n:${KIND_LABELS} SET n:$(row.label)`,
    {
      rows: patch.nodes.put.map((node) => ({
        label: LABEL_OF_KIND[node.kind],
        properties: parametersOf(propertiesOfNode(node)),
      })),
    },
    patch.nodes.put.length > 0,
  );
  add(
    `UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
     MERGE (a)-[r:$(row.type) {id: row.properties.id}]->(b) SET r = row.properties`,
    {
      rows: patch.edges.put.map((edge) => ({
        source: edge.source,
        target: edge.target,
        type: edge.type,
        properties: parametersOf(propertiesOfEdge(edge)),
      })),
    },
    patch.edges.put.length > 0,
  );
  const { drop } = patch.nodes;
  add('UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n', { ids: drop }, drop.length > 0);
  const { claims } = patch;
  add('UNWIND $ids AS id MATCH (c:Claim {id: id}) DETACH DELETE c', { ids: claims.drop }, claims.drop.length > 0);
  add(
    `UNWIND $rows AS row MERGE (c:Claim {id: row.id}) SET c = row
     WITH c MATCH (a:Article {id: c.articleId}) MERGE (c)-[:STATED_IN]->(a)`,
    { rows: claims.put.map((placed) => parametersOf(propertiesOfClaim(placed))) },
    claims.put.length > 0,
  );
  const kept = patch.tallies.flatMap(([id, tally]) => (tally ? [{ id, data: JSON.stringify(tally) }] : []));
  const gone = patch.tallies.flatMap(([id, tally]) => (tally ? [] : [id]));
  add(
    'UNWIND $rows AS row MERGE (t:Ledger:Tally {entityId: row.id}) SET t.data = row.data',
    { rows: kept },
    kept.length > 0,
  );
  add('UNWIND $ids AS id MATCH (t:Tally {entityId: id}) DELETE t', { ids: gone }, gone.length > 0);
  return statements;
};

interface Written {
  readonly reading: Reading;
  readonly facts: ArticleFacts;
}

const articleStatements = (all: readonly Written[]): readonly Statement[] => [
  [
    'UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a = row',
    { rows: all.map(({ reading }) => parametersOf(propertiesOfArticle(reading.article))) },
  ],
  [
    `UNWIND $rows AS row MERGE (s:Ledger:Said {articleId: row.id})
     SET s.entities = row.entities, s.facts = row.facts, s.claimCount = toInteger(row.claimCount), s.entityCount = toInteger(row.entityCount)`,
    {
      rows: all.map(({ reading: { article, entities, claims }, facts }) => ({
        id: article.id,
        entities: JSON.stringify(entities),
        facts: JSON.stringify(facts),
        claimCount: claims.filter((claim) => !claim.background).length,
        entityCount: entities.length,
      })),
    },
  ],
  [
    'UNWIND $ids AS id MATCH (a:Address {articleId: id}) DELETE a',
    { ids: all.map(({ reading }) => reading.article.id) },
  ],
  [
    'UNWIND $rows AS row MERGE (a:Ledger:Address {url: row.url}) SET a.articleId = row.id',
    { rows: all.flatMap(({ reading: { article } }) => addressesOf(article).map((url) => ({ url, id: article.id }))) },
  ],
];

/** Stores readings, each in the place of what its article said before, with all that they change in the drawing. */
export const writeReadings = async ({ run, known, decisions }: Turn, readings: readonly Reading[]): Promise<void> => {
  const standing = { before: decisions, after: decisions };
  const changes = readings.map((reading) => ({
    reading,
    articleId: reading.article.id,
    after: saidBy(reading),
    decisions: standing,
  }));
  await fetchAhead(run, known, changes);
  const patches: Patch[] = [];
  for (const change of changes) {
    const patch = await withLedger(run, known, (ledger) => redraw(change, ledger));
    known.apply(patch, change.articleId, change.after);
    patches.push(patch);
  }
  const written = changes.map(({ reading, after: { facts } }): Written => ({ reading, facts }));
  await runAll(run, [...articleStatements(written), ...patchStatements(mergePatches(patches))]);
  known.written();
};

/** Removes an article with exactly what only it said. False where there is none. */
export const removeArticle = async ({ run, known, decisions }: Turn, articleId: string): Promise<boolean> => {
  const found = await run('MATCH (a:Article {id: $id}) RETURN 1', { id: articleId });
  if (found.length === 0) return false;
  const change = { articleId, decisions: { before: decisions, after: decisions } };
  const patch = await withLedger(run, known, (ledger) => redraw(change, ledger));
  known.apply(patch, articleId, undefined);
  await runAll(run, [
    ...patchStatements(patch),
    ['MATCH (a:Article {id: $id}) DETACH DELETE a', { id: articleId }],
    ['MATCH (s:Said {articleId: $id}) DELETE s', { id: articleId }],
    ['MATCH (a:Address {articleId: $id}) DELETE a', { id: articleId }],
  ]);
  known.written();
  return true;
};

export const writeVersions = async (run: Run, versions: readonly ArticleVersion[]): Promise<void> => {
  if (versions.length === 0) return;
  await run('UNWIND $rows AS row MERGE (v:Ledger:Version {key: row.key}) SET v = row', {
    rows: versions.map(({ article, url, replacedBy }) => ({
      key: versionKey(url, article.id),
      url,
      articleId: article.id,
      replacedBy,
      data: JSON.stringify(article satisfies Article),
    })),
  });
};

export const versionKey = (url: string, articleId: string): string => `${articleId} ${url}`;

/** Adds a decision and draws what it changes. */
export const writeDecision = async ({ run, known, decisions }: Turn, decision: Decision): Promise<void> => {
  const change = { decisions: { before: [...decisions], after: [...decisions, decision] } };
  const patch = await withLedger(run, known, (ledger) => redraw(change, ledger));
  known.apply(patch, undefined, undefined);
  await runAll(run, patchStatements(patch));
  await run('MERGE (d:Ledger:Decision {id: $id}) SET d.at = $at, d.data = $data', {
    id: decision.id,
    at: decision.at,
    data: JSON.stringify(decision),
  });
  known.written();
  decisions.push(decision);
};
