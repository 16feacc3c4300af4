import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { countStep, resetSteps } from './equality.ts';
import { Point } from './point.ts';
import { GraphPath, isList, isMap, isTemporal, type Value } from './value.ts';

/**
 * Something two values share exactly where DISTINCT and grouping take them for the same: null with null, 1 with 1.0,
 * NaN with NaN. To be used as a key of a `Map`.
 */
export function groupKey(value: Value): unknown {
  switch (typeof value) {
    case 'bigint':
      return value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;
    case 'string':
      return value.charCodeAt(0) === 0 ? `\0${value}` : value;
    case 'object':
      if (value === null || value instanceof GraphNode || value instanceof GraphRelationship) return value;
      resetSteps();
      return `\0\u0001${written(value)}`;
    default:
      return value;
  }
}

/** One key for several values. */
export function groupKeyOf(values: readonly Value[]): unknown {
  if (values.length === 1) return groupKey(values[0]!);
  let key = '';
  for (const value of values) {
    if (typeof value === 'string') key += `s${value.length}:${value}`;
    else {
      if (typeof value === 'object') resetSteps();
      key += written(value);
    }
  }
  return key;
}

function written(value: Value): string {
  switch (typeof value) {
    case 'bigint':
      return `i${value};`;
    case 'number':
      return Number.isSafeInteger(value) ? `i${value};` : `f${value};`;
    case 'boolean':
      return value ? 't' : 'f';
    case 'string':
      return `s${value.length}:${value}`;
    default:
  }
  if (value === null) return 'n';
  if (value instanceof GraphNode) return `N${value.id};`;
  if (value instanceof GraphRelationship) return `R${value.id};`;
  countStep();
  if (isList(value)) return `[${value.map(written).join('')}]`;
  if (isMap(value)) {
    const keys = [...value.keys()].sort();
    return `{${keys.map((key) => `${key.length}:${key}${written(value.get(key)!)}`).join('')}}`;
  }
  if (value instanceof GraphPath) {
    return `P${value.nodes.map((one) => one.id).join(',')}/${value.relationships.map((one) => one.id).join(',')};`;
  }
  if (value instanceof Point) return `p${value.srid},${value.x},${value.y},${value.z ?? ''};`;
  return isTemporal(value) ? `T${value.kind} ${value.key()};` : '?';
}
