import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphNode } from '../../graph-schema/graph.ts';
import type { Selection } from '../store/source-of.ts';
import type { Store } from '../store/store.ts';
import { PROGRAM } from '../version.ts';
import type { Console } from './console.ts';
import { drawingOfAnswer } from './drawing-of-answer.ts';

/** Nodes of an exported neighbourhood at the most. */
const NEIGHBOURS = 2000;

/** What part of a store an export is of: everything under a filter, the neighbourhood of a node, or a query's answer. */
export const selectionOf = async (
  store: Store,
  console: Console,
  wanted: { readonly filter: Filter; readonly centre?: GraphNode; readonly query?: string },
): Promise<Selection> => {
  const { filter, centre, query } = wanted;
  const common = { program: PROGRAM, filter };
  if (centre) {
    const drawing = await store.neighbourhood(centre.id, { limit: NEIGHBOURS, filter });
    return { ...common, title: centre.name, around: centre.id, drawing };
  }
  if (query === undefined) return { ...common, title: 'Who met, backs, vetoed whom' };
  return { ...common, title: 'Answer of a query', query, drawing: await drawingOfAnswer(store, console, query) };
};
