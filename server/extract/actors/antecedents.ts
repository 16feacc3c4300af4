import { countryId } from '../../../graph-schema/ids.ts';
import type { Meant } from '../cast.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import type { Draft } from './draft.ts';
import { addKnown } from './draft.ts';
import { createDyads } from './dyads.ts';
import { gazetteer } from './gazetteer.ts';
import { createKoreas } from './koreas.ts';
import { createLists } from './lists.ts';
import type { OfficeTable } from './offices.ts';
import type { Antecedents, Resolver } from './resolve.ts';
import { severalBefore } from './several-before.ts';
import { stateOf as stateOfEntity } from './state-of.ts';
import { coreOf, firstConjunct, isNoun, kids, objectsOf } from './tree.ts';

/** How many sentences back a pronoun reaches, and a nominal. */
const PRONOUN_REACH = 3;
const NOMINAL_REACH = 12;
/** Most tokens that are looked back over, whatever the sentences. */
const WINDOW = 500;
/** In how many sentences two must stand together to be the two of a quarrel. */
const TWICE = 2;
/** How many sentences a pair stays the one that "both sides" means. */
const PAIR_REACH = 25;

const HE = /^(he|she|him|his|her|hers|himself|herself)$/i;
const THEY = /^(they|them|their|theirs|themselves)$/i;
const IT = /^(it|its|itself)$/i;
const WE = /^(we|us|our|ours|ourselves)$/i;
const I = /^(i|me|my|mine|myself)$/i;
/** Pronouns by whose subject the next pronoun goes on speaking of the same. */
const PERSONAL = /^(he|she|they|it)$/i;
const RELATIVE = /^(who|which|that|whom|whose)$/i;
const PAIRED =
  /^(leaders?|sides?|countries|nations|presidents|ministers|parties|partners|governments|states|diplomats|neighbou?rs|powers|superpowers|allies|foes|rivals|enemies|capitals|officials|men|statesmen|delegations|armies|militaries|koreas|premiers|chancellors|envoys|groups|republics|kingdoms|factions|camps|generals|adversaries|belligerents)$/i;
/** Those of whom there are two unless more is said: "the sides". */
const OPPOSED = /^(sides|parties|neighbou?rs|rivals|foes|adversaries|belligerents|antagonists)$/i;
/** One of two, where "each" stands before it. */
const ONE_OF_PAIR =
  /^(side|country|nation|party|government|capital|state|camp|faction|army|neighbou?r|leader|president|minister)$/i;
const MAY_BE_SEVERAL =
  /s$|^(both|each|other|another|they|them|their|theirs|themselves|men|foe|ally|pair|duo|two|three|four|five|six|seven|eight|side|country|nation|party|government|capital|state|camp|faction|army|neighbou?r|leader|president|minister)$/i;
const PERSONS =
  /^(leaders?|president|minister|presidents|ministers|diplomats|men|statesmen|premiers|chancellors|envoys|officials)$/i;
const KINGDOMS = new Set([
  'SAU',
  'JOR',
  'BHR',
  'MAR',
  'THA',
  'GBR',
  'ESP',
  'NOR',
  'SWE',
  'DNK',
  'NLD',
  'BEL',
  'KHM',
  'BTN',
  'SWZ',
  'LSO',
  'TON',
  'NPL',
]);

/** Nominals that stand for something named before, and what it must be. */
const STANDS_FOR: readonly (readonly [
  RegExp,
  (entity: { name: string; kind: string; country?: string; role?: string }) => boolean,
])[] = [
  [/^kingdom$/, (entity) => entity.kind === 'country' && KINGDOMS.has(entity.country ?? '')],
  [/^(country|nation|republic|island)$/, (entity) => entity.kind === 'country'],
  [/^union$/, (entity) => entity.country === 'IGO' && /\bunion$/i.test(entity.name)],
  [/^(alliance|bloc)$/, (entity) => entity.kind === 'organization' && entity.country === 'IGO'],
  [
    /^(court|tribunal)$/,
    (entity) =>
      entity.kind === 'organization' &&
      (entity.country === 'IGO' || entity.role === 'judiciary') &&
      /\b(court|tribunal|council)\b/i.test(entity.name) &&
      !/\b(security|national)\b/i.test(entity.name),
  ],
  [
    /^(organization|organisation|agency|body|watchdog|council|commission|lender)$/,
    (entity) => entity.kind === 'organization' && /^(IGO|NGO)$/.test(entity.country ?? ''),
  ],
  [
    /^(group|movement|militants?|rebels?|insurgents?|guerrillas?|faction|militia)$/,
    (entity) => entity.kind === 'organization' && /^(rebels|opposition)$/.test(entity.role ?? ''),
  ],
  [
    /^(company|firm|carrier|airline|bank|automaker|conglomerate|giant)$/,
    (entity) => entity.kind === 'organization' && entity.role === 'business',
  ],
  [/^(newspaper|broadcaster|channel|paper)$/, (entity) => entity.kind === 'organization' && entity.role === 'media'],
];

const OFFICE_OR_STAND_IN =
  /^(kingdom|country|nation|republic|island|alliance|bloc|union|organization|organisation|agency|body|watchdog|council|court|commission|lender|tribunal|group|movement|militants?|rebels?|insurgents?|guerrillas?|faction|militia|company|firm|carrier|airline|bank|automaker|conglomerate|giant|newspaper|broadcaster|channel|paper|latter|former|counterpart|homeland|government|administration|side|neighbou?r|rival|foe|adversary|antagonist|enemy)$/;

/** What somebody is to one other of the story. */
const NEXT_DOOR = /^(neighbou?r|rival|foe|adversary|antagonist|enemy)$/;

const PERSON_NOMINAL =
  /^(president|premier|minister|chancellor|king|queen|prince|emir|secretary|general|ambassador|envoy|dictator|strongman|leader|diplomat|chief|pope|pontiff|senator|governor|mayor|billionaire|republican|democrat)$/;

/** Verbs of one who stands between others, or judges what they do. */
const BETWEEN_OTHERS =
  /^(host|mediate|broker|facilitate|organize|organise|oversee|monitor|welcome|praise|hail|observe|bring|chair|urge|call|ask|press|warn|help)$/;

/** Who is meant where nobody is named: pronouns, "the president", "the two leaders". */
export const createAntecedents = (
  draft: Draft,
  resolver: () => Resolver,
  offices: OfficeTable,
  context: (token: number) => string | undefined,
): Antecedents => {
  const { tree } = draft;
  const { tokens, sentence, sentenceStarts } = tree;
  const koreas = createKoreas(draft);

  const isSubject = (token: number): boolean => {
    let at = token;
    for (let guard = 0; guard < 4 && tokens[at]!.dep === 'conj'; guard++) at = tokens[at]!.head;
    return /^(nsubj|nsubjpass|agent)$/.test(tokens[at]!.dep) || tokens[at]!.dep === 'ROOT';
  };

  interface Candidate {
    readonly meant: Meant;
    readonly token: number;
    readonly subject: boolean;
  }

  /** Actors named before a token, nearest first, within a number of sentences. */
  const before = (token: number, reach: number): readonly Candidate[] => {
    const first = sentenceStarts[Math.max(0, sentence[token]! - reach)] ?? 0;
    const found: Candidate[] = [];
    for (let at = token - 1; at >= Math.max(first, token - WINDOW); at--) {
      const index = draft.headed[at]!;
      const mention = draft.mentions[index];
      const subject = isSubject(at);
      if (mention) {
        found.push({
          meant: { entity: mention.entity, token: at, via: 'pronoun', weak: mention.weak },
          token: at,
          subject,
        });
      } else if (subject && (isNoun(tokens[at]!) || PERSONAL.test(tokens[at]!.text))) {
        const meant = resolver().search(at);
        if (meant) found.push({ meant: { ...meant, via: 'pronoun' }, token: at, subject });
      }
    }
    return found;
  };

  type Test = (candidate: Candidate) => boolean;
  const kindOf = (candidate: Candidate): string => draft.entities[candidate.meant.entity]!.kind;
  const person: Test = (candidate) => kindOf(candidate) === 'person';
  const institution: Test = (candidate) => /^(country|organization)$/.test(kindOf(candidate));
  const many: Test = (candidate) => {
    const tag = tokens[candidate.token]!.tag;
    return institution(candidate) && (/S$/.test(tag) || /s$/.test(tokens[candidate.token]!.text));
  };
  const strong: Test = (candidate) => !candidate.meant.weak;
  /** Whether a candidate is more than the place where something happens. */
  const notWhere: Test = (candidate) => {
    const { dep, head } = tokens[firstConjunct(tree, candidate.token)]!;
    return !(dep === 'pobj' && /^(at|in|near|inside|on)$/i.test(tokens[head]!.text));
  };

  /** Whether a candidate is an argument of the very verb that the pronoun depends on, so that it can't be meant. */
  const clauseMate = (token: number, candidate: Candidate): boolean => {
    if (!/^(dobj|dative|pobj)$/.test(tokens[token]!.dep) || /sel(f|ves)$/i.test(tokens[token]!.text)) return false;
    const named = tokens[candidate.token]!.dep === 'appos' ? tokens[candidate.token]!.head : candidate.token;
    if (
      /^(nsubj|nsubjpass|dobj|pobj|dative|conj)$/.test(tokens[named]!.dep) &&
      verbOf(token) === verbOf(candidate.token)
    )
      return true;
    return subjectsShared(verbOf(token)).includes(firstConjunct(tree, named));
  };
  /** Subjects of a verb, also those that it shares with the verb it is joined to. */
  const subjectsShared = (verb: number): readonly number[] => {
    let at = verb;
    for (let guard = 0; guard < 6; guard++) {
      const own = kids(tree, at, 'nsubj', 'nsubjpass');
      if (own.length || tokens[at]!.dep !== 'conj') return own;
      at = tokens[at]!.head;
    }
    return [];
  };
  const verbOf = (token: number): number => {
    let at = token;
    for (let guard = 0; guard < 6; guard++) {
      const { head, pos } = tokens[at]!;
      if (pos === 'VERB' || pos === 'AUX' || head === at) return at;
      at = head;
    }
    return at;
  };

  const pick = (token: number, reach: number, ...tests: readonly Test[]): Meant | undefined => {
    const candidates = before(token, reach).filter((candidate) => !clauseMate(token, candidate));
    for (const test of tests) {
      const fitting = candidates.filter((candidate) => test(candidate));
      if (!fitting.length) continue;
      // subjects of this and the sentence before are who is spoken of; else the nearest
      const here = sentence[token]!;
      const near = fitting.filter((candidate) => sentence[candidate.token]! >= here - 1);
      const same = near.filter((candidate) => sentence[candidate.token] === here);
      const leading = tokens[token]!.dep === 'nsubj' && tokens[tokens[token]!.head]!.dep === 'ROOT';
      const subject =
        same.find((candidate) => candidate.subject) ??
        (leading || !same.length ? near.find((candidate) => candidate.subject) : undefined);
      return (subject ?? same.find(notWhere) ?? same[0] ?? near.find(notWhere) ?? near[0] ?? fitting[0]!).meant;
    }
    return undefined;
  };

  /** Who is called what the noun says: "Assad, slammed as a butcher who …". */
  const calledSo = (noun: number): Meant | undefined => {
    const as = tokens[noun]!.head;
    if (tokens[as]!.text.toLowerCase() !== 'as') return undefined;
    const verb = tokens[as]!.head;
    const object =
      kids(tree, verb, 'dobj', 'nsubjpass')[0] ?? (tokens[verb]!.dep === 'acl' ? tokens[verb]!.head : undefined);
    let up = verb;
    while (object === undefined && tokens[up]!.dep === 'conj') up = tokens[up]!.head;
    const target = object ?? (tokens[up]!.dep === 'acl' ? tokens[up]!.head : undefined);
    return target === undefined ? undefined : resolver().search(target, { shallow: true });
  };

  const relative = (token: number): Meant | undefined => {
    let verb = tokens[token]!.head;
    for (let guard = 0; guard < 5 && tokens[verb]!.dep !== 'relcl' && tokens[verb]!.head !== verb; guard++)
      verb = tokens[verb]!.head;
    if (tokens[verb]!.dep !== 'relcl') return undefined;
    const noun = tokens[verb]!.head;
    const found = resolver().search(noun) ?? calledSo(noun);
    return found && /^(name|group|nominal|pronoun|modifier|of)$/.test(found.via)
      ? { ...found, via: 'pronoun' }
      : undefined;
  };

  const SAYING =
    /^(say|tell|add|note|warn|insist|declare|state|announce|write|tweet|argue|claim|stress|vow|ask|acknowledge|conclude|explain|respond|reply|remark)$/;
  const speaker = (token: number): Meant | undefined => {
    const here = sentence[token]!;
    const end = sentenceStarts[here + 1] ?? tokens.length;
    for (let at = sentenceStarts[here]!; at < end; at++) {
      if (tokens[at]!.pos !== 'VERB' || !SAYING.test(tokens[at]!.lemma)) continue;
      for (const child of kids(tree, at, 'nsubj')) {
        if (tokens[child]!.text.toLowerCase() === tokens[token]!.text.toLowerCase()) continue;
        const found = resolver().search(child);
        if (found) return found;
      }
    }
    return undefined;
  };

  /** "The spokeswoman said that they back": those for whom she speaks. */
  const sideOfSpeaker = (token: number): Meant | undefined => {
    const { dep, head } = tokens[token]!;
    const found = dep === 'nsubj' && tokens[head]!.dep === 'ccomp' ? speaker(token) : undefined;
    const state = found && stateOf(found.entity);
    return found && state !== undefined ? { ...found, entity: state } : undefined;
  };

  /** "It is time to …", "it was too soon": nobody is meant. */
  const empty = (token: number): boolean => {
    const { dep, head } = tokens[token]!;
    if (dep === 'expl') return true;
    if (dep !== 'nsubj') return false;
    const verb = tokens[head]!.lemma.toLowerCase();
    if (/^(seem|appear|rain|snow|happen)$/.test(verb)) return true;
    if (verb !== 'be') return false;
    return (
      kids(tree, head, 'ccomp', 'xcomp', 'advcl').length > 0 ||
      kids(tree, head, 'attr').some((at) => /^(time|day|hour|case|fact|year)$/.test(tokens[at]!.lemma)) ||
      tree.children[head]!.some((at) => /^(soon|early|late|clear|unclear)$/.test(tokens[at]!.text))
    );
  };

  /** One person of the sentence so far who has no name: "arrested a Danish student and expelled her". */
  const individual = (token: number): Meant | undefined => {
    for (let at = token - 1; at >= sentenceStarts[sentence[token]!]!; at--) {
      const { dep, tag, lemma } = tokens[at]!;
      if (tag !== 'NN' || !/^(dobj|nsubj|nsubjpass|pobj)$/.test(dep) || !WORDS.individual.has(lemma)) continue;
      const found = resolver().search(at);
      if (!found || draft.entities[found.entity]!.kind !== 'organization') continue;
      if (!clauseMate(token, { meant: found, token: at, subject: false })) return found;
    }
    return undefined;
  };

  const pronoun = (token: number): Meant | undefined => {
    const { text } = tokens[token]!;
    const wrap = (meant: Meant | undefined): Meant | undefined => meant && { ...meant, via: 'pronoun', weak: false };
    if (RELATIVE.test(text)) return relative(token);
    if (tokens[token]!.dep === 'poss') {
      const subject = kids(tree, verbOf(token), 'nsubj', 'nsubjpass')[0];
      if (subject !== undefined && RELATIVE.test(tokens[subject]!.text)) {
        const found = of(subject);
        if (found && (HE.test(text) ? draft.entities[found.entity]!.kind === 'person' : true)) return wrap(found);
      }
    }
    if (HE.test(text))
      return wrap(
        pick(token, 0, person) ??
          individual(token) ??
          pick(
            token,
            PRONOUN_REACH,
            person,
            (candidate) => strong(candidate) && candidate.subject && kindOf(candidate) !== 'place',
          ),
      );
    if (THEY.test(text))
      return wrap(
        pick(
          token,
          PRONOUN_REACH,
          (c) => many(c) && strong(c),
          (c) => institution(c) && strong(c) && c.subject,
        ) ?? sideOfSpeaker(token),
      );
    if (IT.test(text)) {
      if (empty(token)) return undefined;
      return wrap(
        pick(
          token,
          PRONOUN_REACH,
          (c) => institution(c) && strong(c) && !/^(NNS|NNPS)$/.test(tokens[c.token]!.tag),
          (c) => institution(c) && strong(c),
        ),
      );
    }
    if (I.test(text)) return wrap(speaker(token));
    if (WE.test(text)) {
      const found = speaker(token);
      const state = found && stateOf(found.entity);
      return found && state !== undefined ? { ...found, entity: state, via: 'pronoun', weak: true } : undefined;
    }
    return undefined;
  };

  const stateOf = (entity: number): number | undefined => stateOfEntity(draft, entity);

  const definite = (token: number): boolean =>
    kids(tree, token, 'det').some((child) => /^(the|this|that)$/i.test(tokens[child]!.text));

  const nominal = (token: number): Meant | undefined => {
    const { tag, lemma, dep } = tokens[token]!;
    if (!isNoun(tokens[token]!) || dep === 'compound' || pairOf(token)?.length) return undefined;
    const half = koreas.half(token);
    if (half) return half;
    const word = lemma.toLowerCase();
    if (!OFFICE_OR_STAND_IN.test(word) && !PERSON_NOMINAL.test(word)) return undefined;
    const his = kids(tree, token, 'poss').find((child) => tokens[child]!.pos === 'PRON');
    if (his !== undefined && /^(country|nation|homeland|government|administration|side|kingdom)$/.test(word)) {
      const owner = of(his);
      const state = owner && stateOf(owner.entity);
      return state === undefined ? undefined : { entity: state, token, via: 'nominal', weak: false };
    }
    if (/^(latter|former)$/.test(word)) return ofTwo(token, word);
    if (word === 'counterpart') return counterpart(token, his);
    if (NEXT_DOOR.test(word) && his !== undefined && tag === 'NN') return otherSide(token, his);
    if (!definite(token) || coreOf(tree, token).some((at) => draft.at[at] !== -1)) return undefined;
    if (kids(tree, token, 'prep').some((child) => tokens[child]!.text === 'of') && !/^(group|country)$/.test(word))
      return undefined;
    if (PERSON_NOMINAL.test(word) && tag === 'NN') {
      if (kids(tree, token, 'appos', 'prep', 'relcl').length) return undefined;
      const title = offices.titleOf(token);
      const bearer = before(token, NOMINAL_REACH).find(
        (candidate) => person(candidate) && offices.bears(candidate.meant.entity, title, word),
      );
      return bearer && { ...bearer.meant, token, via: 'nominal', weak: false };
    }
    const rule = STANDS_FOR.find(([pattern]) => pattern.test(word));
    if (!rule || (tag === 'NNP' && word !== 'union')) return undefined;
    if (kids(tree, token, 'relcl', 'acl').length && word !== 'country') return undefined;
    const modifiers = coreOf(tree, token).filter(
      (at) => /^(amod|compound|nummod)$/.test(tokens[at]!.dep) && /^\p{Lu}|\d/u.test(tokens[at]!.text),
    );
    if (modifiers.length) return undefined;
    const fits = (candidate: Candidate): boolean => rule[1](draft.entities[candidate.meant.entity]!);
    const found = pick(token, word === 'country' ? 4 : NOMINAL_REACH, (c) => fits(c) && !c.meant.weak, fits);
    return found && { ...found, token, via: 'nominal', weak: false };
  };

  /** "Threatened his neighbor": the other of the two that the text brings together, one of them being the owner's. */
  const otherSide = (token: number, his: number): Meant | undefined => {
    const owner = of(his);
    const state = owner && (stateOf(owner.entity) ?? owner.entity);
    if (owner && draft.entities[owner.entity]!.kind === 'person' && !/^neighb/i.test(tokens[token]!.text))
      return undefined;
    if (state === undefined || coreOf(tree, token).some((at) => at !== his && draft.at[at] !== -1)) return undefined;
    const other = dyadBefore(token, () => true, state)?.find((meant) => meant.entity !== state);
    return other && { ...other, token, via: 'nominal', weak: false };
  };

  /** "The latter", "the former": of the two actors named last, the nearer and the farther. */
  const ofTwo = (token: number, word: string): Meant | undefined => {
    if (!definite(token)) return undefined;
    const named: Meant[] = [];
    for (const { meant } of before(token, 1))
      if (!meant.weak && !named.some(({ entity }) => entity === meant.entity)) named.push(meant);
    const found = word === 'latter' ? named[0] : named[1];
    return found && { ...found, token, via: 'nominal', weak: false };
  };

  const counterpart = (token: number, his: number | undefined): Meant | undefined => {
    const named = kids(tree, token, 'appos')
      .map((child) => draft.mentions[draft.headed[child]!])
      .find((mention) => mention && draft.entities[mention.entity]!.kind === 'person');
    if (named) return { entity: named.entity, token, via: 'apposition', weak: false };
    const nation = coreOf(tree, token)
      .map((at) => draft.mentions[draft.at[at]!])
      .find((mention) => mention && !mention.weak && mention.how !== 'pronoun');
    if (!nation) return undefined;
    const found = draft.entities[nation.entity]!;
    if (found.kind === 'person') return { entity: nation.entity, token, via: 'nominal', weak: false };
    const owner = his === undefined ? undefined : of(his);
    const holder = owner && found.country ? offices.counterpart(owner.entity, found.country) : undefined;
    return { entity: holder ?? nation.entity, token, via: 'nominal', weak: false };
  };

  const known = new Map<number, Meant | undefined>();
  const of = (token: number): Meant | undefined => {
    if (known.has(token)) return known.get(token);
    known.set(token, undefined);
    const found = tokens[token]!.pos === 'PRON' || RELATIVE.test(tokens[token]!.text) ? pronoun(token) : nominal(token);
    known.set(token, found);
    return found;
  };

  const pairs = new Map<number, readonly Meant[] | undefined>();
  const pairOf = (token: number): readonly Meant[] | undefined => {
    if (!MAY_BE_SEVERAL.test(tokens[token]!.text)) return undefined;
    if (pairs.has(token)) return pairs.get(token);
    pairs.set(token, undefined);
    const found = findPair(token);
    pairs.set(token, found);
    return found;
  };

  const lists = createLists(draft, resolver, (entity) => stateOf(entity));
  const findPair = (token: number): readonly Meant[] | undefined => {
    const { text, lemma } = tokens[token]!;
    const list = lists.of(token) ?? koreas.both(token);
    if (list) return list;
    if (
      /^both$/i.test(text) &&
      objectsOf(tree, token, undefined).some(({ object }) => /^whom$/i.test(tokens[object]!.text))
    )
      return lastTwo(before(token, 0));
    if (THEY.test(text)) {
      const before = tokens[tokens[token]!.head]!;
      if (tokens[token]!.dep === 'pobj' && /^(between|among)$/i.test(before.text))
        return choosePair(token, false, institution);
      let verb = verbOf(token);
      for (let step = 0; step < 3; step++) {
        const subject = kids(tree, verb, 'nsubj', 'nsubjpass').find((child) => child < token);
        const several = subject === undefined || subject === token ? undefined : pairOf(subject);
        if (several && several.length > 1) return several;
        verb = verbOf(tokens[verb]!.head);
      }
      return severalBefore(tree, token, (object) => resolver().all(object, { conjuncts: true, context: false }));
    }
    const each = /^(other|another)$/i.test(text) && /^(each|one)$/i.test(tokens[token - 1]?.text ?? '');
    const two =
      tree.children[token]!.some((child) => /^(two|both)$/i.test(tokens[child]!.text)) ||
      (OPPOSED.test(text) && definite(token) && tree.children[token]!.every((child) => tokens[child]!.dep === 'det'));
    const bare =
      /^both$/i.test(text) &&
      (tokens[token]!.pos !== 'DET' || /^(dobj|pobj)$/.test(tokens[token]!.dep)) &&
      objectsOf(tree, token, undefined).every(({ object }) => THEY.test(tokens[object]!.text)) &&
      tokens[token]!.dep !== 'preconj' &&
      tokens[token]!.dep !== 'cc';
    const called = isPairItself(token);
    const every =
      (/^each$/i.test(text) && tokens[token]!.dep === 'nsubj' && kids(tree, token, 'prep').length === 0) ||
      (ONE_OF_PAIR.test(text) &&
        kids(tree, token, 'det').some((child) => /^(each|neither)$/i.test(tokens[child]!.text)));
    if (!each && !bare && !called && !every && !(two && PAIRED.test(text))) return undefined;
    if (/^koreas$/i.test(text))
      return ['KOR', 'PRK'].map((iso3) => ({
        entity: addKnown(draft, gazetteer().byId.get(countryId(iso3))!),
        token,
        via: 'nominal',
        weak: false,
      }));
    if (coreOf(tree, token).some((at) => draft.at[at] !== -1)) return undefined;
    const persons = (PERSONS.test(text) && lemma !== 'official') || ((called || bare) && personsBefore(token));
    return choosePair(token, each, persons ? person : institution);
  };

  /** "Met A and B, both of whom thanked him": the last two named. */
  const lastTwo = (candidates: readonly Candidate[]): readonly Meant[] | undefined => {
    const [last] = candidates.filter(strong);
    const alike = candidates.filter((one) => strong(one) && last && kindOf(one) === kindOf(last));
    const other = alike.find((one) => one.meant.entity !== last!.meant.entity);
    return last && other && [other.meant, last.meant].map((meant) => ({ ...meant, via: 'nominal' as const }));
  };

  /** "The pair", "the duo", "the two" with nothing behind them. */
  const isPairItself = (token: number): boolean => {
    const { text, dep } = tokens[token]!;
    if (!/^(pair|duo|two)$/i.test(text) || kids(tree, token, 'prep', 'compound', 'amod').length > 0) return false;
    return /^(nsubj|nsubjpass|dobj|pobj)$/.test(dep) && /^the$/i.test(tokens[token - 1]?.text ?? '');
  };

  /** Whether the last two subjects named together were persons. */
  const personsBefore = (token: number): boolean => {
    const nearest = before(token, 2).find((candidate) => strong(candidate) && candidate.subject);
    return nearest !== undefined && person(nearest);
  };

  const choosePair = (token: number, each: boolean, wanted: Test): readonly Meant[] | undefined => {
    const here = sentence[token]!;
    if (each) {
      const subject = kids(tree, verbOf(token), 'nsubj', 'nsubjpass')[0];
      const two = subject === undefined ? undefined : (pairOf(subject) ?? coordinated(subject));
      if (two?.length === 2) return two;
    }
    const barred = each ? new Set<number>() : thirdParties(token);
    const mayBe = (meant: Meant): boolean =>
      ![...barred].some((entity) => entity === meant.entity || sameSide(entity, meant.entity));
    const candidates = before(token, 3).filter((candidate) => strong(candidate) && mayBe(candidate.meant));
    if (barred.size > 0 && wanted !== person) {
      const dyad = dyadBefore(token, mayBe);
      if (dyad) return settle(dyad, here, wanted);
    }
    for (const number of [here, here - 1])
      for (const candidate of candidates) {
        if (sentence[candidate.token] !== number || !wanted(candidate)) continue;
        const both = coordinated(firstConjunct(tree, candidate.token));
        if (both.length === 2 && both.every((meant) => mayBe(meant) && draft.entities[meant.entity]!.kind !== 'place'))
          return settle(
            both.map((meant) => asWanted(meant, wanted)),
            here,
            wanted,
          );
      }
    const last = wanted === person ? lastPersons : lastSides;
    if (last && here - last.sentence <= PAIR_REACH && last.pair.every(mayBe)) return last.pair;
    if (wanted !== person) {
      const dyad = dyadBefore(token, mayBe);
      if (dyad) return settle(dyad, here, wanted);
    }
    const people = candidates.filter((candidate) => person(candidate)).length;
    if (wanted === person && people < 2) {
      const dyad = dyadBefore(token, mayBe, undefined, TWICE);
      if (dyad) return settle(dyad, here, institution);
    }
    const sides = new Map<number, { meant: Meant; score: number }>();
    for (const candidate of candidates) {
      const meant = asWanted(candidate.meant, wanted);
      const { kind } = draft.entities[meant.entity]!;
      if (wanted === person ? kind !== 'person' : !/^(country|organization)$/.test(kind)) continue;
      const weight = (candidate.subject ? 2 : 1) / (1 + here - sentence[candidate.token]!);
      const side = sides.get(meant.entity);
      if (side) side.score += weight;
      else sides.set(meant.entity, { meant: { ...meant, token: candidate.token }, score: weight });
    }
    const ranked = [...sides.values()].sort((a, b) => b.score - a.score || a.meant.token - b.meant.token);
    const first = ranked[0];
    const second = first && ranked.find((side) => side !== first && !sameSide(side.meant.entity, first.meant.entity));
    if (!first || !second) return undefined;
    return settle(
      [first.meant, second.meant].sort((a, b) => a.token - b.token),
      here,
      wanted,
    );
  };

  /** Who acts on a pair is none of it: the subject of "urged both sides", of "had mediated between the two". */
  const thirdParties = (token: number): ReadonlySet<number> => {
    const found = new Set<number>();
    if (isSubject(token)) return found;
    let at = tokens[token]!.head;
    let nested = false;
    for (let guard = 0; guard < 6 && !/^(VERB|AUX)$/.test(tokens[at]!.pos) && tokens[at]!.head !== at; guard++) {
      if (isNoun(tokens[at]!)) nested = true;
      at = tokens[at]!.head;
    }
    if (nested && !BETWEEN_OTHERS.test(tokens[at]!.lemma)) return found;
    while (/^(xcomp|pcomp|prep)$/.test(tokens[at]!.dep) && tokens[at]!.head !== at) at = tokens[at]!.head;
    const add = (noun: number): void => {
      const meant = RELATIVE.test(tokens[noun]!.text) ? undefined : resolver().search(noun);
      if (meant) found.add(meant.entity);
      for (const child of kids(tree, noun, 'conj', 'appos')) add(child);
    };
    for (const subject of subjectsShared(at)) {
      add(subject);
      for (const { object } of objectsOf(tree, subject, new Set(['with', 'alongside']))) add(object);
    }
    for (const { object } of objectsOf(tree, at, new Set(['with', 'alongside', 'by'])))
      if (object !== token) add(object);
    if (tokens[at]!.dep === 'relcl') add(tokens[at]!.head);
    return found;
  };

  const dyadBefore = createDyads(draft, (entity) => stateOf(entity));

  const settle = (pair: readonly Meant[], here: number, wanted: Test): readonly Meant[] => {
    const settled = pair.map((meant) => ({ ...meant, via: 'nominal' as const, weak: false }));
    if (wanted === person) lastPersons = { pair: settled, sentence: here };
    else lastSides = { pair: settled, sentence: here };
    const states = settled.map((meant) => ({ ...meant, entity: stateOf(meant.entity) ?? meant.entity }));
    if (
      wanted === person &&
      states[0]!.entity !== states[1]!.entity &&
      states.every((meant) => draft.entities[meant.entity]!.kind === 'country')
    )
      lastSides = { pair: states, sentence: here };
    return settled;
  };

  /** The persons and the sides last spoken of as two, which "both" goes on to mean. */
  let lastPersons: { readonly pair: readonly Meant[]; readonly sentence: number } | undefined;
  let lastSides: { readonly pair: readonly Meant[]; readonly sentence: number } | undefined;

  /** A side is a state: its leader stands for it, unless persons are asked for. */
  const asWanted = (meant: Meant, wanted: Test): Meant =>
    wanted === person ? meant : { ...meant, entity: stateOf(meant.entity) ?? meant.entity };

  /** Two named together: "A and B", "A … with B" under one verb. */
  const coordinated = (token: number): readonly Meant[] => {
    const found: Meant[] = [];
    const put = (at: number): void => {
      const mention = draft.mentions[draft.headed[at]!];
      if (
        mention &&
        !mention.weak &&
        !found.some((other) => other.entity === mention.entity || sameSide(other.entity, mention.entity))
      )
        found.push({ entity: mention.entity, token: at, via: 'nominal', weak: false });
      for (const child of kids(tree, at, 'conj')) put(child);
    };
    put(token);
    if (found.length < 2 && isSubject(token)) {
      const verb = verbOf(token);
      const nouns = [verb, ...kids(tree, verb, 'dobj')];
      for (const noun of nouns)
        for (const { object } of objectsOf(tree, noun, new Set(['with', 'alongside']))) put(object);
      if (found.length < 2 && /^(meet|accuse|attack|telephone|phone|call|host|fight|visit)$/.test(tokens[verb]!.lemma))
        for (const object of kids(tree, verb, 'dobj')) put(object);
    }
    return found.length === 2 ? found : [];
  };

  const sameSide = (a: number, b: number): boolean => {
    const [first, second] = [draft.entities[a]!, draft.entities[b]!];
    return first.country !== undefined && first.country === second.country;
  };

  const { holder } = offices;

  const sidesBefore = (token: number, except: readonly number[], least = 1): readonly number[] =>
    dyadBefore(
      token,
      (meant) => !except.some((entity) => entity === meant.entity || sameSide(entity, meant.entity)),
      undefined,
      least,
    )?.map((meant) => meant.entity) ?? [];

  const partnerOf = (token: number, entity: number): number | undefined => {
    const state = stateOf(entity) ?? entity;
    return dyadBefore(token, () => true, state, TWICE)?.find((meant) => meant.entity !== state)?.entity;
  };

  return { of, pairOf, sidesBefore, partnerOf, holder, context };
};
