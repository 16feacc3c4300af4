import assert from 'node:assert/strict';
import request from 'supertest';
import { Problem, type Subgraph } from '../../graph-schema/api.ts';
import { REPORTS, type TestServer, testServer } from './server-for-tests.ts';

describe('the server', function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = await testServer();
    for (const report of REPORTS) await request(server.app).post('/api/articles').send(report).expect(200);
  });
  after(() => server.close());

  const problem = (answer: request.Response): Problem => {
    assert.equal(answer.type, 'application/problem+json');
    return Problem.parse(JSON.parse(answer.text));
  };

  it('says which part of a request is wrong, where, and what to do', async () => {
    const answer = await request(server.app).get('/api/overview?limit=many&kinds=ship').expect(400);
    const { detail, errors } = problem(answer);
    assert.deepEqual(errors?.map((error) => error.where).sort(), ['query.kinds', 'query.limit']);
    assert.match(detail, /whole number/);
    assert.match(detail, /unknown: ship/);
  });

  it('answers about the graph in the client’s choice of form, and with nothing where it has the answer', async () => {
    const path = '/api/overview?limit=50';
    const plain = await request(server.app).get(path).set('Accept-Encoding', 'identity').expect(200);
    const small = await request(server.app).get(path).set('Accept-Encoding', 'gzip').expect(200);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(small.headers['content-encoding'], 'gzip');
    assert.deepEqual(small.body, plain.body);
    assert.ok(Number(small.headers['content-length']) < Number(plain.headers['content-length']));
    const { etag } = plain.headers;
    await request(server.app).get(path).set('If-None-Match', etag!).expect(304, '');
    await request(server.app).get(path).set('If-None-Match', `"other", ${etag}`).expect(304);
    await request(server.app).get(path).set('If-None-Match', '"other"').expect(200);
  });

  it('sends as many edges as asked for, counts the others, and leaves claims to each edge’s own address', async () => {
    const path = '/api/nodes/country%3ARUS/neighbourhood';
    const whole = (await request(server.app).get(path).expect(200)).body as Subgraph;
    const part = (await request(server.app).get(`${path}?edges=1`).expect(200)).body as Subgraph;
    assert.ok(whole.edges.length > 1);
    assert.deepEqual([part.nodes.length, part.edges.length], [whole.nodes.length, 1]);
    assert.equal(part.hidden.edges, whole.hidden.edges + whole.edges.length - 1);
    const [edge] = part.edges;
    assert.ok(!('claimIds' in edge!));
    const { claimIds, ...shown } = (await request(server.app).get(`/api/edges/${edge!.id}`).expect(200)).body;
    assert.ok(claimIds.length > 0);
    assert.deepEqual(shown, edge);
  });

  it('refuses parameters that it does not know', async () => {
    const answer = await request(server.app).get('/api/overview?limt=3').expect(400);
    assert.match(problem(answer).detail, /limt/);
  });

  it('answers 404 with the id for what is not there, and for addresses that are none', async () => {
    assert.match(problem(await request(server.app).get('/api/nodes/country%3AXXX').expect(404)).detail, /country:XXX/);
    assert.match(problem(await request(server.app).get('/api/nothing').expect(404)).detail, /GET \/api\/nothing/);
  });

  it('does not fall over broken escapes, broken JSON, other content and large bodies', async () => {
    problem(await request(server.app).get('/api/nodes/%E0%A4%A').expect(400));
    problem(await request(server.app).post('/api/extract').type('json').send('{"text": "half').expect(400));
    problem(await request(server.app).post('/api/extract').type('text/plain').send('words').expect(415));
    const large = JSON.stringify({ text: 'word '.repeat(600_000) });
    const { detail } = problem(await request(server.app).post('/api/extract').type('json').send(large).expect(400));
    assert.match(detail, /longer than 2,000,000 characters/);
  });

  it('keeps an article in another language and says that it is not read', async () => {
    const text =
      'Министр иностранных дел России Сергей Лавров встретился в Москве с государственным секретарем США. Россия наложила вето.';
    const { body } = await request(server.app).post('/api/articles').send({ text }).expect(200);
    assert.equal(body.article.language, 'ru');
    assert.equal(body.article.claims, 0);
    assert.match(body.notes.join(' '), /in Russian.*only English is read/);
  });

  it('says that a publication date is missing, and invents none', async () => {
    const { body } = await request(server.app)
      .post('/api/articles')
      .send({ text: 'Putin received Assad in Sochi for talks on Tuesday.' });
    assert.equal(body.article.published, undefined);
    assert.match(body.notes.join(' '), /No publication date/);
  });

  it('takes the same article twice without doubling anything', async () => {
    const before = await server.store.counts();
    const { body } = await request(server.app).post('/api/articles').send(REPORTS[0]).expect(200);
    assert.equal(body.outcome, 'unchanged');
    assert.deepEqual(await server.store.counts(), before);
  });

  it('replaces an article by its corrected version at the same address', async () => {
    const url = 'https://wire.example/2016/10/08/veto';
    const first = {
      url,
      published: '2016-10-08',
      text: 'Russia vetoed a French resolution on Aleppo on Saturday. Egypt backed Russia in the vote.',
    };
    await request(server.app).post('/api/articles').send(first).expect(200);
    const total = (await server.store.articles()).total;
    const second = { ...first, text: `${first.text} Correction: Venezuela voted no as well.` };
    const { body } = await request(server.app).post('/api/articles').send(second).expect(200);
    assert.equal(body.outcome, 'replaced');
    assert.equal((await server.store.articles()).total, total);
    const relatives = await request(server.app).get(`/api/articles/${body.article.id}/relatives`).expect(200);
    assert.deepEqual(
      relatives.body.versions.map((version: { article: { text: string } }) => version.article.text),
      [first.text],
    );
  });

  it('answers 304 when nothing has changed', async () => {
    const first = await request(server.app).get('/api/counts').expect(200);
    const etag = first.headers.etag as string;
    assert.ok(etag);
    await request(server.app).get('/api/counts').set('If-None-Match', etag).expect(304);
  });

  it('sends headers that forbid inline script, framing and sniffing', async () => {
    for (const path of ['/api/counts', '/api/docs']) {
      const { headers } = await request(server.app).get(path).expect(200);
      const policy = headers['content-security-policy'] as string;
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/);
      assert.match(policy, /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['x-powered-by'], undefined);
    }
  });

  it('shows the reference from its own files, without a line of inline script', async () => {
    const { text } = await request(server.app).get('/api/docs').expect(200);
    for (const [, attributes, body] of text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      assert.equal(body, '');
      const source = /src="([^"]+)"/.exec(attributes!)![1]!;
      await request(server.app)
        .get(`/api/${source}`)
        .expect(200)
        .expect('Content-Type', /javascript/);
    }
  });

  it('measures its requests for Prometheus by route, not by address', async () => {
    await request(server.app).get('/api/nodes/country%3ARUS').expect(200);
    const { text } = await request(server.app).get('/metrics').expect(200);
    assert.match(
      text,
      /entente_http_request_duration_seconds_count\{method="GET",route="\/api\/nodes\/:id",status="200"\} [1-9]/,
    );
    assert.match(text, /entente_articles_total\{outcome="added"\} [1-9]/);
  });

  it('says with 503 that it is not ready', async () => {
    const closing = await testServer({ open: () => false });
    await request(closing.app).get('/readyz').expect(503);
    await closing.close();
    const broken = await testServer();
    await broken.store.close();
    const { body } = await request(broken.app).get('/readyz').expect(503);
    assert.equal(body.status, 'unavailable');
    await broken.close();
  });

  it('takes a decision, follows it, and lists it', async () => {
    const { body: before } = await request(server.app).get('/api/nodes?limit=500').expect(200);
    const [one, other] = before.items.filter(({ kind }: { kind: string }) => kind === 'person');
    const about = { ids: [one.id, other.id] };
    const said = { by: 'tester', kind: 'same', about };
    const { body: made } = await request(server.app).post('/api/decisions').send(said).expect(201);
    assert.deepEqual((await request(server.app).get(`/api/decisions/${made.id}`).expect(200)).body, made);
    const { body: list } = await request(server.app).get('/api/decisions').expect(200);
    assert.deepEqual(list.items, [made]);
    const { body: after } = await request(server.app).get('/api/nodes?limit=500').expect(200);
    assert.equal(after.total, before.total - 1);
    await request(server.app)
      .post('/api/decisions')
      .send({ ...said, kind: 'different' })
      .expect(201);
    assert.equal((await request(server.app).get('/api/nodes').expect(200)).body.total, before.total);
    const wrong = await request(server.app)
      .post('/api/decisions')
      .send({ ...said, about: { ids: [one.id] } });
    assert.equal(wrong.status, 400);
    assert.match(problem(wrong).detail, /two ids or more/);
  });

  it('pages through claims without missing or repeating any', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    let total = 0;
    do {
      const query: Record<string, string> = { limit: '2', ...(after === undefined ? {} : { after }) };
      const { body } = await request(server.app).get('/api/claims').query(query).expect(200);
      seen.push(...body.items.map((item: { claim: { id: string } }) => item.claim.id));
      total = body.total;
      after = body.next;
    } while (after !== undefined);
    assert.ok(total > 2);
    assert.equal(new Set(seen).size, total);
    assert.equal(seen.length, total);
  });
});
