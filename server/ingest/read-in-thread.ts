import { parentPort } from 'node:worker_threads';
import type { Reading } from '../../graph-schema/record.ts';
import { type Draft, UnreadError } from './draft.ts';
import { openDocument } from './formats/open-document.ts';
import { loadExtractor } from './load-extractor.ts';
import type { Answer, Request } from './pool.ts';

const port = parentPort!;

const answerTo = async (request: Request): Promise<Reading | Draft> =>
  'article' in request
    ? (await loadExtractor()).extract(request.article)
    : openDocument(request.name, request.bytes, request.carrier);

port.on('message', async (request: Request) => {
  let answer: Answer;
  try {
    answer = { value: await answerTo(request) };
  } catch (error) {
    const { message } = error as Error;
    answer = { error: error instanceof UnreadError ? message : `The article could not be read: ${message}` };
  }
  port.postMessage(answer);
});
