import { roleOfWord } from '../actors/role-words.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { actorAt, type Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import type { EndsOfVerb } from './ends-of-verb.ts';
import type { SaidAct } from './said-act.ts';
import { isSameSide } from './target-of-verb.ts';

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
  if (tree.lower[verb + 1] === 'off') return false;
  return (
    objects.length === 0 ||
    objects.some(
      (token) =>
        /^(PRON|PROPN|NUM)$/.test(token.pos) || roleOfWord(token) !== undefined || WORDS.individual.has(token.lemma),
    )
  );
};

const isSaidOfActor = (scene: Scene, verb: number): boolean =>
  subjectsOf(scene, verb).some((subject) => actorAt(scene, subject, { shallow: true }) !== undefined);

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

const isDead = (tree: Tree, somebody: number): boolean =>
  kids(tree, somebody, 'acl', 'relcl').some((clause) => /^(kill|slay|murder|bury|die)$/.test(tree.lemma[clause]!));

/** An act as it was found: its verb, what is said of it, its ends, and whether both are of one state. */
interface Found extends EndsOfVerb {
  readonly scene: Scene;
  readonly verb: number;
  readonly lemma: string;
  readonly said: SaidAct;
  readonly atHome: boolean;
}

type Refusal = (found: Found) => boolean;

/** Why ends that were found make no such act, a reason each. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  'whom a state mobilizes is not whom it mobilizes against': ({ said, target, atHome }) =>
    said.plover === 'MOBILIZE' && target.path === 'object' && atHome,
  'whom a state sends is not whom it helps': ({ said, target, atHome, lemma }) =>
    said.plover === 'AID' && target.path === 'object' && atHome && SENDING.test(lemma),
  // "its neighbour could respond, a general warned"
  'whoever is to act is not warned by his own side': ({ type, target, atHome }) =>
    type === 'WARNED' && atHome && target.path === 'clause subject',
  // "voted down a proposal to let soldiers stay in Iraq"
  'where a proposal would be carried out is not who is refused': ({ said, target }) =>
    said.plover === 'REJECT' && /clause.*>prep:(in|at|near|after|during)/.test(target.path),
  'where an act that is only asked or refused would happen is not who is asked or refused': ({ said, target }) =>
    said.meaning.rule === 'operator above' && PLACED.test(target.path),
  "a state's own forces do nothing together with it": ({ scene, source, target, atHome }) =>
    target.path === 'coordinated' && atHome && isOwnArm(scene, source.entity, target.entity),
  'whoever stands beside a failure is not whom one fails': ({ said, target, lemma }) =>
    lemma === 'fail' && said.meaning.rule === 'operator' && target.path.includes('adverbial'),
  'who tells the press has no talks with it': ({ scene, type, target }) =>
    type === 'SPOKE_WITH' && scene.cast.entities[target.entity]!.role === 'media',
  // "denied that its troops had crossed the border"
  'of whom something is denied is denied nothing': ({ type, target, atHome }) =>
    type === 'DENIED' && atHome && target.path === 'clause subject',
  // "called his interest absurd"
  'what somebody has is called something, not called up': ({ scene, type, target }) =>
    type === 'SPOKE_WITH' && target.path === 'object' && isThingOf(scene, target.token),
  'a rally in a city is not against it': ({ scene, verb, type, target }) =>
    type === 'PROTESTED_AGAINST' && /^(prep:in|object)$/.test(target.path) && isRally(scene.tree, verb),
  'police search places of their own state': ({ scene, target, atHome, lemma }) =>
    atHome && /^(search|inspect|comb)$/.test(lemma) && isPlace(scene, target.entity),
  'only somebody is held': ({ scene, verb, type, lemma }) =>
    type === 'DETAINED' && lemma === 'hold' && !holdsSomebody(scene, verb),
  'one retaliates against whoever provokes it, whatever else stands by': ({ target, lemma }) =>
    lemma === 'retaliate' && !/^(until|provoked|in return|frame|prep:against)/.test(target.path),
  'one signs with somebody': ({ type, target }) => type === 'SIGNED' && !/with/.test(target.path),
  'those rescued from a place are not helped by helping the place, nor is the port that help goes through': ({
    said,
    target,
  }) => said.plover === 'AID' && /^prep:(from|through|via)$/.test(target.path),
  // "conveyed greetings from the president"
  'greetings brought from somebody are not for him': ({ said, target }) =>
    said.plover === 'SUPPORT' && target.path === 'prep:from',
  'nobody meets the dead': ({ scene, said, target }) => said.plover === 'CONSULT' && isDead(scene.tree, target.token),
  // "gave his forces complete freedom"
  'whoever gives his own army its orders yields nothing': ({ scene, type, target, atHome, lemma }) =>
    type === 'YIELDED_TO' &&
    atHome &&
    /^(give|grant|allow|let)$/.test(lemma) &&
    /^(military|police)$/.test(scene.cast.entities[target.entity]!.role ?? ''),
  // "announced the recall of her ambassador to"
  'no state breaks with itself': ({ scene, type, target, atHome }) =>
    /^(BROKE_RELATIONS_WITH|RECALLED_AMBASSADOR_FROM|EXPELLED_DIPLOMATS_OF|ESTABLISHED_RELATIONS_WITH)$/.test(type) &&
    atHome &&
    scene.cast.entities[target.entity]!.kind === 'country',
  'guarding its own soldiers is no help that a state gives': ({ scene, said, target, atHome, lemma }) =>
    said.plover === 'AID' &&
    atHome &&
    /^(protect|guard|safeguard|defend)$/.test(lemma) &&
    scene.cast.entities[target.entity]!.role === 'military',
  // "brought Chad's grievances to the table"
  'who brings a matter to the table mediates nothing': ({ scene, verb, type, target, lemma }) =>
    type === 'MEDIATED' &&
    lemma === 'bring' &&
    isThingOf(scene, target.token) &&
    objectsOf(scene.tree, verb).length > 0,
  // "any accord must let aid through to civilians"
  'what must be so is asked of nobody at home': ({ scene, verb, said, target }) =>
    said.operators.obliged && target.path === 'domestic' && !isSaidOfActor(scene, verb),
  // "warned that the situation in Chad was strengthening rebels"
  'what a warning is about is not who is warned': ({ scene, type, target }) =>
    type === 'WARNED' &&
    target.path === 'clause subject' &&
    actorAt(scene, target.token, { shallow: true }) === undefined,
  // "his statement came at the end of talks in Oslo"
  'words travel nowhere': ({ scene, verb, type }) =>
    type === 'VISITED' && subjectsOf(scene, verb).some((subject) => WORDS.utterance.has(scene.tree.lemma[subject]!)),
  'going home is no visit': ({ type, atHome }) => type === 'VISITED' && atHome,
};

/** Whether the ends that were found make no such act. */
export const isNoAct = (scene: Scene, verb: number, said: SaidAct, ends: EndsOfVerb): boolean => {
  const atHome = isSameSide(scene, ends.source.entity, ends.target.entity);
  const found: Found = { ...ends, scene, verb, lemma: scene.tree.lemma[verb]!, said, atHome };
  return Object.values(REFUSALS).some((refuses) => refuses(found));
};
