import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseFeature } from './tck/feature.ts';
import { type Outcome, runScenario } from './tck/scenario.ts';

export interface Tested {
  readonly folder: string;
  readonly feature: string;
  readonly name: string;
  readonly group: 'reading' | 'temporal' | 'writing';
  readonly outcome: Outcome;
}

const writingFolders = new Set(['create', 'delete', 'merge', 'remove', 'set']);

/** Runs every scenario of a conformance kit; `only` keeps features whose path contains it. */
export async function runKit(kit: string, only = ''): Promise<readonly Tested[]> {
  const features = join(kit, 'features');
  const files = (readdirSync(features, { recursive: true }) as string[])
    .filter((one) => one.endsWith('.feature'))
    .sort();
  const tested: Tested[] = [];
  for (const file of files) {
    if (!file.includes(only)) continue;
    const folder = relative('.', join(file, '..'));
    const last = folder.split('/').at(-1)!;
    const group = last === 'temporal' ? 'temporal' : writingFolders.has(last) ? 'writing' : 'reading';
    for (const scenario of parseFeature(readFileSync(join(features, file), 'utf8'))) {
      const outcome = await runScenario(scenario, join(kit, 'graphs'));
      tested.push({ folder, feature: scenario.feature, name: scenario.name, group, outcome });
    }
  }
  return tested;
}

/** Passed, failed and skipped, by whatever `by` gives. */
export function tally(
  tested: readonly Tested[],
  by: (one: Tested) => string,
): Map<string, Record<Outcome['kind'], number>> {
  const counts = new Map<string, Record<Outcome['kind'], number>>();
  for (const one of tested) {
    const count = counts.get(by(one)) ?? { pass: 0, fail: 0, skip: 0 };
    count[one.outcome.kind]++;
    counts.set(by(one), count);
  }
  return counts;
}

function print(counts: ReadonlyMap<string, Record<Outcome['kind'], number>>): void {
  for (const [name, { pass, fail, skip }] of counts) {
    const share = ((100 * pass) / (pass + fail + skip)).toFixed(1);
    console.log(
      `${name.padEnd(48)} ${String(pass).padStart(5)} pass ${String(fail).padStart(4)} fail ${String(skip).padStart(4)} skip ${share.padStart(6)} %`,
    );
  }
}

async function main(): Promise<void> {
  const [kit = '../shared/tck', ...rest] = process.argv.slice(2);
  const only = rest.find((one) => one.startsWith('--only='))?.slice(7) ?? '';
  const failures = rest.find((one) => one.startsWith('--failures='))?.slice(11);
  const tested = await runKit(kit, only);
  print(tally(tested, (one) => one.folder));
  console.log();
  print(tally(tested, (one) => one.group));
  print(tally(tested, () => 'all'));
  for (const one of tested)
    if (one.outcome.kind === 'skip') console.log(`skipped: ${one.feature} ${one.name}: ${one.outcome.reason}`);
  if (failures !== undefined) {
    writeFileSync(
      failures,
      JSON.stringify(
        tested.filter((one) => one.outcome.kind === 'fail'),
        null,
        1,
      ),
    );
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
