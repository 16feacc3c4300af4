import { conversionFunctions } from './conversion.ts';
import type { FunctionDefinition } from './define.ts';
import { graphFunctions } from './graph.ts';
import { listFunctions } from './list.ts';
import { mathematicalFunctions } from './mathematical.ts';
import { spatialFunctions } from './spatial.ts';
import { stringFunctions } from './string.ts';
import { temporalFunctions } from './temporal.ts';

const aggregating: readonly FunctionDefinition[] = [
  { name: 'count', signature: 'count(value)', least: 1, most: 1, returns: 'integer' },
  { name: 'sum', signature: 'sum(number)', least: 1, most: 1 },
  { name: 'avg', signature: 'avg(number)', least: 1, most: 1 },
  { name: 'min', signature: 'min(value)', least: 1, most: 1 },
  { name: 'max', signature: 'max(value)', least: 1, most: 1 },
  { name: 'collect', signature: 'collect(value)', least: 1, most: 1, returns: 'list' },
  { name: 'stDev', signature: 'stDev(number)', least: 1, most: 1, returns: 'float' },
  { name: 'stDevP', signature: 'stDevP(number)', least: 1, most: 1, returns: 'float' },
  { name: 'percentileCont', signature: 'percentileCont(number, percentile)', least: 2, most: 2, returns: 'float' },
  { name: 'percentileDisc', signature: 'percentileDisc(number, percentile)', least: 2, most: 2 },
];

/** All functions, in the order of the reference page. */
export const allFunctions: readonly FunctionDefinition[] = [
  ...aggregating,
  ...graphFunctions,
  ...listFunctions,
  ...stringFunctions,
  ...mathematicalFunctions,
  ...conversionFunctions,
  ...spatialFunctions,
  ...temporalFunctions,
];

const byName = new Map(allFunctions.map((one) => [one.name.toLowerCase(), one]));

/** Finds a function by its name, in any case. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name.toLowerCase());
}
