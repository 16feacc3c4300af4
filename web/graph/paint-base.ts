import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { backboneOf, CROWDED } from './backbone.ts';
import { AGGREGATE_FROM, closedClusters, discRadius } from './clusters.ts';
import { bundleBend, curveBetween, pointOn } from './curve.ts';
import { type Frame, MANY_BUNDLES, screenRadius, screenX, screenY } from './frame.ts';
import { DASHES, UNCERTAIN_DASH } from './look.ts';
import { BUNDLE_SIGNS, type BundleSign } from './scene.ts';
import { drawShape, fillOfKind, outline } from './shapes.ts';

type Context = CanvasRenderingContext2D;

/** Paths are stroked in batches of so many: longer ones are slower, not faster, without a GPU. */
const BATCH = 64;
/** Radius of a sign on a line, px. */
export const BADGE = 7.5;

const outside = (frame: Frame, x0: number, y0: number, x1: number, y1: number): boolean => {
  const { width, height } = frame.size;
  return (x0 < 0 && x1 < 0) || (y0 < 0 && y1 < 0) || (x0 > width && x1 > width) || (y0 > height && y1 > height);
};

/** Soft discs of colour behind communities, so that a group is seen before its lines are. */
const paintTints = (context: Context, frame: Frame): void => {
  const { clusters, camera, look, scene } = frame;
  if (!clusters || !frame.tinted || frame.hurried) return;
  const least = Math.max(3, scene.nodes.length * 0.004);
  let nth = 0;
  for (let c = 0; c < clusters.count; c++) {
    if (clusters.members[c]! < least) continue;
    const colour = look.tints[nth++ % look.tints.length]!;
    const x = clusters.x[c]! * camera.k + camera.x;
    const y = clusters.y[c]! * camera.k + camera.y;
    const radius = clusters.radius[c]! * camera.k * 1.45 + 34;
    if (x + radius < 0 || y + radius < 0 || x - radius > frame.size.width || y - radius > frame.size.height) continue;
    const gradient = context.createRadialGradient(x, y, radius * 0.3, x, y, radius);
    gradient.addColorStop(0, colour);
    gradient.addColorStop(1, `${colour.slice(0, 7)}00`);
    context.fillStyle = gradient;
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  }
};

/** Thin straight lines in batches: lines within a community stronger, lines between communities faded. */
const paintManyLines = (context: Context, frame: Frame, closed: Uint8Array | undefined): void => {
  const { scene, positions, camera, communities, look, shown } = frame;
  const { k, x: tx, y: ty } = camera;
  const { source, target, sign } = scene;
  context.lineWidth = 1;
  const crowd = scene.bundles.length > 8000 ? 0.34 : 0.5;
  // in a hurry every other line of a crowd will do: it looks the same until the hand rests
  const thinned = frame.hurried && scene.bundles.length > 8000;
  for (let far = communities && !frame.hurried ? 1 : 0; far >= 0; far--) {
    context.globalAlpha = far ? 0.09 : crowd;
    for (let group = 0; group < BUNDLE_SIGNS.length; group++) {
      context.strokeStyle = look.edge[BUNDLE_SIGNS[group]!];
      let batch = 0;
      context.beginPath();
      for (let i = 0; i < source.length; i++) {
        if (sign[i] !== group || (shown && shown[i] === 0)) continue;
        if (thinned && i % 2 === 1) continue;
        const s = source[i]!;
        const t = target[i]!;
        if (communities) {
          const cs = communities[s]!;
          const ct = communities[t]!;
          if ((cs !== ct) !== (far === 1)) continue;
          if (closed && (closed[cs] === 1 || closed[ct] === 1)) continue;
        }
        const x0 = positions[2 * s]! * k + tx;
        const y0 = positions[2 * s + 1]! * k + ty;
        const x1 = positions[2 * t]! * k + tx;
        const y1 = positions[2 * t + 1]! * k + ty;
        if (outside(frame, x0, y0, x1, y1)) continue;
        context.moveTo(x0, y0);
        context.lineTo(x1, y1);
        if (++batch >= BATCH) {
          context.stroke();
          context.beginPath();
          batch = 0;
        }
      }
      if (batch > 0) context.stroke();
    }
  }
  context.globalAlpha = 1;
};

/** Discs for communities that are not open from here, and the lines between them. */
const paintClosedClusters = (context: Context, frame: Frame, closed: Uint8Array): void => {
  const { clusters, camera, look } = frame;
  if (!clusters) return;
  const { link } = clusters;
  const x = (c: number) => clusters.x[c]! * camera.k + camera.x;
  const y = (c: number) => clusters.y[c]! * camera.k + camera.y;
  context.globalAlpha = 0.5;
  for (let i = 0; i < link.a.length; i++) {
    const a = link.a[i]!;
    const b = link.b[i]!;
    if ((closed[a] === 0 && closed[b] === 0) || link.weight[i]! < 2) continue;
    if (outside(frame, x(a), y(a), x(b), y(b))) continue;
    context.strokeStyle = look.edge[BUNDLE_SIGNS[link.sign[i]!]!];
    context.lineWidth = Math.min(6, 0.4 + Math.log2(link.weight[i]!) * 0.7);
    context.beginPath();
    context.moveTo(x(a), y(a));
    context.lineTo(x(b), y(b));
    context.stroke();
  }
  context.globalAlpha = 1;
  for (let c = 0; c < clusters.count; c++) {
    if (closed[c] === 0) continue;
    const r = discRadius(clusters, c, camera);
    if (x(c) + r < 0 || y(c) + r < 0 || x(c) - r > frame.size.width || y(c) - r > frame.size.height) continue;
    context.fillStyle = look.shade;
    context.strokeStyle = look.ink;
    context.lineWidth = 1.4;
    context.beginPath();
    context.arc(x(c), y(c), r, 0, Math.PI * 2);
    context.fill();
    context.stroke();
    if (r >= 12) {
      context.fillStyle = look.ink;
      context.font = `600 ${Math.min(13, r * 0.6).toFixed(1)}px ${look.sans}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(String(clusters.members[c]), x(c), y(c));
    }
  }
};

/** Nodes as plain shapes in batches by kind. */
const paintManyNodes = (context: Context, frame: Frame, closed: Uint8Array | undefined): void => {
  const { scene, look, size } = frame;
  for (let kind = 0; kind < ENTITY_KINDS.length; kind++) {
    const name = ENTITY_KINDS[kind]!;
    context.fillStyle = name === 'person' ? look.soft : name === 'event' ? look.edge.mixed : fillOfKind(name, look);
    context.strokeStyle = look.ink;
    context.lineWidth = 0.8;
    const bordered = name !== 'country' && name !== 'person';
    let batch = 0;
    context.beginPath();
    const flush = (): void => {
      context.fill();
      if (bordered) context.stroke();
      context.beginPath();
      batch = 0;
    };
    for (let i = 0; i < scene.nodes.length; i++) {
      if (scene.kind[i] !== kind || (closed && frame.communities && closed[frame.communities[i]!] === 1)) continue;
      const x = screenX(frame, i);
      const y = screenY(frame, i);
      const r = screenRadius(frame, i);
      if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
      if (r < 2) context.rect(x - r, y - r, 2 * r, 2 * r);
      else outline(context, name, x, y, r);
      if (++batch >= BATCH) flush();
    }
    if (batch > 0) flush();
  }
};

/** The curve of a bundle on the screen. */
export const bundleCurve = (frame: Frame, bundle: number) => {
  const s = frame.scene.source[bundle]!;
  const t = frame.scene.target[bundle]!;
  const [x0, y0, x1, y1] = [screenX(frame, s), screenY(frame, s), screenX(frame, t), screenY(frame, t)];
  const bend = frame.scene.sign[bundle] === 0 ? 0 : bundleBend(Math.hypot(x1 - x0, y1 - y0));
  return curveBetween(x0, y0, x1, y1, bend);
};

/** Where a bundle's sign stands: in the middle of what is seen of the line between its two shapes. */
export const badgePlace = (frame: Frame, bundle: number) => {
  const curve = bundleCurve(frame, bundle);
  const length = Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1;
  const from = screenRadius(frame, frame.scene.source[bundle]!) / length;
  const to = screenRadius(frame, frame.scene.target[bundle]!) / length;
  const [x, y] = pointOn(curve, Math.min(0.9, Math.max(0.1, (from + 1 - to) / 2)));
  return { x, y, room: length * (1 - from - to) };
};

/** Lay out the style of one bundle's line. */
export const strokeBundle = (context: Context, frame: Frame, bundle: number, width: number): void => {
  const { scene, look } = frame;
  const sign = BUNDLE_SIGNS[scene.sign[bundle]!]!;
  const curve = bundleCurve(frame, bundle);
  const certain = scene.bundles[bundle]!.certain;
  context.strokeStyle = look.edge[sign];
  context.lineWidth = width;
  context.lineCap = certain ? 'butt' : 'round';
  context.setLineDash((certain ? DASHES[sign] : UNCERTAIN_DASH) as number[]);
  context.beginPath();
  context.moveTo(curve.x0, curve.y0);
  context.quadraticCurveTo(curve.cx, curve.cy, curve.x1, curve.y1);
  context.stroke();
};

/** The +, − or ± that a line bears. */
export const paintBadge = (context: Context, frame: Frame, sign: BundleSign, x: number, y: number, r = BADGE): void => {
  const { look } = frame;
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = look.paper;
  context.fill();
  context.strokeStyle = look.edge[sign];
  context.lineWidth = 1.3;
  context.stroke();
  const reach = r * 0.48;
  context.lineWidth = 1.6;
  context.beginPath();
  const lift = sign === 'mixed' ? -r * 0.2 : 0;
  if (sign !== 'none') {
    context.moveTo(x - reach, y + lift);
    context.lineTo(x + reach, y + lift);
  }
  if (sign === 'cooperation' || sign === 'mixed') {
    const half = sign === 'mixed' ? reach * 0.85 : reach;
    context.moveTo(x, y + lift - half);
    context.lineTo(x, y + lift + half);
  }
  if (sign === 'mixed') {
    context.moveTo(x - reach, y + r * 0.52);
    context.lineTo(x + reach, y + r * 0.52);
  }
  context.stroke();
};

/** Lines that do not carry a crowded picture step back. */
const QUIET = 0.2;

const strokeAlpha = (sign: BundleSign, certain: boolean, evidence: number, crowded: boolean): number => {
  if (sign === 'none') return 1;
  if (!certain) return 0.7;
  return crowded ? Math.min(0.95, 0.5 + 0.18 * Math.log2(evidence + 0.5)) : 0.92;
};

const paintFewLines = (context: Context, frame: Frame): void => {
  const { scene, shown, opened } = frame;
  const crowded = scene.bundles.length > CROWDED;
  const backbone = backboneOf(scene);
  for (let layer = crowded ? 0 : 1; layer <= 1; layer++) {
    for (let bundle = 0; bundle < scene.bundles.length; bundle++) {
      if (bundle === opened || backbone[bundle] !== layer || (shown && shown[bundle] === 0)) continue;
      const curve = bundleCurve(frame, bundle);
      if (outside(frame, curve.x0, curve.y0, curve.x1, curve.y1)) continue;
      const sign = BUNDLE_SIGNS[scene.sign[bundle]!]!;
      const { certain, evidence } = scene.bundles[bundle]!;
      const width = scene.width[bundle]! * Math.min(1, 0.55 + frame.scale * 0.45);
      context.globalAlpha = layer === 0 ? QUIET : strokeAlpha(sign, certain, evidence, crowded);
      strokeBundle(context, frame, bundle, layer === 0 ? Math.min(1.4, width) : width);
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
};

/** What the base layer leaves for the top one to know. */
export interface BaseResult {
  /** 1 for each community that is drawn as a disc. */
  readonly closed?: Uint8Array;
}

/** Paint everything but names and signs: tints, lines, shapes. */
export const paintBase = (context: Context, frame: Frame): BaseResult => {
  const { look, size, scene } = frame;
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.fillStyle = look.paper;
  context.fillRect(0, 0, size.width, size.height);
  paintTints(context, frame);
  if (scene.bundles.length > MANY_BUNDLES) {
    const aggregates = scene.nodes.length >= AGGREGATE_FROM;
    const closed = aggregates && frame.clusters ? closedClusters(frame.clusters, frame.camera, size) : undefined;
    const any = closed?.includes(1) ? closed : undefined;
    paintManyLines(context, frame, any);
    if (any) paintClosedClusters(context, frame, any);
    paintManyNodes(context, frame, any);
    return any ? { closed: any } : {};
  }
  paintFewLines(context, frame);
  for (let at = scene.order.length - 1; at >= 0; at--) {
    const i = scene.order[at]!;
    const x = screenX(frame, i);
    const y = screenY(frame, i);
    const r = screenRadius(frame, i);
    if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
    drawShape(context, scene.nodes[i]!, x, y, r, look);
  }
  return {};
};
