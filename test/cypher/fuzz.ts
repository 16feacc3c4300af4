import assert from 'node:assert/strict';
import seedrandom from 'seedrandom';
import { CypherError, createEngine } from '../../server/cypher/index.ts';
import { largeGraph } from './graph.ts';
import { mutant } from './mutate.ts';

/** Runs mutants; each must give rows or a proper error. Gives how many did which. */
export async function fuzz(count: number, seed: string): Promise<{ rows: number; errors: number }> {
  const random = seedrandom(seed);
  const engine = createEngine(largeGraph(40, 120), { random: () => 0.5 });
  const found = { rows: 0, errors: 0 };
  for (let i = 0; i < count; i++) {
    const query = mutant(random);
    try {
      await engine.run(query, { p: [1, { a: null }] }, { deadline: 100, maxRows: 1000, maxMemory: 20e6 });
      found.rows++;
    } catch (error) {
      const proper =
        error instanceof CypherError && error.message !== '' && (error.phase === 'runtime' || (error.line ?? 0) >= 1);
      assert.ok(proper, `${JSON.stringify(query)} gave ${error instanceof Error ? error.stack : String(error)}`);
      found.errors++;
    }
  }
  engine.close();
  return found;
}
