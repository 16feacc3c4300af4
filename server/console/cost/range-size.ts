import type { Call, Expression } from '../../cypher/ast.ts';
import { ENDLESS, type Size } from './size.ts';

const literalNumber = (of: Expression | undefined): number | undefined => {
  if (of?.kind === 'unary' && of.operator === '-') {
    const value = literalNumber(of.of);
    return value === undefined ? undefined : -value;
  }
  return of?.kind === 'literal' && (typeof of.value === 'bigint' || typeof of.value === 'number')
    ? Number(of.value)
    : undefined;
};

/** The list or text inside `size(x)`, `size(x) - 1`. */
const measuredIn = (of: Expression): Expression | undefined => {
  if (of.kind === 'call' && /^(size|length)$/i.test(of.name)) return of.args[0];
  if (of.kind === 'binary' && (of.operator === '-' || of.operator === '/') && literalNumber(of.right) !== undefined)
    return measuredIn(of.left);
  return undefined;
};

/**
 * The size of `range(…)` as far as it can be read off the text: from numbers, or from a number to the size of something.
 * `sizeOf` gives the size of an argument.
 */
export const rangeSize = ({ args }: Call, sizeOf: (of: Expression) => Size): Size => {
  const [from, to, step = 1] = args.map(literalNumber);
  const last = args[1];
  const measured = last && from !== undefined ? measuredIn(last) : undefined;
  const sizes = args.map((arg) => sizeOf(arg === last && measured ? measured : arg));
  if (from !== undefined && to !== undefined && step) {
    const items = Math.max(0, Math.floor((to - from) / step) + 1);
    return { all: items, items };
  }
  return measured ? { all: sizes[1]!.items, items: sizes[1]!.items } : ENDLESS;
};
