import type { App } from '../app.ts';
import { neighboursOf } from '../graph/scene.ts';
import { type Chosen, type Opened, type View, withGraph } from '../state/view.ts';

/** By how many neighbours a node is opened at a time. */
export const OPEN_BY = 12;

const without = (ids: readonly string[], gone: readonly string[]): string[] => ids.filter((id) => !gone.includes(id));

export const isOpened = (view: View, id: string): Opened | undefined => view.graph.opened.find((one) => one.id === id);

/** Show (more of) a node's neighbours, all or only those by some relations. */
export const openNode = (app: App, id: string, types?: readonly string[]): void =>
  app.session.go((view) => {
    const known = view.graph.opened.find((one) => one.id === id && String(one.types) === String(types));
    const shownAround = neighbourCount(app, id);
    const limit = known ? known.limit + OPEN_BY : types ? OPEN_BY : Math.max(OPEN_BY, shownAround + OPEN_BY);
    const opened = [...view.graph.opened.filter((one) => one !== known), { id, limit, ...(types ? { types } : {}) }];
    return withGraph(view, { opened });
  });

const neighbourCount = (app: App, id: string): number => {
  const scene = app.canvas()?.scene();
  const index = scene?.indexOf.get(id);
  return scene && index !== undefined ? neighboursOf(scene, index).length : 0;
};

/** Take away what opening a node brought: its own neighbours that have no other relation here. */
export const closeNode = (app: App, id: string): void =>
  app.session.go((view) => {
    const opened = view.graph.opened.filter((one) => one.id !== id);
    if (opened.length < view.graph.opened.length && (view.graph.overview > 0 || opened.length > 0)) {
      return withGraph(view, { opened });
    }
    const scene = app.canvas()?.scene();
    const index = scene?.indexOf.get(id);
    if (!scene || index === undefined) return view;
    const leaves = neighboursOf(scene, index)
      .filter((other) => scene.incidentFrom[other + 1]! - scene.incidentFrom[other]! === 1)
      .map((other) => scene.nodes[other]!.id);
    return withGraph(view, { hidden: [...new Set([...view.graph.hidden, ...leaves])], opened });
  });

export const hideNodes = (app: App, ids: readonly string[]): void =>
  app.session.go((view) => {
    const pins = Object.fromEntries(Object.entries(view.graph.pins).filter(([id]) => !ids.includes(id)));
    return {
      ...withGraph(view, {
        hidden: [...new Set([...view.graph.hidden, ...ids])],
        pins,
        opened: view.graph.opened.filter((one) => !ids.includes(one.id)),
      }),
      chosen: { kind: 'none' },
    };
  });

/** Keep only these nodes. */
export const keepOnly = (app: App, ids: readonly string[]): void =>
  app.session.go((view) => withGraph(view, { overview: 0, opened: [], added: ids, hidden: [] }));

export const unhideAll = (app: App): void => app.session.go((view) => withGraph(view, { hidden: [] }));

/** Pin nodes where they are, or let them go where all are pinned. */
export const togglePins = (app: App, ids: readonly string[]): void =>
  app.session.go((view) => {
    const pins = { ...view.graph.pins };
    const all = ids.every((id) => id in pins);
    const places = app.canvas()?.places();
    for (const id of ids) {
      const place = places?.get(id);
      if (all) delete pins[id];
      else if (place) pins[id] = [Math.round(place[0] * 10) / 10, Math.round(place[1] * 10) / 10];
    }
    return withGraph(view, { pins });
  });

export const choose = (app: App, chosen: Chosen): void => app.session.go((view) => ({ ...view, chosen }));

/** Show nodes beside those there are. */
export const addNodes = (app: App, ids: readonly string[]): void =>
  app.session.go((view) =>
    withGraph(view, { added: [...new Set([...view.graph.added, ...ids])], hidden: without(view.graph.hidden, ids) }),
  );
