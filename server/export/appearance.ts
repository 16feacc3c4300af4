import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import { type Sign, signOfQuad } from '../../graph-schema/relation.ts';

/** Colours of the page, so that a file opened elsewhere looks akin: kinds by grey and shape, signs by colour and dash. */
const KIND_COLOR: Readonly<Record<EntityKind, string>> = {
  country: '#1d1f27',
  person: '#5b6170',
  organization: '#8a8577',
  place: '#b8b3a4',
  event: '#d9b44a',
  proposal: '#a39a7f',
};
const KIND_SHAPE: Readonly<Record<EntityKind, 'disc' | 'square' | 'triangle' | 'diamond'>> = {
  country: 'square',
  person: 'disc',
  organization: 'triangle',
  place: 'disc',
  event: 'diamond',
  proposal: 'square',
};
const SIGN_COLOR: Readonly<Record<Sign, string>> = { cooperation: '#1f7a9e', conflict: '#c1440e', none: '#cfc9bb' };
const SIGN_SHAPE: Readonly<Record<Sign, 'solid' | 'dashed' | 'dotted'>> = {
  cooperation: 'solid',
  conflict: 'dashed',
  none: 'dotted',
};

export const nodeAppearance = (node: GraphNode) => ({
  color: KIND_COLOR[node.kind],
  shape: KIND_SHAPE[node.kind],
  size: Math.round((4 + 3 * Math.sqrt(node.mentions)) * 10) / 10,
});

export const edgeAppearance = (edge: GraphEdge) => {
  const sign = signOfQuad(edge.quad);
  return {
    color: SIGN_COLOR[sign],
    shape: SIGN_SHAPE[sign],
    thickness: Math.round((1 + Math.log2(Math.max(1, edge.claims))) * 10) / 10,
  };
};

/** `#rrggbb` as channels 0 … 255. */
export const channels = (hex: string): { r: number; g: number; b: number } => {
  const value = Number.parseInt(hex.slice(1), 16);
  return { r: value >> 16, g: (value >> 8) & 255, b: value & 255 };
};
