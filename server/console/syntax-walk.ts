import type { Clause, Expression } from '../cypher/ast.ts';

/** Any piece of a parsed query that has a kind. */
export type Piece = (Expression | Clause | { readonly kind: string }) & { readonly start?: number };

const isPiece = (value: object): value is Piece => typeof (value as Partial<Piece>).kind === 'string';

/** Calls `visit` with every piece inside, depth first; what `visit` answers with false is not entered. */
export const walkSyntax = (of: unknown, visit: (piece: Piece) => boolean | undefined): void => {
  if (typeof of !== 'object' || of === null) return;
  if (Array.isArray(of)) {
    for (const item of of) walkSyntax(item, visit);
    return;
  }
  if (isPiece(of) && visit(of) === false) return;
  for (const value of Object.values(of)) walkSyntax(value, visit);
};
