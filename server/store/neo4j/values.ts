import neo4j, { type Record as Row } from 'neo4j-driver';
import { INTEGER_PROPERTIES, type Properties } from '../properties.ts';

/** Properties as parameters: the driver writes numbers as floats, so that whole numbers have to be wrapped. */
export const parametersOf = (properties: Properties): Record<string, unknown> => {
  const exact: Record<string, unknown> = { ...properties };
  for (const key of INTEGER_PROPERTIES) {
    const value = exact[key];
    if (typeof value === 'number') exact[key] = neo4j.int(value);
    else if (Array.isArray(value)) exact[key] = value.map((each) => neo4j.int(each as number));
  }
  return exact;
};

/** A value as the driver gives it, with its integers as numbers. */
export const plain = (value: unknown): unknown => {
  if (neo4j.isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object') return plainProperties(value as Record<string, unknown>);
  return value;
};

export const plainProperties = (properties: Record<string, unknown>): Properties => {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) made[key] = plain(value);
  return made as Properties;
};

/** A field of a row, plain. */
export const field = <T>(row: Row, name: string): T => plain(row.get(name)) as T;
