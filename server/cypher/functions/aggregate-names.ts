const names: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'collect',
  'stdev',
  'stdevp',
  'percentilecont',
  'percentiledisc',
]);

/** Is this the name of a function that makes one value of many rows? */
export function isAggregate(name: string): boolean {
  return names.has(name.toLowerCase());
}
