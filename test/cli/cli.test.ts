import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../../scripts/build-program.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { digestOf } from '../ingest/kill.ts';

const PROGRAM = fileURLToPath(new URL('../../scripts/entente.mjs', import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

describe('the command line', function () {
  this.timeout(300_000);
  let folder: string;
  before(async () => {
    await buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const entente = (args: readonly string[], input = '', environment: Record<string, string> = {}): Promise<Ran> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        env: { ...process.env, NEO4J_URI: '', DATA_FILE: join(folder, 'data', 'entente.sqlite'), ...environment },
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      child.stdin.on('error', () => {}).end(input);
      child.once('close', (status) => resolve({ status, out, err }));
    });
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('extracts JSON lines in their order; what cannot be read gives a line with its error, and the rest goes on', async () => {
    const input = [
      '{"id":"a","text":"Russia vetoed the resolution on Syria on Wednesday.","published":"2017-04-12"}',
      '{"id":"b","text":"half',
      '{"id":"c","text":"Россия наложила вето на резолюцию Совета Безопасности ООН по Сирии, сообщил МИД."}',
      '{"id":"d","text":""}',
      '{"id":"e","text":"12345"}',
      JSON.stringify({ id: 'f', text: 'word '.repeat(500_000) }),
      '{"id":"g","text":"Putin met Assad."}',
    ].join('\n');
    const { status, out } = await entente(['extract', '-q', '-'], input);
    assert.equal(status, 0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            id: string;
            error?: string;
            claims: { type: string; start: number; end: number; quote: string }[];
          },
      );
    assert.deepEqual(
      lines.map((line) => [line.id, line.error?.replace(/^(\S+ \S+ \S+).*/s, '$1')]),
      [
        ['a', undefined],
        ['stdin, line 2', 'The line is'],
        ['c', 'The article is'],
        ['d', 'The record has'],
        ['e', 'There is not'],
        ['f', 'The article has'],
        ['g', undefined],
      ],
    );
    const veto = lines[0]!.claims.find((claim) => claim.type === 'VETOED')!;
    assert.equal('Russia vetoed the resolution on Syria on Wednesday.'.slice(veto.start, veto.end), veto.quote);
    assert.ok(lines[6]!.claims.some((claim) => claim.type === 'MET_WITH'));
  });

  it('extracts one file with the date given to it, and shows every stage when asked', async () => {
    const path = file('one.txt', 'Putin received Assad in Sochi on Monday.');
    const { status, out } = await entente(['extract', '--published', '2017-11-21', '--trace', path]);
    assert.equal(status, 0);
    const line = JSON.parse(out) as { claims: { occurredFrom?: string }[]; trace: object };
    assert.ok(line.trace);
    assert.ok(line.claims.length > 0);
  });

  it('ingests files and folders, once and for all, and answers from the store', async () => {
    file(
      'news.jsonl',
      '{"id":"1","text":"Russia vetoed the resolution on Syria on Wednesday.","published":"2017-04-12","source":"Sample Wire"}\n{"broken\n',
    );
    const first = await entente(['ingest', '--json', '-q', join(folder, 'news.jsonl'), join(folder, 'one.txt')]);
    assert.equal(first.status, 0, first.err);
    const summary = JSON.parse(first.out) as { added: number; failed: number; errors: { name: string }[] };
    assert.deepEqual([summary.added, summary.failed], [2, 1]);
    assert.match(first.err, /news\.jsonl, line 2: The line is not valid JSON/);
    const again = JSON.parse((await entente(['ingest', '--json', '-q', join(folder, 'news.jsonl')])).out) as {
      added: number;
      unchanged: number;
    };
    assert.deepEqual([again.added, again.unchanged], [0, 1]);

    const [query, csv, search, dyad, graph] = await Promise.all([
      entente([
        'query',
        '--json',
        'MATCH (c:Country {name: $name})-[r:VETOED]->(p) RETURN DISTINCT c.name AS who, type(r) AS did',
        '--param',
        'name=Russia',
      ]),
      entente(['query', '--csv', 'MATCH (c:Country {name: "Russia"}) RETURN c.name AS who']),
      entente(['search', 'putin']),
      entente(['dyad', 'Putin', 'Assad', '--json']),
      entente(['export', '--format', 'json']),
    ]);
    assert.deepEqual(JSON.parse(query.out), [{ who: 'Russia', did: 'VETOED' }]);
    assert.equal(csv.out, 'who\nRussia\n');
    assert.equal((JSON.parse(search.out) as { name: string }[])[0]!.name, 'Vladimir Putin');
    assert.ok((JSON.parse(dyad.out) as { edges: unknown[] }).edges.length > 0);
    assert.ok((JSON.parse(graph.out) as { nodes: unknown[] }).nodes.length > 2);
  });

  it('says what is wrong, where, and what to do, and exits with what scripts go by', async () => {
    const empty = { DATA_FILE: join(folder, 'empty', 'entente.sqlite') };
    const wrong: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['query'], 2, /^entente: missing required argument 'query'/],
      [['nonsense'], 2, /^entente: unknown command 'nonsense'/],
      [['export'], 2, /--format <format>' not specified/],
      [['export', '--format', 'nope'], 2, /there are gexf, graphml/],
      [['export', '--format', 'turtle', '--record'], 2, /can't carry the articles/],
      [['export', '--format', 'json', '--since', 'soon'], 2, /YYYY-MM-DD/],
      [['query', 'RETURN 1', '--limit', '0'], 2, /from 1 to 100000/],
      [['query', 'RETURN $x', '--param', 'x'], 2, /name=value/],
      [['search', 'x', '--kinds', 'ship'], 2, /any of person/],
      [['measures', 'beauty'], 2, /degree/],
      [['query', 'MATCH (n RETURN n'], 1, /line 1, column 10/],
      [['query', 'CREATE (n)'], 1, /CREATE writes/],
      [['import', join(folder, 'none.gexf')], 1, /There is no file .*none\.gexf/],
      [['import', folder], 1, /is a folder/],
      [['dyad', 'USA', 'RUS'], 1, /The graph is empty.*entente ingest/],
      [['paths', 'Putin', 'Assad'], 1, /The graph is empty/],
    ];
    for (const [args, status, message] of wrong) {
      const ran = await entente(args, '', empty);
      assert.equal(ran.status, status, `${args.join(' ')}: ${ran.err}`);
      assert.match(ran.err, message, args.join(' '));
      assert.equal(ran.out, '', args.join(' '));
    }
    for (const command of ['query', 'export', 'import', 'dyad', 'search', 'measures', 'paths']) {
      const ran = await entente([command, '--help'], '', empty);
      assert.equal(ran.status, 0);
      assert.match(ran.out, new RegExp(`^Usage: entente ${command}`));
    }
  });

  it('takes a query’s whole answer, and ends one at Ctrl-C', async () => {
    const rows = await entente(['query', 'UNWIND range(1, 12000) AS x RETURN x', '--limit', '12000', '--csv']);
    assert.equal(rows.out.trim().split('\n').length, 12_001);
    const child = spawn(
      process.execPath,
      [PROGRAM, 'query', 'UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y RETURN count(*)'],
      { env: { ...process.env, NEO4J_URI: '', DATA_FILE: join(folder, 'data', 'entente.sqlite') } },
    );
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    const interrupting = setInterval(() => child.kill('SIGINT'), 3_000);
    const status = await new Promise((resolve) => child.once('close', resolve));
    clearInterval(interrupting);
    assert.deepEqual([status, err], [130, 'entente: stopped\n']);
  });

  it('measures the graph and finds paths in it', async () => {
    const run = async (...args: string[]) => JSON.parse((await entente(args)).out) as Record<string, unknown[]>;
    const [degree, communities, balance, dyads, change, paths] = await Promise.all([
      run('measures', 'degree', '--limit', '1'),
      run('measures', 'communities'),
      run('measures', 'balance'),
      run('measures', 'dyads'),
      run('measures', 'change', '--before', '2016-01-01..2016-12-31', '--after', '2017-01-01..2017-12-31'),
      run('paths', 'Putin', 'Assad', '--all'),
    ]);
    assert.equal(degree.items!.length, 1);
    assert.ok(communities.items!.length > 0);
    assert.equal(typeof balance.triangles, 'number');
    assert.ok(dyads.items!.length > 0);
    assert.ok(change.items!.length > 0);
    assert.ok(paths.paths!.length > 0);
  });

  it('backs everything up to one file and restores it into an empty store', async () => {
    const backup = join(folder, 'backup.gz');
    const url = 'https://wire.example/corrected';
    for (const text of ['Russia backs Syria, as before.', 'Russia backs Syria, as before. A correction was added.'])
      await entente(['ingest', '-q', '-'], JSON.stringify({ text, url, published: '2017-04-12' }));
    assert.equal((await entente(['backup', '-q', backup])).status, 0);
    const elsewhere = { DATA_FILE: join(folder, 'restored', 'entente.sqlite') };
    assert.equal((await entente(['restore', '-q', backup], '', elsewhere)).status, 0);
    const [here, there] = await Promise.all(
      [join(folder, 'data'), join(folder, 'restored')].map((path) =>
        digestOf({ DATA_FILE: join(path, 'entente.sqlite') }),
      ),
    );
    assert.deepEqual(there, here);
    const restored = openEmbeddedStore(elsewhere.DATA_FILE);
    try {
      const corrected = (await restored.articles({ limit: 100 })).items.find((article) => article.url === url)!;
      const { versions } = await restored.relatives(corrected.id);
      assert.deepEqual(
        versions.map((version) => version.article.text),
        ['Russia backs Syria, as before.'],
      );
    } finally {
      await restored.close();
    }
    writeFileSync(backup, readFileSync(backup).subarray(0, -20));
    const broken = await entente(['restore', backup], '', { DATA_FILE: join(folder, 'no', 'entente.sqlite') });
    assert.equal(broken.status, 1);
    assert.match(broken.err, /no whole backup/);
  });

  it('says what was wrong and what to do: 1 for what failed, 2 for misuse', async () => {
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['frobnicate'], 2, /unknown command/],
      [['export'], 2, /--format/],
      [['export', '--format', 'docx'], 2, /there are/],
      [['extract', 'https://wire.example/'], 2, /give addresses to ingest/],
      [['query', 'CREATE (n) RETURN n'], 1, /CREATE|read/i],
      [['ingest', '/no/such/file'], 1, /no file or folder/],
      [['jobs', 'show'], 2, /needs the id/],
      [['measures', 'beauty'], 2, /no measure "beauty"; there are degree/],
      [['measures', 'change', '--before', '2016'], 2, /--before 2016: give a period/],
      [['dyad', 'a', 'b', '--since', '2016'], 2, /--since.*'2016' is invalid. Give a day/],
    ];
    const all = await Promise.all(cases.map(([args]) => entente(args)));
    for (const [index, [args, status, message]] of cases.entries()) {
      const ran = all[index]!;
      assert.equal(ran.status, status, `${args.join(' ')}: ${ran.err}`);
      assert.match(ran.err, message);
      assert.equal(ran.out, '');
    }
    const unsafe = await entente(['serve'], '', { HOST: '0.0.0.0' });
    assert.equal(unsafe.status, 1);
    assert.match(unsafe.err, /API_TOKEN/);
  });
});
