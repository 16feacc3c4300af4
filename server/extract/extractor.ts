import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';

/** Every intermediate of a reading, by the name of the stage that made it. */
export type Trace = Readonly<Record<string, unknown>>;

/** Article in, what it says out. Pure and deterministic; never throws on odd text. */
export interface Extractor {
  /** Name and version, as it stands in every claim. */
  readonly name: string;
  extract(article: Article): Reading;
  trace(article: Article): { readonly reading: Reading; readonly trace: Trace };
}
