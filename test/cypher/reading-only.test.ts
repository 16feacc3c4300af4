import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CypherError, createEngine } from '../../server/cypher/index.ts';
import { graphOf } from './graph.ts';

const writes = [
  'CREATE (n)',
  'MATCH (n) SET n.x = 1',
  'MATCH (n) REMOVE n.x',
  'MATCH (n) DELETE n',
  'MATCH (n) DETACH DELETE n',
  'MERGE (n)',
  'FOREACH (x IN [1] | CREATE ())',
  'CALL { CREATE (n) } RETURN 1',
  'MATCH (n) CALL (n) { SET n.x = 1 } RETURN n',
  'MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n',
  'EXPLAIN CREATE (n)',
  'LOAD CSV FROM "file:///etc/passwd" AS row RETURN row',
  'USE other MATCH (n) RETURN n',
  'CREATE INDEX FOR (n:P) ON (n.x)',
  'SHOW USERS',
  'CALL dbms.listConfig()',
  'MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS RETURN n',
];

describe('the reading engine', () => {
  for (const query of writes) {
    it(`refuses ${query} before running, with a reason`, async () => {
      const graph = await graphOf("CREATE (:P {x: 'kept'})");
      const engine = createEngine(graph);
      const before = JSON.stringify(graph.export());
      assert.throws(
        () => engine.check(query),
        (error) =>
          error instanceof CypherError && error.phase === 'compile' && error.message !== '' && error.line === 1,
      );
      await assert.rejects(engine.run(query), CypherError);
      assert.equal(JSON.stringify(graph.export()), before);
    });
  }

  it('has no import of the writing module, of Node or of the rest of the house', () => {
    const root = fileURLToPath(new URL('../../server/cypher/', import.meta.url));
    const files = (readdirSync(root, { recursive: true }) as string[]).filter((one) => one.endsWith('.ts'));
    assert.ok(files.length > 40);
    for (const file of files) {
      const text = readFileSync(root + file, 'utf8');
      for (const [, from] of text.matchAll(/(?:^(?:import|export|\})[^'\n]*from |import\()'([^']+)'/gm)) {
        const depth = file.split('/').length;
        const outside = from!.startsWith('../'.repeat(depth));
        assert.ok(!outside && !from!.startsWith('node:'), `${file} imports ${from}`);
        if (!from!.startsWith('.')) assert.ok(['graphology-types', 're2js'].includes(from!), `${file} imports ${from}`);
        if (!file.startsWith('write/')) assert.ok(!from!.includes('write/'), `${file} imports ${from}`);
      }
    }
  });
});
