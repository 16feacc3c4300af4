import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Problem } from '../../graph-schema/api.ts';
import { answerUnread, LARGEST_HEAD } from '../../server/http/unread.ts';

describe('what never becomes a request', () => {
  let server: Server;
  before((done) => {
    const ok: Parameters<typeof createServer>[1] = (_, response) => void response.end('ok');
    server = createServer({ maxHeaderSize: LARGEST_HEAD }, ok).on('clientError', answerUnread);
    server.listen(0, '127.0.0.1', done);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** All that the server sends back to these bytes. */
  const answerTo = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      socket.once('end', () => {
        socket.destroy();
        resolve(text);
      });
      socket.once('error', reject);
    });

  for (const [what, bytes, status] of [
    ['an address of 110 kB', `GET /api/search?q=${'x'.repeat(110_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['an address of 3 MB', `GET /api/search?q=${'x'.repeat(3_000_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['headers of 110 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(110_000)}\r\n\r\n`, 431],
    ['no HTTP at all', 'hello there\r\n\r\n', 400],
  ] as const) {
    it(`is answered with a problem: ${what}`, async () => {
      const [head, body] = (await answerTo(bytes)).split('\r\n\r\n');
      assert.match(head!, new RegExp(`^HTTP/1.1 ${status} `));
      assert.match(head!, /application\/problem\+json/);
      assert.equal(Problem.parse(JSON.parse(body!)).status, status);
    });
  }

  it('does not disturb others: an address of 60 kB is read', async () => {
    const { port } = server.address() as AddressInfo;
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/?q=${'x'.repeat(60_000)}`)).text(), 'ok');
  });
});
