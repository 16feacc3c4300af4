import type { PloverClass } from '../../../graph-schema/relation.ts';
import { countedOf } from '../actors/counted.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { agentsOf, isPassive, objectsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { speakerOf } from '../qualify/speaker.ts';
import { type Actor, actorAt, countryOf, firstActor, type Scene } from '../scene.ts';
import { depOf, headOf, isInfinitive, isVerbal, kids, type Tree } from '../tree/tree.ts';
import type { AtHome } from './domestic-target.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { isSameSide, type Target } from './target-of-verb.ts';

const FIGHT = /^(fight|battle|combat|oppose|resist|wage)$/;

/** "The coalition fighting the Houthis declared a truce": with whom it is. */
export const opponentOf = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree } = scene;
  for (const subject of subjectsOf(scene, verb))
    for (const clause of kids(tree, subject, 'acl', 'relcl')) {
      if (!FIGHT.test(tree.lemma[clause]!)) continue;
      const foe = firstActor(scene, [...objectsOf(tree, clause), ...nounsAfter(tree, clause, ['against', 'with'])]);
      if (foe && foe.entity !== source.entity) return { ...foe, path: 'opponent', trust: 1.5 };
    }
  if (scene.cast.entities[source.entity]!.role !== 'rebels') return undefined;
  const state = scene.cast.countryOf(source.entity);
  return state === undefined || state === source.entity
    ? undefined
    : { entity: state, token: source.token, path: 'opponent', trust: 1 };
};

/** "Massed troops near Badme, raising fears of a war with Eritrea": by a place of no known state, the other state named. */
export const stateNear = ({ tree, named, cast }: Scene, source: Actor, target: Target): Target => {
  const { kind, country } = cast.entities[target.entity]!;
  const home = cast.countryOf(source.entity);
  if (!/^(place|organization)$/.test(kind) || country !== undefined || home === undefined) return target;
  const sentence = tree.sentence[target.token]!;
  const states = new Set<number>();
  for (let at = tree.bounds[sentence]!; at < tree.bounds[sentence + 1]!; at++) {
    const mention = named.get(at);
    const state = mention && cast.countryOf(mention.entity);
    if (state !== undefined && state !== home) states.add(state);
  }
  const [other] = states;
  return other === undefined || states.size > 1 ? target : { ...target, entity: other };
};

/** "Rebels laid down their arms": to the state that they fought. */
export const disarmedBefore = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const arms = objectsOf(scene.tree, verb).some((object) =>
    /^(arm|arms|weapon|gun|rifle)$/.test(scene.tree.lemma[object]!),
  );
  const gives = /^(lay|put|surrender|hand|turn|give|drop)$/.test(scene.tree.lemma[verb]!);
  return arms && gives ? opponentOf(scene, verb, source) : undefined;
};

const HOLD = /^(hold|detain|jail|imprison|kidnap|abduct|capture|arrest|seize)$/;

/** "Announced the release of a Briton held in Iran": who let one's own people go is whoever held them. */
export const holderOf = (scene: Scene, source: Actor, target: Actor): Actor | undefined => {
  const { tree } = scene;
  if (!isSameSide(scene, source.entity, target.entity)) return undefined;
  for (const clause of kids(tree, target.token, 'acl', 'relcl')) {
    if (!HOLD.test(tree.lemma[clause]!)) continue;
    const holder = firstActor(scene, [...agentsOf(tree, clause), ...nounsAfter(tree, clause, ['in', 'by'])]);
    if (holder && !isSameSide(scene, holder.entity, source.entity)) return holder;
  }
  return undefined;
};

const HIM = /^(him|her|them)$/;

/**
 * "Warned the consul that his government would expel him": of a pronoun that would make a state act against its own
 * leader, the other foreigner of the sentence before it is meant.
 */
export const foreignerMeant = (scene: Scene, source: Actor, target: Target): Target => {
  const { tree, named, cast } = scene;
  if (!HIM.test(tree.lower[target.token]!) || !isSameSide(scene, source.entity, target.entity)) return target;
  for (let at = target.token - 1; at >= tree.bounds[tree.sentence[target.token]!]!; at--) {
    const mention = named.get(at);
    const other = mention && cast.entities[mention.entity]!;
    if (!mention || other!.kind !== 'person' || other!.country === undefined) continue;
    if (other!.country === countryOf(scene, source.entity)) continue;
    return { ...target, entity: mention.entity, path: `${target.path}, foreigner` };
  }
  return target;
};

/** "Recalled the ambassador in Beirut": an envoy is where he is accredited. */
export const hostOfEnvoy = (scene: Scene, verb: number): Target | undefined => {
  const { tree } = scene;
  for (const object of objectsOf(tree, verb)) {
    if (!/^(ambassador|envoy|diplomat|consul|attach[ée]|mission|embassy)$/.test(tree.lemma[object]!)) continue;
    for (const noun of [
      ...nounsAfter(tree, object, ['to', 'in', 'at']),
      ...nounsAfter(tree, verb, ['from', 'in', 'to']),
    ]) {
      const host = actorAt(scene, noun, { shallow: true });
      if (host) return { ...host, path: 'host of envoy', trust: 3 };
    }
  }
  return undefined;
};

const DEMANDING = /^(demand|press|protest|push|call|urge|oppose|denounce|force|seek|condemn|decry)$/;

/** What people protest over: "went on strike over pay", "blocked roads against the tax", "marched to demand". */
const causesOf = (tree: Tree, verb: number): readonly number[] => [
  ...[verb, ...objectsOf(tree, verb), ...nounsAfter(tree, verb, ['on', 'in'])].flatMap((head) =>
    nounsAfter(tree, head, ['against', 'over', 'for']),
  ),
  ...[verb, ...objectsOf(tree, verb)]
    .flatMap((head) => kids(tree, head, 'advcl', 'xcomp', 'acl'))
    .filter((clause) => DEMANDING.test(tree.lemma[clause]!)),
];

/** "Took to the streets of Tunis to denounce France": whom the purpose of a protest names, where it is somebody abroad. */
const foreignerBlamed = (scene: Scene, cause: number, source: Actor): Target | undefined => {
  if (!isVerbal(scene.tree, cause)) return undefined;
  const blamed = firstActor(scene, [...objectsOf(scene.tree, cause), ...nounsAfter(scene.tree, cause, ['against'])]);
  return blamed && !isSameSide(scene, blamed.entity, source.entity)
    ? { ...blamed, path: 'blamed in protest', trust: 1.5 }
    : undefined;
};

/** "Thousands of Kenyans rallied against a bill": protest at home that names nobody is addressed to the state. */
export const stateProtestedTo = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { role, kind } = scene.cast.entities[source.entity]!;
  if (kind === 'country' || /^(government|military|police|judiciary|business|media)$/.test(role ?? ''))
    return undefined;
  const [cause] = causesOf(scene.tree, verb);
  const blamed = cause === undefined ? undefined : foreignerBlamed(scene, cause, source);
  if (blamed) return blamed;
  const state = scene.cast.countryOf(source.entity);
  return state === undefined || state === source.entity || cause === undefined
    ? undefined
    : { entity: state, token: cause, path: 'protested at home', trust: 1 };
};

const IN_RETURN = /^(response|retaliation|return|reply|reaction|turn|kind)$/;

/**
 * "B jailed a reporter, and A closed the border in response": in return to whoever acted before. "Recalling its envoy, A
 * accused B": against whom the main clause goes.
 */
export const answered = (scene: Scene, verb: number, source: Actor, plover: PloverClass): Target | undefined => {
  const { tree } = scene;
  const before = headOf(tree, verb);
  if (
    /^(SANCTION|COERCE)$/.test(plover) &&
    depOf(tree, verb) === 'advcl' &&
    before > verb &&
    tree.tokens[verb]!.tag === 'VBG'
  ) {
    const accused = firstActor(scene, objectsOf(tree, before));
    if (accused && !isSameSide(scene, accused.entity, source.entity))
      return { ...accused, path: 'main clause', trust: 1.5 };
  }
  if (
    depOf(tree, verb) !== 'conj' ||
    ![verb, ...objectsOf(tree, verb)].some((head) =>
      nounsAfter(tree, head, ['in']).some((noun) => IN_RETURN.test(tree.lemma[noun]!)),
    )
  )
    return undefined;
  const first = firstActor(scene, subjectsOf(scene, before));
  return first && !isSameSide(scene, first.entity, source.entity)
    ? { ...first, path: 'in return', trust: 1.5 }
    : undefined;
};

/** Whether a token is the place that people are sent to, and no party ("deported them to Eritrea"). */
export const isDestination = ({ tree }: Scene, verb: number, { token, path }: Target): boolean =>
  /^(deport|extradite|transfer|expel|banish|repatriate)$/.test(tree.lemma[verb]!) &&
  path === 'prep:to' &&
  depOf(tree, headOf(tree, token)) === 'prep';

const SINCE = /^(after|because|since|as|when)$/;

const NOTICED = /^(spot|see|sight|detect|notice|track|intercept|observe|find|catch|identify)$/;

/** Who did what a clause says; whoever was seen is who came. */
const doersOf = (scene: Scene, clause: number): readonly number[] => {
  if (!isPassive(scene.tree, clause)) return subjectsOf(scene, clause);
  return NOTICED.test(scene.tree.lemma[clause]!) ? objectsOf(scene.tree, clause) : agentsOf(scene.tree, clause);
};

/** "Scrambled jets after Chinese planes came near": what somebody does because of what another did is aimed at them. */
export const provoker = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree } = scene;
  const causes = tree.children[verb]!.filter((child) => tree.lower[child] === 'because')
    .flatMap((because) => kids(tree, because, 'pcomp', 'pobj', 'prep'))
    .flatMap((of) => (tree.lower[of] === 'of' ? kids(tree, of, 'pobj') : [of]));
  const answers = nounsAfter(tree, verb, ['in']).filter((noun) => IN_RETURN.test(tree.lemma[noun]!));
  const cause = firstActor(scene, [...causes, ...answers.flatMap((noun) => nounsAfter(tree, noun, ['to', 'for']))]);
  if (cause && !isSameSide(scene, cause.entity, source.entity)) return { ...cause, path: 'provoked by', trust: 1 };
  for (const clause of kids(tree, verb, 'advcl')) {
    if (!kids(tree, clause, 'mark', 'advmod').some((mark) => SINCE.test(tree.lower[mark]!))) continue;
    const other = firstActor(scene, doersOf(scene, clause));
    if (other && !isSameSide(scene, other.entity, source.entity)) return { ...other, path: 'provoked by', trust: 1 };
  }
  return undefined;
};

const BORDER = /^(border|frontier|boundary|line|demarcation)$/;

/** Whether an act reaches across a border, so that it can't be aimed at one's own. */
const isAcrossBorder = ({ tree }: Scene, verb: number): boolean =>
  nounsAfter(tree, verb, ['across', 'over', 'into', 'through']).some((noun) => BORDER.test(tree.lemma[noun]!));

/** "Seoul said the North's troops had fired across the line": whoever tells it, or the neighbor of the story. */
export const beyondBorder = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  if (!isAcrossBorder(scene, verb)) return undefined;
  const teller = speakerOf(scene, verb, source.entity);
  const state = teller === undefined ? undefined : scene.cast.countryOf(teller);
  const entity =
    state !== undefined && !isSameSide(scene, state, source.entity) ? state : scene.cast.partnerOf(verb, source.entity);
  return entity === undefined ? undefined : { entity, token: verb, path: 'beyond border', trust: 1.5 };
};

const QUARREL =
  /^(accuse|blame|criticize|criticise|condemn|denounce|call|brand|label|berate|lambaste|slam|warn|threaten|chide|rebuke|expel)$/;

/** "Called the president a liar and froze ties": a sanction without an object of its own hits whom the verb joined to it is about. */
export const sharedOpponent = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree } = scene;
  if (kids(tree, verb, 'nsubj', 'nsubjpass').length > 0 && depOf(tree, verb) === 'conj') return undefined;
  const joined = [
    ...(depOf(tree, verb) === 'conj' ? [headOf(tree, verb)] : []),
    ...kids(tree, verb, 'conj').filter((child) => kids(tree, child, 'nsubj', 'nsubjpass').length === 0),
  ].filter((other) => QUARREL.test(tree.lemma[other]!) && !isPassive(tree, other));
  const object = (other: number): number[] => [
    ...objectsOf(tree, other),
    ...kids(tree, other, 'ccomp', 'xcomp').flatMap((clause) => kids(tree, clause, 'nsubj')),
  ];
  const opponent = firstActor(scene, joined.flatMap(object));
  return opponent && !isSameSide(scene, opponent.entity, source.entity)
    ? { ...opponent, path: 'shared with joined verb', trust: 1.5 }
    : undefined;
};

/** What states do one after the other to one and the same. */
const IN_CHAIN: Readonly<Record<string, RegExp>> = {
  SANCTION: /^(SANCTION|COERCE)$/,
  COERCE: /^(SANCTION|COERCE)$/,
  AID: /^AID$/,
};

/** "Britain expelled two Belarusian envoys, and Canada imposed sanctions": on whom the clause before it told of. */
export const hitBefore = (scene: Scene, verb: number, source: Actor, plover: PloverClass): Target | undefined => {
  const { tree } = scene;
  if (depOf(tree, verb) !== 'conj' || kids(tree, verb, 'nsubj').length === 0) return undefined;
  const before = headOf(tree, verb);
  const said = classify(scene, before);
  if (!said || !IN_CHAIN[plover]?.test(said.plover ?? ploverOf(said.type) ?? '')) return undefined;
  const heads = [before, ...objectsOf(tree, before)];
  const hit = firstActor(scene, [
    ...heads.flatMap((head) => nounsAfter(tree, head, ['on', 'against', 'with', 'to', 'from'])),
    ...objectsOf(tree, before),
  ]);
  return hit && !isSameSide(scene, hit.entity, source.entity) ? { ...hit, path: 'hit before', trust: 1.5 } : undefined;
};

/** "Baku has moved guns to the border, the Armenian ministry said": the border is that with whoever tells it. */
export const tellerFaced = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree, cast } = scene;
  const border = [verb, ...objectsOf(tree, verb)]
    .flatMap((head) => nounsAfter(tree, head, ['to', 'on', 'at', 'along', 'near', 'toward', 'towards']))
    .find(
      (noun) => /^(border|frontier)$/.test(tree.lemma[noun]!) && kids(tree, noun, 'poss', 'amod', 'prep').length === 0,
    );
  const teller = border === undefined ? undefined : speakerOf(scene, verb, source.entity);
  const state = teller === undefined ? undefined : cast.countryOf(teller);
  return state === undefined || isSameSide(scene, state, source.entity)
    ? undefined
    : { entity: state, token: border!, path: 'border with the teller', trust: 1 };
};

const LETTER = /^(letter|message|note|statement|cable|telegram|tweet|petition)$/;

/** "In a letter to the council, the minister asked", "sent a letter to the bank threatening": to whom it is written. */
export const addressee = (scene: Scene, verb: number): Target | undefined => {
  const { tree } = scene;
  const head = headOf(tree, verb);
  const letters = [
    ...nounsAfter(tree, verb, ['in']),
    ...(/^(acl|relcl)$/.test(depOf(tree, verb)) ? [head] : []),
    ...(depOf(tree, verb) === 'advcl' ? objectsOf(tree, head) : []),
  ].filter((noun) => LETTER.test(tree.lemma[noun]!));
  const written = letters.flatMap((letter) => [
    ...nounsAfter(tree, letter, ['to']),
    ...(depOf(tree, letter) === 'dobj' ? nounsAfter(tree, headOf(tree, letter), ['to']) : []),
  ]);
  const reader = firstActor(scene, written);
  return reader && { ...reader, path: 'addressee', trust: 2.5 };
};

/** Verbs of turning to somebody, with whom one then speaks. */
const TURN_TO =
  /^(summon|call|telephone|phone|ring|meet|speak|talk|write|visit|receive|host|confer|consult|contact|address|welcome|greet|brief|thank|congratulate|criticize|criticise|accuse|rebuke|approach)$/;

/** "Wrote to him to apologize". */
const isPurpose = (tree: Tree, clause: number): boolean =>
  /^(xcomp|advcl)$/.test(depOf(tree, clause)) && isInfinitive(tree, clause) && headOf(tree, clause) < clause;

/** "Spoke with the secretary general and asked for ships", "summoned the envoy and warned of": who is spoken to is whom it is said to. */
export const spokenTo = (scene: Scene, verb: number, source: Actor): Target | undefined => {
  const { tree } = scene;
  if (nounsAfter(tree, verb, ['for']).some((noun) => /^(forgiveness|pardon)$/.test(tree.lemma[noun]!)))
    return undefined;
  // "spoke to the Russians and appealed to citizens"
  if (nounsAfter(tree, verb, ['to', 'on']).some((noun) => roleOfWord(tree.tokens[noun]!) !== undefined))
    return undefined;
  let before = verb;
  for (let step = 0; step < 3 && (depOf(tree, before) === 'conj' || isPurpose(tree, before)); step++) {
    before = headOf(tree, before);
    if (!TURN_TO.test(tree.lemma[before]!) || isPassive(tree, before)) continue;
    const other = firstActor(scene, [...objectsOf(tree, before), ...nounsAfter(tree, before, ['with', 'to', 'on'])]);
    if (other && !isSameSide(scene, other.entity, source.entity)) return { ...other, path: 'spoken to', trust: 1.5 };
  }
  return undefined;
};

/** Roles of those who answer for a state to its own people. */
const IN_OFFICE = /^(government|legislature|police|judiciary|military)$/;

/** "Students staged a sit-in against the Serbian government": a group without a country that is at odds with those in office is of their state. */
export const doerAtHome = (scene: Scene, source: Actor, target: Target, plover: PloverClass): Actor => {
  const { role, kind, country } = scene.cast.entities[target.entity]!;
  const abroad = /^(embassy|consulate|ambassador|mission)$/.test(scene.tree.lemma[target.token]!);
  if (abroad || country === undefined || kind === 'country' || !IN_OFFICE.test(role ?? '')) return source;
  if (scene.cast.countryOf(source.entity) !== undefined) return source;
  // armed men come from anywhere
  if (plover === 'ASSAULT' && scene.cast.entities[source.entity]!.role !== 'civilians') return source;
  const entity = scene.cast.groupIn(source.token, country);
  return entity === undefined || entity === target.entity ? source : { ...source, entity };
};

const SOLDIER = /^(military|police)$/;

/** "Pakistan's army said fighters from Afghanistan had wounded two soldiers": the soldiers are of whoever tells it. */
export const ownOfTeller = (scene: Scene, verb: number, { candidates, source }: AtHome): Target | undefined => {
  const teller = speakerOf(scene, verb, source.entity);
  const country = teller === undefined ? undefined : countryOf(scene, teller);
  if (country === undefined || country === countryOf(scene, source.entity)) return undefined;
  if (!/^(government|military|police)$/.test(scene.cast.entities[teller!]!.role ?? '')) return undefined;
  for (const { token, path, trust } of candidates) {
    if (!/^(object|behind object.*|(frame|prep):(on|at|against))$/.test(path)) continue;
    if (actorAt(scene, token, { shallow: true })) return undefined;
    const entity = scene.cast.groupIn(countedOf(scene.tree, token), country);
    if (entity !== undefined && SOLDIER.test(scene.cast.entities[entity]!.role ?? ''))
      return { entity, token, path: 'own of teller', trust };
  }
  return undefined;
};
