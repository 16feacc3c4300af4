import type { Claim, Entity } from '../../../graph-schema/claim.ts';
import type { Filter } from '../../../graph-schema/filter.ts';
import { fold } from '../../../graph-schema/fold.ts';
import { EVERYTHING } from '../../draw/filter.ts';
import { isWithin, pageOf, reportedKey } from '../page.ts';
import { type Properties, placedOfProperties } from '../properties.ts';
import type { ArticleSummary, Evidence, Page, PageOptions, Store, Window } from '../store.ts';
import type { Run } from './connection.ts';
import { claimTerms, filterClauses } from './filter-clause.ts';
import { dyadEdges, findEdge, nodesById } from './reads.ts';
import { field } from './values.ts';

const SUMMARY = `a {.id, .title, .source, .url, .published, .language} AS article, s.claimCount AS claims, s.entityCount AS entities`;

const summaryOf = (row: Parameters<typeof field>[0]): ArticleSummary => {
  const article = Object.fromEntries(
    Object.entries(field<Record<string, unknown>>(row, 'article')).filter(([, value]) => value !== null),
  );
  return {
    ...article,
    claims: field<number>(row, 'claims'),
    entities: field<number>(row, 'entities'),
  } as ArticleSummary;
};

export const summaries = async (run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, ArticleSummary>> => {
  const rows = await run(
    `UNWIND $ids AS id MATCH (a:Article {id: id}) MATCH (s:Said {articleId: id}) RETURN ${SUMMARY}`,
    { ids },
  );
  return new Map(rows.map((row) => [summaryOf(row).id, summaryOf(row)]));
};

export const articles = async (
  run: Run,
  { search, since, until, ...options }: PageOptions & Window & { readonly search?: string } = {},
): Promise<Page<ArticleSummary>> => {
  const words = search ? fold(search).split(' ').filter(Boolean) : [];
  const rows = await run(
    'MATCH (a:Article) RETURN a.id AS id, a.published AS published, coalesce(a.title, "") + " " + coalesce(a.source, "") AS names',
  );
  const window = { ...(since && { since }), ...(until && { until }) };
  const keyed = rows
    .filter((row) => {
      if (!isWithin(field<string | null>(row, 'published') ?? undefined, window)) return false;
      if (words.length === 0) return true;
      const folded = ` ${fold(field<string>(row, 'names'))}`;
      return words.every((word) => folded.includes(` ${word}`));
    })
    .map((row) => ({
      id: field<string>(row, 'id'),
      key: reportedKey(field<string | null>(row, 'published') ?? undefined, field<string>(row, 'id')),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = pageOf(keyed, ({ key }) => key, options);
  const all = await summaries(
    run,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map(({ id }) => all.get(id)!) };
};

/** A page of claims from the ids and days of all. */
const pageOfClaims = async (
  run: Run,
  found: readonly { readonly id: string; readonly published: string | null }[],
  options: PageOptions,
): Promise<Page<Evidence>> => {
  const keyed = [...new Map(found.map((claim) => [claim.id, claim])).values()]
    .map(({ id, published }) => ({ id, key: reportedKey(published ?? undefined, id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = pageOf(keyed, ({ key }) => key, options);
  const rows = await run(
    `UNWIND $ids AS id MATCH (c:Claim {id: id})-[:STATED_IN]->(a:Article) MATCH (s:Said {articleId: a.id})
     RETURN properties(c) AS claim, s.entities AS said, ${SUMMARY}`,
    { ids: page.items.map(({ id }) => id) },
  );
  const placed = rows.map((row) => placedOfProperties(field<Properties>(row, 'claim')));
  const nodes = await nodesById(run, [
    ...new Set(
      placed.flatMap(({ source, target, claim }) => [source, target, ...(claim.speaker ? [claim.speaker] : [])]),
    ),
  ]);
  const items = new Map<string, Evidence>();
  placed.forEach(({ claim, source, target }, at) => {
    const row = rows[at]!;
    const said = JSON.parse(field<string>(row, 'said')) as Entity[];
    const nameOf = (drawn: string, read: string) =>
      nodes.get(drawn)?.name ?? said.find((entity) => entity.id === read)?.name ?? read;
    items.set(claim.id, {
      claim: claim as Claim,
      article: summaryOf(row),
      sourceName: nameOf(source, claim.source),
      targetName: nameOf(target, claim.target),
      ...(claim.speaker && { speakerName: nameOf(claim.speaker, claim.speaker) }),
    });
  });
  return { ...page, items: page.items.map(({ id }) => items.get(id)!) };
};

/** The days of claims, those outside a window left out. */
const daysOf = async (run: Run, ids: readonly string[], filter: Filter) => {
  const { all, parameters } = filterClauses({ ...filter, ...EVERYTHING }, claimTerms('c', 'a', 'c', 'c'));
  const where = filter.since || filter.until ? `WHERE ${all}` : '';
  const rows = await run(
    `UNWIND $ids AS id MATCH (c:Claim {id: id})-[:STATED_IN]->(a:Article) ${where} RETURN id, a.published AS published`,
    { ...parameters, ids },
  );
  return rows.map((row) => ({ id: field<string>(row, 'id'), published: field<string | null>(row, 'published') }));
};

const claimsAbout = async (run: Run, about: Parameters<Store['evidence']>[0]): Promise<readonly string[]> => {
  if ('edge' in about) return (await findEdge(run, about.edge))?.claimIds ?? [];
  if ('pair' in about) {
    const ends = await nodesById(run, about.pair);
    const [a, b] = about.pair.map((id) => ends.get(id));
    return a && b ? (await dyadEdges(run, a, b)).flatMap((edge) => edge.claimIds) : [];
  }
  const own = (await nodesById(run, [about.node])).get(about.node)?.claimIds ?? [];
  const naming = await run(
    `CALL { MATCH (c:Claim {sourceId: $id}) RETURN c UNION MATCH (c:Claim {targetId: $id}) RETURN c }
     WITH c WHERE c.background IS NULL RETURN c.id AS id`,
    { id: about.node },
  );
  return [...own, ...naming.map((row) => field<string>(row, 'id'))];
};

export const evidence = async (
  run: Run,
  about: Parameters<Store['evidence']>[0],
  { since, until, clock, ...options }: NonNullable<Parameters<Store['evidence']>[1]> = {},
): Promise<Page<Evidence>> => {
  const window = { ...(since && { since }), ...(until && { until }), ...(clock && { clock }) };
  const ids = [...new Set(await claimsAbout(run, about))];
  return pageOfClaims(run, await daysOf(run, ids, window), options);
};

export const claims = async (
  run: Run,
  { filter = {}, ...options }: PageOptions & { readonly filter?: Filter } = {},
): Promise<Page<Evidence>> => {
  const { all, parameters } = filterClauses(filter, claimTerms('c', 'a', 'x', 'y'));
  const rows = await run(
    `MATCH (c:Claim)-[:STATED_IN]->(a:Article)
     WHERE c.background IS NULL AND (c.verdict IS NULL OR c.verdict <> 'rejected')
     MATCH (x:Entity {id: c.sourceId}) MATCH (y:Entity {id: c.targetId})
     WITH c, a, x, y WHERE ${all} RETURN c.id AS id, a.published AS published`,
    parameters,
  );
  const found = rows.map((row) => ({
    id: field<string>(row, 'id'),
    published: field<string | null>(row, 'published'),
  }));
  return pageOfClaims(run, found, options);
};
