import type { Claim, Entity } from '../../graph-schema/claim.ts';
import type { Reading } from '../../graph-schema/record.ts';

/** One line of the extract command's output: an article's entities and claims under the id that the input gave. */
export interface OutputLine {
  readonly id: string;
  readonly entities: readonly Entity[];
  readonly claims: readonly Omit<Claim, 'articleId' | 'extractor'>[];
  readonly error?: string;
}

/** A reading as the extract command prints it. */
export const outputLine = (id: string, reading: Reading): OutputLine => ({
  id,
  entities: reading.entities,
  claims: reading.claims.map(({ articleId: _article, extractor: _extractor, ...claim }) => claim),
});

/** The line of an article that could not be read. */
export const errorLine = (id: string, error: string): OutputLine => ({ id, entities: [], claims: [], error });
