import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startNeo4j } from './neo4j/start-neo4j.ts';

/** `npm run neo4j`: a private, real Neo4j. Prints its address on stdout; ends with SIGTERM or Ctrl-C. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7687' },
    home: { type: 'string', default: join('data', 'neo4j') },
    heap: { type: 'string', default: '768m' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log('npm run neo4j -- [--port 7687] [--home data/neo4j] [--heap 768m]');
  process.exit(0);
}
try {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port is no port: ${values.port}`);
  const say = (message: string) => console.error(message);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  const neo4j = await startNeo4j({ port, home: values.home, heap: values.heap, say, signal: stopping.signal });
  console.log(neo4j.uri);
  console.error(`Neo4j is ready. In another terminal: NEO4J_URI=${neo4j.uri} npm start. Ctrl-C ends it.`);
  const code = await neo4j.ended;
  const asked = stopping.signal.aborted;
  process.exitCode = asked ? 0 : (code ?? 1);
  if (!asked) console.error(`Neo4j ended by itself (exit code ${code}). See ${join(values.home, 'logs')}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
