/** A claim with what its confidence is read from, and whether it was right. */
export interface Example {
  readonly features: readonly string[];
  readonly right: boolean;
}

/** A linear model of the log odds that a claim is right. */
export interface ConfidenceModel {
  readonly base: number;
  readonly features: Readonly<Record<string, number>>;
}

const STEPS = 1500;
const RATE = 0.5;
/** Strength of the pull of every weight to nothing, so that rare features say little. */
const RIDGE = 2;
/** Features seen less often are left out. */
const LEAST_SEEN = 5;

/** Fits the model by gradient descent on the penalised likelihood. Deterministic. */
export const fitConfidence = (examples: readonly Example[]): ConfidenceModel => {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= LEAST_SEEN)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, right }) => ({
    at: features.flatMap((name) => index.get(name) ?? []),
    right: right ? 1 : 0,
  }));
  const weights = new Float64Array(names.length);
  let base = 0;
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(names.length);
    let baseGradient = 0;
    for (const { at, right } of rows) {
      let sum = base;
      for (const feature of at) sum += weights[feature]!;
      const error = right - 1 / (1 + Math.exp(-sum));
      baseGradient += error;
      for (const feature of at) gradient[feature]! += error;
    }
    base += (RATE * baseGradient) / rows.length;
    for (let at = 0; at < weights.length; at++)
      weights[at]! += (RATE * (gradient[at]! - RIDGE * weights[at]!)) / rows.length;
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return { base: round(base), features: Object.fromEntries(names.map((name, at) => [name, round(weights[at]!)])) };
};
