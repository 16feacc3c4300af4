import type { PloverClass } from '../../../graph-schema/relation.ts';
import { countedOf } from '../actors/counted.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { agentsOf } from '../clause/arguments.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import type { Candidate } from '../clause/targets.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Actor, actorAt, countryOf, type Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import type { Target } from './target-of-verb.ts';

/** Ways to a target on which the verb itself governs it. */
const DIRECT =
  /^(object|dative|clause subject|unless|until|behind object.*|(frame|prep):(with|to|against|on|upon|from|for|at|of|by|towards?|over|out))$/;

/** Where one protests is whom one protests against. */
const PREMISES =
  /^(headquarters|embassy|ministry|parliament|palace|office|residence|court|courthouse|building|base|station|compound)$/;

const isPremises = ({ tree }: Scene, token: number, path: string, plover: PloverClass): boolean =>
  plover === 'PROTEST' && /^prep:(outside|at|near|around|in)$/.test(path) && PREMISES.test(tree.lemma[token]!);

/** Whether a sentence names a state, or somebody of one, other than that given. */
export const namesAnother = (scene: Scene, token: number, country: string): boolean => {
  const { tree, named } = scene;
  const sentence = tree.sentence[token]!;
  for (let at = tree.bounds[sentence]!; at < tree.bounds[sentence + 1]!; at++) {
    const mention = named.get(at);
    const other = mention && countryOf(scene, mention.entity);
    if (other !== undefined && other !== country) return true;
  }
  return false;
};

/** The one other state that a sentence names, if it names one. */
const otherState = ({ tree, named, cast }: Scene, token: number, country: string): string | undefined => {
  const sentence = tree.sentence[token]!;
  const states = new Set<string>();
  for (let at = tree.bounds[sentence]!; at < tree.bounds[sentence + 1]!; at++) {
    const mention = named.get(at);
    const state = mention && cast.countryOf(mention.entity);
    const other = state === undefined ? undefined : cast.entities[state]!.country;
    if (other !== undefined && other !== country) states.add(other);
  }
  return states.size === 1 ? [...states][0] : undefined;
};

/** Envoys are another state's to whoever deals with them; juntas and rebels are seldom those of a state that takes their side. */
const ACCREDITED = /^(ambassador|envoy|consul|attach[ée]|diplomat|nuncio)$/;
const UNDER_ANOTHER = /^(junta|regime|rebel|insurgent|separatist|guerrilla|militia|dissident)$/;

const isState = ({ cast }: Scene, { entity }: Actor): boolean => cast.entities[entity]!.kind === 'country';

/** "Released the shepherd": one of whom anybody may be the state. */
const isOneOfMany = ({ tree }: Scene, noun: number): boolean =>
  tree.tokens[noun]!.tag === 'NN' &&
  WORDS.individual.has(tree.lemma[noun]!) &&
  /^(civilians|media|military|rebels)$/.test(roleOfWord(tree.tokens[noun]!) ?? '') &&
  kids(tree, noun, 'poss').length === 0;

/** Acts that reach beyond a state's own: whom help, cooperation or troops are for says the text or nobody. */
const OUTWARD = /^(AID|COOPERATE|MOBILIZE)$/;

/** People of any state, who are the doer's own only where they are held, hurt or freed. */
export const ANYBODY =
  /^(people|person|civilian|victim|baby|man|woman|child|boy|girl|individual|family|group|organi[sz]ation|member)$/;
/** Whom one apologizes to or condoles with, of one's own state where no other is named. */
const BEREAVED = /^(family|victim|relative|survivor)$/;
export const BODILY = /^(COERCE|ASSAULT|RETREAT|CONCEDE)$/;

/** People who came from elsewhere, or who are sent rather than met. */
const FROM_ELSEWHERE =
  /^(refugee|migrant|immigrant|asylum|expert|deputy|tourist|visitor|foreigner|hostage|expatriate|counterpart)$/;

/** Whether the people of a phrase are from elsewhere. */
export const isFromElsewhere = ({ tree }: Scene, token: number): boolean =>
  FROM_ELSEWHERE.test(tree.lemma[countedOf(tree, token)]!);

const isForeign = (scene: Scene, token: number, country: string): boolean => {
  const named = actorAt(scene, token);
  return named !== undefined && countryOf(scene, named.entity) !== country;
};

/** Armed groups are as often somebody else's: taken for one's own only where no other country is in sight. */
const ARMED = /^(rebels|military)$/;

/** By what a phrase names whose it is: "talks with rebels", and where it is refused, "a proposal by rebels". */
const partiesOf = (tree: Tree, noun: number, plover: PloverClass): readonly string[] => [
  'of',
  ...(typeOfNoun(tree, noun) ? ['with'] : []),
  ...(plover === 'REJECT' ? ['by', 'from'] : []),
];

/** The nouns of a phrase that may say who is meant: the one counted, its owner, what it is of, what qualifies it. */
const nounsOf = ({ tree }: Scene, token: number, plover: PloverClass): readonly number[] => {
  const counted = countedOf(tree, token);
  if (plover === 'ACCUSE') return [counted]; // "condemned the killing of a journalist" blames no journalist
  return [
    counted,
    ...kids(tree, counted, 'poss'),
    ...nounsAfter(tree, counted, partiesOf(tree, counted, plover)).map((noun) => countedOf(tree, noun)),
    ...kids(tree, counted, 'compound', 'nmod'),
  ];
};

/** "Banks controlled by the junta": whoever belongs to somebody named is not simply the doer's own. */
const isOfOthers = (tree: Tree, noun: number): boolean =>
  kids(tree, noun, 'acl').some(
    (clause) => /^(control|own|run|lead|command|head)$/.test(tree.lemma[clause]!) && agentsOf(tree, clause).length > 0,
  );

/** "Opposition groups", "rebel members". */
const isFaction = (tree: Tree, noun: number): boolean =>
  kids(tree, noun, 'compound', 'amod', 'nmod').some((child) =>
    /^(opposition|rebel|guerrilla|militant|separatist|insurgent|dissident)$/.test(tree.lower[child]!),
  );

/** An act whose target may be at home: what its verb governs, who does it, its class. */
export interface AtHome {
  readonly candidates: readonly Candidate[];
  readonly source: Actor;
  readonly plover: PloverClass;
}

/**
 * Whom an act at home is aimed at: "police arrested protesters", "the president pardoned a minister". A word for a role
 * without a country, governed by the verb itself, is of the doer's own state.
 */
export const domesticTarget = (scene: Scene, { candidates, source, plover }: AtHome): Target | undefined => {
  const country = countryOf(scene, source.entity);
  if (country === undefined || OUTWARD.test(plover)) return undefined;
  for (const { token, path } of candidates) {
    if (!(DIRECT.test(path) || isPremises(scene, token, path, plover)) || token === source.token) continue;
    if (isForeign(scene, token, country)) continue;
    for (const noun of nounsOf(scene, token, plover)) {
      if (isForeign(scene, noun, country) || isOfOthers(scene.tree, noun)) continue;
      const lemma = scene.tree.lemma[noun]!;
      if (
        FROM_ELSEWHERE.test(lemma) ||
        (ANYBODY.test(lemma) &&
          !BODILY.test(plover) &&
          !(plover === 'SUPPORT' && BEREAVED.test(lemma)) &&
          !isFaction(scene.tree, noun))
      )
        continue;
      if (UNDER_ANOTHER.test(lemma) && isState(scene, source) && namesAnother(scene, token, country)) continue;
      const other = ACCREDITED.test(lemma) ? otherState(scene, token, country) : undefined;
      const entity = scene.cast.groupIn(noun, other ?? country);
      if (entity === undefined || entity === source.entity) continue;
      if (other !== undefined) return { entity, token, path: 'of the other state', trust: 1.5 };
      if (isOneOfMany(scene, noun) && isState(scene, source) && namesAnother(scene, token, country)) continue;
      const role = scene.cast.entities[entity]!.role ?? '';
      const armedItself = ARMED.test(scene.cast.entities[source.entity]!.role ?? '');
      if (ARMED.test(role) && !armedItself && namesAnother(scene, token, country)) continue;
      return { entity, token, path: 'domestic', trust: 1.5 };
    }
  }
  return undefined;
};

/** Whether a target is only a place of the source's own state, or that state. */
export const isPlaceAtHome = (scene: Scene, source: Actor, target: Actor): boolean =>
  /^(place|country)$/.test(scene.cast.entities[target.entity]!.kind) &&
  countryOf(scene, target.entity) === countryOf(scene, source.entity);

const PLACED = /^(frame|prep|object|behind object)(:(in|on|at|across|throughout|over|around))?$/;

const DISTRICT =
  /^(province|region|district|city|town|village|area|state|county|suburb|neighbou?rhood|prefecture|capital|island|territory)$/;

/** "In three southern provinces": parts of a state whose name is not said are the doer's own. */
const isDistrict = (tree: Tree, token: number): boolean => DISTRICT.test(tree.lemma[countedIn(tree, token)]!);

const countedIn = (tree: Tree, token: number): number => nounsAfter(tree, token, ['of'])[0] ?? token;

/** Where hostilities stop is where those are who are spared; what is lifted is of whoever lifts it. */
const WITHIN = /^(prep|frame):(in|at|across|throughout|around)$/;

/** "Imposed a curfew in parts of Kashmir": whom a state restrains at a place of its own are the people there. */
export const peopleAtHome = (scene: Scene, { candidates, source, plover }: AtHome): Target | undefined => {
  const country = countryOf(scene, source.entity);
  if (country === undefined || !/^(COERCE|RETREAT)$/.test(plover)) return undefined;
  const ways = plover === 'COERCE' ? PLACED : WITHIN;
  for (const { token, path } of candidates) {
    if (!ways.test(path)) continue;
    const there = actorAt(scene, token);
    const here = there
      ? isPlaceAtHome(scene, source, there)
      : plover === 'COERCE' &&
        [token, ...nounsAfter(scene.tree, token, ['in', 'across', 'throughout'])].some((at) =>
          isDistrict(scene.tree, at),
        );
    if (!here) continue;
    const entity = scene.cast.peopleOf(country);
    if (entity !== undefined && entity !== source.entity) return { entity, token, path: 'domestic', trust: 1 };
  }
  return undefined;
};

const EMERGENCY = /^(emergency|curfew|siege|lockdown|law)$/;

/** "Declared a state of emergency": what a state decrees for nobody named is for its people. */
export const peopleUnderDecree = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree, cast } = scene;
  const country = countryOf(scene, source.entity);
  if (country === undefined || !/^(declare|impose|extend|decree|proclaim|order|announce)$/.test(tree.lemma[verb]!))
    return undefined;
  const decreed = kids(tree, verb, 'dobj').flatMap((object) => [object, ...nounsAfter(tree, object, ['of'])]);
  const token = decreed.find(
    (noun) =>
      EMERGENCY.test(tree.lemma[noun]!) &&
      (tree.lemma[noun] !== 'law' || kids(tree, noun, 'amod').some((child) => tree.lower[child] === 'martial')),
  );
  const entity = token === undefined ? undefined : cast.peopleOf(country);
  return token === undefined || entity === undefined || entity === source.entity
    ? undefined
    : { entity, token, path: 'domestic', trust: 1 };
};
