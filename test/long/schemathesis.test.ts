import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { checkBySchemathesis } from '../routes/schemathesis.ts';

const VERSION = '4.32.5';

/** schemathesis as the environment names it, or from PyPI in a folder of its own. */
const program = (): string => {
  if (process.env.TEST_SCHEMATHESIS) return process.env.TEST_SCHEMATHESIS;
  const folder = join(homedir(), '.cache', 'entente', `schemathesis-${VERSION}`);
  const path = join(folder, 'bin', 'schemathesis');
  if (!existsSync(path)) {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
    const pip = ['install', '-q', '--disable-pip-version-check', `schemathesis==${VERSION}`];
    execFileSync(join(folder, 'bin', 'pip'), pip, { stdio: 'inherit' });
  }
  return path;
};

describe('the API read by schemathesis, at length', () => {
  it('has no error of its own in 5,000 calls and more', async () => {
    const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);
    const { calls, statuses, status, report } = await checkBySchemathesis(program(), 120, seed);
    console.log(`      seed ${seed}: ${calls} calls, ${JSON.stringify(Object.fromEntries(statuses))}`);
    assert.equal(status, 0, report.slice(-8000));
    assert.ok(calls >= 5000, `${calls} calls`);
  });
});
