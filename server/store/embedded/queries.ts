import type { Claim } from '../../../graph-schema/claim.ts';
import type { Filter } from '../../../graph-schema/filter.ts';
import { fold } from '../../../graph-schema/fold.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import { ENTITY_KINDS } from '../../../graph-schema/kinds.ts';
import { EVERYTHING, failing, matches } from '../../draw/filter.ts';
import { weigh } from '../../draw/weigh.ts';
import type { Citation, CitedClaim } from '../../export/graph-source.ts';
import { citationOf } from '../citation-of.ts';
import { dyadEventsOf, isBetween, officesOfDyad, sortedInTime } from '../dyad.ts';
import { countEdges, evidenceWeight } from '../facets.ts';
import { isWithin, keyAfter, limitOf, pageOf, pageOfTaken, reportedKey } from '../page.ts';
import { rankPaths } from '../paths.ts';
import { rankFound } from '../search.ts';
import { shortestPaths } from '../shortest-paths.ts';
import type { Counts, Dyad, Evidence, MonthCount, Page, PageOptions, Path, Store, Subgraph, Which } from '../store.ts';
import { tellingEdges } from '../telling-edges.ts';
import { timelineOf } from '../timeline.ts';
import type { Memory } from './memory.ts';

type Options<K extends keyof Store> = Store[K] extends (...args: infer A) => unknown ? NonNullable<A[number]> : never;
type Window = NonNullable<Parameters<Store['evidence']>[1]>;

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** The claim as a filter sees it. */
export const filtered = (claim: Claim, published: string | undefined, outlet: string | undefined) => ({
  ...claim,
  quad: weigh(claim).quad,
  outlets: outlet ? [outlet] : [],
  ...(claim.officeFrom && { from: claim.officeFrom }),
  ...(claim.officeTo && { to: claim.officeTo }),
  ...(published && { firstReported: published, lastReported: published }),
});

/** Everything that is asked of the memory; nothing here changes it. */
export const queriesOf = (memory: Memory) => {
  const { nodes, edges, ledger } = memory;
  const kindsOf = (edge: GraphEdge) => ({ source: nodes.get(edge.source)!.kind, target: nodes.get(edge.target)!.kind });
  const shows = (edge: GraphEdge, filter: Filter | undefined): boolean => matches(edge, filter, kindsOf(edge));
  const shown = function* (filter: Filter | undefined): Generator<GraphEdge> {
    for (const edge of edges.values()) if (shows(edge, filter)) yield edge;
  };
  const otherEnd = (edge: GraphEdge, id: string): string => (edge.source === id ? edge.target : edge.source);

  /** The best by weight, heaviest first. */
  const heaviest = (weights: ReadonlyMap<string, number>, limit: number): readonly GraphNode[] =>
    [...weights]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => nodes.get(id)!);

  const among = (ids: ReadonlySet<string>, keep: (edge: GraphEdge) => boolean): readonly GraphEdge[] => {
    const found: GraphEdge[] = [];
    for (const id of ids) {
      for (const edge of memory.edgesFrom(id)) if (ids.has(edge.target) && keep(edge)) found.push(edge);
    }
    return found.sort(byId);
  };

  /** A page in the order of ids: only what lies behind the cursor is sorted. */
  const pageById = <T extends { readonly id: string }>(all: readonly T[], { limit, after }: PageOptions): Page<T> => {
    const key = keyAfter(after);
    const rest = (key === undefined ? [...all] : all.filter(({ id }) => id > key)).sort(byId);
    return pageOfTaken(rest, ({ id }) => id, { ...(limit === undefined ? {} : { limit }), total: all.length });
  };

  const nodePage = ({ kinds, filter, ...options }: Options<'nodes'> = {}): Page<GraphNode> => {
    const ends = filter && new Set<string>();
    if (ends) for (const edge of shown({ ...filter, kinds: ENTITY_KINDS })) ends.add(edge.source).add(edge.target);
    const found: GraphNode[] = [];
    for (const node of nodes.values())
      if ((!ends || ends.has(node.id)) && (!kinds || kinds.includes(node.kind))) found.push(node);
    return pageById(found, options);
  };

  const edgePage = ({ filter, ...options }: Options<'edges'> = {}): Page<GraphEdge> =>
    pageById(filter ? [...shown(filter)] : [...edges.values()], options);

  const overview = ({ limit, filter }: { limit?: number; filter?: Filter } = {}): Subgraph => {
    const weights = new Map<string, number>();
    let total = 0;
    for (const edge of shown(filter)) {
      total += 1;
      const weight = edge.quad === 'belonging' ? 0 : evidenceWeight(edge);
      weights.set(edge.source, (weights.get(edge.source) ?? 0) + weight);
      weights.set(edge.target, (weights.get(edge.target) ?? 0) + weight);
    }
    const best = heaviest(weights, limitOf(limit, 60));
    const kept = among(new Set(best.map((node) => node.id)), (edge) => shows(edge, filter));
    return { nodes: best, edges: kept, hidden: { nodes: weights.size - best.length, edges: total - kept.length } };
  };

  const neighbourhood = (
    id: string,
    { limit, edges: most, types, filter }: NonNullable<Parameters<Store['neighbourhood']>[1]> = {},
  ): Subgraph => {
    const node = nodes.get(id);
    if (!node) return { nodes: [], edges: [], hidden: { nodes: 0, edges: 0 } };
    const keep = (edge: GraphEdge) => (!types || types.includes(edge.type)) && shows(edge, filter);
    const own = memory.edgesAt(id).filter(keep);
    const weights = new Map<string, number>();
    for (const edge of own) {
      const other = otherEnd(edge, id);
      weights.set(other, (weights.get(other) ?? 0) + evidenceWeight(edge));
    }
    const best = heaviest(weights, limitOf(limit));
    const ids = new Set([id, ...best.map((each) => each.id)]);
    const all = among(ids, keep);
    const told = tellingEdges(all, id, most ?? all.length);
    const beyond = own.filter((edge) => !ids.has(otherEnd(edge, id))).length;
    return {
      nodes: [node, ...best],
      edges: told,
      hidden: { nodes: weights.size - best.length, edges: beyond + all.length - told.length },
    };
  };

  const paths = async (
    from: string,
    to: string,
    { all, maxLength, filter }: { all?: boolean; maxLength?: number; filter?: Filter } = {},
  ): Promise<readonly Path[]> => {
    if (!nodes.has(from) || !nodes.has(to)) return [];
    const sequences = await shortestPaths(from, to, maxLength ?? 6, async (ids) => {
      const neighbours = (id: string) =>
        memory
          .edgesAt(id)
          .filter((edge) => shows(edge, filter))
          .map((edge) => otherEnd(edge, id));
      return new Map(ids.map((id) => [id, new Set(neighbours(id))]));
    });
    const between = (a: string, b: string): GraphEdge =>
      memory
        .edgesAt(a)
        .filter((edge) => otherEnd(edge, a) === b && shows(edge, filter))
        .sort((x, y) => evidenceWeight(y) - evidenceWeight(x) || byId(x, y))[0]!;
    return rankPaths(
      sequences.map((ids) => ({
        nodes: ids.map((id) => nodes.get(id)!),
        edges: ids.slice(1).map((id, at) => between(ids[at]!, id)),
      })),
      all ?? false,
    );
  };

  const dyadEdges = (a: GraphNode, b: GraphNode): readonly GraphEdge[] => {
    const countries = a.kind === 'country' || b.kind === 'country';
    const candidates = countries ? edges.values() : memory.edgesAt(a.id);
    return [...candidates].filter((edge) => isBetween(edge, a, b));
  };

  const dyad = (aId: string, bId: string, { filter }: { filter?: Filter } = {}): Dyad | undefined => {
    const a = nodes.get(aId);
    const b = nodes.get(bId);
    if (!a || !b) return undefined;
    const between = sortedInTime(dyadEdges(a, b).filter((edge) => shows(edge, filter)));
    const offices = officesOfDyad(a, b, between, (id) => memory.edgesAt(id));
    const events = dyadEventsOf(
      a,
      b,
      [...edges.values()].filter((edge) => edge.type === 'TOOK_PART_IN' && shows(edge, filter)),
    );
    return {
      a,
      b,
      months: timelineOf(between, filter?.clock),
      edges: between,
      offices,
      events: events.map((id) => nodes.get(id)!),
    };
  };

  const timeline = ({
    filter,
    nodes: of,
  }: {
    filter?: Filter;
    nodes?: readonly string[];
  } = {}): readonly MonthCount[] => {
    const ids = new Set(of ?? []);
    const [only] = ids;
    const source = ids.size === 1 ? memory.edgesAt(only!) : ids.size > 1 ? among(ids, () => true) : edges.values();
    return timelineOf(
      [...source].filter((edge) => shows(edge, filter)),
      filter?.clock,
    );
  };

  const counts = (filter?: Filter): Counts => {
    const counted = countEdges(
      (function* () {
        for (const edge of edges.values()) {
          yield {
            edge,
            source: nodes.get(edge.source)!,
            target: nodes.get(edge.target)!,
            claimIds: edge.claimIds,
          };
        }
      })(),
      filter ?? {},
    );
    const { claimIds, ...rest } = counted;
    if (!filter) {
      const kinds: Record<string, number> = {};
      for (const { kind } of nodes.values()) kinds[kind] = (kinds[kind] ?? 0) + 1;
      const claims = [...ledger.claims.values()].filter(({ claim }) => !claim.background).length;
      return { ...rest, nodes: kinds, articles: memory.articles.size, claims };
    }
    const claims = [...claimIds].flatMap((id) => ledger.claim(id)?.claim ?? []).filter((claim) => !claim.background);
    return { ...rest, articles: new Set(claims.map((claim) => claim.articleId)).size, claims: claims.length };
  };

  const nameOf = (articleId: string, drawnId: string, readId: string): string =>
    nodes.get(drawnId)?.name ?? ledger.said(articleId)?.entities.find((entity) => entity.id === readId)?.name ?? readId;

  const evidenceOf = (claimId: string): Evidence | undefined => {
    const placed = ledger.claim(claimId);
    if (!placed) return undefined;
    const { claim } = placed;
    return {
      claim,
      article: memory.summary(claim.articleId),
      sourceName: nameOf(claim.articleId, placed.source, claim.source),
      targetName: nameOf(claim.articleId, placed.target, claim.target),
      ...(claim.speaker && { speakerName: nameOf(claim.articleId, claim.speaker, claim.speaker) }),
    };
  };

  const keyOf = (claimId: string): string => {
    const articleId = ledger.claim(claimId)!.claim.articleId;
    return reportedKey(memory.articles.get(articleId)?.published, claimId);
  };

  const pageOfClaims = (ids: Iterable<string>, options: { limit?: number; after?: string }): Page<Evidence> => {
    const sorted = [...new Set(ids)]
      .filter((id) => ledger.claim(id))
      .map((id) => ({ id, key: keyOf(id) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = pageOf(sorted, ({ key }) => key, options);
    return { ...page, items: page.items.map(({ id }) => evidenceOf(id)!) };
  };

  const claimsAbout = (about: Parameters<Store['evidence']>[0]): readonly string[] => {
    if ('edge' in about) return edges.get(about.edge)?.claimIds ?? [];
    if ('pair' in about) {
      const [a, b] = about.pair.map((id) => nodes.get(id));
      return a && b ? dyadEdges(a, b).flatMap((edge) => edge.claimIds) : [];
    }
    const own = nodes.get(about.node)?.claimIds ?? [];
    const naming = ledger
      .naming(about.node)
      .filter(({ source, target, claim }) => (source === about.node || target === about.node) && !claim.background)
      .map(({ claim }) => claim.id);
    return [...own, ...naming];
  };

  const evidence = (
    about: Parameters<Store['evidence']>[0],
    { since, until, clock, ...options }: Window = {},
  ): Page<Evidence> => {
    const ids = claimsAbout(about);
    if (since === undefined && until === undefined) return pageOfClaims(ids, options);
    const filter = { ...EVERYTHING, ...(since && { since }), ...(until && { until }), ...(clock && { clock }) };
    const inside = ids.filter((id) => {
      const claim = ledger.claim(id)?.claim;
      const article = claim && memory.articles.get(claim.articleId);
      return claim && failing(filtered(claim, article?.published, article?.source), filter) === 0;
    });
    return pageOfClaims(inside, options);
  };

  const claimsUnder = (filter: Filter): readonly string[] => {
    const ids: string[] = [];
    for (const { claim, source, target, verdict } of ledger.claims.values()) {
      const a = nodes.get(source);
      const b = nodes.get(target);
      if (claim.background || verdict === 'rejected' || !a || !b) continue;
      const { published, source: outlet } = memory.articles.get(claim.articleId)!;
      if (failing(filtered(claim, published, outlet), filter, { source: a.kind, target: b.kind }) === 0) {
        ids.push(claim.id);
      }
    }
    return ids;
  };

  const claims = ({ filter, ...options }: Options<'claims'> = {}): Page<Evidence> =>
    pageOfClaims(claimsUnder(filter ?? {}), options);

  const claimIds = (which: Which): readonly string[] =>
    'ids' in which ? [...new Set(which.ids)].sort() : [...claimsUnder(which.filter)].sort();

  const citation = (articleId: string): Citation => citationOf(memory.summary(articleId));

  const cited = (claimId: string): CitedClaim | undefined => {
    const claim = ledger.claim(claimId)?.claim;
    return claim && { claim, article: citation(claim.articleId) };
  };

  const sources = (which: Which): readonly Citation[] =>
    [...new Set(claimIds(which).flatMap((id) => ledger.claim(id)?.claim.articleId ?? []))].sort().map(citation);

  const articles = ({ search, since, until, ...options }: Options<'articles'> = {}) => {
    const window = { ...(since && { since }), ...(until && { until }) };
    const words = search ? fold(search).split(' ').filter(Boolean) : [];
    const found = [...memory.articles.values()].filter((article) => {
      if (!isWithin(article.published, window)) return false;
      const folded = ` ${fold(`${article.title ?? ''} ${article.source ?? ''}`)}`;
      return words.every((word) => folded.includes(` ${word}`));
    });
    const sorted = found
      .map((article) => ({ id: article.id, key: reportedKey(article.published, article.id) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = pageOf(sorted, ({ key }) => key, options);
    return { ...page, items: page.items.map(({ id }) => memory.summary(id)) };
  };

  const search = (text: string, { limit, kinds }: { limit?: number; kinds?: readonly string[] } = {}) =>
    rankFound(
      kinds ? [...nodes.values()].filter((node) => kinds.includes(node.kind)) : nodes.values(),
      text,
      limitOf(limit, 20),
    );

  /** References only: what is written later makes new nodes and edges and leaves these as they are. */
  const still = (filter?: Filter): Drawing => {
    const kept = (filter ? [...shown(filter)] : [...edges.values()]).sort(byId);
    const ends = filter && new Set(kept.flatMap((edge) => [edge.source, edge.target]));
    const all = [...nodes.values()];
    return { nodes: (ends ? all.filter(({ id }) => ends.has(id)) : all).sort(byId), edges: kept };
  };

  return {
    nodes: nodePage,
    edges: edgePage,
    overview,
    neighbourhood,
    paths,
    dyad,
    timeline,
    counts,
    evidence,
    claims,
    articles,
    search,
    still,
    claimIds,
    cited,
    sources,
  };
};
