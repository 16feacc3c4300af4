import { Point } from '../values/point.ts';
import { isTemporal, type Value } from '../values/value.ts';

export type Attributes = Readonly<Record<string, unknown>>;

/**
 * How a graph's attributes are read as labels, types and properties. Nothing is copied: each function gives parts of
 * the attributes as they are.
 */
export interface GraphView {
  labelsOf(attributes: Attributes, key: string): readonly string[];
  typeOf(attributes: Attributes, key: string): string;
  nodePropertiesOf(attributes: Attributes, key: string): Attributes;
  relationshipPropertiesOf(attributes: Attributes, key: string): Attributes;
  /** Attributes that are no properties. */
  readonly hidden?: ReadonlySet<string>;
  /**
   * `natural`: a whole JavaScript number is an INTEGER. `exact`: numbers are FLOAT, bigints INTEGER; what the writing
   * engine needs to keep the two apart.
   */
  readonly numbers: 'natural' | 'exact';
}

const none: Attributes = {};

/** `labels: string[]` and `properties: {}` of nodes, `type: string` and `properties: {}` of edges. */
export const labelledView: GraphView = {
  labelsOf: (attributes) => (attributes.labels as readonly string[] | undefined) ?? [],
  typeOf: (attributes) => (attributes.type as string | undefined) ?? '',
  nodePropertiesOf: (attributes) => (attributes.properties as Attributes | undefined) ?? none,
  relationshipPropertiesOf: (attributes) => (attributes.properties as Attributes | undefined) ?? none,
  numbers: 'natural',
};

/** The same, with numbers told apart. */
export const exactView: GraphView = { ...labelledView, numbers: 'exact' };

const small: bigint[] = [];

/** The integer; small ones are made once. */
function integer(value: number): bigint {
  if (value < 0 || value > 65_535) return BigInt(value);
  const known = small[value];
  if (known !== undefined) return known;
  const made = BigInt(value);
  small[value] = made;
  return made;
}

/** A stored attribute as a Cypher value; what has no meaning in Cypher is null. */
export function fromStored(stored: unknown, numbers: GraphView['numbers']): Value {
  switch (typeof stored) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return stored;
    case 'number':
      return numbers === 'natural' && Number.isSafeInteger(stored) && !Object.is(stored, -0) ? integer(stored) : stored;
    case 'object':
      break;
    default:
      return null;
  }
  if (stored === null) return null;
  if (Array.isArray(stored)) return stored.map((one) => fromStored(one, numbers));
  if (stored instanceof Map) return stored as ReadonlyMap<string, Value>;
  if (isTemporal(stored) || stored instanceof Point) return stored;
  if (stored instanceof Date) return Number.isNaN(stored.getTime()) ? null : stored.toISOString();
  const map = new Map<string, Value>();
  for (const [key, value] of Object.entries(stored)) map.set(key, fromStored(value, numbers));
  return map;
}
