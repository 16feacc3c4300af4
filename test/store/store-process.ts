import { openStore } from '../../server/store/open-store.ts';
import { makeReadings } from './readings.ts';

/**
 * A process that puts made-up readings into the store of its environment and says so, one line each, until it is done
 * or killed: `store-process.ts SEED COUNT`.
 */
const [seed, count] = process.argv.slice(2).map(Number);
const store = await openStore();
console.log('open');
for (const reading of makeReadings(seed!, count!, { claims: 2 })) {
  await store.put(reading);
  console.log(reading.article.id);
}
await store.close();
console.log('done');
