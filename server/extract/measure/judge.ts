import type { Claim, Entity } from '../../../graph-schema/claim.ts';
import { fold } from '../../../graph-schema/fold.ts';
import { relationOf } from '../../../graph-schema/relations.ts';
import type { Expected } from './corpus.ts';

/** What came of comparing the claims of one text with what it states. */
export interface Judgement {
  readonly right: readonly { readonly claim: Claim; readonly expected: Expected; readonly details: Details }[];
  readonly missed: readonly Expected[];
  readonly wrong: readonly Claim[];
}

/** Parts of a right claim that are judged apart; absent where there is nothing to judge. */
export interface Details {
  readonly polarity: boolean;
  readonly modality: boolean;
  readonly speaker: boolean;
  readonly plover?: boolean;
  readonly time?: boolean;
}

const isBelonging = (type: string): boolean =>
  /^(HOLDS_OFFICE|CITIZEN_OF|MEMBER_OF|PART_OF|LOCATED_IN|TOOK_PART_IN)$/.test(type);

const LONG_WORD = 4;

const shareWord = (a: string, b: string): boolean => {
  const [left, right] = [fold(a), fold(b)];
  if (left === right) return true;
  const words = new Set(left.split(/\s+/).filter((word) => word.length >= LONG_WORD));
  return right.split(/\s+/).some((word) => words.has(word));
};

/** Same country where both have one, else names that share a word. */
const sameEnd = (
  entity: Entity | undefined,
  name: string,
  country: string | undefined,
  aliases: readonly string[] = [],
): boolean => {
  if (!entity) return false;
  if (entity.country && country) return entity.country === country;
  return [entity.name, ...entity.aliases].some((own) => [name, ...aliases].some((other) => shareWord(own, other)));
};

const matches = (claim: Claim, entities: ReadonlyMap<string, Entity>, expected: Expected): boolean => {
  if (claim.type !== expected.type && !expected.or?.includes(claim.type)) return false;
  const source = entities.get(claim.source);
  const target = entities.get(claim.target);
  const isSource = (end: Entity | undefined): boolean =>
    sameEnd(end, expected.source, expected.sourceCountry, expected.sourceAliases);
  const isTarget = (end: Entity | undefined): boolean =>
    sameEnd(end, expected.target, expected.targetCountry, expected.targetAliases);
  if (isSource(source) && isTarget(target)) return true;
  return relationOf(claim.type).symmetric && isSource(target) && isTarget(source);
};

/** Whether both ends bear the very names: of several persons of one country, each answers the expectation of its own. */
const sameNames = (claim: Claim, entities: ReadonlyMap<string, Entity>, expected: Expected): boolean =>
  sameEnd(entities.get(claim.source), expected.source, undefined, expected.sourceAliases) &&
  sameEnd(entities.get(claim.target), expected.target, undefined, expected.targetAliases);

const detailsOf = (
  claim: Claim,
  entities: ReadonlyMap<string, Entity>,
  expected: Expected,
  published?: string,
): Details => {
  const modality = expected.modality ?? 'fact';
  const before = published !== undefined && claim.occurredTo !== undefined && claim.occurredTo < published;
  const alike =
    claim.modality === modality || (before && /^(past|fact)$/.test(claim.modality) && /^(past|fact)$/.test(modality));
  const speaker = claim.speaker === undefined ? undefined : entities.get(claim.speaker);
  return {
    polarity: claim.polarity === (expected.polarity ?? 'affirmed'),
    modality: alike,
    speaker:
      expected.speaker === undefined
        ? claim.speaker === undefined
        : sameEnd(speaker, expected.speaker, expected.speakerCountry),
    ...(expected.plover && { plover: claim.plover === expected.plover }),
    ...(expected.occurredFrom && {
      time:
        claim.occurredFrom === expected.occurredFrom &&
        (!expected.occurredTo || claim.occurredTo === expected.occurredTo),
    }),
  };
};

/** Compares claims with what a text states, by the corpus's rules of when a claim is right. */
export const judge = (
  claims: readonly Claim[],
  entityList: readonly Entity[],
  text: {
    readonly expect: readonly Expected[];
    readonly allow?: readonly Expected[];
    readonly published?: string;
    readonly belonging?: boolean;
  },
): Judgement => {
  const entities = new Map(entityList.map((entity) => [entity.id, entity]));
  const open = new Set(text.expect);
  const right: Judgement['right'][number][] = [];
  const wrong: Claim[] = [];
  const seen = new Set<string>();
  for (const claim of [...claims].sort((a, b) => b.confidence - a.confidence)) {
    const fitting = [...open].filter((expected) => matches(claim, entities, expected));
    const found = fitting.find((expected) => sameNames(claim, entities, expected)) ?? fitting[0];
    if (found) {
      open.delete(found);
      right.push({ claim, expected: found, details: detailsOf(claim, entities, found, text.published) });
      continue;
    }
    const again = text.expect.some((expected) => matches(claim, entities, expected));
    const allowed = (text.allow ?? []).some((expected) => matches(claim, entities, expected));
    if (again || allowed || claim.modality === 'hypothetical' || (isBelonging(claim.type) && !text.belonging)) continue;
    const key = `${claim.type} ${claim.source} ${claim.target}`;
    if (!seen.has(key) && !standsForRight(claim, entities, text.expect)) wrong.push(claim);
    seen.add(key);
  }
  return { right, missed: [...open], wrong };
};

/** A second end of the same act: the event or proposal beside its owner, which is not judged. */
const standsForRight = (claim: Claim, entities: ReadonlyMap<string, Entity>, expect: readonly Expected[]): boolean => {
  const target = entities.get(claim.target);
  const thing = target?.kind === 'event' || target?.kind === 'proposal';
  return expect.some(
    (expected) =>
      (expected.type === claim.type || expected.or?.includes(claim.type)) &&
      sameEnd(entities.get(claim.source), expected.source, expected.sourceCountry) &&
      (thing || expected.targetKind !== undefined),
  );
};
