import { agentsOf, isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter, objectsOfPreposition, prepositionsOf } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Actor, actorAt, firstActor, once, type Scene } from '../scene.ts';
import { depOf, headOf, kids } from '../tree/tree.ts';
import { armyOfCoup } from './coups.ts';
import { namesAnother } from './domestic-target.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { isSameSide } from './target-of-verb.ts';

const nounsBehind = (scene: Scene, verb: number, prepositions: RegExp): number[] =>
  prepositionsOf(scene.tree, verb)
    .filter((preposition) => prepositions.test(scene.tree.lower[preposition]!))
    .flatMap((preposition) => objectsOfPreposition(scene.tree, preposition));

const TURMOIL =
  /^(riot|protest|unrest|violence|fighting|clash|war|demonstration|crisis|quarrel|dispute|row|talk|attack|bombing|blast|explosion|shooting|ambush|massacre|assault|raid)$/;

/** "Riots over French voting rules killed eleven": whom turmoil is about is not who does what it does. */
const isTurmoilAbout = ({ tree, cast }: Scene, subject: number): boolean =>
  TURMOIL.test(tree.lemma[subject]!) && cast.meant(subject)[0]?.via === 'preposition';

/** What happens to a whole country, and is nobody's doing by bearing its name. */
const UPHEAVAL =
  /^(war|conflict|genocide|insurgency|famine|crisis|fighting|unrest|violence|uprising|revolution|rebellion|strife|bloodshed|turmoil|mutiny|anarchy|chaos|holocaust|pogrom|partition)$/;

/** "The Yemeni war has killed", "the Iraq war cost": where a war was, and not who waged it; but "the Turkish war on". */
const isNamedAfterPlace = ({ tree, named }: Scene, subject: number): boolean =>
  UPHEAVAL.test(tree.lemma[subject]!) &&
  kids(tree, subject, 'poss').length === 0 &&
  nounsAfter(tree, subject, ['on', 'against', 'by']).length === 0 &&
  kids(tree, subject, 'amod', 'compound', 'nmod').some((child) => named.has(child));

const DISASTER =
  /^(crash|accident|collision|derailment|earthquake|quake|tremor|flood|flooding|landslide|mudslide|avalanche|storm|cyclone|hurricane|typhoon|tornado|tsunami|drought|heatwave|wildfire|outbreak|epidemic|pandemic|virus|disease|cholera|malaria|eruption|shipwreck|stampede)$/;

/** The actor that does what a verb says; for passives without an agent, whom the place gives away. */
export const sourceOfVerb = (scene: Scene, verb: number): Actor | undefined =>
  once(scene, 'source', verb, () => findSource(scene, verb));

/** "Killed in an attack by rebels", "in an Israeli air strike": whose attack it was. */
const ownerOfAttack = (scene: Scene, noun: number): Actor | undefined => {
  const { tree } = scene;
  if (typeOfNoun(tree, noun) !== 'ATTACKED' || /^(war|conflict|clash|fighting|battle)$/.test(tree.lemma[noun]!))
    return undefined;
  const doers = nounsAfter(tree, noun, ['by']);
  const owners = kids(tree, noun, 'poss', 'amod', 'compound', 'nmod');
  return (
    firstActor(scene, doers) ??
    firstActor(
      scene,
      owners.filter((owner) => scene.named.has(owner)),
    )
  );
};

const DEED =
  /^(shelling|bombing|killing|shooting|stabbing|beheading|bombardment|ambush|murder|assassination|kidnapping|abduction|massacre|storming|sinking|downing|hijacking|torture|execution)$/;

/** "The shelling of a Finnish ship by gunmen killed": of a deed that somebody suffers, whoever does it does what it does. */
const doersOfDeed = ({ tree }: Scene, subject: number): readonly number[] => {
  const victims = DEED.test(tree.lemma[subject]!) ? nounsAfter(tree, subject, ['of']) : [];
  if (victims.length === 0) return [subject];
  const makers = [subject, ...victims].flatMap((noun) => nounsAfter(tree, noun, ['by']));
  return makers.length > 0 ? makers : kids(tree, subject, 'poss', 'amod', 'compound', 'nmod');
};

/** "Cooperation with Interpol helped": those with whom something is done do not do what it does. */
const isDoneWith = ({ tree, cast }: Scene, subject: number): boolean =>
  /^(cooperation|collaboration|coordination|dialogue|contact|consultation|negotiation|discussion|talk|conference)$/.test(
    tree.lemma[subject]!,
  ) && cast.meant(subject)[0]?.via === 'preposition';

const findSource = (scene: Scene, verb: number): Actor | undefined => {
  const { tree } = scene;
  const subjects = subjectsOf(scene, verb).filter(
    (subject) =>
      !isTurmoilAbout(scene, subject) &&
      !isNamedAfterPlace(scene, subject) &&
      !DISASTER.test(scene.tree.lemma[subject]!) &&
      !isDoneWith(scene, subject),
  );
  const doer = firstActor(
    scene,
    subjects.flatMap((subject) => doersOfDeed(scene, subject)),
  );
  const army = doer && !doer.inside ? undefined : armyOfCoup(scene, verb, subjects);
  if (doer && !army) return doer;
  if (army || !isPassive(tree, verb)) return army;
  const lemma = tree.lemma[verb]!;
  const announced = announcer(scene, verb);
  if (announced) return announced;
  if (/^(expel|deport|bar|ban|evict|kick|exclude)$/.test(lemma)) {
    const from = firstActor(scene, nounsBehind(scene, verb, /^from$/));
    if (from) return from;
  }
  if (lemma === 'summon' || lemma === 'call') {
    const to = firstActor(scene, nounsBehind(scene, verb, /^to$/));
    if (to) return to;
  }
  if (agentsOf(tree, verb).length > 0) return undefined;
  if (
    /^(deploy|station|mobilize|dispatch|mass|amass|move|redeploy|withdraw|send|scramble)$/.test(lemma) ||
    classify(scene, verb)?.type === 'MOBILIZED_AGAINST'
  )
    for (const object of objectsOf(tree, verb)) {
      const sent = actorAt(scene, object, { shallow: true });
      if (sent) return sent;
    }
  const owner = firstActor(
    scene,
    objectsOf(tree, verb)
      .filter((object) => WORDS.end.has(lemma) && typeOfNoun(tree, object) !== undefined)
      .flatMap((object) => kids(tree, object, 'poss', 'compound', 'amod', 'nmod').filter((at) => scene.named.has(at))),
  );
  if (owner) return owner; // "American sanctions were eased": by whoever had imposed them
  const imposer = firstActor(
    scene,
    nounsBehind(scene, verb, /^(under|on|with)$/)
      .filter((noun) => typeOfNoun(tree, noun) === 'SANCTIONED')
      .flatMap((noun) => kids(tree, noun, 'poss', 'compound', 'amod', 'nmod').filter((at) => scene.named.has(at))),
  );
  if (imposer) return imposer; // "was placed under American sanctions"
  const meaning = classify(scene, verb);
  const plover = meaning && ploverOf(meaning.type);
  if (plover === 'ASSAULT')
    for (const noun of nounsBehind(scene, verb, /^(in|during|by)$/)) {
      const attacker = ownerOfAttack(scene, noun);
      if (attacker) return attacker;
    }
  if (plover === 'COERCE')
    for (const noun of nounsBehind(scene, verb, /^(in|at)$/)) {
      const holder = actorAt(scene, noun, { shallow: true });
      if (holder && !isSoldierAtHome(scene, verb, holder)) return holder;
    }
  return stateOverOwn(scene, verb);
};

/** What a state decrees, and what is then done in its name. */
const DECREED = /^(SANCTION|COERCE|AID|RETREAT|CONCEDE)$/;
const ANNOUNCING = /^(say|announce|declare|add|tell|pledge|promise|vow|decide|confirm|warn)$/;
const SPEAKS_FOR_STATE = /^(government|military|police|judiciary|IGO)$/;

/** "Denmark said that loans to Mali would be frozen": what somebody in office says will be done to others they do themselves. */
const announcer = (scene: Scene, verb: number): Actor | undefined => {
  const { tree, cast } = scene;
  const head = headOf(tree, verb);
  if (depOf(tree, verb) !== 'ccomp' || !ANNOUNCING.test(tree.lemma[head]!) || agentsOf(tree, verb).length > 0)
    return undefined;
  const meaning = classify(scene, verb);
  if (!meaning || !DECREED.test(ploverOf(meaning.type) ?? '')) return undefined;
  if (!kids(tree, verb, 'aux').some((aux) => /^(would|will)$/.test(tree.lower[aux]!))) return undefined;
  const speaker = sourceOfVerb(scene, head);
  const { kind, role, country } = speaker ? cast.entities[speaker.entity]! : {};
  if (kind !== 'country' && !SPEAKS_FOR_STATE.test(role ?? '') && country !== 'IGO') return undefined;
  const hit = firstActor(scene, objectsOf(tree, verb));
  const isOwn = tree.lemma[verb] !== 'recall' && hit && isSameSide(scene, hit.entity, speaker!.entity);
  return isOwn && cast.entities[hit.entity]!.kind === 'country' ? undefined : speaker;
};

/** "Soldiers captured in Arauca": not by the state that they serve. */
const isSoldierAtHome = (scene: Scene, verb: number, holder: Actor): boolean => {
  const held = firstActor(scene, objectsOf(scene.tree, verb));
  const { role } = held ? scene.cast.entities[held.entity]! : {};
  return /^(military|police)$/.test(role ?? '') && isSameSide(scene, held!.entity, holder.entity);
};

/** What only a state's own courts do to those who hold or seek its offices. */
const TRIED = /^(charge|indict|sentence|convict|jail|imprison|acquit|pardon|impeach|arrest|detain)$/;
const PUBLIC = /^(government|opposition|legislature|judiciary|military|police)$/;

/** "Zambia's opposition leader was charged with treason": by the state whose politician it is, where no other is named. */
const stateOverOwn = (scene: Scene, verb: number): Actor | undefined => {
  const { tree, cast } = scene;
  if (!TRIED.test(tree.lemma[verb]!)) return undefined;
  const tried = firstActor(scene, objectsOf(tree, verb));
  const { country, role } = tried ? cast.entities[tried.entity]! : {};
  const state = tried && cast.countryOf(tried.entity);
  if (state === undefined || state === tried?.entity || !PUBLIC.test(role ?? '')) return undefined;
  return country === undefined || namesAnother(scene, verb, country) ? undefined : { entity: state, token: verb };
};
