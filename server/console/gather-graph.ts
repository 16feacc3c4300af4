import type { ConsoleNode, ConsoleRelationship } from './console.ts';

interface Graph {
  readonly nodes: readonly ConsoleNode[];
  readonly relationships: readonly ConsoleRelationship[];
}

/** Every node and relationship in the rows of an answer, once, in the order they come, however deep in lists and maps. */
export const gatherGraph = (rows: readonly unknown[]): Graph => {
  const nodes = new Map<string, ConsoleNode>();
  const relationships = new Map<string, ConsoleRelationship>();
  const enter = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) enter(item);
      return;
    }
    const { node, relationship, path } = value as {
      node?: ConsoleNode;
      relationship?: ConsoleRelationship;
      path?: { nodes: readonly ConsoleNode[]; relationships: readonly ConsoleRelationship[] };
    };
    if (node?.labels) nodes.set(node.id, node);
    else if (relationship?.type) relationships.set(relationship.id, relationship);
    else if (path?.relationships) {
      for (const one of path.nodes) nodes.set(one.id, one);
      for (const one of path.relationships) relationships.set(one.id, one);
    } else for (const item of Object.values(value)) enter(item);
  };
  enter(rows);
  return { nodes: [...nodes.values()], relationships: [...relationships.values()] };
};
