import assert from 'node:assert/strict';
import request from 'supertest';
import type { z } from 'zod';
import { OPERATIONS, type Operation, type OperationId, Problem } from '../../graph-schema/api.ts';
import { REPORTS, type TestServer, testServer } from './server-for-tests.ts';

/** What one call of an operation needs beside its schema. */
interface Call {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | string;
  readonly type?: string;
}

describe('every operation of the API', function () {
  this.timeout(60_000);
  let server: TestServer;
  const ids = { node: '', edge: '', other: '', article: '', decision: '', job: '', watch: '' };

  before(async () => {
    server = await testServer();
    for (const report of REPORTS) await request(server.app).post('/api/articles').send(report).expect(200);
    const russia = await server.store.neighbourhood('country:RUS', { limit: 5 });
    ids.node = 'country:RUS';
    ids.edge = russia.edges[0]!.id;
    ids.other = russia.nodes.find((node) => node.id !== 'country:RUS')!.id;
    ids.article = (await server.store.articles({ limit: 1 })).items[0]!.id;
    const decided = {
      by: 'tester',
      kind: 'same',
      about: { ids: ['country:RUS', 'country:RUS:old'] },
      note: 'one state',
    };
    ids.decision = (await request(server.app).post('/api/decisions').send(decided).expect(201)).body.id;
    ids.job = server.jobs.create('one', [
      { name: 'one', kind: 'draft', payload: JSON.stringify({ name: 'one', text: 'Putin met Assad in Sochi.' }) },
    ]).id;
    await server.jobs.idle();
  });
  after(() => server.close());

  const calls = (): Partial<Record<OperationId, Call>> => ({
    search: { query: { q: 'lavrov' } },
    node: { path: { id: ids.node } },
    neighbourhood: { path: { id: ids.node } },
    nodeEvidence: { path: { id: ids.node } },
    edge: { path: { id: ids.edge } },
    edgeEvidence: { path: { id: ids.edge } },
    pairEvidence: { path: { a: ids.node, b: ids.other } },
    paths: { query: { from: ids.node, to: ids.other } },
    dyad: { path: { a: ids.node, b: ids.other } },
    article: { path: { id: ids.article } },
    relatives: { path: { id: ids.article } },
    deleteArticle: { path: { id: ids.article } },
    extract: { body: REPORTS[0] },
    drafts: { body: { articles: [REPORTS[0]], files: [{ name: 'a.txt', base64: 'UHV0aW4gbWV0IEFzc2FkLg==' }] } },
    putArticle: { body: REPORTS[1] },
    createJob: { body: { articles: [REPORTS[0]] } },
    job: { path: { id: ids.job } },
    jobItems: { path: { id: ids.job } },
    jobEvents: { path: { id: ids.job } },
    dismissJob: { path: { id: ids.job } },
    deleteJob: { path: { id: ids.job } },
    createWatch: { body: { url: 'http://127.0.0.1/feed.xml', schedule: '0 4 * * *' } },
    deleteWatch: { path: { id: ids.watch } },
    decision: { path: { id: ids.decision } },
    decide: { body: { by: 'tester', kind: 'confirm', about: { ids: [ids.edge] } } },
    cypher: { body: { query: 'MATCH (n:Country) RETURN n LIMIT 2' } },
    explain: { body: { query: 'MATCH (n:Country) RETURN n' } },
    export: { query: { format: 'json' } },
    change: {
      query: {
        beforeSince: '2017-01-01',
        beforeUntil: '2017-04-01',
        afterSince: '2017-04-02',
        afterUntil: '2017-05-01',
      },
    },
    session: { body: { token: 'anything' } },
  });
  /** Operations that here have nothing to act on: they must answer with a problem of this status. */
  const PROBLEMS: Partial<Record<OperationId, { status: number } & Call>> = {
    cancelJob: { status: 404, path: { id: 'none' } },
    pauseJob: { status: 404, path: { id: 'none' } },
    resumeJob: { status: 404, path: { id: 'none' } },
    retryJob: { status: 404, path: { id: 'none' } },
    stopCypher: { status: 404, path: { id: 'no-such-run' } },
    import: { status: 422, body: 'no graph at all', type: 'application/octet-stream' },
  };

  const send = (operation: Operation, call: Call) => {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path?.[name] ?? ''));
    const sent = request(server.app)
      [operation.method](path)
      .query(call.query ?? {});
    if (call.body === undefined) return sent;
    return sent.type(call.type ?? 'application/json').send(call.body);
  };

  // deletions last, so that the others still find what they ask for
  const order = (Object.keys(OPERATIONS) as OperationId[]).sort(
    (a, b) => Number(OPERATIONS[a].method === 'delete') - Number(OPERATIONS[b].method === 'delete'),
  );
  for (const name of order) {
    const operation: Operation = OPERATIONS[name];
    it(`${name}: ${operation.method.toUpperCase()} ${operation.path} answers as its schema says`, async () => {
      const problem = PROBLEMS[name];
      const answer = await send(operation, problem ?? calls()[name] ?? {});
      if (problem) {
        assert.equal(answer.status, problem.status, answer.text);
        assert.equal(answer.type, 'application/problem+json');
        Problem.parse(JSON.parse(answer.text));
        return;
      }
      assert.equal(answer.status, operation.status, answer.text);
      if (name === 'createWatch') ids.watch = (answer.body as { id: string }).id;
      if (operation.answer) {
        const outcome = (operation.answer as z.ZodType).safeParse(answer.body);
        assert.ok(outcome.success, JSON.stringify(outcome.error?.issues.slice(0, 3)));
      }
    });
  }

  it('is in the OpenAPI document, and nothing else is', async () => {
    const { body } = await request(server.app).get('/api/openapi.json').expect(200);
    const listed = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((methods) => Object.values(methods).map((operation) => operation.operationId))
      .sort();
    assert.equal(body.openapi, '3.1.0');
    assert.deepEqual(listed, Object.keys(OPERATIONS).sort());
  });
});
