import { BUNDLE_SIGNS } from '../graph/bundle.ts';
import { bundleBetween, neighboursOf, type Scene } from '../graph/scene.ts';

/** Three nodes that are all signed towards each other. Indexes into the scene. */
export interface Triad {
  readonly nodes: readonly [number, number, number];
  /** Signs of the sides 0–1, 1–2 and 2–0. */
  readonly signs: readonly ['+' | '−', '+' | '−', '+' | '−'];
  /** The product of the signs is plus (Cartwright and Harary 1956). */
  readonly balanced: boolean;
}

/** The sign of a pair in a triad: mixed pairs count as what there is more of, nothing where it is even or unsigned. */
export const signBetween = (scene: Scene, a: number, b: number): '+' | '−' | undefined => {
  const index = bundleBetween(scene, a, b);
  if (index < 0) return undefined;
  const bundle = scene.bundles[index]!;
  const sign = BUNDLE_SIGNS[scene.sign[index]!];
  if (sign === 'cooperation') return '+';
  if (sign === 'conflict') return '−';
  if (sign !== 'mixed' || bundle.cooperation === bundle.conflict) return undefined;
  return bundle.cooperation > bundle.conflict ? '+' : '−';
};

/** The triad of three nodes, where all three sides are signed. */
export const triadOf = (scene: Scene, a: number, b: number, c: number): Triad | undefined => {
  const signs = [signBetween(scene, a, b), signBetween(scene, b, c), signBetween(scene, c, a)];
  if (signs.some((sign) => sign === undefined)) return undefined;
  const minus = signs.filter((sign) => sign === '−').length;
  return { nodes: [a, b, c], signs: signs as unknown as Triad['signs'], balanced: minus % 2 === 0 };
};

/** All triads over a pair, or over one node where `b` is absent; unbalanced ones first. */
export const triadsOver = (scene: Scene, a: number, b?: number): readonly Triad[] => {
  const found: Triad[] = [];
  const around = neighboursOf(scene, a);
  if (b !== undefined) {
    for (const c of around) {
      const triad = c === b ? undefined : triadOf(scene, a, b, c);
      if (triad) found.push(triad);
    }
  } else {
    for (let i = 0; i < around.length; i++) {
      for (let j = i + 1; j < around.length; j++) {
        const triad = triadOf(scene, a, around[i]!, around[j]!);
        if (triad) found.push(triad);
      }
    }
  }
  const weight = ({ nodes }: Triad) => nodes.reduce((sum, i) => sum + scene.radius[i]!, 0);
  return found.sort((x, y) => Number(x.balanced) - Number(y.balanced) || weight(y) - weight(x));
};

/** What a triad says, from the first node's side, in the words of the proverb. */
export const proverbOf = ({ signs: [ab, bc, ca] }: Triad): string => {
  if (ab === '+' && bc === '+' && ca === '+') return 'the friend of my friend is my friend';
  if (ab === '−' && bc === '−' && ca === '+') return 'the enemy of my enemy is my friend';
  if (ab === '+' && bc === '−' && ca === '−') return 'the enemy of my friend is my enemy';
  if (ab === '−' && bc === '+' && ca === '−') return 'the friend of my enemy is my enemy';
  if (ab === '+' && bc === '+') return 'the friend of my friend is my enemy';
  if (ab === '−' && bc === '−') return 'the enemy of my enemy is my enemy';
  return ab === '+' ? 'the enemy of my friend is my friend' : 'the friend of my enemy is my friend';
};
