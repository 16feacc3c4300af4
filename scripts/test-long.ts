import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The long runs: fuzzing, crashes, soak, differential queries. Hours of patience are not needed, minutes are. */
const files = process.argv.slice(2);
const result = spawnSync(
  join('node_modules', '.bin', 'mocha'),
  ['--reporter', './test/reporter.ts', '--timeout', '0', ...(files.length ? files : ['test/long/**/*.test.ts'])],
  { stdio: 'inherit', env: { ...process.env, TEST_LONG: '1' } },
);
process.exitCode = result.status ?? 1;
