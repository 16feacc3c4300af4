import type { Claim } from '../../graph-schema/claim.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { Extractor } from '../extract/extractor.ts';

/** No claim rests on what was cut out of the text as boilerplate. */
const heedCuts = (reading: Reading): Reading => {
  const { cut } = reading.article;
  if (!cut?.length) return reading;
  const isCut = (claim: Claim) => cut.some(({ start, end }) => claim.trigger.start < end && claim.trigger.end > start);
  return { ...reading, claims: reading.claims.filter((claim) => !isCut(claim)) };
};

let loading: Promise<Extractor> | undefined;

/** The extractor with its parser, loaded once a thread (0.4 s, most of it the parser's weights). */
export const loadExtractor = (): Promise<Extractor> => {
  loading ??= (async () => {
    const [{ createExtractor }, { loadParser }] = await Promise.all([
      import('../extract/extract.ts'),
      import('../language/load-parser.ts'),
    ]);
    const extractor = createExtractor(await loadParser());
    return { ...extractor, extract: (article) => heedCuts(extractor.extract(article)) };
  })();
  return loading;
};
