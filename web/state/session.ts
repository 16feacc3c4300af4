import { fromAddress, toAddress } from './address.ts';
import type { View } from './view.ts';

/** A change that is a step of its own can be undone; one that is not takes the place of the view before. */
export type StepKind = 'step' | 'same-step';

/** The one state of the page, held by the address; the browser's own history is the list of steps. */
export interface Session {
  readonly view: () => View;
  readonly go: (next: View | ((view: View) => View), kind?: StepKind) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Called with the view after and before each change; gives a function that ends it. */
  readonly follow: (listener: (view: View, before: View) => void) => () => void;
}

interface Mark {
  readonly step: number;
}

const LAST_STEP = 'entente.last-step';

export const createSession = (window: Window): Session => {
  const { history, location, sessionStorage } = window;
  let view = fromAddress(location.search);
  const listeners = new Set<(view: View, before: View) => void>();
  const mark = history.state as Mark | null;
  let step = mark?.step ?? 0;
  let last = mark ? Math.max(step, Number(sessionStorage.getItem(LAST_STEP) ?? step)) : 0;

  const remember = (): void => sessionStorage.setItem(LAST_STEP, String(last));
  const addressOf = (next: View) => `${location.pathname}${toAddress(next)}`;
  const tell = (before: View): void => {
    for (const listener of listeners) listener(view, before);
  };
  if (!mark) history.replaceState({ step }, '', `${location.pathname}${location.search}`);
  remember();

  window.addEventListener('popstate', (event) => {
    const before = view;
    step = (event.state as Mark | null)?.step ?? 0;
    view = fromAddress(location.search);
    tell(before);
  });

  return {
    view: () => view,
    go(next, kind = 'step') {
      const before = view;
      const made = typeof next === 'function' ? next(view) : next;
      if (made === before) return;
      view = made;
      if (kind === 'step' && toAddress(made) !== toAddress(before)) {
        step++;
        last = step;
        remember();
        history.pushState({ step }, '', addressOf(view));
      } else history.replaceState({ step }, '', addressOf(view));
      tell(before);
    },
    undo() {
      if (step > 0) history.back();
    },
    redo() {
      if (step < last) history.forward();
    },
    canUndo: () => step > 0,
    canRedo: () => step < last,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
