import { Readable } from 'node:stream';
import type { Request } from 'express';
import type { JobRequest } from '../../graph-schema/api.ts';
import { HttpProblem } from '../errors.ts';
import type { NewTask } from '../ingest/jobs/job-table.ts';

/** Bytes that one request may upload. */
export const LARGEST_UPLOAD = 64 * 1024 * 1024;

interface Asked {
  readonly label: string;
  readonly tasks: readonly NewTask[];
}

const address = (kind: 'page' | 'feed', url: string): NewTask => ({
  name: url,
  kind,
  payload: JSON.stringify({ url }),
});
const file = (name: string, bytes: Uint8Array): NewTask => ({ name, kind: 'file', payload: '{}', bytes });
const count = (tasks: readonly NewTask[]): string =>
  tasks.length === 1 ? tasks[0]!.name.slice(0, 200) : `${tasks.length.toLocaleString('en')} things to read`;

const ofJson = (job: JobRequest): Asked => {
  const tasks: NewTask[] = [
    ...(job.articles ?? []).map((article, index): NewTask => {
      const name = article.title ?? article.url ?? `article ${index + 1}`;
      return { name, kind: 'draft', payload: JSON.stringify({ name, ...article }) };
    }),
    ...(job.urls ?? []).map((url) => address('page', url)),
    ...(job.feeds ?? []).map((url) => address('feed', url)),
    ...(job.files ?? []).map(({ name, base64 }) => file(name, Buffer.from(base64, 'base64'))),
  ];
  return { label: job.label ?? count(tasks), tasks };
};

/** The stream of a request, ended with a problem as soon as it holds more than it may. */
async function* limited(request: Request): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_UPLOAD)
      throw new HttpProblem(
        413,
        `The upload is larger than ${LARGEST_UPLOAD / 1024 / 1024} MB. Send fewer files at a time, or use the command line.`,
      );
    yield chunk;
  }
}

const lines = (value: FormDataEntryValue | null): string[] =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [];

const ofForm = async (request: Request): Promise<Asked> => {
  let form: FormData;
  let problem: HttpProblem | undefined;
  const body = Readable.from(limited(request)).on('error', (error) => {
    if (error instanceof HttpProblem) problem = error;
  });
  try {
    const type = request.headers['content-type'] ?? '';
    form = await new globalThis.Response(Readable.toWeb(body) as ReadableStream, {
      headers: { 'content-type': type },
    }).formData();
  } catch (error) {
    throw problem ?? new HttpProblem(400, 'The form data is broken. Send the files again.', {}, { cause: error });
  }
  const tasks: NewTask[] = [
    ...lines(form.get('urls')).map((url) => address('page', url)),
    ...lines(form.get('feeds')).map((url) => address('feed', url)),
  ];
  for (const entry of form.getAll('files'))
    if (typeof entry !== 'string' && entry.name)
      tasks.push(file(entry.name, new Uint8Array(await entry.arrayBuffer())));
  if (tasks.length === 0) throw new HttpProblem(400, 'Nothing to read: send files, urls or feeds.');
  const label = form.get('label');
  return { label: typeof label === 'string' && label ? label.slice(0, 200) : count(tasks), tasks };
};

/** What a request asks to be read. */
export const tasksOfRequest = async (request: Request, body: JobRequest | undefined): Promise<Asked> => {
  if (body) return ofJson(body);
  if (request.is('multipart/form-data')) return ofForm(request);
  throw new HttpProblem(415, 'Send the job as application/json or multipart/form-data.');
};
