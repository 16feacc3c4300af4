import assert from 'node:assert/strict';
import request from 'supertest';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/store/store.ts';
import { emptyNeo4j } from '../store/empty-neo4j.ts';
import { makeDecision, makeReadings } from '../store/readings.ts';
import { type ReadingOperation, readingOperations } from './openapi-lists.ts';
import { nowhere, type TestServer, testServer } from './server-for-tests.ts';

type Item = Readonly<Record<string, unknown>>;
interface Page {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next?: string;
}
type Query = Readonly<Record<string, string | number>>;

/** The days that an item is of, where it says so in any of the ways that the API has. */
const spanOf = (item: Item): readonly [string, string] | undefined => {
  const about = (item.claim ?? item) as Item;
  const [from, to] = [about.from ?? about.officeFrom, about.to ?? about.officeTo];
  if (from || to) return [String(from ?? ''), String(to ?? '9999')];
  const at = item.published ?? item.created ?? item.at;
  const first = at ?? (about.type ? about.occurredFrom : undefined);
  if (first === undefined) return undefined;
  return [String(first).slice(0, 10), String(at ?? about.occurredTo ?? first).slice(0, 10)];
};

/** A store with enough in it for a few pages of everything, and a clock that goes on by a day at every look. */
const filled = async (store?: Store): Promise<TestServer> => {
  let day = 0;
  const now = () => new Date(Date.UTC(2017, 4, 1 + (day++ % 300), 12));
  const server = await testServer({ now, ...(store ? { store } : {}) }, nowhere());
  const readings = makeReadings(77, 14);
  for (const reading of readings) await server.store.put(reading);
  for (const [at, { article }] of readings.slice(0, 4).entries())
    await server.store.decide(makeDecision(`2018-0${at + 1}-01T00:00:00Z`, 'confirm', { ids: [article.id] }));
  for (const name of ['a', 'b', 'c', 'd']) {
    const payload = JSON.stringify({ name, text: `Putin met Assad in Sochi on ${name} Tuesday.` });
    server.jobs.create(
      name,
      [1, 2, 3, 4].map(() => ({ name, kind: 'draft' as const, payload })),
    );
    server.watches.create(`https://feed.example/${name}`, '0 4 * * *');
  }
  await server.jobs.idle();
  return server;
};

const describeLists = (name: string, open: () => Promise<TestServer>, skipped = ''): void => {
  describe(`${name}: every reading operation of the OpenAPI document${skipped}`, function () {
    this.timeout(240_000);
    let server: TestServer;
    let all: readonly ReadingOperation[];
    let pages: readonly ReadingOperation[];

    before(async function () {
      if (skipped) this.skip();
      server = await open();
      all = await readingOperations(server.app);
      pages = all.filter(({ members }) => members.includes('items'));
    });
    after(() => server?.close());

    const get = async (address: string, query: Query = {}) => {
      const answer = await request(server.app).get(address).query(query);
      assert.equal(answer.status, 200, `${address} ${JSON.stringify(query)}: ${answer.text}`);
      return answer;
    };
    const page = async (address: string, query: Query = {}) => (await get(address, query)).body as Page;

    /** The query that an operation can't do without, from its own examples. */
    const needed = ({ query }: ReadingOperation): Query =>
      Object.fromEntries(
        [...query.values()]
          .filter(({ required }) => required)
          .map(({ name, schema }) => [name, name === 'from' || name === 'to' ? '' : String(schema.example)]),
      );

    const things = (path: string) => page(`/${path.split('/')[1]}/${path.split('/')[2]}`, { limit: 60 });

    /** Addresses of an operation: what its path names is taken from the list of such things. */
    const addressesOf = async ({ path, pathParameters }: ReadingOperation): Promise<readonly string[]> => {
      if (pathParameters.length === 0) return [path];
      const { items } = await (pathParameters.length === 1 ? things(path) : page('/api/edges', { limit: 60 }));
      const put = (names: readonly unknown[]) =>
        pathParameters.reduce((text, key, at) => text.replace(`{${key}}`, encodeURIComponent(String(names[at]))), path);
      return items.map((item) => put(pathParameters.length === 1 ? [item.id] : [item.source, item.target]));
    };

    /** The address of an operation under which most is found. */
    const richest = async (operation: ReadingOperation): Promise<string> => {
      let best = { address: '', total: -1 };
      for (const address of await addressesOf(operation)) {
        const { total } = await page(address, { ...needed(operation), limit: 1 });
        if (total > best.total) best = { address, total };
      }
      assert.ok(best.total >= 3, `${operation.id}: the test has only ${best.total} items to page through`);
      return best.address;
    };

    it('answers lists by pages, or says why they come whole', () => {
      assert.ok(pages.length >= 14, `${pages.length} lists`);
      for (const { id, lists, members, description, query } of all) {
        if (members.includes('items')) {
          assert.deepEqual(
            ['items', 'next', 'total'].filter((member) => !members.includes(member)),
            [],
            id,
          );
          assert.ok(query.has('limit') && query.has('after'), `${id} takes limit and after`);
        } else if (lists.length) assert.match(description, /Comes whole: .{10}/, `${id} answers ${lists.join(', ')}`);
      }
    });

    it('takes a window of days for lists, or says why not', () => {
      for (const { id, query, description } of pages) {
        assert.equal(query.has('since'), query.has('until'), id);
        if (!query.has('since')) assert.match(description, /Not by time: .{10}/, id);
      }
    });

    it('pages through every list in one order, by its next links, without missing or repeating any', async () => {
      for (const operation of pages) {
        const address = await richest(operation);
        const query = needed(operation);
        const most = operation.query.get('limit')!.schema.maximum!;
        const whole = await page(address, { ...query, limit: most });
        assert.equal(whole.items.length, whole.total, `${operation.id}: the whole list fits a page`);
        assert.equal(whole.next, undefined, operation.id);
        assert.deepEqual((await page(address, { ...query, limit: most })).items, whole.items, 'the same order again');
        const seen: Item[] = [];
        const size = Math.ceil(whole.total / 5);
        let answer = await get(address, { ...query, limit: size });
        for (let turn = 0; ; turn++) {
          const { items, total, next } = answer.body as Page;
          seen.push(...items);
          assert.equal(total, whole.total, operation.id);
          assert.ok(items.length === size || next === undefined, `${operation.id}: a page is full or the last`);
          const link = /^<([^>]+)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1];
          assert.equal(link === undefined, next === undefined, `${operation.id}: Link and next agree`);
          if (link === undefined) break;
          assert.ok(turn < 10, `${operation.id} never ends`);
          answer = await get(link);
        }
        assert.deepEqual(seen, whole.items, operation.id);
        assert.equal(new Set(seen.map((item) => JSON.stringify(item))).size, whole.total, `${operation.id} repeats`);
      }
    });

    it('refuses a limit, place or window that is none, and says which and what to give', async () => {
      const wrong = async (address: string, query: Query, where: string) => {
        const answer = await request(server.app).get(address).query(query);
        const what = `${address} ${JSON.stringify(query)}: ${answer.text}`;
        assert.equal(answer.status, 400, what);
        assert.equal(answer.type, 'application/problem+json');
        const problem = JSON.parse(answer.text) as { detail: string; errors: { where: string; detail: string }[] };
        assert.deepEqual(
          problem.errors.map((error) => error.where),
          [where],
          what,
        );
        assert.match(problem.detail, new RegExp(`^${where.replace('.', '\\.')}: \\S.{5}`));
      };
      for (const operation of pages) {
        const [address] = (await addressesOf(operation)) as [string];
        const query = needed(operation);
        const most = operation.query.get('limit')!.schema.maximum!;
        for (const limit of ['0', '-1', '1.5', 'many', '', String(most + 1)])
          await wrong(address, { ...query, limit }, 'query.limit');
        for (const after of ['', 'nonsense', '%%%', 'YWZ0ZXI', '1'])
          await wrong(address, { ...query, after }, 'query.after');
        if (!operation.query.has('since')) continue;
        for (const day of ['yesterday', '2017-02-30', '2017', ''])
          await wrong(address, { ...query, since: day }, 'query.since');
        await wrong(address, { ...query, since: '2017-02-02', until: '2017-02-01' }, 'query.until');
      }
    });

    it('gives in a window only what is of its days', async () => {
      for (const operation of pages.filter(({ query }) => query.has('since'))) {
        const address = await richest(operation);
        const query = { ...needed(operation), limit: operation.query.get('limit')!.schema.maximum! };
        const whole = await page(address, query);
        const days = whole.items
          .flatMap((item) => spanOf(item)?.[0] ?? [])
          .filter((day) => day > '1')
          .sort();
        const middle = days[Math.floor(days.length / 2)] ?? '2016-09-01';
        const windows = [{ until: middle }, { since: middle }, { since: middle, until: middle }];
        const totals = new Set([whole.total]);
        const texts = new Set([JSON.stringify(whole.items)]);
        for (const window of windows) {
          const inside = await page(address, { ...query, ...window });
          totals.add(inside.total);
          texts.add(JSON.stringify(inside.items));
          const { since = '', until = '9999' } = window as { since?: string; until?: string };
          const isIn = (item: Item): boolean => {
            const span = spanOf(item);
            return span ? span[0] <= until && span[1] >= since : true;
          };
          assert.ok(inside.items.every(isIn), `${operation.id} ${JSON.stringify(window)}`);
          if (days.length)
            assert.deepEqual(
              inside.items.filter(spanOf),
              whole.items.filter((item) => spanOf(item) && isIn(item)),
              `${operation.id} ${JSON.stringify(window)} holds all that is of its days`,
            );
        }
        assert.ok(texts.size > 1, `${operation.id}: a window changes nothing`);
      }
    });

    it('tags every answer, and sends nothing to who has it', async () => {
      let tried = 0;
      for (const operation of all) {
        const [address] = await addressesOf(operation);
        const query = {
          ...needed(operation),
          ...(operation.id === 'paths' ? { from: 'country:USA', to: 'country:RUS' } : {}),
        };
        const first = await get(address!, query);
        const { etag } = first.headers;
        assert.ok(etag, `${operation.id} has no ETag`);
        const again = () => request(server.app).get(address!).query(query);
        const known = await again().set('If-None-Match', etag);
        assert.deepEqual([known.status, known.text, known.headers.etag], [304, '', etag], operation.id);
        assert.equal((await again().set('If-None-Match', '"other"')).status, 200, operation.id);
        tried++;
      }
      assert.ok(tried >= 30, `${tried} operations`);
    });

    it('tags an answer anew when what it tells has changed', async () => {
      const before = await get('/api/articles');
      const [added] = makeReadings(501, 1);
      await server.store.put(added!);
      const after = await request(server.app).get('/api/articles').set('If-None-Match', before.headers.etag!);
      assert.equal(after.status, 200);
      assert.notEqual(after.headers.etag, before.headers.etag);
    });
  });
};

const uri = process.env.TEST_NEO4J_URI;

describeLists('embedded store', () => filled());
describeLists(
  'Neo4j',
  async () => {
    await emptyNeo4j(uri!);
    return filled(await openNeo4jStore({ uri: uri! }));
  },
  uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)',
);
