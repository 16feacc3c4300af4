import type { PloverClass } from '../../../graph-schema/relation.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import { FRAMES, type VerbFrame } from '../lexicon/frames.ts';
import { isTimeWord, WORDS } from '../lexicon/word-sets.ts';
import { once, type Scene } from '../scene.ts';
import { kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import { objectsOf, subjectsOf } from './arguments.ts';
import { isPurposeOfCall } from './calling.ts';
import { composeBegin, composeDemand, composeEnd, composeRefusal } from './compose.ts';
import { judgementOfVerb } from './judgement.ts';
import { takesNoAct } from './no-act-objects.ts';
import { isPersonal, wordsOfPhrase } from './noun-words.ts';
import { nounsAfter, objectsOfPreposition, prepositionsOf, prepositionsOfNoun } from './prepositions.ts';
import { isSpokenOf, spokenOf } from './spoken-of.ts';
import { turnOfPhrase } from './turn-of-phrase.ts';

/** What a verb says in its clause. */
export interface Meaning {
  readonly type: RelationType;
  /** How it was read: the frame, or the composition. */
  readonly rule: string;
  readonly weight: number;
  /** Class where it is not the relation's own. */
  readonly plover?: PloverClass;
  /** Prepositions whose object is the first candidate for the target. */
  readonly prep?: ReadonlySet<string>;
  /** Begun, ended, cancelled: set by composition only. */
  readonly cancelled?: boolean;
  readonly demanded?: boolean;
}

/** Everything about a clause that frames ask for, read once. */
export interface ClauseWords {
  readonly objects: readonly number[];
  readonly objectWords: ReadonlySet<string>;
  readonly subjectWords: ReadonlySet<string>;
  readonly prepositions: readonly number[];
  readonly prepositionWords: ReadonlySet<string>;
  /** Prepositions that hang on the objects, where the parser may put those of the verb. */
  readonly objectPrepositions: ReadonlySet<string>;
  /** "Cut short": what is shortened has taken place. */
  readonly cutShort: boolean;
}

/** Publishing something is no act between actors, whatever the verb means otherwise ("released a statement"). */
const PUBLISHED =
  /^(statement|video|document|figure|photo|footage|transcript|data|film|album|detail|note|study|survey|book|tape|report|image|result|name)$/;

/** What makes of a thing published an act against somebody. */
const PUBLISHED_AGAINST = /^(warning|critical|scathing|damning|withering|blistering|scornful)$/;

/** What is called for a day, and called by nobody's name. */
const CALLED = /^(meeting|election|strike|vote|referendum|session|conference|summit|poll|halt|rally|protest)$/;

/** Who is called together. */
const CONVENED = /^(parliament|assembly|cabinet|council|congress|senate|government)$/;

/** "Summoned an emergency session", "summoned parliament": a meeting is called, and nobody is told off. */
const isConvened = (tree: Tree, object: number): boolean =>
  CALLED.test(tree.lemma[object]!) || CONVENED.test(tree.lemma[object]!);

/** "Called off", "called a halt to". */
const OFF_OR_TO: ReadonlySet<string> = new Set(['off', 'to']);

/** What is met without meeting anybody. */
const MATCHED =
  /^(challenge|need|target|goal|deadline|standard|obligation|threat|expectation|quota|requirement|cost|criterion|criteria|fate|resistance|condition|demand|commitment|objective|crisis|burden|expense|bill|payment)$/;

/** "Met with applause", "was met with silence": a reception and no meeting. */
const isMetWith = (tree: Tree, { prepositions }: ClauseWords): boolean =>
  prepositions.some(
    (preposition) =>
      /^(with|by)$/.test(tree.lower[preposition]!) &&
      objectsOfPreposition(tree, preposition).some((noun) => RECEPTION.test(tree.lemma[noun]!)),
  );

const RECEPTION =
  /^(applause|approval|success|acclaim|enthusiasm|indifference|silence|disaster|failure|disbelief|laughter|cheer|boo|skepticism|scepticism|suspicion|derision|dismay|outrage|relief|surprise|reaction|response|protest|anger|praise|criticism|condemnation|opposition|resistance|violence|hostility|tear|bullet|gunfire)$/;

/** Looking over one's own affairs is no inquiry ("reviewing their cooperation with"). */
const isOwnMatter = (tree: Tree, object: number): boolean =>
  kids(tree, object, 'poss').some((child) => /^(its|their|his|her|our)$/.test(tree.lower[child]!));

/** "A plane carrying medicine", "a ship loaded with grain": what it brings says what its arrival is. */
const cargoOf = (tree: Tree, carrier: number): number[] => [
  ...kids(tree, carrier, 'acl', 'relcl')
    .filter((clause) => /^(carry|bring|load|transport|fill|lade|haul)$/.test(tree.lemma[clause]!))
    .flatMap((clause) => [...kids(tree, clause, 'dobj'), ...nounsAfter(tree, clause, ['with'])]),
  ...nounsAfter(tree, carrier, ['with']),
];

const clauseWordsOf = (scene: Scene, verb: number): ClauseWords => {
  const { tree } = scene;
  const objects = objectsOf(tree, verb);
  const objectWords = new Set<string>();
  for (const object of objects) {
    for (const word of wordsOfPhrase(tree, object)) objectWords.add(word);
    const named = scene.named.get(object);
    if (named && scene.cast.entities[named.entity]!.kind === 'person') objectWords.add('person');
    if (named && scene.cast.entities[named.entity]!.role === 'IGO') objectWords.add('IGO');
    for (const child of kids(tree, object, 'amod')) objectWords.add(tree.lemma[child]!).add(tree.lower[child]!);
  }
  // "took two officers hostage": whatever the parser makes of the word
  for (const child of tree.children[verb]!)
    if (/^(hostage|captive|prisoner)$/.test(tree.lower[child]!)) objectWords.add(tree.lower[child]!);
  for (const child of kids(tree, verb, 'ccomp', 'oprd', 'acomp', 'xcomp'))
    if (posOf(tree, child) === 'ADJ' || tree.tokens[child]!.dep === 'oprd') objectWords.add(tree.lemma[child]!);
  const subjectWords = new Set<string>();
  for (const subject of subjectsOf(scene, verb))
    for (const noun of [subject, ...cargoOf(tree, subject)])
      for (const word of wordsOfPhrase(tree, noun)) subjectWords.add(word);
  const prepositions = prepositionsOf(tree, verb).filter((preposition) => {
    if (tree.tokens[preposition]!.dep !== 'prep') return true;
    const nouns = objectsOfPreposition(tree, preposition);
    return nouns.length === 0 || nouns.some((noun) => !isTimeWord(tree.lower[noun]!));
  });
  return {
    objects,
    objectWords,
    subjectWords,
    prepositions,
    cutShort: tree.children[verb]!.some((child) => tree.lower[child] === 'short'),
    objectPrepositions: new Set(
      objects.flatMap((object) => prepositionsOfNoun(tree, object)).map((preposition) => tree.lower[preposition]!),
    ),
    prepositionWords: new Set(prepositions.map((preposition) => tree.lower[preposition]!)),
  };
};

const overlaps = (wanted: ReadonlySet<string>, found: ReadonlySet<string>): boolean => {
  for (const word of wanted) if (found.has(word)) return true;
  return false;
};

const matches = (tree: Tree, frame: VerbFrame, clause: ClauseWords): boolean => {
  if (frame.when === 'object' && clause.objects.length === 0) return false;
  if (frame.when === 'no object' && clause.objects.length > 0) return false;
  if (frame.subject && !overlaps(frame.subject, clause.subjectWords)) return false;
  if (
    frame.prep &&
    !overlaps(frame.prep, clause.prepositionWords) &&
    !(frame.object && overlaps(frame.prep, clause.objectPrepositions))
  )
    return false;
  if (!frame.object || overlaps(frame.object, clause.objectWords)) return true;
  const behind = clause.objects.flatMap((object) => kids(tree, object, 'prep'));
  return [...clause.prepositions, ...behind].some(
    (preposition) =>
      frame.prep?.has(tree.lower[preposition]!) &&
      objectsOfPreposition(tree, preposition).some(
        (noun) =>
          overlaps(frame.object!, wordsOfPhrase(tree, noun)) ||
          kids(tree, noun, 'amod').some((child) => frame.object!.has(tree.lemma[child]!)),
      ),
  );
};

/** Verbs that can say anything at all; the others are not looked into. */
const SAYING_VERBS: ReadonlySet<string> = new Set([
  ...FRAMES.keys(),
  ...WORDS.begin,
  ...WORDS.end,
  ...WORDS.demand,
  'seek',
  'propose',
  'term',
  'dub',
  'deem',
  'consider',
  'regard',
  'portray',
  'depict',
  'characterize',
  'characterise',
]);

/** "Ordered the ambassador to leave", "declared the attache persona non grata". */
const isSentAway = (scene: Scene, verb: number, clause: ClauseWords): boolean => {
  const { tree } = scene;
  const lemma = tree.lemma[verb]!;
  if (/^(declare|name|label)$/.test(lemma))
    return kids(tree, verb, 'ccomp', 'oprd', 'dobj', 'xcomp').some((child) => /^personae?$/.test(tree.lower[child]!));
  if (!/^(order|tell|ask|instruct)$/.test(lemma)) return false;
  const away = kids(tree, verb, 'xcomp', 'ccomp', 'advcl').filter((child) =>
    /^(leave|depart|go|quit)$/.test(tree.lemma[child]!),
  );
  const subjects = away.flatMap((child) => kids(tree, child, 'nsubj'));
  if (away.length === 0) return false;
  if (overlaps(DIPLOMATS, clause.objectWords)) return subjects.every((subject) => posOf(tree, subject) === 'PRON');
  return lemma === 'order' && [...clause.objects, ...subjects].some((token) => isForeignBody(scene, token));
};

/** A body of no state, a company or a paper, which is ordered out as envoys are. */
const isForeignBody = ({ cast }: Scene, token: number): boolean => {
  const [entity] = cast.actorsOf(token, { shallow: true });
  const { kind, country, role } = entity === undefined ? {} : cast.entities[entity]!;
  return kind === 'organization' && (/^(IGO|NGO)$/.test(country ?? '') || /^(media|business)$/.test(role ?? ''));
};

const DIPLOMATS: ReadonlySet<string> = new Set([
  'ambassador',
  'diplomat',
  'envoy',
  'attache',
  'consul',
  'representative',
]);

/** "Gave Horak 24 hours to leave", "gave them three days": persons, and no state. */
const isSomeone = ({ tree, named, cast }: Scene, token: number): boolean =>
  tree.lower[token] === 'them' ||
  isPersonal(tree, token) ||
  cast.entities[named.get(token)?.entity ?? -1]?.kind === 'person';

/** "Gave the attaché 48 hours to leave", "gave Paris a month to pull back". */
const isUltimatum = (tree: Tree, verb: number, { objects }: ClauseWords): boolean => {
  const times = [
    ...objects.flatMap((object) => [object, ...kids(tree, object, 'appos')]),
    ...kids(tree, verb, 'npadvmod'),
  ].filter((noun) => /^(hour|day|week|month)$/.test(tree.lemma[noun]!));
  return (
    times.length > 0 &&
    [verb, ...times, ...objects]
      .flatMap((head) => kids(tree, head, 'xcomp', 'advcl', 'acl', 'relcl'))
      .some((child) => tagOf(tree, child) === 'VB')
  );
};

/** A head of state or government named by the office alone, of whom nothing is asked. */
const isOneInOffice = (tree: Tree, host: number): boolean =>
  /^(president|premier|minister|chancellor|king|queen|emir|sultan|monarch|prince|pope|secretary|speaker|governor|chairman|chairperson|chairwoman|adviser|advisor|commissioner|mayor)$/.test(
    tree.lower[host]!,
  ) &&
  /^NNP?$/.test(tagOf(tree, host)) &&
  kids(tree, host, 'acl', 'relcl').length === 0;

/** "Called on the president in Lusaka", "called on him to discuss trade": a visit; with an infinitive of what the other is to do, a demand. */
const isCourtesyCall = ({ tree }: Scene, verb: number, clause: ClauseWords): boolean => {
  const hosts = clause.prepositions
    .filter((preposition) => /^(on|upon)$/.test(tree.lower[preposition]!))
    .flatMap((preposition) => objectsOfPreposition(tree, preposition));
  if (hosts.length === 0 || clause.objects.length > 0) return false;
  const infinitives = kids(tree, verb, 'advcl', 'xcomp', 'ccomp');
  if (infinitives.some((child) => isPurposeOfCall(tree, child))) return true;
  return (
    infinitives.length === 0 &&
    !clause.prepositionWords.has('for') &&
    hosts.some((host) => isPersonal(tree, host) || isOneInOffice(tree, host))
  );
};

const SHOT: ReadonlySet<string> = new Set(['shell', 'rocket', 'missile', 'bomb', 'mortar', 'projectile']);
const VEHICLES: ReadonlySet<string> = new Set([
  'plane',
  'aircraft',
  'jet',
  'flight',
  'ship',
  'vessel',
  'boat',
  'tanker',
  'helicopter',
  'truck',
  'drone',
  'balloon',
]);

const PLAIN = 1e-9;

/** The meaning of a verb with what stands beside it, by the frames of the ontology and by composition. */
export const classify = (scene: Scene, verb: number): Meaning | undefined =>
  once(scene, 'meaning', verb, () => readMeaning(scene, verb));

const readMeaning = (scene: Scene, verb: number): Meaning | undefined => {
  const { tree } = scene;
  const lemma = tree.lemma[verb]!;
  if (!SAYING_VERBS.has(lemma)) return undefined;
  const clause = clauseWordsOf(scene, verb);
  const judgement = judgementOfVerb(tree, verb, clause);
  if (judgement !== undefined) return judgement ?? undefined;
  if (lemma === 'call') {
    if (
      !overlaps(OFF_OR_TO, clause.prepositionWords) &&
      clause.objects.some((object) => CALLED.test(tree.lemma[object]!))
    )
      return undefined;
    if (isCourtesyCall(scene, verb, clause))
      return { type: 'MET_WITH', rule: 'call on', weight: 2, prep: new Set(['on', 'upon']) };
  }
  if (lemma === 'summon' && clause.objects.some((object) => isConvened(tree, object))) return undefined;
  if (lemma === 'come' && clause.prepositionWords.has('for') && clause.prepositionWords.has('in')) return undefined;
  if (lemma === 'meet' && isMetWith(tree, clause)) return undefined;
  if (lemma === 'meet' && clause.objects.some((object) => MATCHED.test(tree.lemma[object]!)))
    return FRAMES.get(lemma)?.some(({ object }) => object && overlaps(object, clause.objectWords))
      ? { type: 'YIELDED_TO', rule: 'verb and object', weight: 3 }
      : undefined;
  if (lemma === 'give' && isUltimatum(tree, verb, clause))
    return overlaps(DIPLOMATS, clause.objectWords) ||
      kids(tree, verb, 'dative').some((one) => DIPLOMATS.has(tree.lemma[one]!) || isSomeone(scene, one))
      ? { type: 'EXPELLED_DIPLOMATS_OF', rule: 'given days to leave', weight: 3 }
      : { type: 'THREATENED', rule: 'given days to act', weight: 3 };
  if (lemma === 'let' && clause.prepositionWords.has('down')) return undefined; // whoever lets people down allows nothing
  if (takesNoAct(tree, verb, clause)) return undefined;
  const turn = turnOfPhrase(tree, verb, clause);
  if (turn) return turn;
  if (isSentAway(scene, verb, clause)) return { type: 'EXPELLED_DIPLOMATS_OF', rule: 'told to leave', weight: 3 };
  if (/^(release|publish|issue)$/.test(lemma) && clause.objects.some((object) => PUBLISHED.test(tree.lemma[object]!)))
    if (![...clause.objectWords].some((word) => PUBLISHED_AGAINST.test(word))) return undefined;
  if (lemma === 'speak' && isSpokenOf(tree, clause)) return spokenOf(tree, verb, clause);
  const demanded = composeDemand(tree, lemma, clause) ?? composeRefusal(tree, lemma, clause);
  if (demanded) return demanded;
  let best: Meaning | undefined;
  if (!(lemma === 'call' && clause.prepositionWords.has('off') && !clause.objectWords.has('sanction')))
    for (const frame of FRAMES.get(lemma) ?? []) {
      if (!matches(tree, frame, clause) || (best && frame.weight <= best.weight)) continue;
      best = {
        type: frame.type,
        rule: frame.object ? 'verb and object' : frame.prep ? 'verb and preposition' : 'verb',
        weight: frame.weight || PLAIN,
        ...(frame.prep && { prep: frame.prep }),
        ...(frame.plover && { plover: frame.plover }),
      };
    }
  // "shells landed in a village", "a plane arrived in": no visit
  if (best?.type === 'VISITED' && overlaps(SHOT, clause.subjectWords)) best = { ...best, type: 'ATTACKED' };
  if (best?.type === 'VISITED' && overlaps(VEHICLES, clause.subjectWords)) best = undefined;
  if (best?.type === 'INVESTIGATES' && clause.objects.some((object) => isOwnMatter(tree, object))) return undefined;
  if (best && best.weight >= 3) return best;
  return composeEnd(tree, lemma, clause) ?? composeBegin(tree, lemma, clause, best?.weight === PLAIN) ?? best;
};
