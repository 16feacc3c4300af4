import type { Cast } from './cast.ts';
import type { Tree } from './tree/tree.ts';

/** What every rule looks at: the parse and who is meant by its phrases. */
export interface Scene {
  readonly tree: Tree;
  readonly cast: Cast;
}

/** An actor found at a phrase. */
export interface Actor {
  /** Index into `Cast.entities`. */
  readonly entity: number;
  /** Token that heads the phrase. */
  readonly token: number;
}

/** The likeliest actor meant by the phrase that a token heads. */
export const actorAt = (scene: Scene, token: number, options?: { readonly shallow?: boolean }): Actor | undefined => {
  const entity = scene.cast.actorsOf(token, options)[0];
  return entity === undefined ? undefined : { entity, token };
};

/** The first of several phrases that means an actor. */
export const firstActor = (scene: Scene, tokens: readonly number[]): Actor | undefined => {
  for (const token of tokens) {
    const actor = actorAt(scene, token);
    if (actor) return actor;
  }
  return undefined;
};

/** Country of an entity, where it has one. */
export const countryOf = (scene: Scene, entity: number): string | undefined => scene.cast.entities[entity]?.country;
