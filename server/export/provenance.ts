import type { Filter } from '../../graph-schema/filter.ts';
import type { Citation, Provenance } from './graph-source.ts';

/** A source as a reader would cite it. */
export const cite = (citation: Citation): string =>
  [citation.source, citation.title && `“${citation.title}”`, citation.published, citation.url ?? citation.id]
    .filter(Boolean)
    .join(', ');

const filterText = (filter: Filter): string =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' or ') : value}`)
    .join('; ');

/** The provenance as lines of text, for formats that have room for words only. */
export const provenanceLines = (provenance: Provenance): readonly string[] => [
  provenance.title,
  `Made by ${provenance.program}.`,
  ...(provenance.query ? [`Query: ${provenance.query}`] : []),
  ...(provenance.around ? [`Around: ${provenance.around}`] : []),
  ...(provenance.filter && Object.keys(provenance.filter).length ? [`Filter: ${filterText(provenance.filter)}`] : []),
  `Data: ${provenance.nodes} nodes, ${provenance.edges} edges, digest ${provenance.digest}`,
  ...provenance.sources.map((source) => `Source: ${cite(source)}`),
];

/** The day of the latest source: the date of the data, so that the same data gives the same file on any day. */
export const dataDate = (provenance: Provenance): string | undefined =>
  provenance.sources.reduce<string | undefined>(
    (latest, { published }) => (published && (!latest || published > latest) ? published : latest),
    undefined,
  );
