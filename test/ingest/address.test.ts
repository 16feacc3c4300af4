import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Draft } from '../../server/ingest/draft.ts';
import { createFetcher, type Fetcher } from '../../server/ingest/fetch/fetcher.ts';
import { createRobots } from '../../server/ingest/fetch/robots.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import type { NewTask } from '../../server/ingest/jobs/job-table.ts';
import { openTask } from '../../server/ingest/open-task.ts';
import { SEEDS } from './seeds.ts';

describe('an address', () => {
  let server: Server;
  let fetcher: Fetcher;
  let base: string;
  before(async () => {
    const types: Record<string, string> = {
      html: 'text/html',
      xml: 'application/rss+xml',
      json: 'application/json',
      pdf: 'application/pdf',
    };
    server = createServer((request, response) => {
      const name = request.url!.slice(1);
      const bytes = SEEDS[name];
      if (!bytes) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': types[name.split('.').at(-1)!] ?? 'text/plain' }).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    fetcher = createFetcher({ isAllowed: () => true, checkUrl: (text) => new URL(text) });
  });
  after(async () => {
    await fetcher.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const read = async (path: string, kind: NewTask['kind'], hints = {}) => {
    const task = { name: path, kind, payload: JSON.stringify({ url: base + path, hints }) };
    const found = [];
    for await (const entry of openTask(task, {
      fetcher,
      robots: createRobots(fetcher, () => new Date(0)),
      document: openDocument,
    }))
      found.push(entry);
    return found;
  };

  it('of a page gives its article; what the page itself says counts before what a feed said of it', async () => {
    const [page] = (await read('story.html', 'page', {
      title: 'From the feed',
      source: 'Sample Feed',
      published: '2001-01-01',
    })) as Draft[];
    assert.match(page!.text, /^Russia vetoed a resolution/);
    assert.equal(page!.title, 'Veto');
    assert.equal(page!.published, '2017-04-12');
    assert.equal(page!.source, 'Sample Feed');
    assert.equal(page!.url, `${base}story.html`);
  });

  it('of a PDF gives its article', async () => {
    const [page] = (await read('story.pdf', 'page')) as Draft[];
    assert.match(page!.text, /Russia vetoed/);
  });

  it('of a feed gives its entries, also when it was given as a page', async () => {
    for (const kind of ['feed', 'page'] as const) {
      const [entry] = (await read('feed.xml', kind)) as NewTask[];
      assert.equal(entry!.kind, 'page');
      assert.equal(JSON.parse(entry!.payload).url, 'https://wire.example/a');
    }
  });

  it('that is not there is told with its status', async () => {
    await assert.rejects(read('none.html', 'page'), { name: 'UnreadError', message: /answered with status 404/ });
    await assert.rejects(
      read('', 'page').then(() => read('http://[', 'page')),
      { name: 'UnreadError' },
    );
  });
});
