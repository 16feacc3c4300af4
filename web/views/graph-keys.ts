import type { App } from '../app.ts';
import type { GraphCanvas } from '../graph/graph-canvas.ts';
import { choose, closeNode, hideNodes, openNode, togglePins } from './graph-actions.ts';
import { type Direction, neighbourTowards } from './walk.ts';

/** Where the keyboard is on the graph, kept by the view. */
export interface KeyboardPlace {
  readonly lassoing: () => boolean;
  readonly setLassoing: (on: boolean) => void;
  /** The node the keyboard is on, or -1. */
  readonly cursor: () => number;
  readonly setCursor: (index: number, tell?: boolean, from?: number) => void;
}

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** The graph by keyboard: arrows walk along relations, letters do what the panel's buttons do. */
export const listenToKeys = (stage: HTMLElement, app: App, canvas: GraphCanvas, place: KeyboardPlace): void => {
  const { session } = app;
  const idOf = (index: number): string => canvas.scene().nodes[index]!.id;
  /** The way walked so far, which Escape goes back; of no use in another graph. */
  let trail: number[] = [];
  let walked = canvas.scene();

  /** Where walking begins: what is chosen, where one was, or what is most important. */
  const start = (): number => {
    const { chosen } = session.view();
    const scene = canvas.scene();
    const chosenIndex = chosen.kind === 'nodes' ? scene.indexOf.get(chosen.ids[0]!) : undefined;
    return chosenIndex ?? (place.cursor() >= 0 ? place.cursor() : (scene.order[0] ?? -1));
  };
  const walk = (from: number, direction: Direction): void => {
    const scene = canvas.scene();
    const next = neighbourTowards(scene, canvas.positions(), from, direction);
    if (next < 0) app.say(`No relation of ${scene.nodes[from]!.name} leads that way.`);
    else {
      trail.push(from);
      place.setCursor(next, true, from);
    }
  };
  const goBack = (): void => {
    if (place.lassoing()) place.setLassoing(false);
    else if (session.view().chosen.kind !== 'none') {
      choose(app, { kind: 'none' });
      app.say('Nothing chosen.');
    } else if (trail.length > 0) place.setCursor(trail.pop()!);
  };
  const actions: Readonly<Record<string, (cursor: number) => void>> = {
    Enter: (cursor) => choose(app, { kind: 'nodes', ids: [idOf(cursor)] }),
    Escape: goBack,
    e: (cursor) => openNode(app, idOf(cursor)),
    c: (cursor) => closeNode(app, idOf(cursor)),
    p: (cursor) => togglePins(app, [idOf(cursor)]),
    h: (cursor) => hideNodes(app, [idOf(cursor)]),
    '+': () => canvas.zoomBy(1.3),
    '=': () => canvas.zoomBy(1.3),
    '-': () => canvas.zoomBy(1 / 1.3),
    '0': () => canvas.fit(),
  };

  stage.addEventListener('focus', () => {
    if (stage.matches(':focus-visible')) place.setCursor(start());
  });
  stage.addEventListener('blur', () => canvas.setCursor(-1));
  stage.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (walked !== canvas.scene()) {
      walked = canvas.scene();
      trail = [];
    }
    if (place.cursor() < 0) place.setCursor(start(), false);
    const cursor = place.cursor();
    if (cursor < 0) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (ARROWS.has(event.key)) walk(cursor, event.key as Direction);
    else if (action) action(cursor);
    else return;
    event.preventDefault();
  });
};
