import { createBodyTree } from './body-tree.ts';

export interface ForceOptions {
  /** Strength of repulsion, negative; d3-force's default is -30. */
  readonly charge?: number;
  /** Length a link would like to have, world units. */
  readonly distance?: number;
  /** Pull towards the middle. */
  readonly gravity?: number;
  /** Width over height of the place it is drawn in: the pull is stronger along the shorter side. */
  readonly aspect?: number;
  /** Barnes and Hut's opening angle. */
  readonly theta?: number;
  /** Mass of each body in repulsion; 1 where absent. */
  readonly masses?: Float32Array;
  /** Radius within which no two bodies should lie, world units; only worth it for small graphs (all pairs are looked at). */
  readonly apart?: Float32Array;
  /** How strongly each link pulls; 1 where absent. */
  readonly weights?: Float32Array;
  /** Length each link would like to have, in multiples of `distance`; 1 where absent. */
  readonly lengths?: Float32Array;
  /** By how much the pull towards the middle is multiplied for each body; 1 where absent. */
  readonly towardsMiddle?: Float32Array;
  /** How far a line should pass by a node that is not its end, world units; only for small graphs. */
  readonly clearance?: number;
}

export interface ForceLayout {
  /** x, y, x, y, … in world units. */
  readonly positions: Float32Array;
  /** How warm it is: 1 at a cold start, falls to `ALPHA_MIN`. */
  alpha: number;
  alphaTarget: number;
  readonly tick: () => void;
  /** Hold a body at a place. */
  readonly fix: (index: number, x: number, y: number) => void;
  readonly release: (index: number) => void;
}

export const ALPHA_MIN = 0.001;
const ALPHA_DECAY = 1 - ALPHA_MIN ** (1 / 300);
const KEPT_VELOCITY = 0.6;
/** Lines are cleared of nodes once the layout has cooled to this. */
const CLEAR_BELOW = 0.4;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** A small push, the same each time, for two bodies at the very same place. */
const nudge = (i: number, j: number): number => (((i * 7 + j * 13) % 17) - 8) * 1e-3 || 1e-3;

/**
 * A force layout with d3-force's semantics (velocity Verlet, Barnes–Hut repulsion, links as strong as their less
 * connected end allows) on typed arrays. Deterministic; starts on a phyllotaxis spiral.
 */
export const createForceLayout = (
  nodes: number,
  source: Int32Array,
  target: Int32Array,
  options: ForceOptions = {},
): ForceLayout => {
  const {
    charge = -30,
    distance = 30,
    gravity = 0.03,
    aspect = 1,
    theta = 0.9,
    masses,
    apart,
    clearance,
    weights,
    lengths,
    towardsMiddle,
  } = options;
  const links = source.length;
  const positions = new Float32Array(2 * nodes);
  const velocity = new Float32Array(2 * nodes);
  const fixed = new Float32Array(2 * nodes).fill(Number.NaN);
  const tree = createBodyTree(nodes);
  const stack = new Int32Array(1024);
  const stackWidth = new Float32Array(1024);
  const theta2 = theta * theta;
  const pullX = gravity / Math.sqrt(aspect);
  const pullY = gravity * Math.sqrt(aspect);

  const degree = new Float32Array(nodes);
  for (let i = 0; i < links; i++) {
    const weight = weights?.[i] ?? 1;
    degree[source[i]!]! += weight;
    degree[target[i]!]! += weight;
  }
  const strength = new Float32Array(links);
  const bias = new Float32Array(links);
  for (let i = 0; i < links; i++) {
    const a = degree[source[i]!]!;
    const b = degree[target[i]!]!;
    strength[i] = (weights?.[i] ?? 1) / Math.max(Math.min(a, b), 1);
    bias[i] = a / (a + b);
  }
  for (let i = 0; i < nodes; i++) {
    const radius = 10 * Math.sqrt(0.5 + i);
    positions[2 * i] = radius * Math.cos(i * GOLDEN_ANGLE);
    positions[2 * i + 1] = radius * Math.sin(i * GOLDEN_ANGLE);
  }

  const pullLinks = (alpha: number): void => {
    for (let i = 0; i < links; i++) {
      const s = 2 * source[i]!;
      const t = 2 * target[i]!;
      let x = positions[t]! + velocity[t]! - positions[s]! - velocity[s]! || 1e-3;
      let y = positions[t + 1]! + velocity[t + 1]! - positions[s + 1]! - velocity[s + 1]! || 1e-3;
      const length = Math.sqrt(x * x + y * y);
      const pull = ((length - distance * (lengths?.[i] ?? 1)) / length) * alpha * strength[i]!;
      x *= pull;
      y *= pull;
      const share = bias[i]!;
      velocity[t]! -= x * share;
      velocity[t + 1]! -= y * share;
      velocity[s]! += x * (1 - share);
      velocity[s + 1]! += y * (1 - share);
    }
  };

  const repel = (alpha: number): void => {
    tree.build(positions, masses);
    const { child, next, mass, x: cx, y: cy } = tree;
    const push = charge * alpha;
    const whole = tree.width * tree.width;
    for (let i = 0; i < nodes; i++) {
      const px = positions[2 * i]!;
      const py = positions[2 * i + 1]!;
      let forceX = 0;
      let forceY = 0;
      let top = 1;
      stack[0] = 0;
      stackWidth[0] = whole;
      while (top > 0) {
        const cell = stack[--top]!;
        const width2 = stackWidth[top]!;
        const x = cx[cell]! - px;
        const y = cy[cell]! - py;
        let far = x * x + y * y;
        if (width2 < theta2 * far) {
          if (far < 1) far = Math.sqrt(far);
          const force = (push * mass[cell]!) / far;
          forceX += x * force;
          forceY += y * force;
          continue;
        }
        const quarterWidth = width2 * 0.25;
        for (let quarter = 0; quarter < 4; quarter++) {
          const value = child[4 * cell + quarter]!;
          if (value > 0) {
            stack[top] = value;
            stackWidth[top++] = quarterWidth;
          } else if (value < 0) {
            for (let j = -value - 1; j >= 0; j = next[j]!) {
              if (j === i) continue;
              const dx = positions[2 * j]! - px || nudge(i, j);
              const dy = positions[2 * j + 1]! - py || nudge(j, i);
              let near = dx * dx + dy * dy;
              if (near < 1) near = Math.sqrt(near);
              const force = (push * (masses ? masses[j]! : 1)) / near;
              forceX += dx * force;
              forceY += dy * force;
            }
          }
        }
      }
      velocity[2 * i]! += forceX;
      velocity[2 * i + 1]! += forceY;
    }
  };

  const keepApart = (radii: Float32Array): void => {
    for (let i = 0; i < nodes; i++) {
      for (let j = i + 1; j < nodes; j++) {
        const least = radii[i]! + radii[j]!;
        const x = positions[2 * i]! + velocity[2 * i]! - positions[2 * j]! - velocity[2 * j]! || nudge(i, j);
        if (x > least || x < -least) continue;
        const y = positions[2 * i + 1]! + velocity[2 * i + 1]! - positions[2 * j + 1]! - velocity[2 * j + 1]! || 1e-3;
        const square = x * x + y * y;
        if (square >= least * least) continue;
        const length = Math.sqrt(square);
        const push = ((least - length) / length) * 0.35;
        velocity[2 * i]! += x * push;
        velocity[2 * i + 1]! += y * push;
        velocity[2 * j]! -= x * push;
        velocity[2 * j + 1]! -= y * push;
      }
    }
  };

  const keepLinesClear = (far: number, alpha: number): void => {
    for (let e = 0; e < links; e++) {
      const s = source[e]!;
      const t = target[e]!;
      const x0 = positions[2 * s]!;
      const y0 = positions[2 * s + 1]!;
      const dx = positions[2 * t]! - x0;
      const dy = positions[2 * t + 1]! - y0;
      const square = dx * dx + dy * dy || 1;
      for (let i = 0; i < nodes; i++) {
        if (i === s || i === t) continue;
        const px = positions[2 * i]! - x0;
        const py = positions[2 * i + 1]! - y0;
        const along = (px * dx + py * dy) / square;
        if (along < 0.08 || along > 0.92) continue;
        const x = px - along * dx || nudge(i, e);
        const y = py - along * dy;
        const distance = Math.sqrt(x * x + y * y) || 1e-3;
        if (distance >= far) continue;
        const push = ((far - distance) / distance) * 0.32 * Math.min(1, alpha * 4);
        velocity[2 * i]! += x * push;
        velocity[2 * i + 1]! += y * push;
        for (const end of [s, t]) {
          velocity[2 * end]! -= x * push * 0.3;
          velocity[2 * end + 1]! -= y * push * 0.3;
        }
      }
    }
  };

  const move = (alpha: number): void => {
    const keepX = pullX * alpha;
    const keepY = pullY * alpha;
    for (let i = 0; i < nodes; i++) {
      const pull = towardsMiddle?.[i] ?? 1;
      for (let axis = 0; axis < 2; axis++) {
        const at = 2 * i + axis;
        const held = fixed[at]!;
        if (!Number.isNaN(held)) {
          positions[at] = held;
          velocity[at] = 0;
          continue;
        }
        const v = (velocity[at]! - positions[at]! * pull * (axis === 0 ? keepX : keepY)) * KEPT_VELOCITY;
        velocity[at] = v;
        positions[at]! += v;
      }
    }
  };

  const layout: ForceLayout = {
    positions,
    alpha: 1,
    alphaTarget: 0,
    tick() {
      layout.alpha += (layout.alphaTarget - layout.alpha) * ALPHA_DECAY;
      pullLinks(layout.alpha);
      repel(layout.alpha);
      if (apart) keepApart(apart);
      if (clearance && layout.alpha < CLEAR_BELOW) keepLinesClear(clearance, layout.alpha);
      move(layout.alpha);
    },
    fix(index, x, y) {
      fixed[2 * index] = x;
      fixed[2 * index + 1] = y;
    },
    release(index) {
      fixed[2 * index] = fixed[2 * index + 1] = Number.NaN;
    },
  };
  return layout;
};
