import { roleOfWord } from '../actors/role-words.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { actorAt, once, type Scene } from '../scene.ts';
import { depOf, headOf, isNominal, isVerbal, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import { isPurposeOfCall } from './calling.ts';
import { nounsAfter } from './prepositions.ts';

/** How far a missing subject is looked for up the tree. */
const FARTHEST = 7;
const RELATIVE = /^(who|which|that|whom)$/;
const OBJECT_CONTROL =
  /^(force|accuse|see|compel|train|send|convince|persuade|prompt|lead|cause|drive|spur|inspire|invite|entice|induce|pressure|coerce|tempt|incite|instigate|assign|task|commission)$/;
const BLAMING =
  /^(accuse|blame|criticize|criticise|condemn|suspect|charge|stop|prevent|fault|denounce|ban|bar|thank|praise|commend|applaud|reprimand|rebuke|fine|punish)$/;
/** Verbs that ask somebody behind a preposition ("called on X to", "appealed to X to"). */
const ASKING_ON = /^(call|appeal|prevail|plead|lean)$/;

/** A finite verb that the tagger took for a participle under a root noun ("Israel slammed for …" in headlines). */
const isMistakenParticiple = (tree: Tree, verb: number): boolean =>
  depOf(tree, verb) === 'acl' &&
  tagOf(tree, verb) === 'VBN' &&
  depOf(tree, headOf(tree, verb)) === 'ROOT' &&
  kids(tree, verb, 'agent').length === 0 &&
  (kids(tree, verb, 'dobj', 'ccomp').length > 0 ||
    kids(tree, verb, 'prep').some((child) => /^(for|on|with|to)$/.test(tree.lower[child]!)));

/** Participles that tell a stance, with the preposition that each takes. */
const STATIVE: Readonly<Record<string, RegExp>> = {
  ally: /^with$/,
  align: /^with$/,
  oppose: /^(to|with)$/,
  commit: /^to$/,
  dedicate: /^to$/,
  devote: /^to$/,
  set: /^against$/,
  lock: /^in$/,
  embroil: /^in$/,
  mire: /^in$/,
  entangle: /^in$/,
};

/** "Is allied with", "are opposed to": a participle that tells a stance of its subject and no passive. */
const isStative = (tree: Tree, verb: number): boolean =>
  kids(tree, verb, 'agent').length === 0 &&
  kids(tree, verb, 'prep').some((child) => STATIVE[tree.lemma[verb]!]?.test(tree.lower[child]!) === true);

/** Whether a verb stands in the passive, reduced relatives and conjoined participles included. */
export const isPassive = (tree: Tree, verb: number): boolean => {
  if (tagOf(tree, verb) !== 'VBN' || isMistakenParticiple(tree, verb) || isStative(tree, verb)) return false;
  if (kids(tree, verb, 'nsubjpass', 'auxpass', 'agent').length > 0) return true;
  if (depOf(tree, verb) === 'acl') return kids(tree, verb, 'nsubj').length === 0;
  const head = headOf(tree, verb);
  if (depOf(tree, verb) === 'advcl' && head > verb && kids(tree, verb, 'nsubj', 'aux', 'dobj').length === 0)
    return true;
  return (
    depOf(tree, verb) === 'conj' &&
    tagOf(tree, head) === 'VBN' &&
    kids(tree, verb, 'nsubj', 'aux').length === 0 &&
    isPassive(tree, head)
  );
};

/** The doers that a passive names with "by". */
export const agentsOf = (tree: Tree, verb: number): number[] => {
  const own = tree.children[verb]!.filter(
    (child) => depOf(tree, child) === 'agent' || (depOf(tree, child) === 'prep' && tree.lower[child] === 'by'),
  ).flatMap((child) => [child, ...kids(tree, child, 'conj')].flatMap((by) => kids(tree, by, 'pobj')));
  return own.length > 0 || kids(tree, verb, 'nsubjpass').length === 0
    ? own
    : nounsAfter(tree, verb, ['with']).flatMap((noun) => nounsAfter(tree, noun, ['by']));
};

/** Whether a noun is a word for people, who do what the clause behind them says, whoever they are: "rebels holding hostages". */
const arePeople = (tree: Tree, noun: number): boolean => roleOfWord(tree.tokens[noun]!) !== undefined;

/** The noun that carries a clause as its doer: itself where it means an actor, else its possessor or the verb's subject above. */
const carriersOf = (scene: Scene, noun: number, steps: number, infinitive = false): number[] => {
  const { tree } = scene;
  if (!infinitive && actorAt(scene, noun, { shallow: true })) return [noun];
  const as = headOf(tree, noun);
  if (depOf(tree, noun) === 'pobj' && tree.lower[as] === 'as' && isVerbal(tree, headOf(tree, as)))
    return objectsOf(tree, headOf(tree, as));
  if (!infinitive && arePeople(tree, noun)) return [noun];
  const possessors = kids(tree, noun, 'poss');
  if (possessors.length > 0) return possessors;
  const modifiers =
    infinitive && !RESOLVE.test(tree.lemma[noun]!)
      ? []
      : kids(tree, noun, 'amod', 'compound', 'nmod').filter((child) => scene.named.has(child));
  if (modifiers.length > 0) return modifiers;
  const makers = nounsAfter(tree, noun, ['by']);
  if (makers.length > 0 || depOf(tree, noun).startsWith('nsubj')) return makers.length > 0 ? makers : [noun];
  let head = headOf(tree, noun);
  for (let step = 0; step < 4 && !isVerbal(tree, head) && headOf(tree, head) !== head; step++)
    head = headOf(tree, head);
  if (!isVerbal(tree, head) || TURNING_DOWN.test(tree.lemma[head]!)) return [noun];
  const subjects = subjectsOf(scene, head, steps + 1);
  return subjects.length > 0 ? subjects : [noun];
};

/** Who turns a plan down does not do what it says ("rejected a plan that would have required"). */
const TURNING_DOWN = /^(reject|oppose|dismiss|condemn|criticize|criticise|block|veto|denounce|resist|slam|challenge)$/;

/** Nouns whose owner is to do what the infinitive behind them says: "an EU decision to send troops". */
const RESOLVE =
  /^(decision|plan|offer|bid|pledge|attempt|effort|move|threat|proposal|refusal|promise|commitment|vow|agreement|intention)$/;

/** Subject of an infinitive or complement clause: the object above under object control, else the subject above. */
const controllersOf = (scene: Scene, verb: number, steps: number): number[] => {
  const { tree } = scene;
  const head = headOf(tree, verb);
  const lemma = tree.lemma[head]!;
  if (depOf(tree, verb) !== 'advcl') {
    const objects = kids(tree, head, 'dobj', 'dative');
    const controlled =
      WORDS.demand.has(lemma) || WORDS.permit.has(lemma) || WORDS.help.has(lemma) || OBJECT_CONTROL.test(lemma);
    const asked = ASKING_ON.test(lemma) ? nounsAfter(tree, head, ['on', 'upon', 'to', 'with']) : [];
    const asksSomebody = asked.length > 0 && tagOf(tree, verb) === 'VB';
    if (asksSomebody && objects.every((object) => object > verb)) return asked;
    if (objects.length > 0 && controlled && !isPurposeOfCall(tree, verb)) return objects;
    if (asksSomebody) return asked;
  }
  if (depOf(tree, head) === 'acomp') return subjectsOf(scene, headOf(tree, head), steps + 1);
  const passive = kids(tree, head, 'nsubjpass');
  return passive.length > 0 ? passive : subjectsOf(scene, head, steps + 1);
};

const CHARGE = /^(charge|suspicion|accusation|allegation|count)$/;

/** "Arrested two men on suspicion of killing": whoever is held on a charge is who is charged with what it says. */
const chargedWith = (tree: Tree, charge: number): number[] => {
  const on = headOf(tree, charge);
  if (
    !CHARGE.test(tree.lemma[charge]!) ||
    depOf(tree, charge) !== 'pobj' ||
    !/^(on|over|for|with)$/.test(tree.lower[on]!)
  )
    return [];
  const verb = headOf(tree, on);
  return isVerbal(tree, verb) ? objectsOf(tree, verb) : [];
};

/** "Sentenced a man for killing": what is done to somebody for a deed is done to whoever did it. */
const REPAYING =
  /^(sentence|convict|jail|imprison|arrest|detain|indict|prosecute|execute|hang|deport|expel|sack|fire|dismiss|demote|suspend|sanction|blacklist|penali[sz]e|censure|impeach|sue|chide|scold|berate|slam|lambast|lambaste|castigate|chastise|admonish|reproach|attack|bomb|raid|congratulate|laud|hail|honou?r|reward|decorate|pardon|acquit|forgive)$/;

/** Whom a verb repays, where the gerund behind it says for what. */
const repaidFor = (tree: Tree, verb: number, gerund: number): number[] =>
  REPAYING.test(tree.lemma[verb]!) && /^(for|of)$/.test(tree.lower[headOf(tree, gerund)]!) ? objectsOf(tree, verb) : [];

/** Subject of a gerund after a preposition ("for supplying arms"). */
const gerundSubjectsOf = (scene: Scene, verb: number, steps: number): number[] => {
  const { tree } = scene;
  const above = headOf(tree, headOf(tree, verb));
  const charged = chargedWith(tree, above);
  if (charged.length > 0) return charged;
  if (isNominal(tree, above)) return carriersOf(scene, above, steps);
  const repaid = repaidFor(tree, above, verb);
  if (repaid.length > 0) return repaid;
  const passive = kids(tree, above, 'nsubjpass');
  if (BLAMING.test(tree.lemma[above]!)) {
    const objects = kids(tree, above, 'dobj');
    return objects.length > 0 ? objects : passive;
  }
  return passive.length > 0 ? passive : subjectsOf(scene, above, steps + 1);
};

/** Tokens that head the doer of a verb, in whatever place the clause leaves it. */
export const subjectsOf = (scene: Scene, verb: number, steps = 0): number[] =>
  steps === 0 ? once(scene, 'subjects', verb, () => findSubjects(scene, verb, 0)) : findSubjects(scene, verb, steps);

const findSubjects = (scene: Scene, verb: number, steps: number): number[] => {
  const { tree } = scene;
  if (steps > FARTHEST) return [];
  if (isPassive(tree, verb)) return agentsOf(tree, verb);
  const own = kids(tree, verb, 'nsubj', ...(isStative(tree, verb) ? ['nsubjpass'] : []));
  const dep = depOf(tree, verb);
  const head = headOf(tree, verb);
  if (own.length > 0) {
    if (dep === 'relcl' && RELATIVE.test(tree.lower[own[0]!]!)) return carriersOf(scene, head, steps);
    if (dep === 'ccomp' && RELATIVE.test(tree.lower[own[0]!]!) && tree.lemma[head] === 'be')
      return kids(tree, head, 'attr');
    return own.slice(-1);
  }
  if (dep === 'conj') {
    if (!isVerbal(tree, head)) return [];
    const passive = kids(tree, head, 'nsubjpass');
    return passive.length > 0 && kids(tree, head, 'nsubj').length === 0 ? passive : subjectsOf(scene, head, steps + 1);
  }
  if (dep === 'relcl') return carriersOf(scene, head, steps);
  if (dep === 'acl') {
    if (isMistakenParticiple(tree, verb)) return [head];
    if (tagOf(tree, verb) === 'VBG') return carriersOf(scene, head, steps);
    return tagOf(tree, verb) === 'VB' ? carriersOf(scene, head, steps, true) : [];
  }
  if (dep === 'xcomp' || dep === 'ccomp' || dep === 'advcl') return controllersOf(scene, verb, steps);
  if (dep === 'pcomp') return gerundSubjectsOf(scene, verb, steps);
  if (dep === 'acomp' && isStative(tree, verb)) return subjectsOf(scene, head, steps + 1);
  return [];
};

const passiveObjectsOf = (tree: Tree, verb: number): number[] => {
  const dep = depOf(tree, verb);
  const head = headOf(tree, verb);
  const own = kids(tree, verb, 'nsubjpass');
  if (own.length > 0) return dep === 'relcl' && RELATIVE.test(tree.lower[own[0]!]!) ? [head] : own;
  if (dep === 'acl' || dep === 'relcl') return [head];
  if (dep === 'advcl') return kids(tree, head, 'nsubj', 'nsubjpass');
  if (dep === 'conj') {
    const shared = kids(tree, head, 'nsubjpass');
    if (shared.length === 0 && kids(tree, verb, 'auxpass').length > 0 && kids(tree, head, 'nsubj').length > 0)
      return kids(tree, head, 'nsubj').slice(-1);
    return shared.length === 0 && /^(acl|conj|advcl)$/.test(depOf(tree, head)) ? passiveObjectsOf(tree, head) : shared;
  }
  if (dep === 'xcomp' || dep === 'ccomp') {
    const objects = kids(tree, head, 'dobj');
    return objects.length > 0 ? objects : kids(tree, head, 'nsubj', 'nsubjpass');
  }
  return [];
};

/** "Beat and detained dozens": the object behind the second of two verbs is the first's too, where nothing stands between. */
const sharedObjectsOf = (tree: Tree, verb: number): number[] => {
  const [cc] = kids(tree, verb, 'cc');
  const next = kids(tree, verb, 'conj').find((child) => child === verb + 2 && isVerbal(tree, child));
  if (cc !== verb + 1 || next === undefined || tagOf(tree, next) !== tagOf(tree, verb)) return [];
  return kids(tree, verb, 'prt', 'prep').length === 0 && kids(tree, next, 'nsubj', 'prt').length === 0
    ? kids(tree, next, 'dobj')
    : [];
};

/** Tokens that head what a verb is done to: direct objects, the subject of a passive, the noun of an object relative. */
export const objectsOf = (tree: Tree, verb: number): number[] => {
  const direct = kids(tree, verb, 'dobj');
  if (isPassive(tree, verb)) return [...passiveObjectsOf(tree, verb), ...direct];
  if (direct.length > 0 && depOf(tree, verb) === 'relcl' && direct.every((child) => RELATIVE.test(tree.lower[child]!)))
    return [headOf(tree, verb)];
  if (direct.length > 0) return direct;
  if (depOf(tree, verb) !== 'relcl') return sharedObjectsOf(tree, verb);
  const subjects = kids(tree, verb, 'nsubj');
  const whose = subjects.some((subject) => kids(tree, subject, 'poss').some((child) => tree.lower[child] === 'whose'));
  const where = kids(tree, verb, 'advmod').some((child) => /^(where|when|why|whereby)$/.test(tree.lower[child]!));
  return subjects.length > 0 && !whose && !where && !RELATIVE.test(tree.lower[subjects[0]!]!)
    ? [headOf(tree, verb)]
    : [];
};

/** Whether a token may head an argument at all. */
export const canHeadPhrase = (tree: Tree, token: number): boolean =>
  /^(NOUN|PROPN|PRON|NUM|ADJ)$/.test(posOf(tree, token));
