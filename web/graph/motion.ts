import type { Camera } from './camera.ts';
import type { CanvasState } from './canvas-state.ts';
import { placeClusters } from './clusters.ts';
import { createTween, type Tween } from './tween.ts';

const DURATION = 380;

/** Nodes glide to new places and the camera flies, so that the eye can follow. */
export interface Motion {
  readonly glideTo: (places: Float32Array) => void;
  readonly flyTo: (camera: Camera) => void;
  readonly stopGlide: () => void;
  readonly stopFlight: () => void;
  /** Move to where things are at a time; tells what has moved. */
  readonly advance: (now: number) => { readonly nodes: boolean; readonly camera: boolean };
  readonly going: () => boolean;
  /** Where everything will be when nothing moves any more. */
  readonly places: () => Float32Array;
  readonly camera: () => Camera;
}

export const createMotion = (state: CanvasState): Motion => {
  let glide: { readonly from: Float32Array; readonly to: Float32Array; readonly tween: Tween } | undefined;
  let flight: { readonly from: Camera; readonly to: Camera; readonly tween: Tween } | undefined;
  const start = (): Tween => createTween(performance.now(), DURATION);
  return {
    glideTo(to) {
      glide = { from: state.positions.slice(), to, tween: start() };
    },
    flyTo(to) {
      flight = { from: state.camera, to, tween: start() };
    },
    stopGlide() {
      glide = undefined;
    },
    stopFlight() {
      flight = undefined;
    },
    advance(now) {
      const moved = { nodes: glide !== undefined, camera: flight !== undefined };
      if (glide) {
        const { from, to, tween } = glide;
        const t = tween.at(now);
        for (let i = 0; i < to.length; i++) state.positions[i] = from[i]! + (to[i]! - from[i]!) * t;
        if (state.clusters) placeClusters(state.clusters, state.positions);
        if (tween.over(now)) glide = undefined;
      }
      if (flight) {
        const { from, to, tween } = flight;
        const t = tween.at(now);
        const between = (a: number, b: number): number => a + (b - a) * t;
        state.camera = { k: between(from.k, to.k), x: between(from.x, to.x), y: between(from.y, to.y) };
        if (tween.over(now)) flight = undefined;
      }
      return moved;
    },
    going: () => glide !== undefined || flight !== undefined,
    places: () => glide?.to ?? state.positions,
    camera: () => flight?.to ?? state.camera,
  };
};
