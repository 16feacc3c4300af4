import type { GraphNode } from '../../graph-schema/graph.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import type { Look } from './look.ts';

/** What canvas contexts and the SVG writer share: enough to draw the shapes of the kinds. */
export interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, r: number, from: number, to: number): void;
  roundRect(x: number, y: number, w: number, h: number, r: number): void;
  closePath(): void;
  fill(): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
}

/** Half the width and height of a kind's shape, as shares of its radius. */
export const HALF_WIDTH: Readonly<Record<EntityKind, number>> = {
  country: 1.06,
  person: 1,
  organization: 1,
  event: 1,
  proposal: 0.82,
  place: 0.9,
};
export const HALF_HEIGHT: Readonly<Record<EntityKind, number>> = {
  country: 0.76,
  person: 1,
  organization: 1,
  event: 1,
  proposal: 1,
  place: 0.9,
};

/** Code on a country's plate: ISO 3166-1 alpha-3, or the first letters of its name. */
export const plateCode = (node: GraphNode): string => node.iso3 ?? node.name.slice(0, 3).toUpperCase();

const TURN = Math.PI * 2;

const hexagon = (pen: Pen, x: number, y: number, r: number): void => {
  for (let i = 0; i < 6; i++) {
    const angle = Math.PI / 6 + (i * Math.PI) / 3;
    if (i === 0) pen.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    else pen.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  pen.closePath();
};

const diamond = (pen: Pen, x: number, y: number, r: number): void => {
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
};

const sheet = (pen: Pen, x: number, y: number, r: number): void => {
  const fold = 0.5 * r;
  pen.moveTo(x - 0.8 * r, y - r);
  pen.lineTo(x + 0.8 * r - fold, y - r);
  pen.lineTo(x + 0.8 * r, y - r + fold);
  pen.lineTo(x + 0.8 * r, y + r);
  pen.lineTo(x - 0.8 * r, y + r);
  pen.closePath();
};

const drop = (pen: Pen, x: number, y: number, r: number): void => {
  pen.moveTo(x - 0.86 * r, y - 0.62 * r);
  pen.lineTo(x + 0.86 * r, y - 0.62 * r);
  pen.lineTo(x, y + 0.92 * r);
  pen.closePath();
};

/** Lay the outline of a kind's shape into the current path. */
export const outline = (pen: Pen, kind: EntityKind, x: number, y: number, r: number): void => {
  if (kind === 'country') pen.roundRect(x - r * 1.06, y - r * 0.76, r * 2.12, r * 1.52, Math.min(6, r * 0.3));
  else if (kind === 'organization') hexagon(pen, x, y, r);
  else if (kind === 'event') diamond(pen, x, y, r);
  else if (kind === 'proposal') sheet(pen, x, y, r);
  else if (kind === 'place') drop(pen, x, y, r);
  else {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, TURN);
  }
};

/** Colour that fills a kind's shape. */
export const fillOfKind = (kind: EntityKind, look: Look): string =>
  kind === 'country' ? look.ink : kind === 'event' ? look.pen : kind === 'organization' ? look.shade : look.card;

/** Draw one node whole: shape, border and what stands in it. `r` in px. */
export const drawShape = (pen: Pen, node: GraphNode, x: number, y: number, r: number, look: Look): void => {
  const { kind } = node;
  pen.beginPath();
  outline(pen, kind, x, y, r);
  pen.fillStyle = fillOfKind(kind, look);
  pen.fill();
  if (kind === 'country') {
    if (r < 6) return;
    pen.fillStyle = look.paper;
    pen.font = `700 ${Math.max(6, r * 0.62).toFixed(1)}px ${look.sans}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(plateCode(node), x, y + r * 0.04);
    return;
  }
  pen.strokeStyle = look.ink;
  pen.lineWidth = r < 7 ? 1.1 : 1.5;
  pen.stroke();
  if (r < 6) return;
  if (kind === 'person') {
    pen.fillStyle = look.soft;
    pen.beginPath();
    pen.arc(x, y - r * 0.24, r * 0.29, 0, TURN);
    pen.fill();
    pen.beginPath();
    pen.moveTo(x - r * 0.52, y + r * 0.56);
    pen.arc(x, y + r * 0.56, r * 0.52, Math.PI, TURN);
    pen.closePath();
    pen.fill();
  } else if (kind === 'proposal') {
    pen.strokeStyle = look.soft;
    pen.lineWidth = 1.1;
    pen.beginPath();
    for (const line of [-0.1, 0.22, 0.54]) {
      pen.moveTo(x - r * 0.45, y + r * line);
      pen.lineTo(x + r * (line > 0.5 ? 0.1 : 0.45), y + r * line);
    }
    pen.stroke();
  } else if (kind === 'organization') {
    pen.fillStyle = look.soft;
    pen.beginPath();
    for (const [dx, dy] of [
      [0, -0.36],
      [-0.34, 0.24],
      [0.34, 0.24],
    ] as const) {
      pen.moveTo(x + r * (dx + 0.17), y + r * dy);
      pen.arc(x + r * dx, y + r * dy, r * 0.17, 0, TURN);
    }
    pen.fill();
  }
};
