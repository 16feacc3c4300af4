import { relationOf } from '../../../graph-schema/relations.ts';
import type { Scene } from '../scene.ts';
import type { Finding } from './finding.ts';
import { fitEnds } from './fit.ts';

/** Meetings of more are given as an event with its participants, not as pairs. */
const MOST_IN_PAIRS = 3;
/** Most ends that a list is spread to. */
const MOST = 12;
/** Paths on which the target is what the verb governs itself, so that all of its conjuncts are targets. */
const DIRECT =
  /^(object|dative|frame:|prep:(with|to|against|on|upon|from|for|at|of)|behind object|behind noun|asked|coordinated|between|subject|thing)/;

const joined = (scene: Scene, token: number, primary: number): readonly number[] => {
  const entities = [...new Set(scene.cast.actorsOf(token, { conjuncts: true }))];
  return entities.includes(primary) ? entities.slice(0, MOST) : [primary];
};

/** One finding for every pair that a list stands for: "A and B urged C and D" is four. */
export const spread = (scene: Scene, finding: Finding): Finding[] => {
  if (/^each/.test(finding.path)) return [finding];
  const sources = joined(scene, finding.sourceToken, finding.source);
  if (finding.sourceToken === finding.targetToken) {
    if (sources.length > MOST_IN_PAIRS || sources.length < 2) return [finding];
    return sources.flatMap((source, index) =>
      sources.slice(index + 1).flatMap((target) => refit(scene, { ...finding, source, target })),
    );
  }
  const targets =
    DIRECT.test(finding.path) && finding.path !== 'thing'
      ? joined(scene, finding.targetToken, finding.target)
      : [finding.target];
  if (sources.length * targets.length === 1) return [finding];
  return sources.flatMap((source) =>
    targets.filter((target) => target !== source).flatMap((target) => refit(scene, { ...finding, source, target })),
  );
};

const refit = (scene: Scene, finding: Finding): Finding[] => {
  const fitted = fitEnds(scene, finding.type, finding.source, finding.target);
  if (!fitted) return [];
  const own = finding.plover === relationOf(finding.type).plover ? relationOf(fitted.type).plover : finding.plover;
  return [{ ...finding, ...fitted, ...(own && { plover: own }) }];
};
