import { backboneOf } from './backbone.ts';
import { badgesAtRest } from './badges.ts';
import { BUNDLE_SIGNS } from './bundle.ts';
import { bundleCurve } from './bundle-curve.ts';
import { type Frame, screenRadius, screenX, screenY } from './frame.ts';
import { lineHeight, type PlacedLabel } from './labels.ts';
import { DASHES, SIGN_MARKS, UNCERTAIN_DASH } from './look.ts';
import { drawShape, type Pen } from './shapes.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A pen that writes SVG elements instead of painting. */
const createSvgPen = (out: string[]): Pen => {
  let path = '';
  const pen: Pen = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    font: '',
    textAlign: 'center',
    textBaseline: 'middle',
    beginPath() {
      path = '';
    },
    moveTo(x, y) {
      path += `M${n(x)} ${n(y)}`;
    },
    lineTo(x, y) {
      path += `L${n(x)} ${n(y)}`;
    },
    arc(x, y, r, from, to) {
      const [x0, y0] = [x + r * Math.cos(from), y + r * Math.sin(from)];
      const [x1, y1] = [x + r * Math.cos(to), y + r * Math.sin(to)];
      if (to - from >= Math.PI * 2 - 1e-6) {
        path += `M${n(x + r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x + r)} ${n(y)}`;
      } else path += `M${n(x0)} ${n(y0)}A${n(r)} ${n(r)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${n(x1)} ${n(y1)}`;
    },
    roundRect(x, y, w, h, r) {
      path += `M${n(x + r)} ${n(y)}h${n(w - 2 * r)}q${n(r)} 0 ${n(r)} ${n(r)}v${n(h - 2 * r)}q0 ${n(r)} ${n(-r)} ${n(r)}h${n(2 * r - w)}q${n(-r)} 0 ${n(-r)} ${n(-r)}v${n(2 * r - h)}q0 ${n(-r)} ${n(r)} ${n(-r)}z`;
    },
    closePath() {
      path += 'Z';
    },
    fill() {
      out.push(`<path d="${path}" fill="${pen.fillStyle}"/>`);
    },
    stroke() {
      out.push(`<path d="${path}" fill="none" stroke="${pen.strokeStyle}" stroke-width="${pen.lineWidth}"/>`);
    },
    fillText(text, x, y) {
      const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(pen.font) ?? [];
      out.push(
        `<text x="${n(x)}" y="${n(y)}" dy=".35em" text-anchor="middle" font-weight="${weight}" font-size="${size}" fill="${pen.fillStyle}">${escapeXml(text)}</text>`,
      );
    },
  };
  return pen;
};

/** The picture as an SVG file: shapes as paths, names as text. It says from where it was made. */
export const svgOfFrame = (
  frame: Frame,
  labels: readonly PlacedLabel[],
  about: { readonly title: string; readonly address: string },
): string => {
  const { scene, size, look } = frame;
  const out: string[] = [];
  const backbone = backboneOf(scene);
  for (let bundle = 0; bundle < scene.bundles.length; bundle++) {
    if (frame.shown && frame.shown[bundle] === 0) continue;
    const sign = BUNDLE_SIGNS[scene.sign[bundle]!]!;
    const { certain } = scene.bundles[bundle]!;
    const { x0, y0, cx, cy, x1, y1 } = bundleCurve(frame, bundle);
    const dash = (certain ? DASHES[sign] : UNCERTAIN_DASH).join(' ');
    out.push(
      `<path d="M${n(x0)} ${n(y0)}Q${n(cx)} ${n(cy)} ${n(x1)} ${n(y1)}" fill="none" stroke="${look.edge[sign]}" stroke-width="${n(scene.width[bundle]!)}"${backbone[bundle] ? '' : ' stroke-opacity="0.25"'}${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
    );
  }
  for (const { bundle, x, y } of badgesAtRest(frame, labels)) {
    const sign = BUNDLE_SIGNS[scene.sign[bundle]!]!;
    out.push(
      `<circle cx="${n(x)}" cy="${n(y)}" r="7.5" fill="${look.paper}" stroke="${look.edge[sign]}"/><text x="${n(x)}" y="${n(y)}" dy=".35em" text-anchor="middle" font-size="12" font-weight="700" fill="${look.edge[sign]}">${SIGN_MARKS[sign]}</text>`,
    );
  }
  const pen = createSvgPen(out);
  for (let at = scene.order.length - 1; at >= 0; at--) {
    const i = scene.order[at]!;
    drawShape(pen, scene.nodes[i]!, screenX(frame, i), screenY(frame, i), screenRadius(frame, i), look);
  }
  const anchors = { center: 'middle', left: 'start', right: 'end' } as const;
  for (const label of labels) {
    label.lines.forEach((line, nth) => {
      out.push(
        `<text x="${n(label.x)}" y="${n(label.y + nth * lineHeight(label.size))}" dy=".35em" text-anchor="${anchors[label.align]}" font-size="${label.size}"${label.bold ? ' font-weight="600"' : ''} fill="${look.ink}" stroke="${look.paper}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${escapeXml(line)}</text>`,
      );
    });
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escapeXml(look.sans)}"><title>${escapeXml(about.title)}</title><desc>${escapeXml(about.address)}</desc><rect width="100%" height="100%" fill="${look.paper}"/>${out.join('')}</svg>\n`;
};
