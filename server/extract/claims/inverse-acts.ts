import type { RelationType } from '../../../graph-schema/relations.ts';
import { isPassive, objectsOf } from '../clause/arguments.ts';
import { typeOfNoun, wordsOfPhrase } from '../clause/noun-words.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { FRAMES } from '../lexicon/frames.ts';
import { actorAt, firstActor, type Scene } from '../scene.ts';
import { kids, type Tree } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { type Finding, findingAt } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';

const RECEIVING =
  /^(receive|get|obtain|win|face|draw|earn|secure|gain|accept|attract|provoke|elicit|enjoy|come|buy|purchase|find|take|lose)$/;

/** "Found refuge in", "took sanctuary in": where somebody finds it is who gives it. */
const REFUGE = /^(refuge|asylum|shelter|sanctuary|haven)$/;

/** The relation that giving a thing is: aid or arms, by what the frames of giving say of the noun. */
const typeOfGift = (tree: Tree, noun: number): RelationType | undefined => {
  const words = wordsOfPhrase(tree, noun, true);
  const frame = (FRAMES.get('supply') ?? [])
    .concat(FRAMES.get('send') ?? [])
    .find(
      ({ type, object }) =>
        /^(ARMED|AIDED)$/.test(type) && object !== undefined && [...words].some((word) => object.has(word)),
    );
  return frame?.type;
};

/** What is received: the object, or what one comes under ("came under attack from"). */
const receivedBy = (tree: Tree, verb: number): number[] =>
  tree.lemma[verb] === 'come'
    ? nounsAfter(tree, verb, kids(tree, verb, 'prt').some((child) => tree.lower[child] === 'in') ? ['for'] : ['under'])
    : objectsOf(tree, verb);

/** "Came under fire from London over the arrests": words, not weapons. */
const areWords = (tree: Tree, verb: number, object: number): boolean =>
  tree.lemma[verb] === 'come' &&
  /^(fire|attack)$/.test(tree.lemma[object]!) &&
  [verb, object].some((head) => nounsAfter(tree, head, ['over', 'for']).length > 0);

/** "Received help from", "drew criticism from": whoever gives is the source, the subject the target. */
export const inverseActs = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  if (!RECEIVING.test(tree.lemma[verb]!) || isPassive(tree, verb)) return [];
  const found: Finding[] = [];
  const losing = tree.lemma[verb] === 'lose';
  for (const object of receivedBy(tree, verb)) {
    const refuge = REFUGE.test(tree.lemma[object]!);
    if (/^(find|take)$/.test(tree.lemma[verb]!) && !refuge) continue;
    const gift = /^(receive|get|obtain|secure|buy|purchase)$/.test(tree.lemma[verb]!)
      ? typeOfGift(tree, object)
      : undefined;
    if (/^(buy|purchase)$/.test(tree.lemma[verb]!) && gift !== 'ARMED') continue;
    const said = areWords(tree, verb, object) ? 'CRITICIZED' : typeOfNoun(tree, object);
    // "secured the release of its sailors": they are freed, and not whoever secured it
    if (said === 'RELEASED' && nounsAfter(tree, object, ['of']).length > 0) continue;
    if (losing && !(said && /^(AID|SUPPORT)$/.test(ploverOf(said) ?? ''))) continue;
    const type: RelationType | undefined =
      (refuge ? 'GRANTED_ASYLUM_TO' : losing ? 'SUSPENDED_AID_TO' : undefined) ??
      gift ??
      said ??
      (tree.lemma[object] === 'invitation' && tree.lemma[verb] !== 'accept' ? 'URGED' : undefined);
    const plover = type && ploverOf(type);
    if (!type || !plover) continue;
    const givers = [
      ...nounsAfter(tree, verb, ['from', 'by']),
      ...nounsAfter(tree, object, ['from', 'by', ...(losing || tree.lemma[verb] === 'enjoy' ? ['of'] : [])]),
      ...(losing ? [] : nounsAfter(tree, object, ['of']).flatMap((below) => nounsAfter(tree, below, ['from']))),
      ...(refuge ? [verb, object].flatMap((head) => nounsAfter(tree, head, ['in', 'at'])) : []),
    ];
    const modifiers = kids(tree, object, 'compound', 'amod', 'nmod', 'poss');
    const giver = firstActor(scene, givers) ?? firstActor(scene, modifiers);
    const receiver = sourceOfVerb(scene, verb);
    const conformed = conform(plover, operatorsOf(tree, verb));
    if (!giver || !receiver || !conformed || giver.entity === receiver.entity) continue;
    found.push(
      findingAt(tree, verb, giver, receiver, {
        type,
        ...conformed,
        rule: 'inverse verb',
        path: 'subject',
        weight: 2.5,
      }),
    );
  }
  return found.filter((finding) => actorAt(scene, finding.targetToken) !== undefined);
};
