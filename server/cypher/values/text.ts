import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { countStep, resetSteps } from './equality.ts';
import { floatText } from './number.ts';
import { GraphPath, isList, isMap, type MapValue, type Value } from './value.ts';

/** A value as Cypher would write it: `[1, 'a', {b: null}]`, `(:Person {name: 'Ann'})`. */
export function written(value: Value): string {
  resetSteps();
  return deepWritten(value);
}

function deepWritten(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return `${value}`;
  countStep();
  if (isList(value)) return `[${value.map(deepWritten).join(', ')}]`;
  if (isMap(value)) return mapText(value);
  if (value instanceof GraphNode) return nodeText(value);
  if (value instanceof GraphRelationship) return `[${relationshipText(value)}]`;
  if (value instanceof GraphPath) return pathText(value);
  return value.kind === 'point' ? value.toString() : `'${value.toString()}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function mapText(map: MapValue): string {
  return `{${[...map].map(([key, value]) => `${key}: ${deepWritten(value)}`).join(', ')}}`;
}

function properties(of: GraphNode | GraphRelationship): string {
  const map = of.propertyMap();
  return map.size === 0 ? '' : mapText(map);
}

function nodeText(node: GraphNode): string {
  const labels = node.labels.map((label) => `:${label}`).join('');
  return `(${[labels, properties(node)].filter((one) => one !== '').join(' ')})`;
}

function relationshipText(relationship: GraphRelationship): string {
  return [`:${relationship.type}`, properties(relationship)].filter((one) => one !== '').join(' ');
}

function pathText(path: GraphPath): string {
  let text = '<';
  path.nodes.forEach((node, i) => {
    const before = path.relationships[i - 1];
    if (before !== undefined) {
      const forward = before.start === path.nodes[i - 1];
      text += forward ? `-[${relationshipText(before)}]->` : `<-[${relationshipText(before)}]-`;
    }
    text += nodeText(node);
  });
  return `${text}>`;
}
