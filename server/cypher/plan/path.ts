import type { Binding } from '../ast.ts';
import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Run } from '../run/run.ts';
import { GraphPath } from '../values/value.ts';
import type { Edge } from './match.ts';

/** Makes a path of what a chain of nodes and edges was bound to. */
export function pathBuilder(run: Run, chain: readonly (Binding | Edge)[]): () => GraphPath | null {
  const { frame } = run;
  return () => {
    const first = frame[(chain[0] as Binding).slot] as GraphNode | null;
    if (first === null) return null;
    const nodes = [first];
    const relationships: GraphRelationship[] = [];
    for (const one of chain) {
      if (!('allowed' in one)) continue;
      const value = frame[one.binding.slot];
      const walked = one.kind === 'one' ? [value as GraphRelationship] : (value as readonly GraphRelationship[]);
      for (const relationship of walked) {
        nodes.push(relationship.other(nodes.at(-1)!));
        relationships.push(relationship);
      }
    }
    return new GraphPath(nodes, relationships);
  };
}
