import type { Claim, When } from '../../graph-schema/claim.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import { digest } from '../../graph-schema/ids.ts';
import type { RelationType } from '../../graph-schema/relations.ts';
import { byText, compact, mostCounted } from './compact.ts';
import type { Context } from './context.ts';
import { independentSources } from './independent.ts';
import type { ArticleFacts, PlacedClaim } from './ledger.ts';
import { weigh } from './weigh.ts';

/** What a set of claims comes to as evidence. */
export interface Evidence {
  readonly claimIds: readonly string[];
  readonly claims: number;
  readonly sources: number;
  readonly outlets: readonly string[];
  readonly firstReported?: string;
  readonly lastReported?: string;
  readonly confidence: number;
  readonly background?: boolean;
}

/**
 * Evidence of claims. Claims of our back-up tables count for nothing beside a text's; where there are only such, one of
 * them stands for all and `background` says so. Confidence is that of the surest claim, 1 where a person confirmed it.
 */
export const evidenceOf = (placed: readonly PlacedClaim[], context: Pick<Context, 'facts' | 'copiesOf'>): Evidence => {
  const said = placed.filter(({ claim }) => !claim.background);
  const shown = said.length ? said : [...placed].sort((a, b) => byText(a.claim.id, b.claim.id)).slice(0, 1);
  const articles = new Map<string, ArticleFacts>();
  for (const { claim } of said) articles.set(claim.articleId, context.facts(claim.articleId));
  const days = [...articles.values()].flatMap(({ published }) => (published ? [published] : [])).sort(byText);
  const outlets = new Set([...articles.values()].flatMap(({ source }) => (source ? [source] : [])));
  return compact<Evidence>({
    claimIds: shown.map(({ claim }) => claim.id).sort(byText),
    claims: said.length,
    sources: independentSources([...articles.values()], context.copiesOf),
    outlets: [...outlets].sort(byText),
    firstReported: days[0],
    lastReported: days.at(-1),
    confidence: Math.max(...shown.map(({ claim, verdict }) => (verdict === 'confirmed' ? 1 : claim.confidence))),
    background: said.length ? undefined : true,
  });
};

const countOf = (values: readonly (string | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) if (value) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** `fact` where any claim says so; otherwise what they all share. */
const modalityOf = (claims: readonly Claim[]): Claim['modality'] =>
  claims.find((claim) => claim.modality === 'fact')?.modality ?? claims[0]!.modality;

export interface EdgeFrame {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  readonly when: When;
  readonly eventId?: string;
  readonly title?: string;
  readonly from?: string;
  readonly to?: string;
  readonly role?: string;
}

/** One edge of the drawing, from its claims and what they come to. Sign and weight follow the claims' own class. */
export const drawEdge = (
  frame: EdgeFrame,
  placed: readonly PlacedClaim[],
  context: Context,
  evidence = evidenceOf(placed, context),
): GraphEdge => {
  const claims = placed.map((each) => each.claim);
  const [only] = claims.length === 1 ? claims : [];
  const day = frame.when.occurredFrom ?? evidence.firstReported;
  const plover = only ? only.plover : (mostCounted(countOf(claims.map((claim) => claim.plover))) as Claim['plover']);
  return compact<GraphEdge>({
    id: frame.id,
    type: frame.type,
    source: frame.source,
    target: frame.target,
    eventId: frame.eventId,
    claimIds: evidence.claimIds,
    claims: evidence.claims,
    sources: evidence.sources,
    outlets: evidence.outlets,
    background: evidence.background,
    occurredFrom: frame.when.occurredFrom,
    occurredTo: frame.when.occurredTo,
    precision: frame.when.precision,
    firstReported: evidence.firstReported,
    lastReported: evidence.lastReported,
    polarity: claims[0]!.polarity,
    modality: modalityOf(claims),
    confidence: evidence.confidence,
    plover,
    cameo: only ? only.cameo : mostCounted(countOf(claims.map((claim) => claim.cameo))),
    ...weigh({ type: frame.type, ...(plover && { plover }) }),
    sourceCountry: context.represents(frame.source, day),
    targetCountry: context.represents(frame.target, day),
    title: frame.title,
    from: frame.from,
    to: frame.to,
    role: frame.role,
  });
};

/** Id of an edge: its bucket and the happening in it. */
export const edgeId = (...parts: readonly string[]): string => digest('edge', ...parts);
