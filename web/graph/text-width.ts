/** Width of a text in px. */
export interface TextWidth {
  readonly measure: (text: string, size: number, bold: boolean) => number;
  /** The typeface has changed. */
  readonly forget: () => void;
}

/** What can be measured letter by letter: no ligatures or joined letters worth the name. */
const PLAIN = /^[\x20-\x7e\xa0-\u024f‘’“”–—…−]*$/;

/** The text's part of a canvas context. */
type Measuring = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

/**
 * Measure texts, each font's letters once: hundreds of names are tried for their places before a large graph is first
 * seen, and asking the browser for each takes longer than placing them. What is not plain Latin is measured whole.
 */
export const createTextWidth = (context: Measuring, family: () => string): TextWidth => {
  const known = new Map<string, Map<string, number>>();
  const measured = (font: string, widths: Map<string, number>, text: string): number => {
    let width = widths.get(text);
    if (width === undefined) {
      if (context.font !== font) context.font = font;
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
  return {
    measure(text, size, bold) {
      const font = `${bold ? 600 : 400} ${size}px ${family()}`;
      let widths = known.get(font);
      if (!widths) {
        widths = new Map();
        known.set(font, widths);
      }
      if (!PLAIN.test(text)) return measured(font, widths, text);
      let sum = 0;
      for (const letter of text) sum += measured(font, widths, letter);
      return sum;
    },
    forget: () => known.clear(),
  };
};
