import { bundleBetween, neighboursOf, type Scene } from '../graph/scene.ts';
import { counted, KIND_NAMES, verbOf } from '../words.ts';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const AIMS: Readonly<Record<Direction, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The neighbour that lies most in a direction, by the angle first and then by nearness; -1 where none lies that way. */
export const neighbourTowards = (scene: Scene, positions: Float32Array, from: number, direction: Direction): number => {
  const [aimX, aimY] = AIMS[direction];
  let best = -1;
  let bestScore = 0;
  for (const other of neighboursOf(scene, from)) {
    const dx = positions[2 * other]! - positions[2 * from]!;
    const dy = positions[2 * other + 1]! - positions[2 * from + 1]!;
    const length = Math.hypot(dx, dy) || 1;
    const cosine = (dx * aimX + dy * aimY) / length;
    if (cosine < 0.26) continue;
    const score = cosine ** 2 / (1 + length / 400);
    if (score > bestScore) {
      best = other;
      bestScore = score;
    }
  }
  return best;
};

/** Where one stands, in words: "Russia, country: 14 relations, 9 of conflict." */
export const whereabouts = (scene: Scene, index: number, from = -1): string => {
  const node = scene.nodes[index]!;
  let relations = 0;
  let conflict = 0;
  let cooperation = 0;
  for (let at = scene.incidentFrom[index]!; at < scene.incidentFrom[index + 1]!; at++) {
    const bundle = scene.bundles[scene.incident[at]!]!;
    relations += bundle.edges.length;
    conflict += bundle.conflict;
    cooperation += bundle.cooperation;
  }
  const here = `${node.name}, ${KIND_NAMES[node.kind][0]}: ${counted(relations, 'relation')}, ${cooperation} of cooperation, ${conflict} of conflict.`;
  const between = from >= 0 ? bundleBetween(scene, from, index) : -1;
  if (between < 0) return here;
  const verbs = [
    ...new Set(
      scene.bundles[between]!.edges.map((edge) => {
        const forward = edge.source === scene.nodes[from]!.id;
        const [subject, object] = forward ? [scene.nodes[from]!.name, node.name] : [node.name, scene.nodes[from]!.name];
        return `${subject} ${verbOf(edge.type)} ${object}`;
      }),
    ),
  ];
  return `${here} ${verbs.slice(0, 3).join('; ')}${verbs.length > 3 ? ` and ${verbs.length - 3} more` : ''}.`;
};
