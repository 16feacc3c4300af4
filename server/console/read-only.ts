import type { Call, CallProcedure, Statement } from '../cypher/ast.ts';
import { placeOf } from '../cypher/error.ts';
import { ConsoleError } from './console-error.ts';
import { walkSyntax } from './syntax-walk.ts';

const WRITES: Readonly<Record<string, string>> = {
  create: 'CREATE',
  merge: 'MERGE',
  set: 'SET',
  remove: 'REMOVE',
  delete: 'DELETE',
  foreach: 'FOREACH',
};

/** Procedures that only read the schema. */
export const PROCEDURES: ReadonlySet<string> = new Set([
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.visualization',
  'db.schema.nodetypeproperties',
  'db.schema.reltypeproperties',
]);

/** Namespaces of built-in functions; a function of any other may be a plugin's and do anything. */
const NAMESPACES: ReadonlySet<string> = new Set([
  'date',
  'time',
  'localtime',
  'datetime',
  'localdatetime',
  'duration',
  'point',
  'vector',
]);

const refused = (text: string, what: string, start: number, message: string, hint: string): ConsoleError =>
  new ConsoleError('refused', `ReadOnly: ${what}`, message, { hint, ...placeOf(text, start) });

/** Throws where a query would write, or call what is not known to only read. */
export const requireReadOnly = (statement: Statement): void => {
  const { text } = statement;
  walkSyntax(statement.query, (piece) => {
    const start = piece.start ?? 0;
    const write = WRITES[piece.kind];
    if (write) {
      throw refused(
        text,
        write,
        start,
        `${write} changes the graph; the console only reads.`,
        'Add articles, or import a file, to change what the graph holds.',
      );
    }
    if (piece.kind === 'call-procedure') {
      const { name } = piece as CallProcedure;
      if (!PROCEDURES.has(name.toLowerCase())) {
        throw refused(
          text,
          name,
          start,
          `The procedure ${name} is not one of those the console runs.`,
          `It runs ${[...PROCEDURES].join(', ')}.`,
        );
      }
    }
    if (piece.kind === 'call') {
      const { name } = piece as Call;
      const dot = name.indexOf('.');
      if (dot > 0 && !NAMESPACES.has(name.slice(0, dot).toLowerCase())) {
        throw refused(
          text,
          name,
          start,
          `The function ${name} is not one of Cypher’s own.`,
          'Use Cypher’s built-in functions.',
        );
      }
    }
    return undefined;
  });
};
