import { readFileSync } from 'node:fs';
import type { Finding } from '../claims/finding.ts';
import type { Scene } from '../scene.ts';

interface Weights {
  readonly base: number;
  readonly features: Readonly<Record<string, number>>;
}

const { base, features }: Weights = JSON.parse(readFileSync(new URL('confidence.json', import.meta.url), 'utf8'));

/** What the confidence of a finding is read from: its rule and path, how it is put, where it stands, what its ends are. */
export const featuresOf = (scene: Scene, finding: Finding, rank: number): string[] => {
  const { entities } = scene.cast;
  const source = entities[finding.source]!;
  const target = entities[finding.target]!;
  const path = finding.path.replace(', inside', '');
  const domestic = source.country !== undefined && source.country === target.country;
  return [
    `rule:${finding.rule}`,
    `path:${path.split('>')[0]}`,
    ...(path.includes('>') ? ['path:through a clause'] : []),
    ...(finding.path.includes('inside') ? ['path:inside the phrase'] : []),
    `modality:${finding.modality}`,
    ...(finding.polarity === 'denied' ? ['polarity:denied'] : []),
    `depth:${Math.min(4, finding.depth)}`,
    `rank:${Math.min(3, rank)}`,
    `class:${finding.plover ?? 'belonging'}`,
    `ends:${source.kind} ${target.kind}`,
    ...(domestic ? ['ends:one country'] : []),
    ...(source.country === undefined ? ['source:no country'] : []),
    ...(target.country === undefined ? ['target:no country'] : []),
  ];
};

/** Probability that a claim is right, by a linear model over its features (confidence.json, fitted by scripts/calibrate.ts). */
export const confidenceOf = (names: readonly string[]): number => {
  let sum = base;
  for (const name of names) sum += features[name] ?? 0;
  return Math.round((1 / (1 + Math.exp(-sum))) * 1000) / 1000;
};
