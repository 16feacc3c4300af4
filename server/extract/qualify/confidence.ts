import { readFileSync } from 'node:fs';
import type { Finding } from '../claims/finding.ts';

interface Weights {
  readonly base: number;
  readonly features: Readonly<Record<string, number>>;
}

const { base, features }: Weights = JSON.parse(readFileSync(new URL('confidence.json', import.meta.url), 'utf8'));

/** What the confidence of a finding is read from: its rule, its path, its modality, its depth, and its rank in the sentence. */
export const featuresOf = (finding: Finding, rank: number): string[] => [
  `rule:${finding.rule}`,
  `path:${finding.path.split('>')[0]}`,
  ...(finding.path.includes('>') ? ['path:through clause'] : []),
  `modality:${finding.modality}`,
  `polarity:${finding.polarity}`,
  `depth:${Math.min(4, finding.depth)}`,
  `rank:${Math.min(3, rank)}`,
];

/** Probability that a claim is right, by a linear model over the features (confidence.json, trained on sentences of our own). */
export const confidenceOf = (finding: Finding, rank: number): number => {
  let sum = base;
  for (const feature of featuresOf(finding, rank)) sum += features[feature] ?? 0;
  return Math.round((1 / (1 + Math.exp(-sum))) * 1000) / 1000;
};
