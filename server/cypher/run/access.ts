import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { Point } from '../values/point.ts';
import { isList, isMap, isTemporal, kindOf, type Value } from '../values/value.ts';

const components: Readonly<Record<string, (point: Point) => Value>> = {
  x: (point) => point.x,
  y: (point) => point.y,
  z: (point) => point.z ?? null,
  longitude: (point) => (point.isGeographic ? point.x : null),
  latitude: (point) => (point.isGeographic ? point.y : null),
  height: (point) => (point.isGeographic ? (point.z ?? null) : null),
  crs: (point) => point.crs,
  srid: (point) => BigInt(point.srid),
};

/** `of.key`. */
export function propertyOf(of: Value, key: string): Value {
  if (of instanceof GraphNode || of instanceof GraphRelationship) {
    if (of.deleted) {
      throw new CypherError('EntityNotFound', 'DeletedEntityAccess', `The ${of.kind} was deleted in this query`);
    }
    return of.property(key);
  }
  if (of === null) return null;
  if (isMap(of)) return of.get(key) ?? null;
  if (isTemporal(of)) {
    const component = of.component(key);
    if (component === undefined) {
      throw new CypherError('ArgumentError', 'InvalidArgumentValue', `A ${of.kind} has no component \`${key}\``);
    }
    return component;
  }
  if (of instanceof Point) return components[key]?.(of) ?? null;
  throw new CypherError('TypeError', 'InvalidArgumentType', `A ${kindOf(of)} has no properties such as \`${key}\``);
}

/** `of[index]`: an element of a list, a value of a map, a property. */
export function elementOf(of: Value, index: Value): Value {
  if (of === null || index === null) return null;
  if (isList(of)) {
    if (typeof index !== 'bigint') {
      throw new CypherError(
        'TypeError',
        'ListElementAccessByNonInteger',
        `Lists have integer places, not ${kindOf(index)}`,
      );
    }
    const place = index < 0n ? BigInt(of.length) + index : index;
    return place < 0n || place >= BigInt(of.length) ? null : of[Number(place)]!;
  }
  if (isMap(of) || of instanceof GraphNode || of instanceof GraphRelationship) {
    if (typeof index !== 'string') {
      throw new CypherError('TypeError', 'MapElementAccessByNonString', `Maps have string keys, not ${kindOf(index)}`);
    }
    return propertyOf(of, index);
  }
  if (isTemporal(of) && typeof index === 'string') return propertyOf(of, index);
  throw new CypherError('TypeError', 'InvalidArgumentType', `A ${kindOf(of)} has no elements`);
}

/** The bound of a slice that goes on to the end. */
export const beyondEnd = 2n ** 53n;

/** `of[from..to]`; negative bounds count from the end. */
export function sliceOf(of: Value, from: Value, to: Value): Value {
  if (of === null || from === null || to === null) return null;
  if (!isList(of)) throw new CypherError('TypeError', 'InvalidArgumentType', `A ${kindOf(of)} cannot be sliced`);
  return of.slice(bound(from), bound(to));
}

function bound(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  const message = `The bounds of a slice are integers, not ${kindOf(value)}`;
  throw new CypherError('TypeError', 'InvalidArgumentType', message);
}
