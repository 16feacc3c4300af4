import type { ShownEdge, GraphNode } from '../../graph-schema/graph.ts';
import { relationOf } from '../../graph-schema/relations.ts';

/** Longest of what a proposal asks that is told with its name, characters. */
const LONGEST = 44;

/** A name that could be any proposal's: no word of it is a name. */
const isGeneric = ({ kind, name }: GraphNode): boolean =>
  kind === 'proposal' && name.split(' ').length <= 2 && name === name.toLowerCase();

const clip = (text: string): string => {
  if (text.length <= LONGEST) return text;
  const at = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, at > 0 ? at : LONGEST).replace(/[\s,;:]+$/, '')}…`;
};

const tells = (edge: ShownEdge): boolean => edge.polarity === 'affirmed' && edge.quad !== 'belonging';

/**
 * Proposals are often named by no more than "draft" or "plan". What such a one asks, or who did what with it, is
 * told with its name: "draft (Russia vetoed it)". Other nodes are given back as they are.
 */
export const withTellingNames = (nodes: readonly GraphNode[], edges: readonly ShownEdge[]): readonly GraphNode[] => {
  if (!nodes.some(isGeneric)) return nodes;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  /** What is best attested of what is done with each node; what comes first among equals. */
  const best = new Map<string, ShownEdge>();
  for (const edge of edges) {
    if (!tells(edge)) continue;
    const known = best.get(edge.target);
    if (!known || Math.abs(edge.goldstein) * edge.sources > Math.abs(known.goldstein) * known.sources)
      best.set(edge.target, edge);
  }
  return nodes.map((node) => {
    if (!isGeneric(node)) return node;
    if (node.asks) return { ...node, name: `${node.name}: ${clip(node.asks)}` };
    const edge = best.get(node.id);
    const actor = edge && names.get(edge.source);
    return actor ? { ...node, name: `${node.name} (${actor} ${relationOf(edge.type).verb} it)` } : node;
  });
};
