/** Width of a text in px, measured once for each size and weight. */
export interface TextWidth {
  readonly measure: (text: string, size: number, bold: boolean) => number;
  /** The typeface has changed. */
  readonly forget: () => void;
}

export const createTextWidth = (context: CanvasRenderingContext2D, family: () => string): TextWidth => {
  const known = new Map<string, Map<string, number>>();
  return {
    measure(text, size, bold) {
      const font = `${bold ? 600 : 400} ${size}px ${family()}`;
      let widths = known.get(font);
      if (!widths) {
        widths = new Map();
        known.set(font, widths);
      }
      let width = widths.get(text);
      if (width === undefined) {
        if (context.font !== font) context.font = font;
        width = context.measureText(text).width;
        widths.set(text, width);
      }
      return width;
    },
    forget: () => known.clear(),
  };
};
