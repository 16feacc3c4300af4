import type { Article } from '../../../graph-schema/article.ts';
import type { Claim, ClaimRoles, When } from '../../../graph-schema/claim.ts';
import { claimId } from '../../../graph-schema/ids.ts';
import { relationOf } from '../../../graph-schema/relations.ts';
import type { Finding } from '../claims/finding.ts';
import { scoreOf } from '../claims/settle.ts';
import type { Scene } from '../scene.ts';
import { sentenceSpan } from '../tree/tree.ts';
import { confidenceOf, featuresOf } from './confidence.ts';
import { speakerOf } from './speaker.ts';
import { isBackground } from './tense.ts';
import { type Dated, dateOf, datesByGovernor } from './when.ts';

/** A claim, and what its confidence was read from. */
export interface QualifiedClaim {
  readonly claim: Claim;
  readonly features: readonly string[];
}

/** Findings with their evidence, speaker, time and confidence, as the record keeps them. */
export const claimsOf = (
  article: Article,
  scene: Scene,
  findings: readonly Finding[],
  expressions: readonly Dated[],
  extractor: string,
): readonly QualifiedClaim[] => {
  const { tree, cast } = scene;
  const byGovernor = datesByGovernor(tree, expressions);
  const ranks = rankInSentence(scene, findings);
  const claims = new Map<string, QualifiedClaim>();
  for (const finding of findings) {
    const source = cast.entities[finding.source]!;
    const target = cast.entities[finding.target]!;
    if (source.id === target.id) continue;
    const [first, last] = sentenceSpan(tree, finding.trigger);
    const start = tree.tokens[first]!.start;
    const end = tree.tokens[last - 1]!.end;
    const word = tree.tokens[finding.trigger]!;
    const trigger = { start: word.start, end: word.end };
    const when = whenOf(scene, finding, byGovernor, article.published);
    const silent = finding.plover === undefined && finding.type !== 'TOOK_PART_IN';
    const speaker = silent ? undefined : speakerOf(scene, finding.trigger, finding.source);
    const speakerId = speaker === undefined ? undefined : cast.entities[speaker]!.id;
    const relation = relationOf(finding.type);
    const key = {
      articleId: article.id,
      start,
      end,
      trigger,
      type: finding.type,
      source: source.id,
      target: target.id,
    };
    const id = claimId(key);
    const features = featuresOf(scene, finding, ranks.get(finding) ?? 0);
    const claim: Claim = {
      id,
      ...key,
      ...(finding.roles && { roles: rolesOf(scene, finding) }),
      polarity: finding.polarity,
      modality: modalityOf(scene, finding, when, article.published),
      ...(speakerId !== undefined && { speaker: speakerId }),
      ...(finding.plover && { plover: finding.plover }),
      ...(relation.cameo && { cameo: relation.cameo }),
      ...when,
      ...(finding.title && { title: finding.title }),
      ...(finding.officeFrom && { officeFrom: finding.officeFrom }),
      ...(finding.officeTo && { officeTo: finding.officeTo }),
      ...(finding.background && { background: true }),
      quote: article.text.slice(start, end),
      confidence: confidenceOf(features),
      rule: `${finding.rule} > ${finding.path}`,
      extractor,
    };
    const before = claims.get(id);
    if (!before || claim.confidence > before.claim.confidence) claims.set(id, { claim, features });
  }
  return [...claims.values()];
};

const rolesOf = (scene: Scene, finding: Finding): ClaimRoles =>
  Object.fromEntries(
    Object.entries(finding.roles ?? {}).map(([role, entity]) => [role, scene.cast.entities[entity]!.id]),
  ) as ClaimRoles;

const rankInSentence = (scene: Scene, findings: readonly Finding[]): ReadonlyMap<Finding, number> => {
  const bySentence = new Map<number, Finding[]>();
  for (const finding of findings) {
    const sentence = scene.tree.sentence[finding.trigger]!;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), finding]);
  }
  const ranks = new Map<Finding, number>();
  for (const group of bySentence.values())
    for (const [rank, finding] of [...group].sort((a, b) => scoreOf(b) - scoreOf(a)).entries())
      ranks.set(finding, rank);
  return ranks;
};

const whenOf = (
  scene: Scene,
  finding: Finding,
  byGovernor: ReadonlyMap<number, readonly Dated[]>,
  published: string | undefined,
): When => {
  const timeless = finding.plover === undefined && finding.type !== 'TOOK_PART_IN';
  const dated = timeless ? undefined : dateOf(scene.tree, byGovernor, finding.trigger);
  if (!dated) return { precision: 'unknown' };
  const { when } = dated;
  const undatable = when.dateFrom === 'relative' && published === undefined;
  return undatable ? { precision: 'unknown' } : when;
};

const YEAR = 366;

/** Told as background, or dated long before the article: past. */
const modalityOf = (scene: Scene, finding: Finding, when: When, published: string | undefined): Claim['modality'] => {
  if (finding.modality !== 'fact' || finding.plover === undefined) return finding.modality;
  const { tree } = scene;
  const old =
    when.occurredTo !== undefined &&
    published !== undefined &&
    Date.parse(published) - Date.parse(when.occurredTo) > YEAR * 86_400_000;
  return old || isBackground(tree, finding.trigger) ? 'past' : 'fact';
};
