import type { Article } from '../../../graph-schema/article.ts';
import type { Entity } from '../../../graph-schema/claim.ts';
import type { Reading } from '../../../graph-schema/record.ts';
import { addressesOf, byPlace, type Known, planPut } from '../../record/put-plan.ts';
import { articleOfProperties, type Properties, placedOfProperties } from '../properties.ts';
import type { PutOutcome } from '../store.ts';
import type { Run } from './connection.ts';
import type { Turn } from './turns.ts';
import { field } from './values.ts';
import { removeArticle, versionKey, writeReadings, writeVersions } from './writes.ts';

/** What an article says, as it is stored. */
export const readingOf = async (run: Run, articleId: string): Promise<Reading | undefined> => {
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

/** What the record knows of each reading's article, beside what is stored of it. */
const knownOf = async (run: Run, readings: readonly Reading[]): Promise<readonly Omit<Known, 'stored'>[]> => {
  const asked = readings.flatMap(({ article }) => addressesOf(article).map((url) => ({ id: article.id, url })));
  if (asked.length === 0) return readings.map(() => ({ holders: [], replacedAt: new Set() }));
  const [holders, replaced] = await Promise.all([
    run(
      `UNWIND $asked AS one MATCH (h:Address {url: one.url}) WHERE h.articleId <> one.id
       WITH DISTINCT one.id AS id, h.articleId AS holder MATCH (a:Article {id: holder}) RETURN id, properties(a) AS article`,
      { asked },
    ),
    run('UNWIND $asked AS one MATCH (v:Version {key: one.key}) RETURN one.id AS id, v.url AS url', {
      asked: asked.map(({ id, url }) => ({ id, key: versionKey(url, id) })),
    }),
  ]);
  const of = <T>(rows: typeof holders, id: string, name: string): T[] =>
    rows.filter((row) => field(row, 'id') === id).map((row) => field<T>(row, name));
  return readings.map(({ article: { id } }) => ({
    holders: of<Properties>(holders, id, 'article').map((article): Article => articleOfProperties(article)),
    replacedAt: new Set(of<string>(replaced, id, 'url')),
  }));
};

const putOne = async (turn: Turn, reading: Reading): Promise<PutOutcome> => {
  const { run } = turn;
  const [known] = await knownOf(run, [reading]);
  const stored = await readingOf(run, reading.article.id);
  const plan = planPut(reading, { ...known!, ...(stored && { stored }) });
  await writeVersions(run, plan.versions);
  if (!plan.write) return plan.outcome;
  for (const gone of plan.remove) await removeArticle(turn, gone);
  for (const article of plan.rewrite) {
    const held = await readingOf(run, article.id);
    if (held) await writeReadings(turn, [{ ...held, article }]);
  }
  await writeReadings(turn, [plan.write]);
  return plan.outcome;
};

/** Whether no two have a text or an address in common. */
const areApart = (readings: readonly Reading[]): boolean => {
  const marks = readings.flatMap(({ article }) => [article.id, ...addressesOf(article)]);
  return new Set(marks).size === marks.length;
};

/** Puts readings in one turn: in one go where all are new and have nothing to do with each other, else in their order. */
export const putAll = async (turn: Turn, readings: readonly Reading[]): Promise<readonly PutOutcome[]> => {
  if (readings.length > 1 && areApart(readings)) {
    const [known, stored] = await Promise.all([
      knownOf(turn.run, readings),
      turn.run('UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN id LIMIT 1', {
        ids: readings.map(({ article }) => article.id),
      }),
    ]);
    if (stored.length === 0 && known.every(({ holders, replacedAt }) => holders.length + replacedAt.size === 0)) {
      const plans = readings.map((reading, at) => planPut(reading, known[at]!));
      await writeReadings(
        turn,
        plans.map(({ write }) => write!),
      );
      return plans.map(({ outcome }) => outcome);
    }
  }
  const outcomes: PutOutcome[] = [];
  for (const reading of readings) outcomes.push(await putOne(turn, reading));
  return outcomes;
};
