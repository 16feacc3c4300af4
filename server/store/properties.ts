import type { Article } from '../../graph-schema/article.ts';
import type { Claim } from '../../graph-schema/claim.ts';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import type { PlacedClaim } from '../draw/ledger.ts';
import { weigh } from '../draw/weigh.ts';

/**
 * The one mapping of the record and the drawing onto a property graph, the same in every store, so that one Cypher
 * text gives one answer. Lists of a property are of one type; absent is absent, never null.
 */
export type Value = string | number | boolean | readonly string[] | readonly number[];
export type Properties = Readonly<Record<string, Value>>;

/** Properties that are whole numbers; every other number is a float. */
export const INTEGER_PROPERTIES: ReadonlySet<string> = new Set([
  'mentions',
  'articles',
  'claims',
  'sources',
  'start',
  'end',
  'triggerStart',
  'triggerEnd',
  'cutStarts',
  'cutEnds',
]);

export const ENTITY_LABEL = 'Entity';
export const CLAIM_LABELS = ['Claim'] as const;
export const ARTICLE_LABELS = ['Article'] as const;
export const STATED_IN = 'STATED_IN';

const present = (properties: Readonly<Record<string, unknown>>): Properties => {
  const kept: Record<string, Value> = {};
  for (const [key, value] of Object.entries(properties)) if (value !== undefined) kept[key] = value as Value;
  return kept;
};

export const labelsOfNode = (node: GraphNode): readonly string[] => [ENTITY_LABEL, LABEL_OF_KIND[node.kind]];
export const propertiesOfNode = (node: GraphNode): Properties => present({ ...node });
export const nodeOfProperties = (properties: Properties): GraphNode => properties as unknown as GraphNode;

/** Type and ends of an edge are the relationship's own. */
export const propertiesOfEdge = ({ type: _, source: __, target: ___, ...rest }: GraphEdge): Properties =>
  present({ ...rest });
export const edgeOfProperties = (type: string, source: string, target: string, properties: Properties): GraphEdge =>
  ({ ...properties, type, source, target }) as unknown as GraphEdge;

const ROLES = ['mediator', 'host', 'place'] as const;

/**
 * A claim as a node. `sourceId`, `targetId` and the ids of those it names beside them are nodes of the drawing;
 * `sourceRead` and the like are those that the article gives, where a decision or a date makes them another. `bucket`
 * and `gathering` tell which claims are drawn together.
 */
export const propertiesOfClaim = (placed: PlacedClaim): Properties => {
  const { roles, trigger, source, target, ...claim } = placed.claim;
  const others: Record<string, string> = {};
  ROLES.filter((role) => roles?.[role]).forEach((role, at) => {
    const read = roles![role]!;
    const drawn = placed.others[at] ?? read;
    others[`${role}Id`] = drawn;
    if (drawn !== read) others[`${role}Read`] = read;
  });
  return present({
    ...claim,
    sourceId: placed.source,
    targetId: placed.target,
    sourceRead: source === placed.source ? undefined : source,
    targetRead: target === placed.target ? undefined : target,
    ...others,
    aboutId: roles?.about,
    triggerStart: trigger.start,
    triggerEnd: trigger.end,
    quad: weigh(placed.claim).quad,
    verdict: placed.verdict,
    bucket: placed.bucket,
    gathering: placed.gathering,
    parties: placed.parties.length ? placed.parties : undefined,
    partiesRead: placed.readParties.length ? placed.readParties : undefined,
  });
};

/** The claim, with its place in the drawing, that `propertiesOfClaim` was made from. */
export const placedOfProperties = (properties: Properties): PlacedClaim => {
  const { sourceId, targetId, sourceRead, targetRead, aboutId, triggerStart, triggerEnd, ...others } = properties;
  const { quad: _, verdict, bucket, gathering, parties, partiesRead, ...rest } = others;
  const claim: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest))
    if (!/^(mediator|host|place)(Id|Read)$/.test(key)) claim[key] = value;
  for (const role of ROLES) if (rest[`${role}Id`]) roles[role] = rest[`${role}Read`] ?? rest[`${role}Id`];
  if (aboutId) roles.about = aboutId;
  return {
    claim: {
      ...claim,
      source: sourceRead ?? sourceId,
      target: targetRead ?? targetId,
      ...(Object.keys(roles).length && { roles }),
      trigger: { start: triggerStart, end: triggerEnd },
    } as unknown as Claim,
    source: sourceId,
    target: targetId,
    parties: parties ?? [],
    others: ROLES.flatMap((role) => rest[`${role}Id`] ?? []),
    readParties: partiesRead ?? [],
    ...(bucket && { bucket }),
    ...(gathering && { gathering }),
    ...(verdict && { verdict }),
  } as unknown as PlacedClaim;
};

export const propertiesOfArticle = ({ cut, ...article }: Article): Properties =>
  present({
    ...article,
    cutStarts: cut?.map((range) => range.start),
    cutEnds: cut?.map((range) => range.end),
    cutReasons: cut?.map((range) => range.reason),
  });

export const articleOfProperties = (properties: Properties): Article => {
  const { cutStarts, cutEnds, cutReasons, ...rest } = properties;
  const starts = cutStarts as readonly number[] | undefined;
  return {
    ...rest,
    ...(starts && {
      cut: starts.map((start, at) => ({
        start,
        end: (cutEnds as readonly number[])[at]!,
        reason: (cutReasons as readonly string[])[at]!,
      })),
    }),
  } as unknown as Article;
};
