import type { Api } from './data/api.ts';
import type { ShownGraph } from './data/shown-graph.ts';
import type { GraphCanvas } from './graph/graph-canvas.ts';
import type { Session } from './state/session.ts';

/** What the views share. */
export interface App {
  readonly api: Api;
  readonly session: Session;
  /** The graph that is shown now. */
  readonly graph: () => ShownGraph;
  /** Called when another graph is shown. */
  readonly onGraph: (listener: (graph: ShownGraph) => void) => void;
  /** Fetch everything anew: the store has changed. */
  readonly reload: () => void;
  /** Say something to who listens rather than looks. */
  readonly say: (text: string) => void;
  /** Show what went wrong, until it is dismissed. */
  readonly complain: (error: unknown) => void;
  /** A short word that something was done. */
  readonly toast: (text: string) => void;
  readonly canvas: () => GraphCanvas | undefined;
  /** A moving time window while it is dragged or played; nothing when it rests. */
  readonly preview: (window: { readonly since: string; readonly until: string } | undefined) => void;
}
