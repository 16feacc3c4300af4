import assert from 'node:assert/strict';
import request from 'supertest';
import { ConfigError, readConfig } from '../../server/config.ts';
import { sameSecret } from '../../server/http/access.ts';
import { createLogger } from '../../server/http/logger.ts';
import { isLoopbackHost } from '../../server/http/loopback.ts';
import { type TestServer, testServer } from './server-for-tests.ts';

const TOKEN = 'a-long-and-random-token-0123456789';

describe('access', function () {
  this.timeout(60_000);
  let open: TestServer;
  let locked: TestServer;
  before(async () => {
    [open, locked] = await Promise.all([testServer(), testServer({ token: TOKEN })]);
  });
  after(() => Promise.all([open.close(), locked.close()]));

  it('refuses to listen where others reach it without a token', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'example.org'])
      assert.throws(
        () => readConfig({ HOST }),
        (error: Error) => error instanceof ConfigError && /API_TOKEN/.test(error.message),
      );
    assert.throws(() => readConfig({ HOST: '0.0.0.0', API_TOKEN: 'short' }), /at least 16/);
    assert.equal(readConfig({ HOST: '0.0.0.0', API_TOKEN: TOKEN }).host, '0.0.0.0');
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.9.9.9']) assert.equal(readConfig({ HOST }).host, HOST);
  });

  it('knows loopback in every notation', () => {
    for (const host of ['127.0.0.1', '[::1]', 'LOCALHOST', '::ffff:127.0.0.1'])
      assert.equal(isLoopbackHost(host), true, host);
    for (const host of ['10.0.0.1', '0.0.0.0', 'localhost.example', '::'])
      assert.equal(isLoopbackHost(host), false, host);
  });

  it('refuses to be called by a foreign name, as a rebound one is', async () => {
    await request(open.app).get('/api/counts').set('Host', 'evil.example:4400').expect(403);
    await request(open.app).get('/').set('Host', 'evil.example').expect(403);
    await request(open.app).get('/api/counts').set('Host', 'localhost:4400').expect(200);
    await request(open.app).get('/api/counts').set('Host', '[::1]:4400').expect(200);
  });

  it("refuses changes asked for by another site's page, and lets programs through", async () => {
    const post = () => request(open.app).post('/api/extract').set('Host', 'localhost:4400');
    const body = { text: 'Putin met Assad in Sochi.' };
    await post().set('Origin', 'https://evil.example').send(body).expect(403);
    await post().set('Origin', 'null').send(body).expect(403);
    await post().set('Origin', 'http://localhost:9999').send(body).expect(403);
    await post().set('Sec-Fetch-Site', 'cross-site').send(body).expect(403);
    await post().set('Origin', 'http://localhost:4400').send(body).expect(200);
    await post().send(body).expect(200);
    await request(open.app)
      .delete('/api/articles/none')
      .set('Host', 'localhost:4400')
      .set('Origin', 'https://evil.example')
      .expect(403);
  });

  it('asks for the token everywhere but at the health checks and the page', async () => {
    for (const path of ['/api/counts', '/api/articles', '/metrics', '/api/openapi.json', '/api/jobs', '/api/nothing'])
      await request(locked.app)
        .get(path)
        .expect(401)
        .expect('WWW-Authenticate', /Bearer/);
    await request(locked.app).post('/api/cypher').send({ query: 'RETURN 1' }).expect(401);
    await request(locked.app).get('/healthz').expect(200);
    await request(locked.app).get('/readyz').expect(200);
    await request(locked.app).get('/api/counts').set('Authorization', `Bearer ${TOKEN}`).expect(200);
    await request(locked.app).get('/api/counts').set('Authorization', `Bearer ${TOKEN}x`).expect(401);
    await request(locked.app).get('/api/counts').set('Authorization', `Basic ${TOKEN}`).expect(401);
  });

  it('begins a session for browsers with a cookie that is not the token', async () => {
    await request(locked.app).post('/api/session').send({ token: 'wrong' }).expect(401);
    const answer = await request(locked.app).post('/api/session').send({ token: TOKEN }).expect(200);
    const cookie = (answer.headers['set-cookie'] as unknown as string[])[0]!;
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    assert.doesNotMatch(cookie, new RegExp(TOKEN));
    await request(locked.app).get('/api/counts').set('Cookie', cookie.split(';')[0]!).expect(200);
    await request(locked.app).get('/api/counts').set('Cookie', 'entente_session=forged').expect(401);
  });

  it('compares secrets of any length', () => {
    assert.equal(sameSecret('abc', 'abc'), true);
    assert.equal(sameSecret('abc', 'abcd'), false);
    assert.equal(sameSecret('', 'x'), false);
  });

  it('limits how often writing is asked for', async () => {
    const limited = await testServer({ limits: { reading: 0, writing: 3, cypher: 2 } });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++)
        statuses.push((await request(limited.app).post('/api/extract').send({ text: 'Putin met Assad.' })).status);
      assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
      const last = await request(limited.app).post('/api/extract').send({ text: 'Putin met Assad.' });
      assert.equal(last.type, 'application/problem+json');
      assert.ok(last.headers['retry-after']);
      await request(limited.app).get('/api/counts').expect(200);
    } finally {
      await limited.close();
    }
  });

  it('keeps secrets out of its logs', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    logger.info(
      {
        token: TOKEN,
        req: { headers: { authorization: `Bearer ${TOKEN}`, cookie: 'x' } },
        neo4j: { password: 'hunter2' },
      },
      'hello',
    );
    assert.equal(lines.length, 1);
    assert.doesNotMatch(lines[0]!, new RegExp(`${TOKEN}|hunter2`));
  });
});
