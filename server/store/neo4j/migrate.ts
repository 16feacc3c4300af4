import { readFileSync } from 'node:fs';
import { RELATIONS } from '../../../graph-schema/relations.ts';
import { storeError } from '../error.ts';
import type { Connection } from './connection.ts';
import { field } from './values.ts';

const MIGRATIONS = ['V0001__constraints.cypher'] as const;

/** Full-text index by which an edge of any type is found by its id. */
export const EDGE_IDS = 'edge_ids';

const statementsOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../../../graph-schema/migrations/${name}`, import.meta.url), 'utf8')
    .replace(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);

/** The index over all relations of the ontology, made anew where a relation came to it. */
const indexEdges = async (connection: Connection): Promise<void> => {
  const types = RELATIONS.map((relation) => relation.name as string).sort();
  const [existing] = await connection.alone(`SHOW INDEXES YIELD name, labelsOrTypes WHERE name = '${EDGE_IDS}'`);
  if (existing && field<string[]>(existing, 'labelsOrTypes').sort().join() === types.join()) return;
  await connection.alone(`DROP INDEX ${EDGE_IDS} IF EXISTS`);
  await connection.alone(
    `CREATE FULLTEXT INDEX ${EDGE_IDS} IF NOT EXISTS FOR ()-[r:${types.join('|')}]-() ON EACH [r.id]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'keyword'}}`,
  );
  await connection.alone('CALL db.awaitIndexes(120)');
};

/** Brings constraints and indexes up to date; what was done is recorded in the database. Safe to run again. */
export const migrate = async (connection: Connection, where: string): Promise<void> => {
  const done = await connection.alone('MATCH (m:Migration) RETURN m.name AS name');
  const names = new Set(done.map((row) => field<string>(row, 'name')));
  const unknown = [...names].filter((name) => !(MIGRATIONS as readonly string[]).includes(name));
  if (unknown.length) {
    throw storeError(
      'incompatible',
      `The database was written by a newer version of the program (${unknown.join(', ')})`,
      where,
      'Use that version, or set NEO4J_DATABASE to another database.',
    );
  }
  for (const name of MIGRATIONS.filter((each) => !names.has(each))) {
    for (const statement of statementsOf(name)) await connection.alone(statement);
    await connection.write((run) =>
      run('MERGE (m:Ledger:Migration {name: $name}) SET m.at = toString(datetime())', { name }),
    );
  }
  await indexEdges(connection);
};
