import type { Modality, Polarity, Precision } from '../graph-schema/claim.ts';
import type { EntityKind } from '../graph-schema/kinds.ts';
import { type Quad, type Sign, signOfQuad } from '../graph-schema/relation.ts';
import { isRelationType, relationOf } from '../graph-schema/relations.ts';

/** Kinds as a reader calls them. */
export const KIND_NAMES: Readonly<Record<EntityKind, readonly [one: string, many: string]>> = {
  country: ['country', 'Countries'],
  person: ['person', 'People'],
  organization: ['organisation', 'Organisations'],
  event: ['event', 'Events'],
  proposal: ['proposal', 'Proposals'],
  place: ['place', 'Places'],
};

export const SIGN_NAMES: Readonly<Record<Sign, string>> = {
  cooperation: 'Cooperation',
  conflict: 'Conflict',
  none: 'Belonging',
};

/** The verb of a relation: "backs". */
export const verbOf = (type: string): string =>
  isRelationType(type) ? relationOf(type).verb : type.toLowerCase().replaceAll('_', ' ');

/** A relation as its target has it: "backed by". */
export const inverseOf = (type: string): string =>
  (isRelationType(type) ? relationOf(type).inverse : type).toLowerCase().replaceAll('_', ' ');

export const signOf = (quad: Quad): Sign => signOfQuad(quad);

/** How a claim is put, in words; empty for a plain statement. */
export const mannerWord = (polarity: Polarity, modality: Modality): string => {
  if (polarity === 'denied') return 'denied';
  return modality === 'fact' ? 'stated as fact' : modality === 'past' ? 'told of the past' : modality;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2017-04-12` as "12 Apr 2017"; what is no day is given back. */
export const dayName = (day: string): string => {
  const [year, month, date] = day.split('-');
  const name = MONTHS[Number(month) - 1];
  return date && name ? `${Number(date)} ${name} ${year}` : month && name ? `${name} ${year}` : day;
};

/** `2017-04` as "Apr 2017". */
export const monthName = (month: string): string => dayName(month.slice(0, 7));

interface Dated {
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  readonly precision?: Precision;
}

/** When something happened, no more exact than is known. */
export const whenName = ({ occurredFrom, occurredTo, precision = 'unknown' }: Dated): string => {
  if (!occurredFrom) return 'date unknown';
  if (precision === 'year') {
    const [from, to] = [occurredFrom.slice(0, 4), (occurredTo ?? occurredFrom).slice(0, 4)];
    return from === to ? from : `${from} – ${to}`;
  }
  if (precision === 'month') {
    const [from, to] = [monthName(occurredFrom), monthName(occurredTo ?? occurredFrom)];
    return from === to ? from : `${from} – ${to}`;
  }
  if (precision === 'week') return `week of ${dayName(occurredFrom)}`;
  if (precision === 'unknown') return `about ${dayName(occurredFrom)}`;
  return occurredTo && occurredTo !== occurredFrom
    ? `${dayName(occurredFrom)} – ${dayName(occurredTo)}`
    : dayName(occurredFrom);
};

/** "1 claim", "14 claims". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** A number with its sign, as a reader writes it: +3.4, −2, 0. */
export const signed = (value: number, digits = 1): string => {
  const rounded = Number(value.toFixed(digits));
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
};
