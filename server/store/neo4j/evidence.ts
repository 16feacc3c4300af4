import type { Claim, Entity } from '../../../graph-schema/claim.ts';
import type { Filter } from '../../../graph-schema/filter.ts';
import { fold } from '../../../graph-schema/fold.ts';
import { pageOf, reportedKey } from '../page.ts';
import { type Properties, placedOfProperties } from '../properties.ts';
import type { ArticleSummary, Evidence, Page } from '../store.ts';
import type { Run } from './connection.ts';
import { claimTerms, filterClauses } from './filter-clause.ts';
import { dyadEdges, findEdge, nodesById } from './reads.ts';
import { field } from './values.ts';

interface PageOptions {
  readonly limit?: number;
  readonly after?: string;
}

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
  { search, ...options }: PageOptions & { readonly search?: string } = {},
): Promise<Page<ArticleSummary>> => {
  const words = search ? fold(search).split(' ').filter(Boolean) : [];
  const rows = await run(
    'MATCH (a:Article) RETURN a.id AS id, a.published AS published, coalesce(a.title, "") + " " + coalesce(a.source, "") AS names',
  );
  const keyed = rows
    .filter((row) => {
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

const daysOf = async (run: Run, ids: readonly string[]) =>
  (
    await run(
      'UNWIND $ids AS id MATCH (c:Claim {id: id})-[:STATED_IN]->(a:Article) RETURN id, a.published AS published',
      {
        ids,
      },
    )
  ).map((row) => ({ id: field<string>(row, 'id'), published: field<string | null>(row, 'published') }));

export const evidence = async (
  run: Run,
  about: { edge: string } | { node: string } | { pair: readonly [string, string] },
  options: PageOptions = {},
): Promise<Page<Evidence>> => {
  if ('edge' in about)
    return pageOfClaims(run, await daysOf(run, (await findEdge(run, about.edge))?.claimIds ?? []), options);
  if ('pair' in about) {
    const ends = await nodesById(run, about.pair);
    const [a, b] = about.pair.map((id) => ends.get(id));
    const edges = a && b ? await dyadEdges(run, a, b) : [];
    return pageOfClaims(run, await daysOf(run, [...new Set(edges.flatMap((edge) => edge.claimIds))]), options);
  }
  const own = (await nodesById(run, [about.node])).get(about.node)?.claimIds ?? [];
  const rows = await run(
    `CALL { MATCH (c:Claim {sourceId: $id}) RETURN c UNION MATCH (c:Claim {targetId: $id}) RETURN c }
     WITH c WHERE c.background IS NULL MATCH (c)-[:STATED_IN]->(a:Article)
     RETURN c.id AS id, a.published AS published`,
    { id: about.node },
  );
  const naming = rows.map((row) => ({
    id: field<string>(row, 'id'),
    published: field<string | null>(row, 'published'),
  }));
  return pageOfClaims(run, [...naming, ...(await daysOf(run, own))], options);
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
