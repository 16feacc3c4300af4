import type { Scene } from './scene.ts';

/** From so many lines on, only those that carry the picture are drawn in full. */
export const CROWDED = 90;
/** Of each node so many of its strongest lines carry the picture. */
const STRONGEST = 2;
/** A line of so many reports always does. */
const WELL_ATTESTED = 4;

const known = new WeakMap<Scene, Uint8Array>();

/**
 * 1 for each bundle that carries the picture: the strongest of each node, and all that are well attested. In a graph
 * that is not crowded these are all.
 */
export const backboneOf = (scene: Scene): Uint8Array => {
  const before = known.get(scene);
  if (before) return before;
  const { bundles } = scene;
  const crowded = bundles.length > CROWDED;
  const backbone = Uint8Array.from(bundles, ({ evidence, sign }) =>
    crowded && (evidence < WELL_ATTESTED || sign === 'none') ? 0 : 1,
  );
  for (let i = 0; crowded && i < scene.nodes.length; i++) {
    const own = scene.incident.slice(scene.incidentFrom[i]!, scene.incidentFrom[i + 1]!);
    const strength = (bundle: number) => bundles[bundle]!.evidence - (bundles[bundle]!.sign === 'none' ? 1000 : 0);
    for (const bundle of [...own].sort((a, b) => strength(b) - strength(a) || a - b).slice(0, STRONGEST))
      backbone[bundle] = 1;
  }
  known.set(scene, backbone);
  return backbone;
};

/** A line that does not carry the picture pulls its ends so much less. */
const QUIET_PULL = 0.15;

/** How much each bundle counts in the layout: what carries the picture shapes it. */
export const weightsOf = (scene: Scene): Float32Array =>
  Float32Array.from(backboneOf(scene), (carries, bundle) =>
    carries ? Math.min(2.5, 0.7 + 0.3 * Math.log2(1 + scene.bundles[bundle]!.evidence)) : QUIET_PULL,
  );
