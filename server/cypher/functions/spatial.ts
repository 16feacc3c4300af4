import { CypherError } from '../error.ts';
import { Point } from '../values/point.ts';
import { isMap, type MapValue, type Value } from '../values/value.ts';
import { define, type FunctionDefinition } from './define.ts';

const systems: Readonly<Record<string, number>> = {
  'wgs-84': 4326,
  'wgs-84-3d': 4979,
  cartesian: 7203,
  'cartesian-3d': 9157,
};

/** Mean radius of the earth in metres, as Neo4j takes it. */
const earth = 6378140;

function number(map: MapValue, ...names: readonly string[]): number | null | undefined {
  for (const name of names) {
    const value = map.get(name);
    if (value === null) return null;
    if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
    if (value !== undefined)
      throw new CypherError('TypeError', 'InvalidArgumentValue', `${name} of a point must be a number`);
  }
  return undefined;
}

function point(map: MapValue): Value {
  const geographic = map.has('longitude') || map.has('latitude');
  const x = number(map, 'x', 'longitude');
  const y = number(map, 'y', 'latitude');
  const z = number(map, 'z', 'height');
  if (x === null || y === null || z === null) return null;
  if (x === undefined || y === undefined) {
    throw new CypherError('ArgumentError', 'InvalidArgumentValue', 'A point needs x and y, or longitude and latitude');
  }
  const crs = map.get('crs');
  const srid = map.get('srid');
  let system = z === undefined ? (geographic ? 4326 : 7203) : geographic ? 4979 : 9157;
  if (typeof crs === 'string') {
    const named = systems[crs.toLowerCase()];
    if (named === undefined)
      throw new CypherError('ArgumentError', 'InvalidArgumentValue', `Unknown coordinate system '${crs}'`);
    system = named;
  } else if (typeof srid === 'bigint') system = Number(srid);
  if (!Object.values(systems).includes(system)) {
    throw new CypherError('ArgumentError', 'InvalidArgumentValue', `Unknown coordinate system ${system}`);
  }
  if ((system === 4979 || system === 9157) !== (z !== undefined)) {
    throw new CypherError(
      'ArgumentError',
      'InvalidArgumentValue',
      'The coordinate system and the number of coordinates do not agree',
    );
  }
  return new Point(system, x, y, z);
}

function distance(a: Value, b: Value): Value {
  if (!(a instanceof Point) || !(b instanceof Point) || a.srid !== b.srid) return null;
  if (!a.isGeographic) return Math.hypot(a.x - b.x, a.y - b.y, (a.z ?? 0) - (b.z ?? 0));
  const radians = Math.PI / 180;
  const latitude = ((b.y - a.y) * radians) / 2;
  const longitude = ((b.x - a.x) * radians) / 2;
  const chord = Math.sin(latitude) ** 2 + Math.cos(a.y * radians) * Math.cos(b.y * radians) * Math.sin(longitude) ** 2;
  const angle = 2 * Math.atan2(Math.sqrt(chord), Math.sqrt(1 - chord));
  if (a.z === undefined || b.z === undefined) return earth * angle;
  return Math.hypot((earth + (a.z + b.z) / 2) * angle, a.z - b.z);
}

/** Points and their distances. */
export const spatialFunctions: readonly FunctionDefinition[] = [
  define('point(map)', (_, of: Value) => {
    if (!isMap(of)) throw new CypherError('TypeError', 'InvalidArgumentValue', 'point(…) takes a map');
    return point(of);
  }),
  define('point.distance(a, b)', (_, a: Value, b: Value) => distance(a, b), { returns: 'float' }),
  define('distance(a, b)', (_, a: Value, b: Value) => distance(a, b), { returns: 'float' }),
  define(
    'point.withinBBox(point, lowerLeft, upperRight)',
    (_, of: Value, low: Value, high: Value) => {
      if (!(of instanceof Point) || !(low instanceof Point) || !(high instanceof Point)) return null;
      if (of.srid !== low.srid || of.srid !== high.srid) return null;
      const wraps = of.isGeographic && low.x > high.x;
      const inX = wraps ? of.x >= low.x || of.x <= high.x : of.x >= low.x && of.x <= high.x;
      const inZ = (of.z ?? 0) >= (low.z ?? 0) && (of.z ?? 0) <= (high.z ?? 0);
      return inX && of.y >= low.y && of.y <= high.y && inZ;
    },
    { returns: 'boolean' },
  ),
];
