import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_TEST_PENDING } = Mocha.Runner.constants;

/** Mocha's spec reporter, closing with the skipped tests by title and one plain line of counts for machines. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const skipped: string[] = [];
    runner.on(EVENT_TEST_PENDING, (test) => skipped.push(test.fullTitle()));
    runner.once(EVENT_RUN_END, () => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      if (skipped.length) console.log(`  skipped:\n${skipped.map((title) => `    - ${title}`).join('\n')}\n`);
      const file = process.env.ENTENTE_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: skipped.length }));
      else console.log(`${passes} passed, ${failures} failed, ${skipped.length} skipped`);
    });
  }
}
