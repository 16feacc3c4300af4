import { readdirSync } from 'node:fs';

/** Every benchmark of `scripts/bench`, or those named: `npm run bench -- language store`. */
const folder = new URL('./bench/', import.meta.url);
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length) {
  console.error(`No benchmark called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length ? wanted : all) {
    console.log(`\n## ${name}\n`);
    const { run } = (await import(new URL(`${name}.ts`, folder).href)) as { run: () => Promise<void> };
    await run();
  }
}
