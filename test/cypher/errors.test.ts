import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import { CypherError, createEngine } from '../../server/cypher/index.ts';

/** Query, title, line, column. */
const cases: readonly (readonly [string, string, number, number])[] = [
  ['MATCH (n', 'SyntaxError: UnexpectedSyntax', 1, 9],
  ['MATCH (n)\nRETURN m', 'SyntaxError: UndefinedVariable', 2, 8],
  ['MATCH (n)\n  WHERE n.x = \nRETURN n', 'SyntaxError: UnexpectedSyntax', 3, 8],
  ["RETURN 'open", 'SyntaxError: UnexpectedSyntax', 1, 8],
  ['RETURN /* open', 'SyntaxError: UnexpectedSyntax', 1, 8],
  ["RETURN '\\q'", 'SyntaxError: InvalidEscape', 1, 9],
  ['RETURN 1 != 2', 'SyntaxError: UnexpectedSyntax', 1, 10],
  ['RETURN 9223372036854775808', 'SyntaxError: IntegerOverflow', 1, 8],
  ['RETURN 1.5e400', 'SyntaxError: FloatingPointOverflow', 1, 8],
  ['RETURN 12ab', 'SyntaxError: InvalidNumberLiteral', 1, 8],
  ['RETURN nosuch(1)', 'SyntaxError: UnknownFunction', 1, 8],
  ['RETURN toUpper()', 'SyntaxError: InvalidNumberOfArguments', 1, 8],
  ['MATCH (n) RETURN count(count(n))', 'SyntaxError: NestedAggregation', 1, 24],
  ['MATCH (n) WHERE count(n) > 1 RETURN n', 'SyntaxError: InvalidAggregation', 1, 17],
  ['MATCH (n) RETURN n.x + count(*)', 'SyntaxError: AmbiguousAggregationExpression', 1, 18],
  ['MATCH (n) WITH n.x RETURN 1', 'SyntaxError: NoExpressionAlias', 1, 16],
  ['RETURN 1 AS a, 2 AS a', 'SyntaxError: ColumnNameConflict', 1, 16],
  ['RETURN 1 AS a UNION RETURN 2 AS b', 'SyntaxError: DifferentColumnsInUnion', 1, 21],
  ['MATCH (n) MATCH ()-[n]->() RETURN n', 'SyntaxError: VariableTypeConflict', 1, 21],
  ['MATCH (a)-[r]->()-[r]->() RETURN r', 'SyntaxError: RelationshipUniquenessViolation', 1, 20],
  ['MATCH (n)', 'SyntaxError: InvalidClauseComposition', 1, 1],
  ['CALL { MATCH (n) RETURN n }', 'SyntaxError: InvalidClauseComposition', 1, 1],
  ['RETURN 1 MATCH (n) RETURN n', 'SyntaxError: InvalidClauseComposition', 1, 10],
  ['MATCH (n) RETURN n LIMIT -1', 'SyntaxError: NegativeIntegerArgument', 1, 26],
  ['MATCH (n $map) RETURN n', 'SyntaxError: InvalidParameterUse', 1, 10],
  ['CALL no.such()', 'ProcedureError: ProcedureNotFound', 1, 1],
  ['MATCH ((a)){1,3} RETURN 1', 'SyntaxError: InvalidQuantifiedPath', 1, 7],
  ['MATCH p = SHORTEST (a)--(b) RETURN p', 'SyntaxError: UnexpectedSyntax', 1, 20],
  ['MATCH (a) RETURN shortestPath((a)--(b))', 'SyntaxError: UnboundNodes', 1, 18],
  ['RETURN $missing', 'ParameterMissing: MissingParameter', 1, 8],
  ['MATCH (n) RETURN (n)-->()', 'SyntaxError: UnexpectedSyntax', 1, 18],
  ['MATCH (((a)--(b)){1,2}){1,2} RETURN 1', 'SyntaxError: NestedQuantifier', 1, 7],
  ['RETURN 1 –2', 'SyntaxError: InvalidUnicodeCharacter', 1, 10],
  ['', 'SyntaxError: UnexpectedSyntax', 1, 1],
];

/** Errors only running can find. */
const late: readonly (readonly [string, string])[] = [
  ['RETURN 1 / 0', 'ArithmeticError: DivisionByZero'],
  ['RETURN 9223372036854775807 + 1', 'ArithmeticError: IntegerOverflow'],
  ['UNWIND [[1]] AS l RETURN l["x"]', 'TypeError: ListElementAccessByNonInteger'],
  ['UNWIND [1, null] AS x RETURN x.name', 'TypeError: InvalidArgumentType'],
  ['RETURN range(1, 2, 0)', 'ArgumentError: NumberOutOfRange'],
  ["RETURN 'a' =~ '('", 'SyntaxError: InvalidRegularExpression'],
  ["RETURN date('2024-13-01')", 'ArgumentError: InvalidArgumentValue'],
  ["RETURN datetime({year: 2024, timezone: 'Moon/Crater'})", 'ArgumentError: InvalidArgumentValue'],
];

describe('errors of the Cypher engine', () => {
  const engine = createEngine(new MultiDirectedGraph());
  for (const [query, title, line, column] of cases) {
    it(`${JSON.stringify(query)} is ${title} at ${line}:${column}`, async () => {
      await assert.rejects(engine.run(query), (error) => {
        assert.ok(error instanceof CypherError, String(error));
        assert.deepEqual([error.title, error.line, error.column, error.phase], [title, line, column, 'compile']);
        assert.ok(error.message.length > 10 && error.code.startsWith('Neo.ClientError.'));
        return true;
      });
    });
  }
  for (const [query, title] of late) {
    it(`${JSON.stringify(query)} fails with ${title}`, async () => {
      await assert.rejects(engine.run(query), (error) => {
        assert.ok(error instanceof CypherError, String(error));
        assert.deepEqual([error.title, error.phase, error.line], [title, 'runtime', 1]);
        return true;
      });
    });
  }
  it('tells where an error of running arose', async () => {
    await assert.rejects(
      engine.run("UNWIND ['2024-01-01', 'x'] AS text\nRETURN 1 AS one, 'at ' + date(text)"),
      (error) => error instanceof CypherError && error.line === 2 && error.column === 26,
    );
  });

  it('suggests the name that differs in case only', () => {
    assert.throws(
      () => engine.check('MATCH (person) RETURN Person.name'),
      (error) => error instanceof CypherError && error.hint === 'did you mean `person`?',
    );
  });
});
