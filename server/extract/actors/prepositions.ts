const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const OF = set('of');
export const OF_OR_FROM = set('of from');
export const OF_OR_FOR = set('of for');
export const OF_BETWEEN_OR_FROM = set('of between from');
export const BY = set('by from');
/** By which a phrase gives some of those it speaks of by name. */
export const EXAMPLE = set('including like as among notably');
export const IN = set('in at near inside within across throughout outside around from');
/** All by which a phrase may name an actor, those of origin apart. */
export const OTHER = set(
  'in to at on for with against between into within inside near throughout across toward towards over among including around outside',
);
/** Prepositions whose object says where a group belongs; "ambassador to Kyiv" is not of Kyiv. */
export const ORIGIN: readonly ReadonlySet<string>[] = [
  set('of'),
  set('for from'),
  set('in at near inside within across throughout outside around on'),
];
