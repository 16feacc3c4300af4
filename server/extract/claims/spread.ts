import { relationOf } from '../../../graph-schema/relations.ts';
import type { Scene } from '../scene.ts';
import { depOf, headOf, kids, type Tree } from '../tree/tree.ts';
import type { Finding } from './finding.ts';
import { fitEnds } from './fit.ts';
import { isOwnArm } from './no-act.ts';

/** Meetings of more are given as an event with its participants, not as pairs. */
const MOST_IN_PAIRS = 3;
/** Most ends that a list is spread to. */
const MOST = 12;
/** Steps up from a trigger to the noun whose clause it is. */
const DEEPEST = 8;
/** Paths on which the target is what the verb governs itself, so that all of its conjuncts are targets. */
const DIRECT =
  /^(object|dative|frame:|prep:(with|to|against|on|upon|from|for|at|of)|behind object|behind noun|asked|coordinated|between|subject|thing|harmed)/;

/** Whether a token stands in a clause or an apposition that belongs to a noun ("Oman, which mediates, and Qatar"). */
const belongsTo = (tree: Tree, token: number, noun: number): boolean => {
  let at = token;
  for (let step = 0; step < DEEPEST && headOf(tree, at) !== at; step++) {
    if (headOf(tree, at) === noun) return /^(relcl|acl|appos)$/.test(depOf(tree, at));
    at = headOf(tree, at);
  }
  return false;
};

/** "Accused Chad of plotting and Togo of helping": of what the first is accused of, the second does nothing. */
const hasDeedOfOwn = (tree: Tree, token: number, trigger: number): boolean =>
  depOf(tree, token) === 'conj' &&
  token > trigger &&
  depOf(tree, trigger) === 'pcomp' &&
  kids(tree, token, 'prep').some((child) => tree.lower[child] === tree.lower[headOf(tree, trigger)]);

/** All that a list joins to the actor at a token; what is told in a clause of the first of a list is told of it alone. */
const joined = (scene: Scene, token: number, primary: number, trigger: number): readonly number[] => {
  const own = belongsTo(scene.tree, trigger, token);
  const meant = scene.cast
    .meant(token, { conjuncts: true })
    .filter((one) => (!own || one.token < trigger) && !hasDeedOfOwn(scene.tree, one.token, trigger));
  const entities = [...new Set(meant.map(({ entity }) => entity))];
  return entities.includes(primary) ? entities.slice(0, MOST) : [primary];
};

/** One finding for every pair that a list stands for: "A and B urged C and D" is four. */
export const spread = (scene: Scene, finding: Finding): Finding[] => {
  if (/^(each|likewise)/.test(finding.path)) return [finding];
  const sources = joined(scene, finding.sourceToken, finding.source, finding.trigger);
  if (finding.sourceToken === finding.targetToken) {
    if (sources.length > MOST_IN_PAIRS || sources.length < 2) return [finding];
    return sources.flatMap((source, index) =>
      sources.slice(index + 1).flatMap((target) => refit(scene, { ...finding, source, target })),
    );
  }
  const targets =
    DIRECT.test(finding.path) && finding.path !== 'thing'
      ? joined(scene, finding.targetToken, finding.target, finding.trigger)
      : [finding.target];
  if (sources.length * targets.length === 1) return [finding];
  return sources.flatMap((source) =>
    targets.filter((target) => target !== source).flatMap((target) => refit(scene, { ...finding, source, target })),
  );
};

const refit = (scene: Scene, finding: Finding): Finding[] => {
  const fitted = fitEnds(scene, finding.type, finding.source, finding.target);
  if (!fitted || (finding.path === 'coordinated' && isOwnArm(scene, fitted.source, fitted.target))) return [];
  const own = finding.plover === relationOf(finding.type).plover ? relationOf(fitted.type).plover : finding.plover;
  return [{ ...finding, ...fitted, ...(own && { plover: own }) }];
};
