import type { RelationType } from '../../../graph-schema/relations.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, actorAt, firstActor, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, posOf, type Tree } from '../tree/tree.ts';
import { conformNominal } from './conform-nominal.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { fitEnds } from './fit.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';
import { isSameSide } from './target-of-verb.ts';

/** Acts that whoever the clause is about takes part in: "during a visit to", "after talks with". */
const SHARED =
  /^(MET_WITH|VISITED|SPOKE_WITH|NEGOTIATED_WITH|COOPERATES_WITH|COOPERATES_MILITARILY_WITH|SIGNED_AGREEMENT_WITH)$/;
const WITHIN = /^(in|during|after|at|before|on|following|under|through|since|amid)$/;

/** Acts that whoever the clause is about is given: "with help from", "acting on a tip from". */
const GIVEN = /^(AIDED|BACKS|SHARED_INTELLIGENCE_WITH)$/;
const THANKS_TO = /^(with|on|through|to)$/;

/** Words that whoever the clause is about is told by others: "despite appeals from". */
const HEARD =
  /^(URGED|DEMANDED_OF|WARNED|THREATENED|CRITICIZED|CONDEMNED|ACCUSED|OPPOSES|PROTESTED_TO|PROTESTED_AGAINST|REJECTED)$/;
const IN_THE_FACE_OF = /^(despite|amid|after|following|under|over|against|because)$/;

const JOURNEY = /^(visit|trip|tour)$/;

/** The verb that a preposition stands with, a participle's or its own. */
const verbOver = (tree: Tree, preposition: number): number | undefined => {
  const head = headOf(tree, preposition);
  return depOf(tree, preposition) === 'prep' && isVerbal(tree, head) ? head : undefined;
};

/** Whom a clause is about: the subject, in the passive too. */
const topicOf = (scene: Scene, verb: number): Actor | undefined =>
  firstActor(scene, kids(scene.tree, verb, 'nsubj', 'nsubjpass')) ?? sourceOfVerb(scene, verb);

/** Whom the clause is about that a preposition stands in. */
const topicOver = (scene: Scene, preposition: number): Actor | undefined => {
  const verb = verbOver(scene.tree, preposition);
  return verb === undefined ? undefined : topicOf(scene, verb);
};

const other = (scene: Scene, tokens: readonly number[], topic: Actor): Actor | undefined => {
  const isState = ({ entity }: Actor): boolean => scene.cast.entities[entity]!.kind === 'country';
  for (const token of tokens) {
    const actor = actorAt(scene, token);
    if (!actor || actor.inside || actor.entity === topic.entity) continue;
    if (!isSameSide(scene, actor.entity, topic.entity) || !(isState(actor) || isState(topic))) return actor;
  }
  return undefined;
};

/** Whom "talks with", "a treaty signed with", "a visit to" name. */
const partiesOf = (tree: Tree, noun: number): number[] =>
  JOURNEY.test(tree.lemma[noun]!)
    ? nounsAfter(tree, noun, ['to'])
    : [noun, ...kids(tree, noun, 'acl')].flatMap((head) => nounsAfter(tree, head, ['with']));

/** What is done at somebody's request is done because they asked for it; at their invitation, as their guest. */
const ASKED = /^(request|urging|insistence|behest|demand|plea|bidding|prompting|instigation)$/;
const INVITED = /^(invitation|invite)$/;

const askedFor = (scene: Scene, noun: number, topic: Actor): Ends | undefined => {
  const { tree } = scene;
  const word = tree.lemma[noun]!;
  if (!(ASKED.test(word) || INVITED.test(word))) return undefined;
  const source = other(
    scene,
    [...kids(tree, noun, 'poss', 'amod', 'compound'), ...nounsAfter(tree, noun, ['of'])],
    topic,
  );
  return source && { type: INVITED.test(word) ? 'HOSTED' : 'URGED', source, target: topic };
};

interface Ends {
  readonly type: RelationType;
  readonly source: Actor;
  readonly target: Actor;
}

/** A state protests in words. */
const inWords = ({ cast }: Scene, type: RelationType, { entity }: Actor): RelationType =>
  type === 'PROTESTED_AGAINST' && cast.entities[entity]!.kind === 'country' ? 'PROTESTED_TO' : type;

/** "Held the vote despite warnings from A, B and C": each who warned, and who heard it. */
const heardFrom = (scene: Scene, noun: number): readonly Ends[] => {
  const { tree } = scene;
  const type = typeOfNoun(tree, noun);
  const preposition = headOf(tree, noun);
  if (!type || !HEARD.test(type) || depOf(tree, noun) !== 'pobj' || !IN_THE_FACE_OF.test(tree.lower[preposition]!))
    return [];
  if (nounsAfter(tree, noun, ['against', 'of', 'to', 'on']).length > 0) return [];
  const topic = topicOver(scene, preposition);
  if (!topic) return [];
  const named = kids(tree, noun, 'poss', 'amod', 'compound').filter((owner) => scene.named.has(owner));
  const tellers = [...nounsAfter(tree, noun, ['from', 'by']), ...named];
  const several = coordinatedActors(scene, tellers);
  const single = firstActor(scene, tellers);
  return (several.length > 1 ? several : single ? [single] : [])
    .filter(({ entity }) => entity !== topic.entity)
    .map((source) => ({ type: inWords(scene, type, source), source, target: topic }));
};

/** "Dodik, under American sanctions since 2017": who imposed them, and on whom. */
const sanctionedBy = (scene: Scene, noun: number): Ends | undefined => {
  const { tree } = scene;
  const under = headOf(tree, noun);
  if (depOf(tree, noun) !== 'pobj' || tree.lower[under] !== 'under' || depOf(tree, under) !== 'prep') return undefined;
  const head = headOf(tree, under);
  if (isVerbal(tree, head) && tree.lemma[head] !== 'be') return undefined;
  const target = isVerbal(tree, head) ? topicOf(scene, head) : actorAt(scene, head);
  const source = target && other(scene, [...kids(tree, noun, 'poss', 'amod', 'compound', 'nmod')], target);
  return source && { type: 'SANCTIONED', source, target };
};

const endsOf = (scene: Scene, noun: number): Ends | undefined => {
  const { tree } = scene;
  const preposition = headOf(tree, noun);
  const type = typeOfNoun(tree, noun);
  if (/^(at|upon|on)$/.test(tree.lower[preposition]!) && depOf(tree, noun) === 'pobj') {
    const asked = topicOver(scene, preposition);
    const ends = asked && askedFor(scene, noun, asked);
    if (ends) return ends;
  }
  if (type === 'SANCTIONED') return sanctionedBy(scene, noun);
  if (!type || nounsAfter(tree, noun, ['between', 'by']).length > 0) return undefined;
  if (depOf(tree, noun) === 'nsubj') return helperOf(scene, noun, type);
  if (depOf(tree, noun) !== 'pobj') return undefined;
  const word = tree.lower[preposition]!;
  const topic = topicOver(scene, preposition);
  if (!topic) return undefined;
  const owners = kids(tree, noun, 'poss', 'amod', 'compound', 'nmod');
  if (SHARED.test(type) && WITHIN.test(word)) {
    if (
      firstActor(
        scene,
        owners.filter((token) => posOf(tree, token) !== 'PRON'),
      )
    )
      return undefined;
    const target = other(scene, partiesOf(tree, noun), topic);
    return target && { type, source: topic, target };
  }
  if (GIVEN.test(type) && THANKS_TO.test(word)) {
    const source = other(scene, [...nounsAfter(tree, noun, ['from', 'of']), ...owners], topic);
    return source && { type, source, target: topic };
  }
  return undefined;
};

/** "Cooperation with Interpol helped Ghana to": whom it helped is whose it was. */
const helperOf = (scene: Scene, noun: number, type: RelationType): Ends | undefined => {
  const { tree } = scene;
  const verb = headOf(tree, noun);
  if (!/^(help|allow|enable|lead)$/.test(tree.lemma[verb]!) || !SHARED.test(type)) return undefined;
  const helped = [
    ...kids(tree, verb, 'dobj'),
    ...kids(tree, verb, 'ccomp').flatMap((clause) => kids(tree, clause, 'nsubj')),
  ];
  const source = firstActor(scene, helped);
  const target = source && other(scene, partiesOf(tree, noun), source);
  return source && target && { type, source, target };
};

/** Acts named in an adverbial without their doer, who is the subject of the clause: "In talks with X, Y promised". */
export const findAdverbialNominals = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    if (posOf(tree, noun) !== 'NOUN') continue;
    const own = endsOf(scene, noun);
    for (const { type, source, target } of own ? [own] : heardFrom(scene, noun)) {
      const fitted = fitEnds(scene, type, source.entity, target.entity);
      const plover = fitted && ploverOf(fitted.type);
      if (!fitted || !plover) continue;
      const ends = [
        { entity: fitted.source, token: source.token },
        { entity: fitted.target, token: target.token },
      ] as const;
      findings.push(
        findingAt(tree, noun, ...ends, {
          type: fitted.type,
          ...conformNominal(plover, 'fact'),
          rule: 'adverbial noun',
          path: 'behind noun',
          weight: 0.4,
        }),
      );
    }
  }
  return findings;
};
