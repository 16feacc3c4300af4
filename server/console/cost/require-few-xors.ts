import type { Logical, Query } from '../../cypher/ast.ts';
import { walkSyntax } from '../syntax-walk.ts';
import type { Given } from './expression-sizing.ts';

/** Refuses a query with so many XORs that planning it would not end. */
export const requireFewXors = (query: Query, { limits, refuse }: Pick<Given, 'limits' | 'refuse'>): void => {
  let count = 0;
  walkSyntax(query, (piece) => {
    const { operator, operands, start } = piece as Partial<Logical>;
    if (piece.kind !== 'logical' || operator !== 'xor') return undefined;
    count += operands!.length - 1;
    if (count > limits.xors) {
      refuse(
        'xor',
        start!,
        `A query may hold at most ${limits.xors} XORs: planning more takes a store ever longer.`,
        'Count the true ones instead: size([x IN [a, b, c] WHERE x]) % 2 = 1.',
      );
    }
    return undefined;
  });
};
