import type { PloverClass } from '../../../graph-schema/relation.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import { objectsOf } from '../clause/arguments.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { kids } from '../tree/tree.ts';
import type { TargetRules } from './target-of-verb.ts';

/** Relations between two that do it together: a coordinated subject is the pair. */
export const TOGETHER: ReadonlySet<RelationType> = new Set<RelationType>([
  'MET_WITH',
  'SPOKE_WITH',
  'NEGOTIATED_WITH',
  'AGREES_WITH',
  'SIGNED_AGREEMENT_WITH',
  'ESTABLISHED_RELATIONS_WITH',
  'AGREED_CEASEFIRE_WITH',
  'COOPERATES_WITH',
  'COOPERATES_MILITARILY_WITH',
  'SHARED_INTELLIGENCE_WITH',
  'ALLIED_WITH',
  'DISAGREES_WITH',
]);

const WORRY = /^(concern|worry|doubt|alarm|hope|optimism|pessimism|surprise|skepticism)$/;

/** Worrying about something in a country is no criticism of the country. */
const isWorry = (scene: Scene, verb: number): boolean =>
  objectsOf(scene.tree, verb).some((object) => WORRY.test(scene.tree.lemma[object]!));

/** Condolences are for those whom they are sent to, not for the place where the dead were found. */
const isCondolence = (scene: Scene, verb: number): boolean =>
  objectsOf(scene.tree, verb).some((object) => /^(condolence|sympathy)$/.test(scene.tree.lemma[object]!));

const isCharge = (scene: Scene, verb: number): boolean =>
  objectsOf(scene.tree, verb).some((object) =>
    /^(charge|accusation|allegation|claim|report)$/.test(scene.tree.lemma[object]!),
  );

/** "Set conditions for Chad": whom they are set for is who is to meet them. */
const isCondition = ({ tree }: Scene, verb: number): boolean =>
  objectsOf(tree, verb).some((object) => /^(condition|precondition|term|stipulation)$/.test(tree.lemma[object]!));

/** "Applied for membership of the union", "asked to join the alliance". */
const isJoining = ({ tree }: Scene, verb: number): boolean =>
  /^(apply|ask|seek|want|request|bid)$/.test(tree.lemma[verb]!) &&
  kids(tree, verb, 'dobj', 'dative').every((object) => MEMBERSHIP.test(tree.lemma[object]!)) &&
  (kids(tree, verb, 'xcomp').some((clause) => /^(join|enter|rejoin)$/.test(tree.lemma[clause]!)) ||
    [...kids(tree, verb, 'dobj'), ...nounsAfter(tree, verb, ['for'])].some((noun) =>
      MEMBERSHIP.test(tree.lemma[noun]!),
    ));

const MEMBERSHIP = /^(membership|accession|entry|admission)$/;

/** Verbs whose object is what one attacks with. */
const SHOOTING = /^(use|fire|launch|drop|lob|plant|detonate|throw|hurl|rain|explode)$/;

const CROSSING = /^(crossing|checkpoint|border|frontier|post)$/;
const TALKS = /^(talk|negotiation|week|day|round|month|dialogue|discussion|meeting)$/;

/** "Reopened a crossing at the lake", "ended two weeks of talks in the town": where that is says nothing of who it was with. */
const isOfPlace = ({ tree }: Scene, verb: number, type: RelationType): boolean => {
  const word = type === 'SANCTIONED' || type === 'EASED_SANCTIONS_ON' ? CROSSING : TALKS;
  return (
    /^(SANCTIONED|EASED_SANCTIONS_ON|BROKE_RELATIONS_WITH)$/.test(type) &&
    objectsOf(tree, verb).some((object) => word.test(tree.lemma[object]!))
  );
};

/** What a state does to people, who are not blamed for it. */
const REPRESSION =
  /^(crackdown|repression|persecution|purge|violence|abuse|mistreatment|harassment|brutality|oppression|clampdown|discrimination|roundup|witch-hunt)$/;

/** Putting up with what goes on somewhere grants nothing to whoever is there. */
const TOLERATING = /^(tolerate|condone|stomach|countenance|abide)$/;

/** What may not be the target of a verb, by the relation that it says. */
export const targetRulesOf = (scene: Scene, verb: number, type: RelationType, plover: PloverClass): TargetRules => {
  const { tree } = scene;
  const joining = isJoining(scene, verb);
  const worry = isWorry(scene, verb);
  return {
    consultation: plover === 'CONSULT' && type !== 'VISITED',
    outside: type === 'AGREES_WITH' || plover === 'REJECT' || plover === 'ACCUSE',
    accord: type === 'AGREES_WITH',
    predicate:
      /^(describe|brand|label|portray|depict|characterize|denounce|dismiss|hail|designate|list|declare|name|classify|blacklist)$/.test(
        tree.lemma[verb]!,
      ),
    court: type === 'INVESTIGATES' || type === 'PROTESTED_TO',
    liking: TOLERATING.test(tree.lemma[verb]!) || type === 'BACKS' || type === 'PRAISED' || type === 'OPPOSES',
    topic: plover === 'CONSULT' && /^(discuss|share|exchange|swap|trade)$/.test(tree.lemma[verb]!),
    withdrawal: type === 'WITHDREW_FROM',
    request: (type === 'URGED' || type === 'DEMANDED_OF') && !isCondition(scene, verb),
    joining,
    near: !joining && (/^(URGED|DEMANDED_OF|DENIED)$/.test(type) || worry || isCondolence(scene, verb)),
    worry,
    charge: /^(DENIED|REJECTED)$/.test(type) && isCharge(scene, verb),
    blame: /^(ACCUSED|CRITICIZED|CONDEMNED|SANCTIONED|DETAINED)$/.test(type) && objectsOf(tree, verb).length > 0,
    judging: type === 'CONDEMNED' || type === 'CRITICIZED' || type === 'REJECTED',
    journey: type === 'VISITED',
    weapon:
      type === 'ATTACKED' &&
      SHOOTING.test(tree.lemma[verb]!) &&
      objectsOf(tree, verb).every((object) => nounsAfter(tree, object, ['on', 'at', 'against', 'into']).length === 0),
    hosting: type === 'HOSTED',
    voting: type === 'VOTED_FOR',
    suing: type === 'INVESTIGATES' && /^(take|haul|drag|sue)$/.test(tree.lemma[verb]!),
    hurt:
      plover === 'ACCUSE' &&
      objectsOf(tree, verb).some(
        (object) => typeOfNoun(tree, object) === 'ATTACKED' || REPRESSION.test(tree.lemma[object]!),
      ),
    together: TOGETHER.has(type),
    pledge: type === 'PLEDGED_TO',
    where: (TOGETHER.has(type) && type !== 'AGREED_CEASEFIRE_WITH') || isOfPlace(scene, verb, type),
  };
};
