import { parentPort } from 'node:worker_threads';
import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { loadParser } from '../language/load-parser.ts';
import { createExtractor } from './extract.ts';

/** What a worker is asked: a number to answer under, and an article. */
export interface Task {
  readonly task: number;
  readonly article: Article;
}

/** What it answers: the reading, or why there is none. */
export type Answer =
  | { readonly task: number; readonly reading: Reading }
  | { readonly task: number; readonly error: string };

/** Reads the articles that the main thread sends, one at a time, with a parser of its own. */
if (parentPort) {
  const port = parentPort;
  const extractor = createExtractor(loadParser());
  port.on('message', ({ task, article }: Task) => {
    let answer: Answer;
    try {
      answer = { task, reading: extractor.extract(article) };
    } catch (error) {
      answer = { task, error: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(answer);
  });
}
