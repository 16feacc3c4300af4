import type { Obstacle } from './labels.ts';

/** What floats over a canvas: names are not put under it. */
export interface Floats {
  /** Their boxes, px within the canvas; what is hidden has none. */
  readonly boxes: () => readonly Obstacle[];
  /** They may stand elsewhere now. */
  readonly moved: () => void;
}

const boxesWithin = (host: HTMLElement, elements: readonly HTMLElement[]): Obstacle[] => {
  const { left, top } = host.getBoundingClientRect();
  return elements.flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return [];
    return [
      { left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top, owner: -1 },
    ];
  });
};

/** Watch over them; where they are is asked for anew only after they have moved. */
export const createFloats = (host: HTMLElement, elements: readonly HTMLElement[]): Floats => {
  let known: readonly Obstacle[] | undefined;
  return {
    boxes() {
      known ??= boxesWithin(host, elements);
      return known;
    },
    moved() {
      known = undefined;
    },
  };
};
