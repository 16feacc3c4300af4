import type { Expression } from '../../cypher/ast.ts';

/** How many copies of the accumulator the next one may hold: two, and it doubles at each step. */
export const copies = (of: Expression, name: string): number => {
  const sum = (parts: readonly (Expression | undefined)[]) =>
    parts.reduce((total, part) => total + (part ? copies(part, name) : 0), 0);
  switch (of.kind) {
    case 'variable':
      return of.name === name ? 1 : 0;
    case 'binary':
      return of.operator === '+' || of.operator === '||' ? sum([of.left, of.right]) : 0;
    case 'list':
      return sum(of.items);
    case 'map':
      return sum(of.entries.map((entry) => entry.value));
    case 'call':
      return /^(size|length|abs|sign|char_length|character_length)$/i.test(of.name) ? 0 : sum(of.args);
    case 'case':
      return Math.max(
        0,
        ...of.branches.map((branch) => copies(branch.value, name)),
        of.otherwise ? copies(of.otherwise, name) : 0,
      );
    case 'list-comprehension':
      return sum([of.list]) + 2 * sum([of.map]);
    case 'reduce':
      return sum([of.initial, of.list]) + 2 * sum([of.body]);
    case 'index':
    case 'slice':
    case 'property':
    case 'unary':
      return copies(of.of, name);
    case 'map-projection':
      return of.items.reduce(
        (total, item) => total + (item.kind === 'entry' ? copies(item.value, name) : 0),
        copies(of.of, name),
      );
    default:
      return 0;
  }
};
