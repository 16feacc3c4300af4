import { agentsOf, objectsOf } from '../clause/arguments.ts';
import type { Meaning } from '../clause/classify.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { nounsAfter, objectsOfPreposition } from '../clause/prepositions.ts';
import { type Candidate, targetsOf } from '../clause/targets.ts';
import { TARGET_PREPOSITIONS, WORDS } from '../lexicon/word-sets.ts';
import { type Actor, actorAt, countryOf, isOnlyInClause, namedInside, type Scene } from '../scene.ts';
import { depOf, headOf, kids, type Tree } from '../tree/tree.ts';

/** A target that was found, with the way to it. */
export interface Target extends Actor {
  readonly path: string;
  readonly trust: number;
}

const STANCE_NOUN =
  /^(solidarity|sympathy|condolence|gratitude|respect|appreciation|support|commitment|decision|readiness|willingness|intention|concern|confidence|hope|desire|opposition|call|admiration|esteem|affection|enthusiasm|regard|disappointment|regret|anger|outrage|displeasure|dismay|frustration|sorrow|grief|indignation|delight|satisfaction|joy)$/;
const TOWARDS = /^(with|for|to|against|on|upon|towards|toward|from|at)$/;
const TRUST = /^(confidence|faith|trust|belief)$/;
const WORRY = /^(concern|worry|alarm|unease|dismay|doubt|disquiet)$/;
/** A mission is in the state that it is to. */
const SEATED = /^(in|to|at)$/;
const TOWARDS_OR_OF = /^(with|for|to|against|on|upon|towards|toward|from|of)$/;

/** Whether two entities are one, or act for the same country. */
export const isSameSide = (scene: Scene, a: number, b: number): boolean =>
  a === b || (countryOf(scene, a) !== undefined && countryOf(scene, a) === countryOf(scene, b));

/** Phrases behind the object noun ("an attack on X"), tried before its possessor where that is the source itself. */
const behindObjects = (
  scene: Scene,
  verb: number,
  source: Actor | undefined,
  meaning: Meaning | undefined,
): Candidate[] => {
  const { tree } = scene;
  const prep = meaning?.prep;
  const found: Candidate[] = [];
  const giving = meaning !== undefined && /^(AIDED|ARMED)$/.test(meaning.type);
  const objects = objectsOf(tree, verb);
  for (const object of [...objects, ...(giving ? objects.flatMap((noun) => joinedTo(tree, noun)) : [])].flatMap(
    (noun) => throughQuantity(tree, noun),
  )) {
    const owner = kids(tree, object, 'poss', 'compound', 'amod', 'nmod')
      .map((child) => scene.cast.actorsOf(child, { shallow: true })[0])
      .find((entity) => entity !== undefined);
    const isOwn = owner !== undefined && source !== undefined && isSameSide(scene, owner, source.entity);
    const given = WORDS['help nouns'].has(tree.lemma[object]!) && nounsAfter(tree, object, ['for', 'to']).length > 0;
    if (owner !== undefined && !isOwn && !given) continue;
    const handed = giving && nounsAfter(tree, object, ['to']).length > 0;
    if (!handed && !isOwned(scene, object) && !typeOfNoun(tree, object) && !STANCE_NOUN.test(tree.lemma[object]!))
      continue;
    const seated = /^(embassy|consulate)$/.test(tree.lemma[object]!);
    const towards = seated ? SEATED : isOwn || isOwned(scene, object) ? TOWARDS_OR_OF : TOWARDS;
    const rank = (preposition: number): number => TARGET_PREPOSITIONS.indexOf(tree.lower[preposition]!);
    for (const preposition of kids(tree, object, 'prep').sort((a, b) => rank(a) - rank(b))) {
      const about =
        (WORRY.test(tree.lemma[object]!) &&
          objectsOfPreposition(tree, preposition).some((noun) => isConduct(scene, noun))) ||
        (TRUST.test(tree.lemma[object]!) && tree.lower[preposition] === 'in');
      if (!(about || towards.test(tree.lower[preposition]!)) || (tree.lower[preposition] === 'from' && prep?.has('to')))
        continue;
      const behind = /^(to|for|on)$/.test(tree.lower[preposition]!)
        ? `behind object ${tree.lower[preposition]}`
        : 'behind object';
      for (const noun of objectsOfPreposition(tree, preposition)) found.push({ token: noun, path: behind, trust: 3 });
      for (const gerund of kids(tree, preposition, 'pcomp'))
        for (const candidate of targetsOf(tree, gerund)) found.push({ ...candidate, path: 'behind object', trust: 2 });
      for (const other of kids(tree, preposition, 'conj'))
        for (const noun of objectsOfPreposition(tree, other))
          found.push({ token: noun, path: 'behind object', trust: 3 });
    }
  }
  return found;
};

/** "Concern about Iran's seizure of the ship": what somebody named has done. */
const isConduct = ({ tree, named }: Scene, noun: number): boolean =>
  (WORDS['event nouns'].has(tree.lemma[noun]!) || typeOfNoun(tree, noun) !== undefined) &&
  kids(tree, noun, 'poss', 'amod', 'compound').some((child) => named.has(child));

/** All nouns that are joined to one: "goggles, vests and radios". */
const joinedTo = (tree: Tree, noun: number): number[] =>
  kids(tree, noun, 'conj').flatMap((next) => [next, ...joinedTo(tree, next)]);

const QUANTITY = /^(some|all|most|many|series|number|wave|round|part|rest|several|dozen)$/;

/** "Some of its restrictions": the noun that is counted. */
const throughQuantity = (tree: Tree, noun: number): number[] => {
  if (!QUANTITY.test(tree.lemma[noun]!)) return [noun];
  const counted = nounsAfter(tree, noun, ['of']);
  return counted.length > 0 ? counted : [noun];
};

const FORCE = /^(force|mission|operation|team|contingent|deployment|troop|peacekeeper|plan|effort)$/;

/** "The UN peacekeeping force in South Sudan": what is given to it goes to the country that it is in. */
const placeOfForce = (scene: Scene, token: number): Actor | undefined => {
  const { tree } = scene;
  if (!FORCE.test(tree.lemma[token]!)) return undefined;
  const body = actorAt(scene, token, { shallow: true });
  const country = body && countryOf(scene, body.entity);
  if (country !== 'IGO') return undefined;
  for (const place of nounsAfter(tree, token, ['in'])) {
    const there = actorAt(scene, place);
    if (there && countryOf(scene, there.entity) !== 'IGO') return { ...there, token };
  }
  return undefined;
};

/** "His rival Gbagbo": whoever is named is meant. */
const isNamedPerson = ({ tree, named, cast }: Scene, token: number): boolean => {
  const mention = tree.tokens[token]!.pos === 'PROPN' ? named.get(token) : undefined;
  return mention !== undefined && cast.entities[mention.entity]!.kind === 'person';
};

/** What somebody is to one who is not his: "its ally", "his guest". */
const OTHER = /^(counterpart|ally|partner|guest|host|visitor)$/;
/** What a state is to another, and to a man as well a man: "its neighbor". */
const OTHER_STATE = /^(neighbou?r|rival|foe|adversary|enemy)$/;

const isOther = ({ tree }: Scene, token: number): boolean =>
  OTHER.test(tree.lemma[token]!) ||
  (OTHER_STATE.test(tree.lemma[token]!) &&
    kids(tree, token, 'poss').some((child) => /^(its|their)$/.test(tree.lower[child]!)));

/** "Its troops", "their ambassador": what the source has is not whom it acts on. */
const isOwned = (scene: Scene, token: number): boolean =>
  !isOther(scene, token) &&
  !isNamedPerson(scene, token) &&
  kids(scene.tree, token, 'poss').some((child) => /^(its|his|her|their)$/.test(scene.tree.lower[child]!));

/** "Said police had arrested its members": what somebody else than the doer has. */
const isOwnedByOther = (scene: Scene, token: number, source: Actor): boolean =>
  kids(scene.tree, token, 'poss').some((child) => {
    const owner = actorAt(scene, child, { shallow: true });
    const { kind } = scene.cast.entities[source.entity]!;
    return (
      owner !== undefined &&
      owner.entity !== source.entity &&
      kind !== 'country' &&
      /^(organization|person)$/.test(scene.cast.entities[owner.entity]!.kind)
    );
  });

const COURT = /^(court|tribunal|justice|judge|prosecutor)$/i;
const PLACE_PATH = /^prep:(in|at|on|near|after|during)$/;

/** Where a case is heard is not against whom it is. */
const isCourt = ({ cast }: Scene, entity: number): boolean => /\b(court|tribunal)\b/i.test(cast.entities[entity]!.name);

/** "Denied any role in the poisoning, which London blamed on its officers": whoever blames them for it, said behind it. */
const blamersOf = ({ tree }: Scene, verb: number): Candidate[] =>
  objectsOf(tree, verb)
    .filter((object) =>
      /^(role|involvement|responsibility|part|hand|link|connection|wrongdoing)$/.test(tree.lemma[object]!),
    )
    .flatMap((object) => [object, ...nounsAfter(tree, object, ['in', 'for', 'to', 'with'])])
    .flatMap((noun) => kids(tree, noun, 'relcl'))
    .filter((clause) => /^(blame|accuse|attribute|pin)$/.test(tree.lemma[clause]!))
    .flatMap((clause) => [...kids(tree, clause, 'nsubj'), ...agentsOf(tree, clause)])
    .map((token) => ({ token, path: 'accuser', trust: 3 }));

/** All candidates of a verb, best first. */
export const candidatesOf = (
  scene: Scene,
  verb: number,
  meaning: Meaning | undefined,
  source: Actor | undefined,
): Candidate[] => [
  ...(meaning?.type === 'DENIED' || meaning?.type === 'REJECTED'
    ? [...accusersOf(scene, verb), ...blamersOf(scene, verb)]
    : []),
  ...behindObjects(scene, verb, source, meaning),
  ...targetsOf(scene.tree, verb, meaning),
];

const CHARGE = /^(charge|accusation|allegation|claim|report|assertion)$/;

/** Whose charge it is that somebody denies: its owner, or whoever it is by or of. */
const accusersOf = ({ tree }: Scene, verb: number): Candidate[] =>
  objectsOf(tree, verb)
    .filter((object) => CHARGE.test(tree.lemma[object]!))
    .flatMap((object) => [
      ...kids(tree, object, 'poss', 'amod', 'nmod'),
      ...nounsAfter(tree, object, ['by', 'from']),
      ...nounsAfter(tree, object, ['of']).filter((noun) => tree.tokens[noun]!.pos === 'PROPN'),
      ...kids(tree, object, 'acl').flatMap((clause) => agentsOf(tree, clause)),
    ])
    .map((token) => ({ token, path: 'accuser', trust: 3 }));

/** What a candidate may not be, by what the verb says. */
export interface TargetRules {
  /** Where a consultation took place is no party to it. */
  readonly consultation: boolean;
  /** Whoever only a clause inside the phrase names is not meant: "rejected attempts to turn Chad into", "a deal that asks Chad to". */
  readonly outside: boolean;
  /** Where two agreed is no party to it. */
  readonly accord: boolean;
  /** What somebody is called is not who is called so. */
  readonly predicate: boolean;
  /** The court that somebody is brought before is not who is. */
  readonly court: boolean;
  /** Where something is that one likes is not what one likes ("welcomed any effort to end the war in"). */
  readonly liking: boolean;
  /** What is discussed is not who discusses it. */
  readonly topic: boolean;
  /** The troops withdrawn are not whom they are withdrawn from. */
  readonly withdrawal: boolean;
  /** Nobody named only somewhere inside a phrase is meant ("an appeal for the people of", "concern about the crisis in"). */
  readonly near: boolean;
  /** Whom a concern is told to, or whom it is for, is not blamed. */
  readonly worry: boolean;
  /** A charge denied ends at whoever made it, not at what it is about. */
  readonly charge: boolean;
  /** What somebody is blamed for is not who is blamed. */
  readonly blame: boolean;
  /** Whoever suffered what is condemned is not blamed for it. */
  readonly judging: boolean;
  /** What is asked for is not who is asked. */
  readonly request: boolean;
  /** Whom one asks to join is whom one asks. */
  readonly joining: boolean;
  /** One travels to what the phrase itself names, not to what is named inside it. */
  readonly journey: boolean;
  /** What one shoots with or drops is not whom one hits. */
  readonly weapon: boolean;
  /** With whom one hosts is no guest. */
  readonly hosting: boolean;
  /** Those among whom one votes are not whom one votes for. */
  readonly voting: boolean;
  /** The court that one goes to is not whom one goes against. */
  readonly suing: boolean;
  /** Whoever was hurt by what is condemned is not blamed for it. */
  readonly hurt: boolean;
  /** What an agreement, a talk or a quarrel is about is no party to it. */
  readonly together: boolean;
  /** What is done about something that lies with somebody is not pledged to them ("to stop blocking its entry into"). */
  readonly pledge: boolean;
  /** The place where two met or signed is no party. */
  readonly where: boolean;
}

/** "His Bulgarian counterpart": owned, and yet of another state that the phrase names. */
const namesItsOwn = (scene: Scene, token: number): boolean =>
  kids(scene.tree, token, 'amod', 'compound', 'nmod', 'appos').some((child) => scene.named.has(child));

/** What only those themselves can do of whom it is: "demanded the withdrawal of Russian troops". */
const OWN_DOING =
  /^(withdrawal|pullout|pullback|retreat|departure|resignation|surrender|evacuation|disarmament|return|exit|abdication|repentance|compliance)$/;

/** "Signed agreements in Paris": where something was signed is no party to it. */
const isWhere = ({ tree, cast }: Scene, token: number): boolean => {
  const [meant] = cast.meant(token);
  if (!meant || !/^(preposition|of)$/.test(meant.via)) return false;
  for (let at = meant.token, step = 0; at !== token && step < 8; at = headOf(tree, at), step++)
    if (/^(in|at|near)$/.test(tree.lower[at]!)) return true;
  return false;
};

/** Harm that is done in a state and seldom by it. */
const HARM =
  /^(attack|bombing|blast|explosion|shooting|killing|murder|assassination|ambush|massacre|kidnapping|abduction|hijacking|insurgency|terrorism|violence|raid|stabbing|bloodshed|slaughter|beheading|unrest|looting|vandalism|fighting|atrocity|carnage|interference|meddling|intervention|incursion)$/;

/** What somebody suffers whose it is: "his ouster". */
const SUFFERED =
  /^(ouster|ousting|overthrow|removal|impeachment|arrest|detention|imprisonment|jailing|expulsion|deportation|extradition|murder|assassination|killing|execution|poisoning|abduction|kidnapping|disappearance|conviction|sentencing|persecution|dismissal|sacking|death)$/;

/** "Condemned the bombing in Togo", "deplored the attack on Malta": whoever it happened to is not blamed for it. */
const isWhereHarmed = ({ tree, cast }: Scene, { token, path }: Candidate): boolean => {
  if (/^prep:(in|at|near|on|across|inside)$/.test(path))
    return objectsOf(tree, headOf(tree, headOf(tree, token))).some((object) => HARM.test(tree.lemma[object]!));
  if (path !== 'object') return false;
  if (SUFFERED.test(tree.lemma[token]!) && kids(tree, token, 'poss').length > 0) return true;
  return HARM.test(tree.lemma[token]!) && cast.meant(token)[0]?.via === 'preposition';
};

/** Whether a token is in a clause that says what an agreement provides for. */
const isUnderWhich = ({ tree }: Scene, token: number): boolean => {
  for (let at = token, step = 0; step < 6 && headOf(tree, at) !== at; at = headOf(tree, at), step++)
    if (depOf(tree, at) === 'relcl')
      return nounsAfter(tree, at, ['under']).some((noun) => tree.lower[noun] === 'which');
  return false;
};

/** Whether a token is the subject of a clause with "that". */
const isFiniteClause = (tree: Tree, subject: number): boolean =>
  kids(tree, headOf(tree, subject), 'mark').some((mark) => tree.lower[mark] === 'that');

/** "Carried out strikes authorised by its president": who had an act done is not whom it is done to. */
const isAgentOfOwnAct = (scene: Scene, { token, path }: Candidate, source: Actor): boolean => {
  if (path !== 'object' || !WORDS.begin.has(scene.tree.lemma[headOf(scene.tree, token)]!)) return false;
  const [meant] = scene.cast.meant(token);
  return meant?.via === 'participle' && isSameSide(scene, meant.entity, source.entity);
};

/** "Welcomed efforts to confront the rebels": whom what one likes is against. */
const isAgainstWhom = (scene: Scene, { token, path }: Candidate): boolean =>
  path.startsWith('object clause')
    ? COUNTERING.test(scene.tree.lemma[headOf(scene.tree, token)]!)
    : isOnlyInClause(scene, token) &&
      kids(scene.tree, token, 'acl', 'relcl').some((clause) => COUNTERING.test(scene.tree.lemma[clause]!));

const COUNTERING =
  /^(confront|fight|combat|counter|defeat|stop|halt|attack|destroy|eliminate|curb|contain|isolate|punish|oust|topple|overthrow|deter|disarm|prevent|tackle|battle|crush|resist|expel|sanction|pressure|weaken|undermine|condemn|hit|strike|bomb|target)$/;

const isBarred = (scene: Scene, { token, path }: Candidate, rules: TargetRules, source: Actor): boolean =>
  (path === 'object' && isOwned(scene, token) && !namesItsOwn(scene, token) && !isOwnedByOther(scene, token, source)) ||
  isAgentOfOwnAct(scene, { token, path, trust: 0 }, source) ||
  (rules.withdrawal &&
    typeOfNoun(scene.tree, token) !== undefined &&
    nounsAfter(scene.tree, token, ['with', 'between']).length === 0 &&
    scene.cast.meant(token)[0]?.via === 'preposition') ||
  (rules.withdrawal && path === 'object' && WORDS.troops.has(scene.tree.lemma[token]!)) ||
  (rules.court && /^(frame|prep):(to|before|at|in)$/.test(path) && COURT.test(scene.tree.lemma[token]!)) ||
  (rules.liking && isAgainstWhom(scene, { token, path, trust: 0 })) ||
  (rules.liking && /^object( clause>object)?$/.test(path) && scene.cast.meant(token)[0]?.via === 'preposition') ||
  (rules.topic && path === 'object') ||
  (rules.predicate && /^(frame|prep):as$/.test(path)) ||
  // "agreed that Syria must remain whole": whom an agreement is about is no party to it
  (rules.accord && (PLACE_PATH.test(path) || (path === 'clause subject' && isFiniteClause(scene.tree, token)))) ||
  (rules.consultation && (PLACE_PATH.test(path) || path.startsWith('adverbial'))) ||
  (rules.request &&
    /^(prep|frame):for$|^behind object for$|^(clause|adverbial|gerund|object clause)>/.test(path) &&
    !(rules.joining && /^(prep|frame):for$|^clause>object$/.test(path)) &&
    !(/^(prep|frame):for$/.test(path) && OWN_DOING.test(scene.tree.lemma[token]!))) ||
  (rules.request &&
    path === 'object' &&
    typeOfNoun(scene.tree, token) !== undefined &&
    !OWN_DOING.test(scene.tree.lemma[token]!) &&
    !kids(scene.tree, token, 'poss', 'amod', 'compound').some((child) => scene.named.has(child))) ||
  (rules.worry && /^object$|^(prep|frame):(to|for)$|^behind object (to|for)$|^dative$/.test(path)) ||
  (rules.blame && path.startsWith('gerund>')) ||
  (rules.judging && isWhereHarmed(scene, { token, path, trust: 0 })) ||
  (rules.pledge && /^clause>object/.test(path) && scene.cast.meant(token)[0]?.via === 'preposition') ||
  (rules.where && path === 'object' && isWhere(scene, token)) ||
  (rules.together && /^(behind object|prep:)( )?(on|over|about|under|after|off)$/.test(path)) ||
  // "the deal under which Kabul freed them"
  (path === 'prep:in' && WORDS.utterance.has(scene.tree.lemma[token]!)) ||
  (/^(prep|frame):against$/.test(path) && scene.tree.lower[token] === 'it') ||
  (rules.together && /^object clause/.test(path) && isUnderWhich(scene, token)) ||
  (rules.together &&
    path === 'object' &&
    scene.tree.lower[token] === 'forces' &&
    scene.named.size > 0 &&
    kids(scene.tree, token, 'amod', 'compound', 'poss').length === 0) ||
  (rules.weapon && /^object( clause.*)?$/.test(path)) ||
  (rules.suing && /^(frame|prep):(to|before|in|at)$/.test(path)) ||
  (rules.hosting && path === 'prep:with') ||
  (rules.voting && path === 'prep:among') ||
  (rules.hurt && /^behind object/.test(path)) ||
  (rules.charge && (/^object$|^prep:(in|on|at)$/.test(path) || path.includes('>')));

/** Whoever an act noun names beside what it is about: "sanctions over the crackdown in Sudan" are not on Sudan. */
const actorBesideTopic = (scene: Scene, token: number): Actor | undefined => {
  const { tree } = scene;
  const actor = actorAt(scene, token);
  if (!actor?.inside && actorAt(scene, token, { shallow: true })) return actor;
  if (!typeOfNoun(tree, token) && !MEASURE.test(tree.lemma[token]!)) return actor;
  const about = new Set(
    nounsAfter(tree, token, ['over', 'amid', 'despite']).flatMap((topic) => namedInside(scene, topic)),
  );
  if (about.size === 0) return actor;
  const entity = namedInside(scene, token).find((inside) => !about.has(inside));
  return entity === undefined ? undefined : { entity, token, inside: true };
};

const MEASURE = /^(measure|step|restriction|penalty)$/;

/** "Conveyed his country's condolences": whose support it is, not whom it is for. */
const isHolder = (scene: Scene, token: number, source: Actor): boolean =>
  !isOther(scene, token) &&
  (STANCE_NOUN.test(scene.tree.lemma[token]!) || typeOfNoun(scene.tree, token) !== undefined) &&
  kids(scene.tree, token, 'poss').some((child) => {
    const owner = actorAt(scene, child, { shallow: true });
    return owner !== undefined && isSameSide(scene, owner.entity, source.entity);
  });

/** What a verb or its object governs, and what only tells when and why. */
const GOVERNED = /^(behind object|(frame|prep):(on|against|upon))/;
const CIRCUMSTANCE = /^(prep:(after|before|during|following|amid|since|despite)|adverbial|gerund)/;

/**
 * The first candidate that means another actor, or names one inside its phrase. An actor of the source's own country is
 * taken only where the path to it is the surer one.
 */
export const targetOfVerb = (
  scene: Scene,
  candidates: readonly Candidate[],
  source: Actor,
  rules: TargetRules,
): Target | undefined => {
  let own: Target | undefined;
  let found: Target | undefined;
  let inside: Target | undefined;
  let atHome = false;
  const country = countryOf(scene, source.entity);
  const isForeign = (entity: number): boolean => country === undefined || countryOf(scene, entity) !== country;
  for (const candidate of candidates) {
    if (isBarred(scene, candidate, rules, source)) continue;
    const { token, path, trust } = candidate;
    if (atHome && CIRCUMSTANCE.test(path)) continue;
    if (path === 'object' && isHolder(scene, token, source)) continue;
    const actor =
      placeOfForce(scene, token) ?? (path === 'object' ? actorBesideTopic(scene, token) : actorAt(scene, token));
    if (actor && rules.court && isCourt(scene, actor.entity) && !COURT.test(scene.tree.lemma[token]!)) continue;
    if (actor?.entity === source.entity && GOVERNED.test(path)) atHome = true;
    if (actor && rules.outside && isOnlyInClause(scene, token) && !actorAt(scene, token, { shallow: true })) continue;
    if (!actor || ((rules.near || rules.consultation || rules.journey) && actor.inside)) continue;
    const target: Target = actor.inside
      ? { ...actor, path: `${path}, inside`, trust: trust - 0.2 }
      : { ...actor, path, trust };
    if (actor.entity !== source.entity && isForeign(actor.entity)) {
      if (actor.inside && !inside) {
        inside = target;
        continue;
      }
      if (inside && trust < 2) break;
      found = target;
      break;
    }
    if (actor.entity !== source.entity && rules.request && /^frame:(on|upon)$/.test(path)) return target;
    if (actor.entity !== source.entity) own ??= target;
    if (rules.consultation || rules.near || rules.journey) continue;
    const other = namedInside(scene, token).find((entity) => entity !== source.entity && isForeign(entity));
    if (other === undefined || countryOf(scene, other) === undefined) continue;
    found = { entity: other, token, inside: true, path: `${path}, inside`, trust: trust - 0.5 };
    break;
  }
  found ??= inside;
  const ownIsSurer = own && (!found || (own.trust >= 2 && found.trust < own.trust));
  return ownIsSurer ? own : found;
};
