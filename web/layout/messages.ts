/** What the page tells the layout worker. */
export type ToLayout =
  | {
      readonly do: 'start';
      /** Told back with every answer, so that an answer to an earlier graph is known as such. */
      readonly run: number;
      readonly nodes: number;
      /** Ends of each pair, as indexes. */
      readonly source: Int32Array;
      readonly target: Int32Array;
      /** Known places, `NaN` where there is none. */
      readonly known?: Float32Array;
      /** Indexes that stay where they are. */
      readonly pinned?: Int32Array;
      /** Radius of each node relative to the mean, to keep them apart. */
      readonly radii?: Float32Array;
      /** How strongly each pair pulls; 1 where absent. */
      readonly weights?: Float32Array;
      readonly aspect: number;
      /** Take the known places as they are and only lay out when something is dragged. */
      readonly still?: boolean;
    }
  | { readonly do: 'drag'; readonly index: number; readonly x: number; readonly y: number }
  | { readonly do: 'drop'; readonly index: number; readonly keep: boolean }
  | { readonly do: 'stop' };

/** What the worker answers. */
export interface FromLayout {
  readonly run: number;
  readonly positions: Float32Array;
  /** With the first answer of a run. */
  readonly communities?: Int32Array;
  readonly done: boolean;
}
