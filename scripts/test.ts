import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The whole gate: types, lint, then mocha over `test/` (or the files given). Ends with `N passed, N failed, N skipped`,
 * where types and lint count as one test each. With `TEST_NO_SKIPS=1` a skipped test fails the run.
 */
const bin = (name: string) => join('node_modules', '.bin', name);
const ok = (name: string, ...args: string[]) => {
  console.log(`\n  ${name}`);
  const passed = spawnSync(bin(name), args, { stdio: 'inherit' }).status === 0;
  console.log(passed ? '    passed' : '    FAILED');
  return passed;
};

const files = process.argv.slice(2);
const gates = files.length ? [] : [ok('tsc', '-p', '.'), ok('biome', 'check', '--error-on-warnings', '.')];
const folder = mkdtempSync(join(tmpdir(), 'entente-test-'));
const countsFile = join(folder, 'counts.json');
const mocha = spawnSync(
  bin('mocha'),
  ['--reporter', './test/reporter.ts', '--ignore', 'test/long/**', ...(files.length ? files : ['test/**/*.test.ts'])],
  {
    stdio: 'inherit',
    env: { ...process.env, ENTENTE_TEST_COUNTS: countsFile },
  },
);
const counts = (() => {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8')) as { passed: number; failed: number; skipped: number };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // mocha died before it could count
  }
})();
rmSync(folder, { recursive: true });
const passed = counts.passed + gates.filter(Boolean).length;
const died = mocha.status !== 0 && counts.failed === 0 ? 1 : 0;
const failed = counts.failed + died + gates.filter((gate) => !gate).length;
const skipsForbidden = process.env.TEST_NO_SKIPS === '1' && counts.skipped > 0;
if (skipsForbidden) console.log('Skipped tests are not allowed here (TEST_NO_SKIPS=1): see the list above.');
console.log(`${passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed || skipsForbidden ? 1 : 0;
