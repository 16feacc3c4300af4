import type { Citation } from '../../export/graph-source.ts';

/** What is said of an article where it is cited; what is not known is left out. */
export const citationOf = ({ id, title, source, url, published }: Citation): Citation => ({
  id,
  ...(title && { title }),
  ...(source && { source }),
  ...(url && { url }),
  ...(published && { published }),
});
