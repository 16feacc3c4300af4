import type { Citation } from '../export/graph-source.ts';

/** What a store knows of an article, with null for what Neo4j does not hold. */
type Known = { readonly [Key in keyof Citation]: Citation[Key] | null };

/** What is said of an article where it is cited; what is not known is left out. */
export const citationOf = ({ id, title, source, url, published }: Known): Citation => ({
  id: id!,
  ...(title && { title }),
  ...(source && { source }),
  ...(url && { url }),
  ...(published && { published }),
});
