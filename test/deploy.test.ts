import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** What the last stage of the Dockerfile copies from the sources, as [from, to]. */
const copied = (): readonly (readonly [from: string, to: string])[] =>
  read('Dockerfile')
    .split(/^FROM /m)
    .at(-1)!
    .split('\n')
    .filter((line) => line.startsWith('COPY '))
    .flatMap((line) => {
      const words = line
        .split(/\s+/)
        .slice(1)
        .filter((word) => !word.startsWith('--'));
      const target = words.pop()!;
      return words.map((word) => {
        const from = word.replace('/app/', '');
        return [from, target.endsWith('/') ? join(target, from) : target] as const;
      });
    });

describe('files of deployment', () => {
  it('Dockerfile: what it copies is there, and it does not run as root', () => {
    for (const [from] of copied()) if (from !== 'dist') assert.ok(existsSync(join(root, from)), from);
    assert.match(read('Dockerfile'), /^USER [1-9]\d*:[1-9]\d*$/m);
  });

  it('Dockerfile: with what it copies and nothing else the server is healthy, refuses strangers, and reads an article', async function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'entente-image-'));
    const token = 'a token of the test, long enough';
    const environment = {
      PATH: process.env.PATH!,
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'info',
      ENTENTE_BUNDLE: 'off',
      DATA_FILE: join(folder, 'data', 'entente.sqlite'),
    };
    for (const [from, to] of copied()) {
      if (!existsSync(join(root, from))) continue; // the build is not made in every run of the tests
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      if (from === 'node_modules') symlinkSync(join(root, from), join(folder, to));
      else cpSync(join(root, from), join(folder, to), { recursive: true });
    }
    const command = ['scripts/entente.mjs', 'serve'];
    const bare = spawnSync(process.execPath, command, { cwd: folder, env: environment, encoding: 'utf8' });
    assert.notEqual(bare.status, 0);
    assert.match(bare.stderr, /API_TOKEN/);
    const server = spawn(process.execPath, command, {
      cwd: folder,
      env: { ...environment, HOST: '127.0.0.1', API_TOKEN: token },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => server.once('close', resolve));
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let log = '';
        server.stderr.setEncoding('utf8').on('data', (text: string) => {
          log += text;
          const found = /"address":"(http[^"]+)"/.exec(log);
          if (found) resolve(found[1]!);
        });
        server.once('close', () => reject(new Error(log)));
      });
      for (const path of ['healthz', 'readyz']) assert.equal((await fetch(address + path)).status, 200, path);
      const read = spawnSync(process.execPath, ['scripts/entente.mjs', 'extract', '-q', '-'], {
        cwd: folder,
        env: environment,
        input: JSON.stringify({ id: 'one', text: 'The president of Peru met the president of Chile in Lima.' }),
        encoding: 'utf8',
      });
      assert.equal(JSON.parse(read.stdout).claims[0].type, 'MET_WITH');
      server.kill('SIGTERM');
      assert.equal(await ended, 0);
    } finally {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const systemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  it(`systemd unit: systemd-analyze finds nothing wrong${systemd ? '' : ' (skipped: there is no systemd-analyze)'}`, function () {
    if (!systemd) this.skip();
    const { stderr } = spawnSync('systemd-analyze', ['verify', join(root, 'deploy/entente.service')], {
      encoding: 'utf8',
    });
    assert.doesNotMatch(stderr, /Unknown|Failed to parse|Invalid/i);
  });
});
