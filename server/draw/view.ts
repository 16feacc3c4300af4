import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { byText, compact } from './compact.ts';
import type { Context } from './context.ts';
import { edgeId } from './edge.ts';
import { type DrawnEntity, drawEntity } from './entity.ts';
import { isMadeEvent } from './event.ts';
import type { Judgement } from './judgement.ts';
import type { ArticleFacts } from './ledger.ts';
import { represents } from './offices.ts';
import { addTally, EMPTY_TALLY, type Tally } from './tally.ts';

/** The entities of the drawing at one moment: before a change or after it. */
export interface View extends Context {
  readonly judgement: Judgement;
  /** All that is said of a canonical id and those merged with it. */
  tally(canonicalId: string): Tally;
  /** What stands for a canonical id. */
  entity(canonicalId: string): DrawnEntity;
  /** Edges that follow from the entity itself: where its happenings took place. */
  places(canonicalId: string): readonly GraphEdge[];
}

/** A view of the record through its tallies and the decisions on it. Each entity is drawn once. */
export const viewOf = (
  judgement: Judgement,
  tallyOf: (entityId: string) => Tally | undefined,
  factsOf: (articleId: string) => ArticleFacts | undefined,
  copiesOf: View['copiesOf'],
): View => {
  const tallies = new Map<string, Tally>();
  const drawn = new Map<string, DrawnEntity>();
  const groupTally = (id: string): Tally => {
    const known = tallies.get(id);
    if (known) return known;
    const members = judgement.members(id);
    const only = members.length === 1 ? (tallyOf(id) ?? EMPTY_TALLY) : undefined;
    const tally = only ?? members.reduce((sum, member) => addTally(sum, tallyOf(member) ?? EMPTY_TALLY), EMPTY_TALLY);
    tallies.set(id, tally);
    return tally;
  };
  const entity = (id: string): DrawnEntity => {
    const known = drawn.get(id);
    if (known) return known;
    const made = drawEntity(id, groupTally(id));
    drawn.set(id, made);
    return made;
  };
  const isRefused = (id: string): boolean => judgement.members(id).some((member) => judgement.refused.has(member));
  const resolve = (articleId: string, entityId: string): string => {
    const id = judgement.canonical(entityId);
    if (!groupTally(id).kinds.event) return id;
    const { byArticle, nodes } = entity(id);
    return byArticle.get(articleId) ?? nodes[0]?.id ?? id;
  };
  const seen = new Map<string, GraphNode | undefined>();
  const node = (drawnId: string): GraphNode | undefined => {
    if (!seen.has(drawnId)) seen.set(drawnId, lookUp(drawnId));
    return seen.get(drawnId);
  };
  const lookUp = (drawnId: string): GraphNode | undefined => {
    if (isMadeEvent(drawnId)) return undefined;
    const canonical = canonicalOf(drawnId);
    if (isRefused(canonical) || judgement.refused.has(drawnId)) return undefined;
    return entity(canonical).nodes.find((each) => each.id === drawnId);
  };
  const canonicalOf = (drawnId: string): string =>
    groupTally(drawnId).articles > 0 ? drawnId : drawnId.slice(0, Math.max(0, drawnId.lastIndexOf(':'))) || drawnId;
  const countryOf = (entityId: string): string | undefined => {
    const found = node(judgement.canonical(entityId));
    return found?.iso3 ?? found?.country;
  };
  const facts = (articleId: string): ArticleFacts => factsOf(articleId) ?? { id: articleId, signature: '' };
  return {
    judgement,
    tally: groupTally,
    entity,
    node,
    resolve,
    facts,
    copiesOf,
    represents: (drawnId, day) => {
      const found = node(drawnId);
      return found && represents(found, groupTally(canonicalOf(drawnId)), day, countryOf);
    },
    places: (canonicalId) =>
      isRefused(canonicalId)
        ? []
        : [...entity(canonicalId).places].flatMap(([id]) => placesOf(id, entity(canonicalId), node, resolve)),
  };
};

/** Where an event of the articles took place: one edge a place, standing on the articles that say so. */
const placesOf = (
  id: string,
  { nodes, places }: DrawnEntity,
  node: View['node'],
  resolve: View['resolve'],
): readonly GraphEdge[] => {
  const event = nodes.find((each) => each.id === id);
  const records = (places.get(id) ?? []).filter((record) => record.placeId);
  const ids = new Set(records.map((record) => resolve(record.article, record.placeId!)));
  return [...ids].sort(byText).flatMap((placeId) => {
    const place = node(placeId);
    if (!event || !place || placeId === id || !node(id)) return [];
    const saying = records.filter((record) => resolve(record.article, record.placeId!) === placeId);
    const days = saying.flatMap((record) => record.published ?? []).sort(byText);
    return compact<GraphEdge>({
      id: edgeId('located', id, placeId),
      type: 'LOCATED_IN',
      source: id,
      target: placeId,
      eventId: undefined,
      claimIds: [],
      claims: 0,
      sources: new Set(saying.map((record) => record.article)).size,
      outlets: [],
      background: undefined,
      occurredFrom: event.occurredFrom,
      occurredTo: event.occurredTo,
      precision: event.precision ?? 'unknown',
      firstReported: days[0],
      lastReported: days.at(-1),
      polarity: 'affirmed',
      modality: 'fact',
      confidence: 1,
      plover: undefined,
      cameo: undefined,
      quad: 'belonging',
      goldstein: 0,
      sourceCountry: event.country,
      targetCountry: place.iso3 ?? place.country,
      title: undefined,
      from: undefined,
      to: undefined,
      role: undefined,
    });
  });
};
