import type { When } from '../../graph-schema/claim.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { byText, mostCounted } from './compact.ts';
import type { Context } from './context.ts';
import { drawEdge, edgeId } from './edge.ts';
import { drawEvent, eventIdOf } from './event.ts';
import { bestWhen, happenings } from './happenings.ts';
import type { PlacedClaim } from './ledger.ts';
import { termsOfOffice } from './terms.ts';

const NOTHING: Drawing = { nodes: [], edges: [] };

/** Things that happen once: a resolution is vetoed on one day, whatever an article leaves unsaid. */
const happensOnce = (source: GraphNode, target: GraphNode): boolean =>
  [source.kind, target.kind].some((kind) => kind === 'proposal' || kind === 'event');

/** What of a bucket's last drawing may be taken over; undefined for what has to be drawn. */
export type TakeOver = (edgeId: string, placed: readonly PlacedClaim[], when: When) => GraphEdge | undefined;

/**
 * Draws a bucket of pairs: its edges, and the events that they belong to. Refused claims are passed over. Happenings
 * that look as they did may be taken over from an older drawing.
 */
export const drawBucket = (
  key: string,
  all: readonly PlacedClaim[],
  context: Context,
  takeOver: TakeOver = () => undefined,
): Drawing => {
  const placed = all
    .filter((each) => each.verdict !== 'rejected' && each.bucket === key)
    .sort((a, b) => byText(a.claim.id, b.claim.id));
  const first = placed[0];
  if (!first) return NOTHING;
  const relation = relationOf(first.claim.type);
  const [sourceId, targetId] =
    relation.symmetric && first.target < first.source ? [first.target, first.source] : [first.source, first.target];
  const source = context.node(sourceId);
  const target = context.node(targetId);
  if (!source || !target) return NOTHING;
  const ends = { type: first.claim.type, source: sourceId, target: targetId };
  if (ends.type === 'HOLDS_OFFICE') return { nodes: [], edges: drawOffices(key, ends, placed, context) };
  if (relation.lasting !== 'act') {
    const when = lasting(placed);
    const title = mostCounted(titles(placed));
    const said = first.claim.type === 'TOOK_PART_IN' ? { role: title ?? 'party' } : title ? { title } : {};
    return { nodes: [], edges: [drawEdge({ ...ends, id: edgeId(key), when, ...said }, placed, context)] };
  }
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const parts = happenings(placed, ({ claim }) => ({ id: claim.id, when: claim }), {
    once: happensOnce(source, target),
  });
  for (const { when, items, anchor } of parts) {
    const id = edgeId(key, anchor);
    const older = takeOver(id, items, when);
    if (older) {
      edges.push(older);
      continue;
    }
    const ofTwo = items.filter((each) => !each.gathering);
    const event = drawEvent({ id, when, relation, ends: [source, target] }, ofTwo, context);
    const eventId = event.nodes.length ? { eventId: eventIdOf(id) } : {};
    edges.push(drawEdge({ ...ends, id, when, ...eventId }, items, context), ...event.edges);
    nodes.push(...event.nodes);
  }
  return { nodes, edges };
};

const titles = (placed: readonly PlacedClaim[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { claim } of placed) if (claim.title) counts[claim.title] = (counts[claim.title] ?? 0) + 1;
  return counts;
};

/** A stance is kept up from the first day it is told of to the last. */
const lasting = (placed: readonly PlacedClaim[]): When => {
  const dated = placed.map(({ claim }) => claim).filter((claim) => claim.occurredFrom);
  if (dated.length === 0) return { precision: 'unknown' };
  const from = dated.map((claim) => claim.occurredFrom!).sort(byText)[0]!;
  const to = dated
    .map((claim) => claim.occurredTo ?? claim.occurredFrom!)
    .sort(byText)
    .at(-1)!;
  return { occurredFrom: from, occurredTo: to, precision: bestWhen(dated).precision };
};

const drawOffices = (
  key: string,
  ends: Pick<GraphEdge, 'type' | 'source' | 'target'>,
  placed: readonly PlacedClaim[],
  context: Context,
): readonly GraphEdge[] =>
  termsOfOffice(placed, ({ claim }) => context.facts(claim.articleId).published).map(({ from, to, placed: term }) => {
    const title = mostCounted(titles(term));
    const frame = {
      ...ends,
      id: edgeId(key, from ?? '', to ?? ''),
      when: lasting(term),
      ...(title && { title }),
      ...(from && { from }),
      ...(to && { to }),
    };
    return drawEdge(frame, term, context);
  });
