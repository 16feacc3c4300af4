import type { RelationType } from '../../../graph-schema/relations.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { objectsOf } from '../clause/arguments.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import type { Actor, Scene } from '../scene.ts';
import { kids, type Tree, tagOf } from '../tree/tree.ts';
import type { EndsOfVerb } from './ends-of-verb.ts';
import type { SaidAct } from './said-act.ts';
import { isSameSide } from './target-of-verb.ts';

/** Who is deported rather than expelled as an envoy. */
const DEPORTED = /^(migrant|refugee|immigrant|student|citizen|national|journalist|reporter|family)$/;

/** Where an act that is only asked or refused would happen is not who is asked or refused. */
const PLACED = /^prep:(in|inside|at|on|under|near|after|during|within|by|along|through|across|around)$/;

/** Whether a noun is a thing that somebody named has: "his interest". */
const isThingOf = ({ tree, named }: Scene, token: number): boolean =>
  roleOfWord(tree.tokens[token]!) === undefined &&
  !named.has(token) &&
  kids(tree, token, 'poss').some((owner) => named.has(owner));

/** What supporters hold as often as opponents. */
const isRally = (tree: Tree, verb: number): boolean =>
  objectsOf(tree, verb).some((object) => /^(rally|march|vigil|parade)$/.test(tree.lemma[object]!));

const isPlace = ({ cast }: Scene, entity: number): boolean => /^(country|place)$/.test(cast.entities[entity]!.kind);

/** "Held three fishermen", and not a passport, a position or a festival. */
const holdsSomebody = ({ tree }: Scene, verb: number): boolean => {
  const objects = objectsOf(tree, verb).map((object) => tree.tokens[object]!);
  return (
    objects.length === 0 ||
    objects.some(
      (token) =>
        /^(PRON|PROPN|NUM)$/.test(token.pos) || roleOfWord(token) !== undefined || WORDS.individual.has(token.lemma),
    )
  );
};

const SENDING = /^(send|dispatch|deploy|rush|approve|fly|ship|order)$/;

/** Whether one of two is the state that the other is a part of, and no adversary at home. */
export const isOwnArm = ({ cast }: Scene, one: number, other: number): boolean => {
  const both = [cast.entities[one]!, cast.entities[other]!];
  return (
    both[0]!.country === both[1]!.country &&
    both.some(({ kind }) => kind === 'country') &&
    both.some(({ role }) => /^(military|police|judiciary|legislature)$/.test(role ?? ''))
  );
};

/** Whether the ends that were found make no such act. */
export const isNoAct = (scene: Scene, verb: number, said: SaidAct, { type, source, target }: EndsOfVerb): boolean => {
  const { tree, cast } = scene;
  const atHome = isSameSide(scene, source.entity, target.entity);
  // whom a state mobilizes is not whom it mobilizes against
  if (said.plover === 'MOBILIZE' && target.path === 'object' && atHome) return true;
  // whom a state sends is not whom it helps
  if (said.plover === 'AID' && target.path === 'object' && atHome && SENDING.test(tree.lemma[verb]!)) return true;
  // "its neighbour could respond, a general warned": whoever is to act is not warned by his own side
  if (type === 'WARNED' && atHome && target.path === 'clause subject') return true;
  // "voted down a proposal to let soldiers stay in Iraq": where it would be carried out is not who is refused
  if (said.plover === 'REJECT' && /clause.*>prep:(in|at|near|after|during)/.test(target.path)) return true;
  // a state's own forces do nothing together with it
  if (target.path === 'coordinated' && atHome && isOwnArm(scene, source.entity, target.entity)) return true;
  if (said.meaning.rule === 'operator above' && PLACED.test(target.path)) return true;
  if (tree.lemma[verb] === 'fail' && said.meaning.rule === 'operator' && target.path.includes('adverbial')) return true;
  if (type === 'SPOKE_WITH' && cast.entities[target.entity]!.role === 'media') return true;
  // "denied that its troops had crossed the border" denies nothing of the troops
  if (type === 'DENIED' && atHome && target.path === 'clause subject') return true;
  // "called his interest absurd" is no call
  if (type === 'SPOKE_WITH' && target.path === 'object' && isThingOf(scene, target.token)) return true;
  // a rally in a city is not against it, and police search flats of their own state
  if (type === 'PROTESTED_AGAINST' && /^(prep:in|object)$/.test(target.path) && isRally(tree, verb)) return true;
  if (atHome && /^(search|inspect|comb)$/.test(tree.lemma[verb]!) && isPlace(scene, target.entity)) return true;
  if (type === 'DETAINED' && tree.lemma[verb] === 'hold' && !holdsSomebody(scene, verb)) return true;
  // one retaliates against whoever provokes it, whatever else stands by
  if (tree.lemma[verb] === 'retaliate' && !/^(until|provoked|in return|frame|prep:against)/.test(target.path))
    return true;
  if (type === 'SIGNED' && !/with/.test(target.path)) return true;
  // those rescued from a place are not helped by helping the place
  if (said.plover === 'AID' && target.path === 'prep:from') return true;
  // nobody meets the dead
  if (
    said.plover === 'CONSULT' &&
    kids(tree, target.token, 'acl', 'relcl').some((clause) => /^(kill|slay|murder|bury|die)$/.test(tree.lemma[clause]!))
  )
    return true;
  // going home is no visit
  return type === 'VISITED' && atHome;
};

/** "Bahrain", and neither its people nor somebody in it. */
const isNamedState = ({ tree, cast, named }: Scene, { entity, token }: Actor): boolean =>
  cast.entities[entity]!.kind === 'country' && named.has(token) && /^NNP?$/.test(tagOf(tree, token));

/** What an act is called once its ends are known: only another state's envoys are expelled, a state protests in words. */
export const settledType = (scene: Scene, verb: number, { type, source, target }: EndsOfVerb): RelationType => {
  const { tree } = scene;
  if (type === 'EXPELLED_DIPLOMATS_OF') {
    if (isSameSide(scene, source.entity, target.entity)) return 'SANCTIONED';
    return DEPORTED.test(tree.lemma[target.token]!) ? 'DETAINED' : type;
  }
  const isState = isNamedState(scene, source);
  // a state that boycotts a state breaks with it
  if (type === 'PROTESTED_AGAINST' && tree.lemma[verb] === 'boycott' && isState && isNamedState(scene, target))
    return 'BROKE_RELATIONS_WITH';
  const inWords = isState && tree.lemma[verb] === 'protest' && objectsOf(tree, verb).length > 0;
  return type === 'PROTESTED_AGAINST' && inWords ? 'PROTESTED_TO' : type;
};
