import type { CypherNode, CypherRelationship } from './api/cypher.ts';

interface Graph {
  readonly nodes: readonly CypherNode[];
  readonly relationships: readonly CypherRelationship[];
}

/** Every node and relationship in the rows of an answer, once, in the order they come, however deep in lists and maps. */
export const gatherGraph = (rows: readonly unknown[]): Graph => {
  const nodes = new Map<string, CypherNode>();
  const relationships = new Map<string, CypherRelationship>();
  const enter = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) enter(item);
      return;
    }
    const { node, relationship, path } = value as {
      node?: CypherNode;
      relationship?: CypherRelationship;
      path?: { nodes: readonly CypherNode[]; relationships: readonly CypherRelationship[] };
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
