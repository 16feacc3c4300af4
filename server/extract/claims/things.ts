import type { EntityKind } from '../../../graph-schema/kinds.ts';
import type { Relation } from '../../../graph-schema/relation.ts';
import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter, objectsOfPreposition, prepositionsOf } from '../clause/prepositions.ts';
import { isTimeWord, WORDS } from '../lexicon/word-sets.ts';
import { type Actor, countryOf, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, posOf, type Tree } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { sourceOfVerb } from './source-of-verb.ts';

/** The kind of thing that a noun names: what can be vetoed, signed or backed; what can be condemned, hosted or denied. */
export const kindOfThing = (tree: Tree, noun: number): 'event' | 'proposal' | undefined => {
  if (posOf(tree, noun) !== 'NOUN' && posOf(tree, noun) !== 'PROPN') return undefined;
  const lemma = tree.lemma[noun]!;
  if (WORDS['proposal nouns'].has(lemma)) return 'proposal';
  return WORDS['event nouns'].has(lemma) ? 'event' : undefined;
};

/** Relations that only a proposal can end: whatever they are done to is one. */
const VOTING = /^(VETOED|VOTED_FOR|VOTED_AGAINST|ABSTAINED_ON)$/;
const BALLOT = /^(vote|veto|favor|favour|ballot|abstention)$/;

/** Whether a noun means nobody and no time: "vetoed on Tuesday, for the eighth time" tells of neither a Tuesday nor a time. */
export const isThing = (scene: Scene, token: number): boolean =>
  /^(NOUN|PROPN)$/.test(posOf(scene.tree, token)) &&
  !scene.named.has(token) &&
  !isTimeWord(scene.tree.lower[token]!) &&
  !/^(time|good|sake|benefit|reason|interest|purpose)$/.test(scene.tree.lemma[token]!);

const takes = (type: RelationType, kind: EntityKind): boolean => (relationOf(type) as Relation).to.includes(kind);

/** The thing spoken of last. */
interface Recent {
  readonly entity: number;
  readonly kind: 'event' | 'proposal';
  readonly token: number;
}

/** Whether two tokens are in one sentence or in two beside each other. */
const isNear = (tree: Tree, token: number, before: number): boolean =>
  tree.sentence[token]! - tree.sentence[before]! <= 1;

/** Whether a token is an "it" that means no actor but the thing spoken of last. */
const isIt = (scene: Scene, token: number, last: Recent | undefined): boolean =>
  scene.tree.lower[token] === 'it' &&
  ((scene.cast.actorsOf(token).length === 0 && last !== undefined && isNear(scene.tree, token, last.token)) ||
    (last !== undefined && isTakenUp(scene.tree, token, last.token)));

/** "Russia praised the summit. Japan welcomed it too": what was judged in this sentence or the one before is judged again. */
const isTakenUp = (tree: Tree, token: number, before: number): boolean =>
  /^(dobj|nsubjpass)$/.test(depOf(tree, token)) &&
  tree.sentence[token]! - tree.sentence[before]! <= 1 &&
  !tree.tokens
    .slice(before + 1, token)
    .some((between, at) => between.pos === 'PROPN' && depOf(tree, before + 1 + at) === 'dobj');

/** "Thirteen members voted in favor; Russia abstained": what was voted on last, in this sentence or the two before. */
const votedBefore = (tree: Tree, verb: number, last: Recent | undefined): Recent | undefined =>
  last && last.kind === 'proposal' && tree.sentence[verb]! - tree.sentence[last.token]! <= 2 ? last : undefined;

const TABLED = /^(resolution|measure|motion|amendment|bill|draft|text|proposal)$/;

/** How many sentences back something put to the vote is remembered. */
const TABLED_REACH = 2;

/** "The resolution passed, while Kazakhstan abstained", "It was put to the vote. Peru abstained": what was put to the vote before. */
const tabledBefore = (tree: Tree, verb: number): number[] => {
  const first = tree.bounds[Math.max(0, tree.sentence[verb]! - TABLED_REACH)]!;
  for (let at = verb - 1; at >= first; at--)
    if (TABLED.test(tree.lemma[at]!) && /^(nsubj|nsubjpass|dobj)$/.test(depOf(tree, at))) return [at];
  return [];
};

/** "Condemned what it called a violation": what is called so is meant. */
const calledSo = (tree: Tree, verb: number): number[] =>
  kids(tree, verb, 'ccomp')
    .filter((clause) => isNaming(tree, clause))
    .flatMap((clause) => [...kids(tree, clause, 'oprd'), ...nounsAfter(tree, clause, ['as'])]);

/** Whether a clause only names what the verb above is about ("what it described as interference"). */
const isNaming = (tree: Tree, clause: number): boolean =>
  /^(call|describe|term|label|see|regard|consider|deem)$/.test(tree.lemma[clause]!) &&
  kids(tree, clause, 'dobj', 'nsubjpass').some((child) => tree.lower[child] === 'what');

/** "Said India would regret the raid": no judgement of the raid. */
const isForetold = (tree: Tree, verb: number): boolean =>
  /^(regret|rue)$/.test(tree.lemma[verb]!) &&
  kids(tree, verb, 'aux').some((child) => /^(will|would|shall)$/.test(tree.lower[child]!));

/** "Voted to extend the mandate, with China abstaining": what the verb above is done to is what was voted on. */
const votedAbove = (tree: Tree, verb: number): number[] => {
  if (depOf(tree, verb) !== 'pcomp') return [];
  const above = headOf(tree, headOf(tree, verb));
  return isVerbal(tree, above) ? [...objectsOf(tree, above), ...nounsAfter(tree, above, ['on', 'for'])] : [];
};

/** A parliament of a state, which has that state's own proposals before it. */
const isParliament = ({ cast }: Scene, { entity }: Actor): boolean => {
  const { role, country } = cast.entities[entity]!;
  return role === 'legislature' && !/^(IGO|NGO)$/.test(country ?? 'NGO');
};

/** Relations that end at a proposal or an event: vetoed the resolution, condemned the attack, hosted the summit. */
export const findThings = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  let last: Recent | undefined;
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || depOf(tree, verb) === 'aux') continue;
    const meaning = classify(scene, verb);
    if (!meaning) continue;
    const type = meaning.type === 'SIGNED_AGREEMENT_WITH' ? 'SIGNED' : meaning.type;
    const plover = meaning.plover ?? relationOf(type).plover;
    if (!plover || !(takes(type, 'proposal') || takes(type, 'event'))) continue;
    const onlyProposals = VOTING.test(type);
    const heads = onlyProposals
      ? [
          verb,
          ...objectsOf(tree, verb).filter((object) => BALLOT.test(tree.lemma[object]!)),
          ...nounsAfter(tree, verb, ['in']),
        ]
      : [verb, ...kids(tree, verb, 'attr')];
    const behind = heads
      .flatMap((head) => (head === verb ? prepositionsOf(tree, head) : kids(tree, head, 'prep')))
      .filter(
        (preposition) =>
          meaning.prep?.has(tree.lower[preposition]!) ||
          (type === 'MEDIATED' && tree.lower[preposition] === 'in') ||
          (onlyProposals && /^(on|against|for|of|to)$/.test(tree.lower[preposition]!)),
      )
      .flatMap((preposition) => objectsOfPreposition(tree, preposition));
    if (isNaming(tree, verb) || isForetold(tree, verb)) continue;
    const objects = [...objectsOf(tree, verb), ...calledSo(tree, verb)];
    const direct =
      type === 'WITHDREW_FROM'
        ? objects.filter((object) => kindOfThing(tree, object) === 'proposal' && tree.lemma[verb] !== 'withdraw')
        : type === 'PROTESTED_AGAINST' && tree.lemma[verb] !== 'boycott'
          ? []
          : objects;
    const isTold = (token: number): boolean => !BALLOT.test(tree.lemma[token]!);
    // "vetoed a draft on the war": what the draft is about is not put to the vote
    const about = onlyProposals && direct.some(isTold) ? [] : behind;
    const told = [...direct, ...about].some(isTold);
    const above = onlyProposals && !told ? votedAbove(tree, verb) : [];
    const before = onlyProposals && !told && above.length === 0 ? votedBefore(tree, verb, last) : undefined;
    const tabled = onlyProposals && !told && above.length === 0 && !before ? tabledBefore(tree, verb) : [];
    // "abstained from the vote": where nothing says on what, the vote itself
    const ballot =
      [...above, ...tabled].length > 0 || before || told || type !== 'ABSTAINED_ON' ? [] : about.slice(0, 1);
    const voted = onlyProposals && !before && [...direct, ...about].every((token) => tree.lower[token] === 'it');
    const pointed = voted && told ? tabledBefore(tree, verb) : [];
    for (const token of before
      ? [before.token]
      : pointed.length > 0
        ? pointed
        : [...direct, ...about, ...above, ...tabled]) {
      if (typeOfNoun(tree, token) === type) continue;
      if (onlyProposals && BALLOT.test(tree.lemma[token]!) && !ballot.includes(token)) continue;
      const again = before ?? (isIt(scene, token, last) ? last : undefined);
      const kind =
        again?.kind ??
        kindOfThing(tree, token) ??
        ((onlyProposals || type === 'OPPOSES') && isThing(scene, token) && !roleOfWord(tree.tokens[token]!)
          ? 'proposal'
          : undefined);
      if (!kind) continue;
      // what is condemned is an event to the ontology, a law or a verdict too
      const fitting = takes(type, kind)
        ? kind
        : onlyProposals
          ? 'proposal'
          : type === 'CONDEMNED'
            ? 'event'
            : undefined;
      if (!fitting) continue;
      const operators = operatorsOf(tree, verb);
      if (operators.demand !== undefined) continue;
      const conformed = conform(plover, operators);
      if (!conformed) continue;
      const joined = coordinatedActors(scene, subjectsOf(scene, verb));
      const single = sourceOfVerb(scene, verb);
      const sources = joined.length > 1 ? joined : single ? [single] : [];
      for (const source of sources) {
        const target =
          again && again.kind === fitting
            ? again.entity
            : scene.cast.thingOf(token, fitting, countryOf(scene, source.entity), isParliament(scene, source));
        if (again && again.kind !== fitting) continue;
        if (target < 0 || target === source.entity) continue;
        last = { entity: target, kind: fitting, token };
        findings.push(
          findingAt(
            tree,
            verb,
            source,
            { entity: target, token },
            { type, ...conformed, rule: meaning.rule, path: 'thing', weight: meaning.weight + 0.3 },
          ),
        );
      }
    }
  }
  return findings;
};
