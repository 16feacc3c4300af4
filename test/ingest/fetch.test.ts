import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkUrl, isPublicAddress } from '../../server/ingest/fetch/address.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../server/ingest/fetch/fetcher.ts';
import type { Resolver } from '../../server/ingest/fetch/resolve.ts';
import { createRobots } from '../../server/ingest/fetch/robots.ts';

/** A server on loopback: what a request to inside would reach. */
const inside = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly server: Server; readonly port: number; readonly asked: string[] }> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port, asked };
};

/** Ports other than the web's are allowed here, and nothing else is. */
const anyPort = (text: string): URL => {
  const url = new URL(text);
  checkUrl(`${url.protocol}//${url.host.replace(/:\d+$/, '')}${url.pathname}`);
  return url;
};

const told =
  (answers: Readonly<Record<string, readonly string[]>>): Resolver =>
  async (host) => {
    const addresses = answers[host];
    if (!addresses) throw new Error('ENOTFOUND');
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };

describe('reading an address', () => {
  const fetchers: Fetcher[] = [];
  const fetcherWith = (options: FetcherOptions): Fetcher => {
    const fetcher = createFetcher({ checkUrl: anyPort, timeout: 3000, pause: 1000, ...options });
    fetchers.push(fetcher);
    return fetcher;
  };
  let target: Awaited<ReturnType<typeof inside>>;

  before(async () => {
    target = await inside((request, response) => {
      const url = new URL(request.url!, 'http://x');
      if (url.pathname === '/to') return void response.writeHead(302, { location: url.searchParams.get('url')! }).end();
      if (url.pathname === '/loop') return void response.writeHead(302, { location: '/loop' }).end();
      if (url.pathname === '/slow') return void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
      if (url.pathname === '/image') return void response.writeHead(200, { 'content-type': 'image/png' }).end('x');
      if (url.pathname === '/gzip')
        return void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('x');
      if (url.pathname === '/robots.txt')
        return void response
          .writeHead(200, { 'content-type': 'text/plain' })
          .end('User-agent: *\nDisallow: /private\n');
      if (url.pathname === '/endless') {
        response.writeHead(200, { 'content-type': 'text/html' });
        const chunk = Buffer.alloc(64 * 1024, 'a');
        const pour = (): void => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', pour);
        return pour();
      }
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>secret</p>');
    });
  });
  after(async () => {
    await Promise.all(fetchers.map((fetcher) => fetcher.close()));
    target.server.closeAllConnections();
    await new Promise((resolve) => target.server.close(resolve));
  });

  const INSIDE = [
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '::127.0.0.1',
    'fec0::1',
  ];
  for (const address of INSIDE) it(`counts ${address} as inside`, () => assert.equal(isPublicAddress(address), false));
  for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])
    it(`counts ${address} as public`, () => assert.equal(isPublicAddress(address), true));

  it('refuses every way of writing an address of this machine, without asking it', async () => {
    const fetcher = fetcherWith({ resolver: told({}) });
    const { port } = target;
    const before = target.asked.length;
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '017700000001',
      '0177.0.0.1',
      '0',
      '0.0.0.0',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '127.0.0.1.',
      '①②⑦.⓪.⓪.①',
    ])
      await assert.rejects(
        fetcher.fetch(`http://${host}:${port}/`),
        /private network|could not be looked up|no web address/,
        host,
      );
    assert.equal(target.asked.length, before);
  });

  it('refuses other protocols, ports, and addresses with passwords', () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://example.org/',
      'gopher://x/',
      'data:text/html,hi',
      'javascript:alert(1)',
      'http://user:pass@example.org/',
      'http://example.org:22/',
      'http://example.org:6379/',
      'no address',
    ])
      assert.throws(() => checkUrl(url), { name: 'UnreadError' }, url);
  });

  it('refuses a name that resolves to inside, also as one of several addresses', async () => {
    const { port } = target;
    const before = target.asked.length;
    const fetcher = fetcherWith({
      resolver: told({
        'liar.example': ['127.0.0.1'],
        'mixed.example': ['93.184.216.34', '127.0.0.1'],
        'mapped.example': ['::ffff:127.0.0.1'],
        'metadata.example': ['169.254.169.254'],
      }),
    });
    for (const host of ['liar.example', 'mixed.example', 'mapped.example', 'metadata.example'])
      await assert.rejects(fetcher.fetch(`http://${host}:${port}/`), /private network or on this machine/, host);
    assert.equal(target.asked.length, before);
  });

  it('connects to the address that was checked, though the name says another a moment later', async () => {
    const { port } = target;
    const answers: string[] = [];
    const connected: string[] = [];
    // the first question is answered with an allowed address, every later one with one inside
    const resolver: Resolver = async () => {
      const address = answers.length === 0 ? '127.0.0.1' : '127.0.0.2';
      answers.push(address);
      return [{ address, family: 4 }];
    };
    const isAllowed = (address: string): boolean => {
      connected.push(address);
      return address === '127.0.0.1';
    };
    const fetcher = fetcherWith({ resolver, isAllowed });
    const first = await fetcher.fetch(`http://rebinding.example:${port}/`);
    assert.match(new TextDecoder().decode(first.bytes), /secret/);
    assert.deepEqual(answers, ['127.0.0.1'], 'the name was asked for once: what was checked is what was connected to');
    await assert.rejects(
      fetcherWith({ resolver, isAllowed }).fetch(`http://rebinding.example:${port}/`),
      /private network/,
    );
    assert.deepEqual(connected, ['127.0.0.1', '127.0.0.2']);
  });

  it('checks every hop of a redirect', async () => {
    const { port } = target;
    const fetcher = fetcherWith({
      resolver: told({ 'outside.example': ['127.0.0.1'], 'inside.example': ['10.0.0.1'] }),
      isAllowed: (address) => address === '127.0.0.1',
    });
    const to = (url: string) => fetcher.fetch(`http://outside.example:${port}/to?url=${encodeURIComponent(url)}`);
    assert.match(new TextDecoder().decode((await to('/')).bytes), /secret/);
    await assert.rejects(to(`http://inside.example:${port}/`), /private network/);
    await assert.rejects(to('http://10.0.0.1/'), /private network/);
    await assert.rejects(to('http://[::1]/'), /private network/);
    await assert.rejects(to('file:///etc/passwd'), /only http/);
    await assert.rejects(fetcher.fetch(`http://outside.example:${port}/loop`), /redirected more than 5 times/);
  });

  it('limits time, size, kind and encoding of what comes', async () => {
    const { port } = target;
    const fetcher = fetcherWith({ isAllowed: () => true });
    const at = (path: string) => fetcher.fetch(`http://127.0.0.1:${port}${path}`, { largest: 1_000_000 });
    await assert.rejects(at('/slow'), /did not answer whole|could not be read/);
    await assert.rejects(at('/endless'), /larger than 1 MB/);
    await assert.rejects(at('/image'), /image\/png, which is no article/);
    await assert.rejects(at('/gzip'), /compressed/);
  });

  it('keeps to robots.txt', async () => {
    const { port } = target;
    const robots = createRobots(fetcherWith({ isAllowed: () => true }), () => new Date(0));
    await robots.check(`http://127.0.0.1:${port}/public`);
    await assert.rejects(robots.check(`http://127.0.0.1:${port}/private/x`), /robots\.txt/);
  });
});
