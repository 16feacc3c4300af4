import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import { failing, PART } from '../draw/filter.ts';
import type { Counts } from './store.ts';

/** An edge as counting sees it. */
export interface CountedEdge {
  readonly edge: Parameters<typeof failing>[0];
  readonly source: { readonly id: string; readonly kind: EntityKind };
  readonly target: { readonly id: string; readonly kind: EntityKind };
  readonly claimIds: readonly string[];
}

export type EdgeCounts = Omit<Counts, 'articles' | 'claims'> & { readonly claimIds: ReadonlySet<string> };

/** Counts edges and their ends under a filter, each list with its own part of the filter left open. */
export const countEdges = (edges: Iterable<CountedEdge>, filter: Filter): EdgeCounts => {
  const counts = {
    edges: {} as Record<string, number>,
    signs: {} as Record<string, number>,
    polarities: {} as Record<string, number>,
    modalities: {} as Record<string, number>,
    outlets: {} as Record<string, number>,
  };
  const ends = new Map<string, EntityKind>();
  const claimIds = new Set<string>();
  const add = (list: Record<string, number>, key: string) => {
    list[key] = (list[key] ?? 0) + 1;
  };
  for (const { edge, source, target, claimIds: behind } of edges) {
    const failed = failing(edge, filter, { source: source.kind, target: target.kind });
    const open = (part: number) => (failed & ~part) === 0;
    if (open(PART.types)) add(counts.edges, edge.type);
    if (open(PART.signs)) add(counts.signs, signOfQuad(edge.quad));
    if (open(PART.polarities)) add(counts.polarities, edge.polarity);
    if (open(PART.modalities)) add(counts.modalities, edge.modality);
    if (open(PART.outlets)) for (const outlet of edge.outlets) add(counts.outlets, outlet);
    if (open(PART.kinds)) ends.set(source.id, source.kind).set(target.id, target.kind);
    if (failed === 0) for (const id of behind) claimIds.add(id);
  }
  const nodes: Record<string, number> = {};
  for (const kind of ends.values()) add(nodes, kind);
  return { nodes, ...counts, claimIds };
};

/** The weight of an edge as evidence: how many independent outlets report it, at least one half. */
export const evidenceWeight = (edge: Pick<GraphEdge, 'sources'>): number => Math.max(0.5, edge.sources);
