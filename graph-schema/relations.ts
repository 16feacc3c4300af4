import type { Relation } from './relation.ts';
import { accuse } from './relations/accuse.ts';
import { agree } from './relations/agree.ts';
import { aid } from './relations/aid.ts';
import { assault } from './relations/assault.ts';
import { belonging } from './relations/belonging.ts';
import { coerce } from './relations/coerce.ts';
import { concede } from './relations/concede.ts';
import { consult } from './relations/consult.ts';
import { cooperate } from './relations/cooperate.ts';
import { mobilize } from './relations/mobilize.ts';
import { protest } from './relations/protest.ts';
import { reject } from './relations/reject.ts';
import { request } from './relations/request.ts';
import { retreat } from './relations/retreat.ts';
import { sanction } from './relations/sanction.ts';
import { support } from './relations/support.ts';
import { threaten } from './relations/threaten.ts';

/** The ontology: every relation between two entities, in the order of the field's classes. */
export const RELATIONS = [
  ...consult,
  ...agree,
  ...support,
  ...request,
  ...cooperate,
  ...aid,
  ...concede,
  ...retreat,
  ...accuse,
  ...reject,
  ...threaten,
  ...protest,
  ...mobilize,
  ...sanction,
  ...coerce,
  ...assault,
  ...belonging,
] as const satisfies readonly Relation[];

export type RelationType = (typeof RELATIONS)[number]['name'];

const BY_NAME: ReadonlyMap<string, Relation> = new Map(RELATIONS.map((relation) => [relation.name, relation]));

/** The record of a relation type. */
export const relationOf = (type: RelationType): Relation => BY_NAME.get(type)!;

/** Whether a string names a relation of the ontology. */
export const isRelationType = (name: string): name is RelationType => BY_NAME.has(name);
