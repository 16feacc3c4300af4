import seedrandom from 'seedrandom';
import request from 'supertest';
import { OPERATIONS, type Operation, type OperationId } from '../../graph-schema/api.ts';
import { nowhere, REPORTS, testServer } from './server-for-tests.ts';

type Random = () => number;

const TEXTS = [
  '',
  'country:RUS',
  'person:vladimir-putin:RUS',
  'x',
  '%00',
  '../../etc/passwd',
  '1e999',
  '-1',
  '0',
  '999999999999',
  'NaN',
  'true',
  '2017-04-12',
  '2017-02-30',
  'MET_WITH',
  'person,country',
  ',,,',
  '__proto__',
  'ünï',
  '\u202e',
  '🕊',
  'a'.repeat(3000),
  '{"a":1}',
  '[]',
  "'; DROP",
  'json',
  'gexf',
  'degree',
  'reported',
];
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  [],
  {},
  [[]],
  { text: 1 },
  'a'.repeat(5000),
  '\ud800',
  ...TEXTS,
];

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

/** Bodies that are right, for changing. */
const BODIES: Partial<Record<OperationId, object>> = {
  extract: REPORTS[0],
  drafts: { articles: [REPORTS[0]], files: [{ name: 'a.txt', base64: 'UHV0aW4=' }] },
  putArticle: REPORTS[1],
  createJob: { articles: [REPORTS[0]], files: [{ name: 'a.txt', base64: 'UHV0aW4=' }] },
  createWatch: { url: 'http://127.0.0.1/feed', schedule: '0 4 * * *' },
  cypher: { query: 'MATCH (n)-[r]->(m) RETURN n, r, m LIMIT 3', parameters: { a: 1 }, limit: 5 },
  explain: { query: 'MATCH (n) RETURN n' },
  session: { token: 'x' },
};

const change = (value: unknown, random: Random, depth = 0): unknown => {
  if (random() < 0.15) return pick(VALUES, random);
  if (depth > 4 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => change(item, random, depth + 1));
  const entries = Object.entries(value).filter(() => random() > 0.1);
  if (random() < 0.1) entries.push([pick(TEXTS, random), pick(VALUES, random)]);
  return Object.fromEntries(entries.map(([key, item]) => [key, change(item, random, depth + 1)]));
};

/** Sends so many requests made from the operations, right and wrong ones mixed. Returns the statuses and how often each came; throws at a 5xx. */
export const fuzzApi = async (calls: number, seed: string): Promise<ReadonlyMap<number, number>> => {
  const random = seedrandom(seed);
  const server = await testServer({}, nowhere());
  const statuses = new Map<number, number>();
  // event streams do not end, and a readiness check may say 503
  const names = (Object.keys(OPERATIONS) as OperationId[]).filter((name) => name !== 'jobEvents' && name !== 'readyz');
  try {
    for (const report of REPORTS) await request(server.app).post('/api/articles').send(report);
    for (let call = 0; call < calls; call++) {
      const name = pick(names, random);
      const operation: Operation = OPERATIONS[name];
      const path = operation.path.replace(/\{\w+\}/g, () => encodeURIComponent(pick(TEXTS, random) || 'x'));
      const query: Record<string, string> = {};
      for (const key of [...Object.keys(operation.query.shape), 'extra'])
        if (random() < 0.3) query[key] = pick(TEXTS, random);
      const sent = request(server.app)[operation.method](path).query(query);
      const body =
        operation.body && (BODIES[name] ? JSON.stringify(change(BODIES[name], random)) : pick(TEXTS, random));
      const answer = await (body === undefined
        ? sent
        : sent.type(random() < 0.95 ? 'application/json' : 'text/plain').send(body));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500)
        throw new Error(
          `call ${call} of ${seed}: ${operation.method} ${path} ${JSON.stringify(query)} ${body} gave ${answer.status} ${answer.text}`,
        );
    }
  } finally {
    await server.close();
  }
  return statuses;
};
