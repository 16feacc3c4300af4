import { countryId } from '../../../graph-schema/ids.ts';
import type { Role } from '../../../graph-schema/kinds.ts';
import type { Meant, Via } from '../cast.ts';
import { SENDS } from '../lexicon/sending-verb.ts';
import { isBehind } from './backers.ts';
import { isOfOneCountry } from './context.ts';
import { countedOf } from './counted.ts';
import { addEntity, addKnown, addMention, type Draft } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import { groupName, isMetonym, roleLemma, roleOfWord } from './role-words.ts';
import { coreOf, isNoun, kids, objectsOf } from './tree.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const OF = set('of');
const OF_OR_FROM = set('of from');
const BY = set('by from');
const IN = set('in at near inside within across throughout outside around from');
const OTHER = set(
  'in to at on for with against between into within inside near throughout across toward towards over among including around outside',
);
/** Prepositions whose object says where a group belongs; "ambassador to Kyiv" is not of Kyiv. */
const ORIGIN: readonly ReadonlySet<string>[] = [
  set('of'),
  set('for from'),
  set('in at near inside within across throughout outside around on'),
];

/** What tells one office from another of the same name. */
const OFFICE_WORD =
  /^(prime|foreign|finance|interior|defen[cs]e|justice|vice|deputy|health|trade|oil|energy|education)$/i;

/** What makes men gunmen. */
const ARMED = /^(armed|masked|hooded)$/i;

/** Whoever brokers or backs a thing, or whom it fights, is not whose it is. */
const STANDS_BEHIND =
  /^(broker|mediate|arbitrate|back|support|sponsor|host|arrange|facilitate|guarantee|monitor|fight|battle|combat|oppose|resist|besiege|confront|target|accuse|suspect|convict|charge|finance|fund|train|arm|equip|supply|seize|build|own)$/;

/** Whoever has them in hand is not who they are. */
const HOLDS =
  /^(hold|detain|jail|imprison|capture|arrest|expel|deport|kidnap|abduct|rescue|free|release|kill|sentence|wound|injure)$/;

/** Singular officials, who may be a person that the article names elsewhere. */
export const OFFICIAL = set(
  'president premier minister chancellor king queen prince emir sultan secretary leader chief dictator strongman ruler general ambassador envoy spokesman spokeswoman governor mayor speaker commander chairman director head prosecutor judge senator',
);

/** Makes the search for the actor of a noun phrase, over a cast whose names are known. */
export interface Resolver {
  search(token: number, options?: { shallow?: boolean }): Meant | undefined;
  /** The country that stands beside a head: its left modifiers, possessor, apposition, or "of". */
  countryBeside(start: number, head: number): string | undefined;
  all(token: number, options: { conjuncts?: boolean; context?: boolean; shallow?: boolean }): readonly Meant[];
  /** The group of a country that a word for a role means there: "a former minister" in Zambia. */
  groupIn(token: number, iso3: string): number | undefined;
}

export interface Antecedents {
  /** Whom a pronoun or a nominal without a name of its own means. */
  of(token: number): Meant | undefined;
  /** Two, for "the two leaders", "both countries", "each other". */
  pairOf(token: number): readonly Meant[] | undefined;
  /** The two sides that the text up to a token brings together most, some left out. */
  sidesBefore(token: number, except: readonly number[], least?: number): readonly number[];
  /** The other of two that the text up to a token brings together most, where one of them is an entity's state. */
  partnerOf(token: number, entity: number): number | undefined;
  /** A person of the article (or of the tables at its date) who holds this office of this country. */
  holder(token: number, country: string, body?: number): number | undefined;
  /** The country that the article as a whole speaks of. */
  context(token: number): string | undefined;
}

export const createResolver = (draft: Draft, antecedents: () => Antecedents): Resolver => {
  const { tree } = draft;
  const { tokens } = tree;
  const memo = new Map<number, Meant | undefined>();
  const groups = new Map<number, Meant | undefined>();
  const busy = new Set<number>();

  const country = (iso3: string): number | undefined => {
    const known = gazetteer().byId.get(countryId(iso3));
    return known && addKnown(draft, known);
  };

  const own = (token: number): Meant | undefined => {
    const headed = draft.headed[token]!;
    const index = headed !== -1 ? headed : draft.at[token]!;
    const mention = draft.mentions[index];
    if (!mention) return undefined;
    const via: Via = mention.how === 'pronoun' ? 'pronoun' : mention.how === 'nominal' ? 'nominal' : 'name';
    return { entity: mention.entity, token, via, weak: mention.weak };
  };

  /** First named token among those given: one that acts before one that only qualifies. */
  const firstNamed = (among: readonly number[], via: Via): Meant | undefined => {
    let weak: Meant | undefined;
    for (const token of among) {
      const found = own(token);
      if (!found || found.via === 'pronoun') continue;
      if (!found.weak) return { ...found, via };
      if (isBehind(tokens, draft.mentions[draft.at[token]!]?.end ?? token + 1)) continue;
      weak ??= { ...found, via };
    }
    return weak;
  };

  const modifiersOf = (token: number): readonly number[] => coreOf(tree, token).filter((at) => at !== token);

  /** Role of a phrase: the head's, or that of a modifier where the head says only that somebody leads or speaks. */
  const roleOfPhrase = (token: number): { role: Role; lemma: string; at: number } | undefined => {
    const role = roleOfWord(tokens[token]!);
    if (!role) return undefined;
    const lemma = roleLemma(tokens[token]!)!;
    if (lemma === 'bomber' && kids(tree, token, 'compound').some((at) => /^suicide$/i.test(tokens[at]!.text)))
      return { role: 'rebels', lemma: 'suicide-bomber', at: token };
    if (
      /^(man|assailant|attacker)$/.test(lemma) &&
      kids(tree, token, 'amod').some((at) => ARMED.test(tokens[at]!.text))
    )
      return { role: 'rebels', lemma: 'gunman', at: token };
    if (
      role === 'government' ||
      /^(force|forces|fighter|commander|member|activist|group|leader|officer)$/.test(lemma)
    ) {
      for (const at of modifiersOf(token)) {
        if (own(at) || tokens[at]!.dep === 'poss' || /^deputy$/i.test(tokens[at]!.text)) continue;
        const special = roleOfWord(tokens[at]!);
        if (special && (special !== 'government' || role === 'military') && special !== 'civilians')
          return special === 'government'
            ? { role: 'military', lemma: 'force', at }
            : { role: special, lemma: roleLemma(tokens[at]!)!, at };
      }
    }
    return { role, lemma, at: token };
  };

  /** The actor of an object of a preposition, if it has a country; else that of what is in it ("a mine in Peru"). */
  const located = (object: number): Meant | undefined => {
    const found = search(object, { shallow: true });
    if (found && draft.entities[found.entity]!.country) return found;
    for (const { object: inner } of objectsOf(tree, object, IN)) {
      const place = search(inner, { shallow: true });
      if (place && draft.entities[place.entity]!.country) return place;
    }
    return undefined;
  };

  /** A place that follows the phrase at once, though the parser hangs it on the verb: "detained protesters in Yerevan". */
  const following = (token: number): Meant | undefined => {
    let last = token;
    for (const child of tree.children[token]!)
      if (child > last && /^(prep|amod|acl)$/.test(tokens[child]!.dep)) return undefined;
    last++;
    const preposition = tokens[last];
    if (!preposition || !IN.has(preposition.text.toLowerCase()) || preposition.dep !== 'prep') return undefined;
    if (preposition.head !== tokens[token]!.head && preposition.head !== tokens[tokens[token]!.head]!.head)
      return undefined;
    for (const object of kids(tree, last, 'pobj')) {
      const found = search(object, { shallow: true });
      if (found && draft.entities[found.entity]!.country) return { ...found, via: 'preposition', weak: true };
    }
    return undefined;
  };

  /** "Yemen's Houthi rebels" are the Houthis: of a country and a body of that country before a noun, the body. */
  const nearerBody = (token: number, beside: Meant): Meant => {
    const base = draft.entities[beside.entity]!;
    if (base.kind !== 'country') return beside;
    for (const at of modifiersOf(token)) {
      const other = own(at);
      const body = other && !other.weak ? draft.entities[other.entity]! : undefined;
      if (other && body?.kind === 'organization' && body.country === base.country) return { ...other, via: 'modifier' };
    }
    return beside;
  };

  const originOf = (token: number): Meant | undefined => {
    const beside = firstNamed(modifiersOf(token), 'modifier');
    if (beside && !beside.weak) return nearerBody(token, beside);
    for (const child of kids(tree, token, 'appos')) {
      const found = search(child, { shallow: true });
      if (found && draft.entities[found.entity]!.country) return { ...found, via: 'apposition' };
    }
    for (const prepositions of ORIGIN)
      for (const { object } of objectsOf(tree, token, prepositions)) {
        const found = located(object);
        if (found) return { ...found, via: prepositions.has('of') ? 'of' : 'preposition' };
      }
    for (const child of kids(tree, token, 'poss')) {
      const found = search(child, { shallow: true });
      if (found) return { ...found, via: 'possessor' };
    }
    for (const child of tree.children[token]!) {
      if (
        !/^(loyal|based|belonging|aligned|led|allied|close|faithful|controlled|owned|run|operated|governed)$/.test(
          tokens[child]!.text,
        )
      )
        continue;
      for (const { object } of objectsOf(tree, child, undefined)) {
        const found = search(object, { shallow: true });
        if (found) return { ...found, via: 'participle' };
      }
    }
    return following(token);
  };

  /** One office as it is written: "prime minister", "government". */
  const phraseOfOffice = (token: number): string =>
    [...kids(tree, token, 'compound', 'amod').filter((at) => OFFICE_WORD.test(tokens[at]!.text)), token]
      .map((at) => tokens[at]!.text.toLowerCase())
      .join(' ');

  const groupEntity = (token: number, phrase: { role: Role; lemma: string; at: number }, iso3: string): number => {
    const words = gazetteer().countries.get(iso3);
    if (!words) return country(iso3) ?? addEntity(draft, { name: iso3, kind: 'organization', country: iso3 });
    const head = tokens[token]!;
    const named = modifiersOf(token).filter(
      (at) => !own(at) && /^(compound|amod)$/.test(tokens[at]!.dep) && /^\p{Lu}/u.test(tokens[at]!.text) && at > 0,
    );
    const capital = /^\p{Lu}/u.test(head.text) && !head.sentenceStart;
    const ministry = phrase.lemma === 'ministry' || phrase.lemma === 'department' || phrase.lemma === 'agency';
    if (ministry || (capital && named.length > 0)) {
      const inner = modifiersOf(token)
        .filter(
          (at) =>
            !own(at) &&
            /^(compound|amod|nmod)$/.test(tokens[at]!.dep) &&
            !/^(first|new|top|former|other)$/i.test(tokens[at]!.text),
        )
        .map((at) => tokens[at]!.text);
      const text = [...inner, head.text].map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
      return addEntity(draft, {
        name: `${words.adjective} ${text}`,
        kind: 'organization',
        country: iso3,
        role: phrase.role,
      });
    }
    const one = isMetonym(phrase.lemma) && !/S$/.test(head.tag);
    return addEntity(draft, {
      name: `${words.adjective} ${one ? phraseOfOffice(token) : groupName(phrase.lemma)}`,
      kind: 'organization',
      country: iso3,
      role: phrase.role,
    });
  };

  const isState = (iso3: string | undefined): iso3 is string => iso3 !== undefined && gazetteer().countries.has(iso3);

  /** A group of no country of its own, in a country: "Islamic State in Syria" is not the one in Afghanistan. */
  const placed = (token: number, entity: number): number | undefined => {
    const base = draft.entities[entity]!;
    const next = tokens[token + 1];
    const adjoining = next?.dep === 'prep' && IN.has(next.text.toLowerCase()) ? kids(tree, token + 1, 'pobj') : [];
    for (const object of [...objectsOf(tree, token, IN).map((each) => each.object), ...adjoining]) {
      const there = own(object);
      const words = there && gazetteer().countries.get(draft.entities[there.entity]!.country ?? '');
      if (words)
        return addEntity(draft, {
          name: `${base.name} in ${words.name}`,
          kind: 'organization',
          country: words.iso3,
          ...(base.role ? { role: base.role } : {}),
        });
    }
    return undefined;
  };

  /** The country of "an Australian-born … militant", where nothing stronger gives one. */
  const weakCountry = (token: number): string | undefined => {
    for (const at of modifiersOf(token)) {
      const named = own(at);
      const country = named?.weak ? draft.entities[named.entity]!.country : undefined;
      if (isState(country)) return country;
    }
    return undefined;
  };

  const groupOf = (token: number): Meant | undefined => {
    if (groups.has(token)) return groups.get(token);
    groups.set(token, undefined);
    const head = tokens[token]!;
    if (head.dep === 'compound' && draft.headed[head.head] !== -1) return undefined;
    if (!isNoun(head) && !(head.pos === 'ADJ' && /^(dobj|nsubj|pobj|nsubjpass)$/.test(head.dep))) return undefined;
    const phrase = roleOfPhrase(token);
    if (!phrase) return undefined;
    const origin = originOf(token);
    if (!origin) return undefined;
    const base = draft.entities[origin.entity]!;
    let entity: number | undefined;
    const there = base.kind === 'organization' && !base.country ? placed(token, origin.entity) : undefined;
    const chief =
      base.kind === 'organization' && base.country && OFFICIAL.has(roleLemma(head)!) && !/S$/.test(head.tag)
        ? antecedents().holder(token, base.country, origin.entity)
        : undefined;
    const bornIn = base.kind === 'organization' && !base.country ? weakCountry(token) : undefined;
    if (there !== undefined) entity = there;
    else if (bornIn !== undefined) entity = groupEntity(token, phrase, bornIn);
    else if (chief !== undefined) entity = chief;
    else if (base.kind === 'organization' && !isMetonymGroup(base.id) && phrase.role !== 'civilians')
      entity = origin.entity;
    else if (
      base.kind === 'organization' &&
      (base.country === 'IGO' ||
        base.country === 'NGO' ||
        /^(member|staff|employee|worker|supporter)$/.test(phrase.lemma))
    )
      entity = origin.entity;
    else if (base.country && !isState(base.country)) entity = origin.entity;
    else if (isState(base.country)) {
      const state = base.country;
      const official = OFFICIAL.has(roleLemma(head)!) && head.tag !== 'NNS' && head.tag !== 'NNPS';
      const holder = official ? antecedents().holder(token, state) : undefined;
      if (holder !== undefined) entity = holder;
      else if (phrase.role === 'government' && isMetonym(phrase.lemma)) entity = country(state);
      else entity = groupEntity(token, phrase, state);
    }
    if (entity === undefined) return undefined;
    const found: Meant = { entity, token, via: 'group', weak: origin.weak && origin.via === 'modifier' };
    groups.set(token, found);
    return found;
  };

  const isMetonymGroup = (id: string): boolean => id.startsWith('country:');

  const search = (token: number, options: { shallow?: boolean } = {}): Meant | undefined => {
    const key = token * 2 + (options.shallow ? 1 : 0);
    if (memo.has(key)) return memo.get(key);
    if (busy.has(key)) return undefined;
    busy.add(key);
    const found = look(token, options.shallow === true);
    busy.delete(key);
    memo.set(key, found);
    return found;
  };

  /** Who holds an office that one state alone has, or that state. */
  const holderOf = (token: number, iso3: string): number | undefined =>
    antecedents().holder(token, iso3) ?? country(iso3);

  const look = (token: number, shallow: boolean): Meant | undefined => {
    const named = own(token);
    if (named && !named.weak && draft.headed[token] !== -1) {
      const base = draft.entities[named.entity]!;
      const there =
        base.kind === 'organization' && !base.country && base.role === 'rebels'
          ? placed(token, named.entity)
          : undefined;
      return there === undefined ? named : { ...named, entity: there };
    }
    const meantBefore = antecedents().of(token);
    if (meantBefore) return meantBefore;
    if (/^(those|that|one)$/.test(tokens[token]!.text))
      for (const { object } of objectsOf(tree, token, OF)) {
        const found = search(object, { shallow });
        if (found) return { ...found, via: 'of' };
      }
    if (tokens[token]!.pos === 'PRON') return undefined;
    const pontiff = /^(pope|pontiff)$/i.test(tokens[token]!.text) ? holderOf(token, 'VAT') : undefined;
    if (pontiff !== undefined) return { entity: pontiff, token, via: 'group', weak: false };
    const group = groupOf(token);
    if (group && !group.weak) return group;
    if (named && !named.weak) return named;
    const core = firstNamed(coreOf(tree, token), 'modifier');
    if (core && !core.weak) return core;
    for (const child of kids(tree, token, 'appos')) {
      const found = search(child, { shallow: true });
      if (found) return { ...found, via: 'apposition' };
    }
    if (tokens[token]!.dep === 'appos') {
      const found = firstNamed(coreOf(tree, tokens[token]!.head), 'apposition');
      if (found) return found;
    }
    const through = (prepositions: ReadonlySet<string>, via: Via): Meant | undefined => {
      for (const { object } of objectsOf(tree, token, prepositions)) {
        const found = search(object, { shallow });
        if (found) return { ...found, via };
      }
      return undefined;
    };
    let found = through(OF, 'of') ?? (shallow ? undefined : (through(BY, 'by') ?? through(OTHER, 'preposition')));
    if (found) return found;
    if (!shallow) {
      for (const child of kids(tree, token, 'acl')) {
        if (isDoneToIt(token, child)) continue;
        for (const { object } of objectsOf(tree, child, BY)) found ??= search(object);
        if (found) return { ...found, via: 'participle' };
      }
      for (const child of kids(tree, token, 'conj')) {
        found = isNoun(tokens[child]!) ? search(child, { shallow: true }) : undefined;
        if (found) return { ...found, via: 'conjunct' };
      }
    }
    for (const child of kids(tree, token, 'poss')) {
      if (tokens[child]!.pos !== 'PRON') continue;
      found = antecedents().of(child);
      if (found) return { ...found, via: 'possessor' };
    }
    return group ?? core ?? named ?? (shallow ? undefined : (following(token) ?? buried(token)));
  };

  /** "A plan backed by Chad", "fishermen held by Yemen": whoever does it to them is not who they are. */
  const isDoneToIt = (noun: number, clause: number): boolean => {
    const { lemma, tag } = tokens[clause]!;
    return (
      STANDS_BEHIND.test(lemma) || (tag === 'VBN' && !SENDS.test(lemma) && roleOfWord(tokens[noun]!) !== undefined)
    );
  };

  /** Last resort: whoever is named anywhere below, relative clauses and conjuncts apart. */
  const buried = (token: number): Meant | undefined => {
    const below: number[] = [];
    const walk = (at: number, depth: number): void => {
      for (const child of tree.children[at]!) {
        if (/^(relcl|conj|ccomp|parataxis|advcl)$/.test(tokens[child]!.dep)) continue;
        if (
          tokens[child]!.dep === 'acl' &&
          (STANDS_BEHIND.test(tokens[child]!.lemma) || HOLDS.test(tokens[child]!.lemma))
        )
          continue;
        below.push(child);
        if (depth < 8) walk(child, depth + 1);
      }
    };
    walk(token, 0);
    const found = firstNamed(
      below.sort((a, b) => a - b),
      'preposition',
    );
    return found && { ...found, weak: true };
  };

  const groupIn = (token: number, iso3: string): number | undefined => {
    const counted = countedOf(tree, token);
    if (!isNoun(tokens[counted]!) || !isState(iso3) || !isOfOneCountry(tree, counted)) return undefined;
    const phrase = roleOfPhrase(counted);
    if (!phrase) return undefined;
    const official = OFFICIAL.has(phrase.lemma) && !/S$/.test(tokens[counted]!.tag);
    const holder = official ? antecedents().holder(counted, iso3) : undefined;
    return holder ?? groupEntity(counted, phrase, iso3);
  };

  const conjunctsOf = (token: number, depth = 0): readonly number[] =>
    depth > 12 ? [] : kids(tree, token, 'conj').flatMap((child) => [child, ...conjunctsOf(child, depth + 1)]);

  const namesInApposition = (token: number): readonly Meant[] =>
    kids(tree, token, 'appos')
      .filter((child) => tokens[child]!.pos === 'PROPN')
      .flatMap((child) => [child, ...conjunctsOf(child)])
      .flatMap((child) => search(child, { shallow: true }) ?? [])
      .filter((meant) => draft.entities[meant.entity]!.kind === 'person')
      .map((meant) => ({ ...meant, via: 'apposition' as const }));

  /** ", A and B" at once behind a phrase that speaks of two: they are meant. */
  const personsBehind = (last: number): readonly Meant[] => {
    if (tokens[last + 1]?.text !== ',') return [];
    let at = last + 2;
    while (at < last + 7 && tokens[at] && draft.headed[at] === -1 && draft.at[at] !== -1) at++;
    return draft.headed[at] === -1 ? [] : peopleAmong([at, ...conjunctsOf(at)]);
  };

  const peopleAmong = (among: readonly number[]): readonly Meant[] =>
    among.flatMap((at) => {
      const mention = draft.mentions[draft.headed[at] ?? -1];
      return mention && draft.entities[mention.entity]!.kind === 'person'
        ? [{ entity: mention.entity, token: at, via: 'apposition' as const, weak: false }]
        : [];
    });

  /** "The foreign ministers of both countries", "envoys from the two Koreas": those named behind, else whom the two states have in the office. */
  const officersOfPair = (token: number): readonly Meant[] => {
    if (!/S$/.test(tokens[token]!.tag) || !roleOfWord(tokens[token]!)) return [];
    for (const { object } of objectsOf(tree, token, OF_OR_FROM)) {
      const pair = antecedents().pairOf(object);
      if (pair?.length !== 2) continue;
      const named = personsBehind(object);
      return named.length === 2 ? named : pair.map((meant) => ({ ...meant, token, via: 'of' as const }));
    }
    return [];
  };

  const all = (
    token: number,
    options: { conjuncts?: boolean; context?: boolean; shallow?: boolean },
  ): readonly Meant[] => {
    const pair = antecedents().pairOf(token);
    if (pair?.length) return pair;
    const officers = officersOfPair(token);
    if (officers.length) return officers;
    const first = search(token, options.shallow ? { shallow: true } : {});
    const found: Meant[] = first ? [first] : [];
    const counted = countedOf(tree, token);
    if (
      !first &&
      options.context !== false &&
      !options.shallow &&
      roleOfWord(tokens[counted]!) &&
      isNoun(tokens[counted]!)
    ) {
      const iso3 = antecedents().context(counted);
      const phrase = roleOfPhrase(counted);
      if (iso3 && phrase && isState(iso3)) {
        const entity =
          phrase.role === 'government' && isMetonym(phrase.lemma) ? country(iso3) : groupEntity(counted, phrase, iso3);
        if (entity !== undefined) found.push({ entity, token, via: 'context', weak: true });
      }
    }
    if (options.conjuncts) {
      const more = (meant: Meant | undefined): void => {
        if (meant && !found.some((other) => other.entity === meant.entity)) found.push(meant);
      };
      // "the foreign ministers of both countries, Kono and Kang": the names are meant
      const names = /S$/.test(tokens[token]!.tag)
        ? [token, ...objectsOf(tree, token, OF).map((each) => each.object)].flatMap(namesInApposition)
        : [];
      if (names.length > 1) return names;
      // "the junta and the main opposition parties": who is joined to somebody of a state, and says no other, is of it too
      const base = first && draft.entities[first.entity]!;
      const state = base && base.kind !== 'country' && isState(base.country) ? base.country : undefined;
      for (const child of conjunctsOf(token)) {
        const joined = search(child, { shallow: true });
        const local = joined || !state ? undefined : groupIn(child, state);
        more(local === undefined ? joined : { entity: local, token: child, via: 'conjunct', weak: false });
      }
      // "leaders of France and Germany", "Russian and Turkish officials", "Presidents A of X and B of Y"
      for (const { object } of objectsOf(tree, token, set('of between from')))
        for (const each of conjunctsOf(object).length > 0 ? [object, ...conjunctsOf(object)] : [])
          if (first?.via === 'of' || first?.via === 'group') more(search(each, { shallow: true }));
      // "deliveries to Poland and Finland": who is joined to the one that the phrase was found to mean
      if (first?.via === 'preposition' && first.token !== token)
        for (const each of conjunctsOf(first.token)) more(search(each, { shallow: true }));
      for (const modifier of kids(tree, token, 'amod', 'nmod', 'compound', 'poss'))
        for (const each of conjunctsOf(modifier)) {
          const named = own(each);
          if (named && !named.weak) more({ ...named, via: 'modifier' });
        }
    }
    return found;
  };

  const countryBeside = (start: number, head: number): string | undefined => {
    const of = (meant: Meant | undefined): string | undefined =>
      meant ? draft.entities[meant.entity]!.country : undefined;
    const core = coreOf(tree, head).filter((at) => at < start || draft.at[at] !== -1);
    for (const at of core) {
      const mention = draft.mentions[draft.at[at]!];
      if (mention && !mention.weak && mention.head !== head) {
        const iso3 = draft.entities[mention.entity]!.country;
        if (iso3) return iso3;
      }
    }
    // the parser sometimes hangs the adjective elsewhere: "Turkey President …", "U.S. Senator …"
    const before = draft.mentions[draft.at[start - 1] ?? -1];
    if (before && !before.weak && draft.entities[before.entity]!.kind !== 'person') {
      const iso3 = draft.entities[before.entity]!.country;
      if (iso3 && !/^(,|and|or)$/.test(tokens[start - 1]!.text)) return iso3;
    }
    for (const child of kids(tree, head, 'appos')) {
      const iso3 = of(firstNamed(coreOf(tree, child), 'modifier'));
      if (iso3) return iso3;
      for (const { object } of objectsOf(tree, child, set('of for'))) {
        const inner = of(firstNamed(coreOf(tree, object), 'of'));
        if (inner) return inner;
      }
    }
    if (tokens[head]!.dep === 'appos') {
      const up = tokens[head]!.head;
      if (roleOfWord(tokens[up]!)) {
        const iso3 = of(firstNamed(coreOf(tree, up), 'apposition'));
        if (iso3) return iso3;
        for (const { object } of objectsOf(tree, up, set('of for'))) {
          const inner = of(firstNamed(coreOf(tree, object), 'of'));
          if (inner) return inner;
        }
      }
    }
    for (const { object } of objectsOf(tree, head, OF)) {
      const iso3 = of(firstNamed(coreOf(tree, object), 'of'));
      if (iso3) return iso3;
    }
    return behindComma(head);
  };

  /** The country in "…, a Croatian-born tycoon" by the order of words alone, for where the parser hangs it elsewhere. */
  const behindComma = (head: number): string | undefined => {
    if (tokens[head + 1]?.text !== ',') return undefined;
    let country: string | undefined;
    for (let at = head + 2; at < Math.min(tokens.length, head + 12); at++) {
      const token = tokens[at]!;
      if (/^(VERB|AUX|SCONJ)$/.test(token.pos) && token.tag !== 'VBN' && token.tag !== 'VBG') return undefined;
      if (/^[,.;:]$/.test(token.text) || (token.pos === 'ADP' && token.text !== 'of') || token.pos === 'CCONJ')
        return undefined;
      const named = own(at);
      if (named) {
        if (draft.entities[named.entity]!.kind === 'person') return undefined;
        country ??= draft.entities[named.entity]!.country;
      } else if (country && token.pos === 'NOUN' && roleOfWord(token) && tokens[at + 1]?.pos !== 'NOUN') return country;
      else if (at === head + 2 && !/^(DET|PRON|ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) return undefined;
    }
    return undefined;
  };

  return { search, countryBeside, all, groupIn };
};

/** Give each group that a phrase names its mention, so that the entity lists where it stands. */
export const mentionGroup = (draft: Draft, token: number, entity: number): void => {
  if (draft.headed[token] !== -1) return;
  const core = coreOf(draft.tree, token).filter(
    (at) => !/^(det|punct|predet)$/.test(draft.tree.tokens[at]!.dep) || at === token,
  );
  const start = core[0] ?? token;
  addMention(draft, { entity, start, end: token + 1, head: token, how: 'nominal', weak: false });
};
