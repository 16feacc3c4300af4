import { readFileSync } from 'node:fs';
import type { Claim, Entity } from '../../../graph-schema/claim.ts';
import { relationOf } from '../../../graph-schema/relations.ts';

/** A sentence coded by hand as events: who did which PLOVER class of thing to whom. */
export interface EventCoded {
  readonly id: string;
  readonly text: string;
  readonly neutral?: boolean;
  readonly gold?: readonly {
    readonly plover: string;
    readonly sourceCountry: string | null;
    readonly targetCountry: string | null;
  }[];
}

/** Source country, class, target country. */
export type Tuple = readonly [source: string, plover: string, target: string];

/** Classes that event-coded news does not keep apart. */
const FOLDED: Readonly<Record<string, string>> = { CONCEDE: 'YIELD', RETREAT: 'YIELD', DEMAND: 'REQUEST' };
const foldClass = (plover: string): string => FOLDED[plover] ?? plover;

/** Sentences of a JSON-lines file of event-coded news. */
export const readEventCoded = (file: string): EventCoded[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as EventCoded);

/** The hand-coded tuples of which both countries are known. */
export const goldTuples = (sentence: EventCoded): Tuple[] =>
  (sentence.gold ?? []).flatMap(({ sourceCountry, plover, targetCountry }) =>
    sourceCountry && targetCountry ? [[sourceCountry, foldClass(plover), targetCountry] as const] : [],
  );

/** A claim as tuples; none where a country is not known, where it is hypothetical, or denied with its own class. */
export const tuplesOfClaim = (claim: Claim, entities: ReadonlyMap<string, Entity>): Tuple[] => {
  const relation = relationOf(claim.type);
  const own = relation.plover && foldClass(relation.plover);
  const plover = foldClass(claim.plover ?? own ?? '');
  const source = entities.get(claim.source)?.country;
  const target = entities.get(claim.target)?.country;
  if (!plover || !source || !target || claim.modality === 'hypothetical') return [];
  if (claim.polarity === 'denied' && plover === own) return [];
  const tuple: Tuple = [source, plover, target];
  return relation.symmetric && plover === own ? [tuple, [target, plover, source]] : [tuple];
};
