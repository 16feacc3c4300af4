import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { enter, type Walk, walkAtOnce } from './large.ts';
import { floatText } from './number.ts';
import { GraphPath, isList, isMap, type MapValue, type Value } from './value.ts';

/** A value as Cypher would write it: `[1, 'a', {b: null}]`, `(:Person {name: 'Ann'})`. */
export function written(value: Value): string {
  return deepWritten(value, walkAtOnce());
}

function deepWritten(value: Value, walk: Walk): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return `${value}`;
  enter(walk);
  if (isList(value)) return `[${value.map((one) => deepWritten(one, walk)).join(', ')}]`;
  if (isMap(value)) return mapText(value, walk);
  if (value instanceof GraphNode) return nodeText(value, walk);
  if (value instanceof GraphRelationship) return `[${relationshipText(value, walk)}]`;
  if (value instanceof GraphPath) return pathText(value, walk);
  return value.kind === 'point' ? value.toString() : `'${value.toString()}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function mapText(map: MapValue, walk: Walk): string {
  return `{${[...map].map(([key, value]) => `${key}: ${deepWritten(value, walk)}`).join(', ')}}`;
}

function properties(of: GraphNode | GraphRelationship, walk: Walk): string {
  const map = of.propertyMap();
  return map.size === 0 ? '' : mapText(map, walk);
}

function nodeText(node: GraphNode, walk: Walk): string {
  const labels = node.labels.map((label) => `:${label}`).join('');
  return `(${[labels, properties(node, walk)].filter((one) => one !== '').join(' ')})`;
}

function relationshipText(relationship: GraphRelationship, walk: Walk): string {
  return [`:${relationship.type}`, properties(relationship, walk)].filter((one) => one !== '').join(' ');
}

function pathText(path: GraphPath, walk: Walk): string {
  let text = '<';
  path.nodes.forEach((node, i) => {
    const before = path.relationships[i - 1];
    if (before !== undefined) {
      const forward = before.start === path.nodes[i - 1];
      text += forward ? `-[${relationshipText(before, walk)}]->` : `<-[${relationshipText(before, walk)}]-`;
    }
    text += nodeText(node, walk);
  });
  return `${text}>`;
}
