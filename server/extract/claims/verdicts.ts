import type { RelationType } from '../../../graph-schema/relations.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { speakerOf } from '../qualify/speaker.ts';
import { firstActor, type Scene } from '../scene.ts';
import { kids } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { type Finding, findingAt } from './finding.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { isSameSide } from './target-of-verb.ts';

const BAD =
  /^(unacceptable|illegal|unlawful|illegitimate|outrageous|disgraceful|shameful|unjustified|unfair|irresponsible|reckless|provocative|hypocritical|barbaric|inhumane|cowardly|intolerable|deplorable|mistake|provocation|violation|disgrace|crime|aggression|outrage|betrayal|insult|affront|farce|sham)$/;
const FALSE = /^(absurd|baseless|groundless|false|unfounded|untrue|fabricated|ridiculous|lie|fabrication|nonsense)$/;
const GOOD =
  /^(historic|courageous|commendable|praiseworthy|laudable|admirable|constructive|encouraging|breakthrough|milestone|triumph)$/;
const CHARGE = /^(charge|accusation|allegation|claim|report|assertion|criticism|statement|remark)$/;

const typeOf = (judged: string, noun: string): RelationType | undefined => {
  if (FALSE.test(judged)) return CHARGE.test(noun) ? 'REJECTED' : undefined;
  if (GOOD.test(judged)) return 'PRAISED';
  if (!BAD.test(judged)) return undefined;
  return WORDS['proposal nouns'].has(noun) || CHARGE.test(noun) ? 'REJECTED' : 'CRITICIZED';
};

/** "The ministry said Algeria's offer was unacceptable": whoever passes a verdict on what another did. */
export const verdicts = (scene: Scene, verb: number): Finding[] => {
  const { tree } = scene;
  if (tree.lemma[verb] !== 'be') return [];
  const [subject] = kids(tree, verb, 'nsubj');
  const [predicate] = kids(tree, verb, 'acomp', 'attr');
  if (subject === undefined || predicate === undefined) return [];
  const noun = tree.lemma[subject]!;
  const isDeed = WORDS['event nouns'].has(noun) || WORDS['proposal nouns'].has(noun) || CHARGE.test(noun);
  const type = isDeed || typeOfNoun(tree, subject) !== undefined ? typeOf(tree.lemma[predicate]!, noun) : undefined;
  const owner =
    firstActor(scene, kids(tree, subject, 'poss', 'amod', 'compound')) ??
    firstActor(scene, nounsAfter(tree, subject, ['by', 'from']));
  const speaker = type && owner ? speakerOf(scene, verb, owner.entity) : undefined;
  if (!type || !owner || speaker === undefined || isSameSide(scene, speaker, owner.entity)) return [];
  const conformed = conform(ploverOf(type)!, operatorsOf(tree, verb));
  if (!conformed || conformed.polarity === 'denied') return [];
  return [
    findingAt(tree, verb, { entity: speaker, token: verb }, owner, {
      type,
      ...conformed,
      rule: 'verdict',
      path: 'owner of subject',
      weight: 2,
    }),
  ];
};
