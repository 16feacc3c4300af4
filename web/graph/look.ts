import type { BundleSign } from './bundle.ts';

/** The colours and letters that the graph is painted with, read from the page's style. */
export interface Look {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly shade: string;
  readonly pen: string;
  readonly edge: Readonly<Record<BundleSign, string>>;
  readonly tints: readonly string[];
  readonly sans: string;
  readonly dark: boolean;
}

/** Line patterns, px: conflict is dashed, mixed is dash and dot, so that no sign is told by colour alone. */
export const DASHES: Readonly<Record<BundleSign, readonly number[]>> = {
  none: [],
  cooperation: [],
  conflict: [7, 5],
  mixed: [14, 4, 2, 4],
};

/** What is only denied, planned or possible is dotted, whatever its sign. */
export const UNCERTAIN_DASH: readonly number[] = [1.5, 4.5];

export const SIGN_MARKS: Readonly<Record<BundleSign, string>> = {
  none: '',
  cooperation: '+',
  conflict: '−',
  mixed: '±',
};

/** Read the look from the custom properties of an element. */
export const readLook = (element: Element): Look => {
  const style = getComputedStyle(element);
  const get = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  return {
    paper: get('--paper', '#fbfaf6'),
    card: get('--card', '#ffffff'),
    ink: get('--ink', '#1d2127'),
    soft: get('--soft', '#5b6470'),
    line: get('--edge', '#cfc9bb'),
    shade: get('--shade', '#f3f1ea'),
    pen: get('--pen', '#fff1b8'),
    edge: {
      none: get('--edge', '#cfc9bb'),
      cooperation: get('--cooperation', '#0b6e99'),
      conflict: get('--conflict', '#c2410c'),
      mixed: get('--mixed', '#6b5b95'),
    },
    tints: [1, 2, 3, 4, 5, 6].map((n) => get(`--tint-${n}`, '#8899aa14')),
    sans: get('--sans', 'system-ui, sans-serif'),
    dark: get('--theme', 'light') === 'dark',
  };
};
