import { z } from 'zod';
import { MODALITIES, POLARITIES, PRECISIONS } from '../claim.ts';
import { ENTITY_KINDS, ROLES } from '../kinds.ts';
import { PLOVER_CLASSES, QUADS } from '../relation.ts';
import { relationType } from './record.ts';
import { day, list, maybe, page } from './schema.ts';

/** An entity as it is drawn. */
export const GraphNode = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(ENTITY_KINDS),
    aliases: list(z.string()),
    country: maybe(z.string()),
    role: maybe(z.enum(ROLES)),
    iso3: maybe(z.string()),
    wikidata: maybe(z.string()),
    mentions: z.int(),
    articles: z.int(),
    search: z.string(),
    occurredFrom: maybe(day),
    occurredTo: maybe(day),
    precision: maybe(z.enum(PRECISIONS)),
    asks: maybe(z.string()),
    claimIds: maybe(list(z.string())),
  })
  .meta({ id: 'GraphNode' });

/** A typed edge as it is shown in a graph; the claims that it stands on are at its own address. */
export const ShownEdge = z
  .object({
    id: z.string(),
    type: relationType,
    source: z.string(),
    target: z.string(),
    eventId: maybe(z.string()),
    claims: z.int(),
    sources: z.int(),
    outlets: list(z.string()),
    background: maybe(z.boolean()),
    occurredFrom: maybe(day),
    occurredTo: maybe(day),
    precision: z.enum(PRECISIONS),
    firstReported: maybe(day),
    lastReported: maybe(day),
    polarity: z.enum(POLARITIES),
    modality: z.enum(MODALITIES),
    confidence: z.number(),
    plover: maybe(z.enum(PLOVER_CLASSES)),
    cameo: maybe(z.string()),
    quad: z.enum(QUADS),
    goldstein: z.number().meta({ description: 'Goldstein weight, −10 … +10' }),
    sourceCountry: maybe(z.string()),
    targetCountry: maybe(z.string()),
    title: maybe(z.string()),
    from: maybe(day),
    to: maybe(day),
    role: maybe(z.string()),
  })
  .meta({ id: 'ShownEdge' });

/** A typed edge with the claims that it stands on. */
export const GraphEdge = ShownEdge.extend({ claimIds: list(z.string()) }).meta({ id: 'GraphEdge' });

/** A piece of the drawing, and how much of it was left out by the limit. */
export const Subgraph = z
  .object({
    nodes: list(GraphNode),
    edges: list(ShownEdge),
    hidden: z.object({ nodes: z.int(), edges: z.int() }),
  })
  .meta({ id: 'Subgraph' });
export type Subgraph = z.infer<typeof Subgraph>;

export const NodePage = page(GraphNode).meta({ id: 'NodePage' });
export type NodePage = z.infer<typeof NodePage>;
/** What a search finds, best first. */
export type SearchAnswer = NodePage;

export const EdgePage = page(GraphEdge).meta({ id: 'EdgePage' });
export type EdgePage = z.infer<typeof EdgePage>;

/** A path: `nodes` one longer than `edges`. */
export const PathsAnswer = z
  .object({ paths: list(z.object({ nodes: list(GraphNode), edges: list(ShownEdge) })) })
  .meta({ id: 'PathsAnswer' });
export type PathsAnswer = z.infer<typeof PathsAnswer>;

/** Counts in a calendar month `YYYY-MM`. */
export const MonthCount = z
  .object({ month: z.string(), cooperation: z.int(), conflict: z.int(), goldstein: z.number() })
  .meta({ id: 'MonthCount' });

export const TimelineAnswer = z.object({ months: list(MonthCount) }).meta({ id: 'TimelineAnswer' });
export type TimelineAnswer = z.infer<typeof TimelineAnswer>;

/** Two actors over time. */
export const Dyad = z
  .object({
    a: GraphNode,
    b: GraphNode,
    months: list(MonthCount),
    edges: list(ShownEdge),
    offices: list(ShownEdge),
    events: list(GraphNode),
  })
  .meta({ id: 'Dyad' });
export type Dyad = z.infer<typeof Dyad>;

const count = z.record(z.string(), z.int());

/** How many of what there are under a filter. */
export const Counts = z
  .object({
    articles: z.int(),
    claims: z.int(),
    nodes: count,
    edges: count,
    signs: count,
    polarities: count,
    modalities: count,
    outlets: count,
  })
  .meta({ id: 'Counts' });
export type Counts = z.infer<typeof Counts>;
