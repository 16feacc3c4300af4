import type { AbstractGraph } from 'graphology-types';
import { createEngineWith, type Engine, type EngineOptions } from '../engine.ts';
import { exactView } from '../graph/view.ts';
import { writing } from './plan.ts';

export * from '../index.ts';

/**
 * Opens an engine that also creates, merges, sets, removes and deletes. The graph holds `labels` and `properties` on
 * nodes, `type` and `properties` on edges; numbers are stored `exact` unless the view says otherwise.
 */
export function createWritingEngine(graph: AbstractGraph, options: EngineOptions = {}): Engine {
  return createEngineWith(graph, { ...options, view: options.view ?? exactView }, writing);
}
