import { parentPort } from 'node:worker_threads';
import type { Reading } from '../../graph-schema/record.ts';
import { type Draft, UnreadError } from './draft.ts';
import { openDocument } from './formats/open-document.ts';
import { loadExtractor } from './load-extractor.ts';
import type { Answer, Request } from './thread.ts';

const port = parentPort!;

const answerTo = async (request: Request): Promise<Reading | Draft> =>
  'article' in request
    ? (await loadExtractor()).extract(request.article)
    : openDocument(request.name, request.bytes, request.carrier);

const answer = async (request: Request): Promise<Answer> => {
  try {
    return { value: await answerTo(request) };
  } catch (error) {
    const { message } = error as Error;
    return { error: error instanceof UnreadError ? message : `The article could not be read: ${message}` };
  }
};

// One after the other: a document that takes its time is not overtaken, so that answers come in the order of requests.
let last: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  last = last.then(async () => port.postMessage(await answer(request)));
});
