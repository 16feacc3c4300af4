import type { Extractor } from '../extract/extractor.ts';

let loading: Promise<Extractor> | undefined;

/** The extractor with its parser, loaded once a thread (0.4 s, most of it the parser's weights). */
export const loadExtractor = (): Promise<Extractor> => {
  loading ??= (async () => {
    const [{ createExtractor }, { loadParser }] = await Promise.all([
      import('../extract/extract.ts'),
      import('../language/load-parser.ts'),
    ]);
    return createExtractor(await loadParser());
  })();
  return loading;
};
