import type { Filter } from '../../../graph-schema/filter.ts';
import { QUADS, signOfQuad } from '../../../graph-schema/relation.ts';
import { DEFAULT_MODALITIES, DEFAULT_POLARITIES } from '../../draw/filter.ts';

/** The parts of a filter as Cypher predicates, equal to `draw/filter.ts`; `true` where nothing is asked. */
export interface FilterClauses {
  readonly parts: Readonly<
    Record<'kinds' | 'types' | 'signs' | 'polarities' | 'modalities' | 'outlets' | 'rest', string>
  >;
  /** All parts together. */
  readonly all: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** How the predicates reach what they look at. */
export interface Terms {
  readonly type: string;
  readonly quad: string;
  readonly polarity: string;
  readonly modality: string;
  readonly confidence: string;
  readonly outlets: string;
  readonly from: string;
  readonly to: string;
  readonly occurredFrom: string;
  readonly occurredTo: string;
  readonly firstReported: string;
  readonly lastReported: string;
  readonly kinds: readonly [string, string];
}

export const edgeTerms = (edge: string, a: string, b: string): Terms => ({
  type: `type(${edge})`,
  quad: `${edge}.quad`,
  polarity: `${edge}.polarity`,
  modality: `${edge}.modality`,
  confidence: `${edge}.confidence`,
  outlets: `${edge}.outlets`,
  from: `${edge}.from`,
  to: `${edge}.to`,
  occurredFrom: `${edge}.occurredFrom`,
  occurredTo: `${edge}.occurredTo`,
  firstReported: `${edge}.firstReported`,
  lastReported: `${edge}.lastReported`,
  kinds: [`${a}.kind`, `${b}.kind`],
});

export const claimTerms = (claim: string, article: string, a: string, b: string): Terms => ({
  ...edgeTerms(claim, a, b),
  type: `${claim}.type`,
  outlets: `CASE WHEN ${article}.source IS NULL THEN [] ELSE [${article}.source] END`,
  from: `${claim}.officeFrom`,
  to: `${claim}.officeTo`,
  firstReported: `${article}.published`,
  lastReported: `${article}.published`,
});

const window = (terms: Terms, { since, until, clock }: Filter): string => {
  if (!since && !until) return 'true';
  const office = `(${terms.from} IS NOT NULL OR ${terms.to} IS NOT NULL)`;
  const [from, to] =
    clock === 'reported'
      ? [terms.firstReported, `coalesce(${terms.lastReported}, ${terms.firstReported})`]
      : [
          `CASE WHEN ${office} THEN coalesce(${terms.from}, '') ELSE ${terms.occurredFrom} END`,
          `CASE WHEN ${office} THEN coalesce(${terms.to}, '9999') ELSE coalesce(${terms.occurredTo}, ${terms.occurredFrom}) END`,
        ];
  const inside = [until ? `${from} <= $until` : '', since ? `${to} >= $since` : ''].filter(Boolean).join(' AND ');
  return `CASE WHEN (${from}) IS NULL THEN ${terms.quad} = 'belonging' ELSE ${inside} END`;
};

export const filterClauses = (filter: Filter, terms: Terms): FilterClauses => {
  const quads = filter.signs && QUADS.filter((quad) => filter.signs!.includes(signOfQuad(quad)));
  const parts = {
    kinds: filter.kinds ? `(${terms.kinds[0]} IN $kinds AND ${terms.kinds[1]} IN $kinds)` : 'true',
    types: filter.types ? `${terms.type} IN $types` : 'true',
    signs: quads ? `${terms.quad} IN $quads` : 'true',
    polarities: `${terms.polarity} IN $polarities`,
    modalities: `${terms.modality} IN $modalities`,
    outlets: filter.outlets
      ? `(any(outlet IN ${terms.outlets} WHERE outlet IN $outlets) OR (${terms.quad} = 'belonging' AND size(${terms.outlets}) = 0))`
      : 'true',
    rest: `${filter.confidence === undefined ? 'true' : `${terms.confidence} >= $confidence`} AND ${window(terms, filter)}`,
  };
  return {
    parts,
    all: Object.values(parts)
      .filter((part) => part !== 'true')
      .join(' AND '),
    parameters: {
      kinds: filter.kinds ?? [],
      types: filter.types ?? [],
      quads: quads ?? [],
      polarities: filter.polarities ?? DEFAULT_POLARITIES,
      modalities: filter.modalities ?? DEFAULT_MODALITIES,
      outlets: filter.outlets ?? [],
      confidence: filter.confidence ?? 0,
      since: filter.since ?? '',
      until: filter.until ?? '',
    },
  };
};
