import { countryId } from '../../../graph-schema/ids.ts';
import { addKnown, type Draft } from './draft.ts';
import { gazetteer } from './gazetteer.ts';

/** The state for which an entity acts; bodies of no state stand for themselves, persons of no state for nobody. */
export const stateOf = (draft: Draft, entity: number): number | undefined => {
  const iso3 = draft.entities[entity]!.country;
  const known = iso3 === undefined ? undefined : gazetteer().byId.get(countryId(iso3));
  return known ? addKnown(draft, known) : draft.entities[entity]!.kind === 'person' ? undefined : entity;
};

/** Whether two are of one state (bodies of several states count as of one). */
export const isSameState = (draft: Draft, a: number, b: number): boolean => {
  const [one, other] = [draft.entities[a]!, draft.entities[b]!];
  return one.country !== undefined && one.country === other.country;
};
