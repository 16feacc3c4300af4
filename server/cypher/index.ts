export {
  type Counters,
  createEngine,
  type Engine,
  type EngineOptions,
  type Parameters,
  type Result,
  type Stream,
} from './engine.ts';
export { CypherError, type ErrorPhase, type ErrorType } from './error.ts';
export { GraphNode, GraphRelationship } from './graph/entity.ts';
export { type Attributes, exactView, type GraphView, labelledView } from './graph/view.ts';
export type { PlanDescription } from './plan/operator.ts';
export type { Procedure, ProcedureInput } from './procedures.ts';
export type { Limits } from './run/budget.ts';
export { fromJavaScript, type Json, toJson } from './values/convert.ts';
export { Point } from './values/point.ts';
export { written } from './values/text.ts';
export { GraphPath, isList, isMap, isTemporal, type Kind, kindOf, type Temporal, type Value } from './values/value.ts';
