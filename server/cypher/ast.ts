/** What every piece of a query knows: where its text begins and ends. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is known of a variable's values before running. */
export type StaticType =
  | 'any'
  | 'node'
  | 'relationship'
  | 'path'
  | 'relationships'
  | 'integer'
  | 'float'
  | 'string'
  | 'boolean'
  | 'map'
  | 'list'
  | 'temporal'
  | 'null';

/** One declaration of a variable; `slot` is its place in the frame of a run. */
export interface Binding {
  readonly name: string;
  type: StaticType;
  readonly slot: number;
  /** For lists: what its elements are, where known. */
  element?: StaticType;
}

export type Expression =
  | Literal
  | Parameter
  | Variable
  | Property
  | HasLabels
  | Index
  | Slice
  | ListLiteral
  | MapLiteral
  | Unary
  | Binary
  | Logical
  | Comparison
  | IsNull
  | IsTyped
  | IsNormalized
  | Call
  | CountStar
  | Case
  | ListComprehension
  | Quantifier
  | Reduce
  | PatternComprehension
  | PatternExpression
  | Subquery
  | MapProjection;

export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: null | boolean | bigint | number | string;
}
export interface Parameter extends Span {
  readonly kind: 'parameter';
  readonly name: string;
}
export interface Variable extends Span {
  readonly kind: 'variable';
  readonly name: string;
  binding: Binding | undefined;
}
export interface Property extends Span {
  readonly kind: 'property';
  readonly of: Expression;
  readonly key: string;
}
export interface HasLabels extends Span {
  readonly kind: 'has-labels';
  readonly of: Expression;
  readonly labels: LabelExpression;
}
export interface Index extends Span {
  readonly kind: 'index';
  readonly of: Expression;
  readonly index: Expression;
}
export interface Slice extends Span {
  readonly kind: 'slice';
  readonly of: Expression;
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
}
export interface ListLiteral extends Span {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
export interface MapEntry {
  readonly key: string;
  readonly value: Expression;
}
export interface MapLiteral extends Span {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}
export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: 'not' | '-' | '+';
  readonly of: Expression;
}
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '||'
  | 'in'
  | 'starts with'
  | 'ends with'
  | 'contains'
  | '=~';
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Logical extends Span {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | 'xor';
  readonly operands: readonly Expression[];
}
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
/** `a < b <= c`: operators stand between operands. */
export interface Comparison extends Span {
  readonly kind: 'comparison';
  readonly operands: readonly Expression[];
  readonly operators: readonly ComparisonOperator[];
}
export interface IsNull extends Span {
  readonly kind: 'is-null';
  readonly of: Expression;
  readonly negated: boolean;
}
export interface IsTyped extends Span {
  readonly kind: 'is-typed';
  readonly of: Expression;
  readonly type: TypeName;
  readonly negated: boolean;
}
export interface TypeName {
  readonly names: readonly { readonly name: string; readonly element?: TypeName; readonly notNull: boolean }[];
}
export interface IsNormalized extends Span {
  readonly kind: 'is-normalized';
  readonly of: Expression;
  readonly form: string;
  readonly negated: boolean;
}
export interface Call extends Span {
  readonly kind: 'call';
  /** As written, namespace included. */
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Expression[];
}
export interface CountStar extends Span {
  readonly kind: 'count-star';
}
export interface Case extends Span {
  readonly kind: 'case';
  readonly subject: Expression | undefined;
  readonly branches: readonly Branch[];
  readonly otherwise: Expression | undefined;
}
export interface Branch {
  /** One of them must hold. With an operator, the subject is compared; without, it must be equal. */
  readonly tests: readonly { readonly operator: ComparisonOperator | undefined; readonly operand: Expression }[];
  readonly value: Expression;
}
export interface ListComprehension extends Span {
  readonly kind: 'list-comprehension';
  readonly variable: Variable;
  readonly list: Expression;
  readonly where: Expression | undefined;
  readonly map: Expression | undefined;
}
export interface Quantifier extends Span {
  readonly kind: 'quantifier';
  readonly which: 'all' | 'any' | 'none' | 'single';
  readonly variable: Variable;
  readonly list: Expression;
  readonly where: Expression;
}
export interface Reduce extends Span {
  readonly kind: 'reduce';
  readonly accumulator: Variable;
  readonly initial: Expression;
  readonly variable: Variable;
  readonly list: Expression;
  readonly body: Expression;
}
export interface PatternComprehension extends Span {
  readonly kind: 'pattern-comprehension';
  readonly pattern: PatternPart;
  readonly where: Expression | undefined;
  readonly map: Expression;
  introduced: readonly Binding[];
}
export interface PatternExpression extends Span {
  readonly kind: 'pattern-expression';
  readonly pattern: PatternPart;
  introduced: readonly Binding[];
}
export interface Subquery extends Span {
  readonly kind: 'subquery';
  readonly which: 'exists' | 'count' | 'collect';
  readonly query: Query;
}
export type ProjectionItem =
  | { readonly kind: 'property'; readonly key: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'entry'; readonly key: string; readonly value: Expression };
export interface MapProjection extends Span {
  readonly kind: 'map-projection';
  readonly of: Variable;
  readonly items: readonly ProjectionItem[];
}

/** `A`, `A|B`, `A&B`, `!A`, `%`. */
export type LabelExpression =
  | { readonly kind: 'name'; readonly name: string; readonly start: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly of: LabelExpression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly LabelExpression[]; readonly colons?: boolean };

export interface NodePattern extends Span {
  readonly kind: 'node-pattern';
  readonly variable: Variable | undefined;
  readonly labels: LabelExpression | undefined;
  readonly properties: Expression | undefined;
  readonly where: Expression | undefined;
  binding: Binding | undefined;
}
export type Direction = 'out' | 'in' | 'both';
export interface Length {
  readonly min: number;
  readonly max: number;
}
export interface RelationshipPattern extends Span {
  readonly kind: 'relationship-pattern';
  readonly variable: Variable | undefined;
  readonly types: LabelExpression | undefined;
  readonly properties: Expression | undefined;
  readonly where: Expression | undefined;
  readonly direction: Direction;
  /** Undefined for one relationship. */
  readonly length: Length | undefined;
  binding: Binding | undefined;
}
/** `((a)-[r]->(b) WHERE …){1,3}`. */
export interface PatternGroup extends Span {
  readonly kind: 'pattern-group';
  readonly elements: readonly PatternElement[];
  readonly where: Expression | undefined;
  readonly length: Length;
  /** Variables inside, and the lists they are outside. */
  groups: readonly { readonly inner: Binding; readonly outer: Binding }[];
}
export type PatternElement = NodePattern | RelationshipPattern | PatternGroup;
export type Selector =
  | { readonly kind: 'shortest' | 'all-shortest'; readonly form: 'function' | 'selector' }
  | { readonly kind: 'any'; readonly count: number }
  | { readonly kind: 'shortest-k' | 'shortest-groups'; readonly count: number };
export interface PatternPart extends Span {
  readonly variable: Variable | undefined;
  readonly selector: Selector | undefined;
  readonly elements: readonly PatternElement[];
  /** Of the path. Set by the check, also for nameless paths a selector needs. */
  binding: Binding | undefined;
}

export interface Item extends Span {
  readonly expression: Expression;
  readonly alias: Variable | undefined;
  /** The column's name: the alias, else the text of the expression. */
  readonly name: string;
  binding: Binding | undefined;
}
export interface SortItem {
  readonly expression: Expression;
  readonly descending: boolean;
}
export interface Projection extends Span {
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly Item[];
  /** As written; the check puts columns in the place of what they are made of. */
  orderBy: readonly SortItem[];
  readonly skip: Expression | undefined;
  readonly limit: Expression | undefined;
  /** Every column with what it is made of, `*` written out. Set by the check. */
  columns: readonly Column[];
  /** Does any column aggregate? Set by the check. */
  aggregates: boolean;
  /** What later clauses see. Set by the check. */
  visible: readonly Binding[];
}
export interface Column {
  readonly name: string;
  readonly expression: Expression;
  readonly binding: Binding;
}

export type Clause =
  | Match
  | Unwind
  | With
  | Return
  | CallProcedure
  | CallSubquery
  | Create
  | Merge
  | SetClause
  | Remove
  | Delete
  | Foreach;

export interface Match extends Span {
  readonly kind: 'match';
  readonly optional: boolean;
  readonly patterns: readonly PatternPart[];
  readonly where: Expression | undefined;
  /** The variables that begin here, nameless ones too. Set by the check. */
  introduced: readonly Binding[];
}
export interface Unwind extends Span {
  readonly kind: 'unwind';
  readonly list: Expression;
  readonly variable: Variable;
}
export interface With extends Span {
  readonly kind: 'with';
  readonly projection: Projection;
  /** As written; the check puts columns in the place of what they are made of. */
  where: Expression | undefined;
}
export interface Return extends Span {
  readonly kind: 'return';
  readonly projection: Projection;
}
export interface CallProcedure extends Span {
  readonly kind: 'call-procedure';
  readonly name: string;
  /** Undefined where the arguments are left to the parameters of the same names. */
  readonly args: readonly Expression[] | undefined;
  readonly optional: boolean;
  readonly yields: readonly { readonly name: string; readonly variable: Variable }[] | undefined;
  readonly star: boolean;
  readonly where: Expression | undefined;
  /** Where to put which result column. Set by the check. */
  outputs: readonly { readonly index: number; readonly name: string; readonly binding: Binding }[];
}
export interface CallSubquery extends Span {
  readonly kind: 'call-subquery';
  readonly query: Query;
  readonly optional: boolean;
  /** `CALL (x, y) { }`; `'*'` for all; undefined where a leading WITH imports. */
  readonly imports: readonly Variable[] | '*' | undefined;
}
export interface Create extends Span {
  readonly kind: 'create';
  readonly patterns: readonly PatternPart[];
  introduced: readonly Binding[];
}
export interface Merge extends Span {
  readonly kind: 'merge';
  readonly pattern: PatternPart;
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
  introduced: readonly Binding[];
}
export type SetItem =
  | { readonly kind: 'set-property'; readonly target: Property | Index; readonly value: Expression }
  | { readonly kind: 'set-all' | 'set-more'; readonly variable: Variable; readonly value: Expression }
  | { readonly kind: 'set-labels'; readonly variable: Variable; readonly labels: readonly string[] };
export interface SetClause extends Span {
  readonly kind: 'set';
  readonly items: readonly SetItem[];
}
export type RemoveItem =
  | { readonly kind: 'remove-property'; readonly target: Property | Index }
  | { readonly kind: 'remove-labels'; readonly variable: Variable; readonly labels: readonly string[] };
export interface Remove extends Span {
  readonly kind: 'remove';
  readonly items: readonly RemoveItem[];
}
export interface Delete extends Span {
  readonly kind: 'delete';
  readonly detach: boolean;
  readonly expressions: readonly Expression[];
}
export interface Foreach extends Span {
  readonly kind: 'foreach';
  readonly variable: Variable;
  readonly list: Expression;
  readonly clauses: readonly Clause[];
}

export interface SingleQuery extends Span {
  readonly clauses: readonly Clause[];
}
export interface Query extends Span {
  readonly parts: readonly SingleQuery[];
  /** Between parts: true for UNION ALL. */
  readonly all: readonly boolean[];
  /** The result's columns; empty where nothing is returned. Set by the check. */
  columns: readonly Binding[];
}
export interface Statement {
  readonly mode: 'run' | 'explain' | 'profile';
  readonly query: Query;
  readonly text: string;
  /** How many slots the check gave out. */
  slots: number;
}
