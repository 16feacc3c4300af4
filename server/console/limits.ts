/** What a query may use. One place for every figure. */
export interface ConsoleLimits {
  /** Characters of a query. */
  readonly characters: number;
  /** Brackets, CASEs and subqueries inside one another. */
  readonly depth: number;
  /** Subqueries inside one another: Neo4j's planner takes ever longer over them, and can't be stopped. */
  readonly subqueries: number;
  /** XORs of a query: Neo4j's planner writes each out, twice as long every time, and can't be stopped at it. */
  readonly xors: number;
  /** Loops over lists inside one another, in one expression. */
  readonly loops: number;
  /** Rounds of loops, and elements or characters built, that one expression may take: stores can't stop inside one. */
  readonly work: number;
  readonly rows: number;
  /** Bytes of an answer, as JSON. */
  readonly bytes: number;
  /** Milliseconds of a run, and of planning it. */
  readonly milliseconds: number;
  readonly explainMilliseconds: number;
  /** Runs at once. */
  readonly atOnce: number;
}

export const CONSOLE_LIMITS: ConsoleLimits = {
  characters: 20_000,
  depth: 50,
  subqueries: 5,
  xors: 8,
  loops: 2,
  work: 2_000_000,
  rows: 10_000,
  bytes: 32_000_000,
  milliseconds: 15_000,
  explainMilliseconds: 3_000,
  atOnce: 4,
};
