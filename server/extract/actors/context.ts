import type { ReadText } from '../cast.ts';
import { isBehind } from './backers.ts';
import type { Draft } from './draft.ts';
import { isState } from './named.ts';
import { type People, peopleIn, peopleNamed } from './peoples.ts';
import { roleOfPhrase } from './role-of-phrase.ts';
import { roleOfWord } from './role-words.ts';
import { coreOf, kids, objectsOf, type Tree } from './tree.ts';
import { postedAs } from './whereabouts.ts';

/** Share of an article's names that one country must have to be what the article is about. */
const MAIN_SHARE = 0.5;

/** Whether an entity shows that a sentence speaks from within a state: a place in it, its leaders, its bodies. */
const isInside = ({ kind, role }: { readonly kind: string; readonly role?: string }): boolean =>
  kind === 'place' ||
  (/^(person|organization)$/.test(kind) &&
    /^(government|military|police|legislature|judiciary|opposition|rebels)$/.test(role ?? ''));

const PLACING = /^(in|at|near|inside|across|through|throughout|outside|around|within|along)$/i;

/** What an adjective of a country makes a place in it: "in the Mexican city of Culiacan". */
const PLACE_NOUN =
  /^(city|town|village|province|region|state|district|capital|port|area|county|department|island|prefecture|governorate|suburb|coast|north|south|east|west|streets?|squares?)$/i;

/** Words that put a group beyond one country. */
const OF_NO_COUNTRY =
  /^(international|foreign|global|european|western|eastern|arab|rival|muslim|islamic|christian|jewish|african|asian|world|regional|allied|other|overseas|multinational|social|latin|gulf|northern|southern)$/i;

/** What acts only in somebody's hands. */
const INSTRUMENT =
  /^(force|drones?|missiles?|jets?|aircraft|warplanes?|artillery|tanks?|helicopters?|vessels?|ships?|planes?|bus|buses|trucks?|airstrikes?|submarines?|warships?|convoys?|villages?|hospitals?|churches|church|mosques?|radio|television|websites?|embassy|palace|capital|country|countries|nations?|states?|sides?|mission|guards?|defen[cs]e|intelligence|public|press|minority|head)$/i;

/** Whether a word for a role means a thing in somebody's hands. */
export const isInstrument = ({ text }: { readonly text: string }): boolean => INSTRUMENT.test(text);

/** Who is of another state than the official who deals with them. */
const ENVOY = /^(counterparts?|ambassadors?|envoys?|consul|embassy|diplomats?|chargé|charge)$/i;

/** Roles of those with whom an envoy deals where he is posted. */
const HOST = /^(government|legislature|military|judiciary|police)$/;

/** Whether a state is where an envoy is posted: "ambassador to Laos", "high commissioner in Fiji". */
const isPost = (tree: Tree, place: number): boolean => {
  const office = postedAs(tree, place);
  return office !== undefined && /^(ambassador|envoy|commissioner|consul|affaires)$/i.test(office.text);
};

/** Taking the place of somebody at home. */
const SUCCEEDING = /^(topple|overthrow|oust|depose|unseat|succeed|replace|defeat)$/;

/** Parts that are played at home: "in Nairobi, the opposition politician". */
const AT_HOME =
  /^(lawmaker|legislator|senator|mayor|judge|prosecutor|politician|dissident|activist|opposition|lawyer|deputy|publisher)$/i;

/** Roles that only a state gives, so that an article's own country may be taken for granted. */
const OF_A_STATE = /^(government|police|judiciary|legislature|military|opposition|rebels)$/;

/** Whether a phrase that names no country can mean people of one: no instrument in somebody's hands, no "foreign" group. */
export const isOfOneCountry = (tree: Tree, token: number): boolean =>
  !INSTRUMENT.test(tree.tokens[token]!.text) &&
  !coreOf(tree, token).some(
    (at) => OF_NO_COUNTRY.test(tree.tokens[at]!.text) && !isPartOfCountry(tree, token, tree.tokens[at]!.text),
  );

/** What tells one group of a state from another: part of the land, or faith. */
const PART_OR_FAITH = /^(northern|southern|eastern|Muslim|Islamic|Christian)$/;

/** "Northern rebels", "Muslim villagers": armed groups and people at home, unlike "northern states" or "Muslim leaders". */
const isPartOfCountry = (tree: Tree, token: number, word: string): boolean => {
  const role = roleOfWord(tree.tokens[token]!) ?? '';
  return (
    tree.tokens[token]!.text !== word &&
    ((PART_OR_FAITH.test(word) && /^(rebels|opposition|civilians)$/.test(role)) ||
      (/^rival$/i.test(word) && role === 'rebels'))
  );
};

/** Roles that somebody has in one state only: where a sentence names one state, it is that one's. */
const OF_STATE_ALONE = /^(government|police|judiciary|legislature|opposition|military)$/;

/** Roles of those who fight within a state, or for its power. */
const AT_ODDS = /^(rebels|opposition|military)$/;

/** Share of an article's names that the dateline's country needs to be spoken of itself. */
const SUBJECT_SHARE = 0.25;

/** Verbs by which an official deals with another state's. */
const TALKING = /^(speak|talk|meet|call|telephone|phone|ring|confer|negotiate)$/;
const WITH_OR_TO: ReadonlySet<string> = new Set(['with', 'to']);

/** How often the state that an article is about is named, and how much more often than that of the dateline. */
const OFTEN = 4;

/** How many sentences before its own a bare title looks back for its country. */
const FARTHEST = 2;

/** From where an article speaks. */
export interface Whereabouts {
  /** The country in which a word for a role stands that has none beside it. */
  of(token: number): string | undefined;
  /** The country whose officer a bare title names: that of its sentence or of one shortly before, else the article's. */
  near(token: number): string | undefined;
}

/**
 * The country in which a word for a role stands when nothing beside it says so: the one place that its own clause names
 * ("Police detained fifty people in Lyon"); for a body of the state, where its sentence names no other country, that of the
 * dateline, or the one that most names of the article belong to.
 */
export const createContext = (draft: Draft, read: ReadText): Whereabouts => {
  const { tree } = draft;
  const { tokens } = tree;

  /** The first of verbs joined by "and": what stands with it stands for all. */
  const firstOf = (verb: number): number => {
    let at = verb;
    for (let guard = 0; guard < 6 && tokens[at]!.dep === 'conj' && tokens[tokens[at]!.head]!.pos === 'VERB'; guard++)
      at = tokens[at]!.head;
    return at;
  };

  /** The verb whose clause a token stands in. */
  const clauseOf = (token: number): number => {
    let at = token;
    for (let guard = 0; guard < 12; guard++) {
      const { pos, head, dep } = tokens[at]!;
      if (head === at || ((pos === 'VERB' || pos === 'AUX') && !/^(aux|auxpass)$/.test(dep))) return firstOf(at);
      at = head;
    }
    return at;
  };
  const isPlaced = (head: number): boolean => {
    let at = head;
    for (let guard = 0; guard < 6; guard++) {
      const { dep, head: up } = tokens[at]!;
      const above = tokens[up]!;
      if (dep === 'pobj' && above.text === 'of' && PLACE_NOUN.test(tokens[above.head]!.text)) at = above.head;
      else if (/^(conj|appos|compound|nmod|poss)$/.test(dep) || (dep === 'amod' && PLACE_NOUN.test(above.text)))
        at = up;
      else break;
    }
    const preposition = tokens[tokens[at]!.head]!.text;
    // "took to the streets of Tunis"
    const inStreet = /^streets?$/.test(tokens[at]!.text) && /^(to|onto)$/.test(preposition);
    return tokens[at]!.dep === 'pobj' && (PLACING.test(preposition) || inStreet);
  };

  /** "The Mexican city", "the Darfur region", "the state of Zamfara". */
  const qualifiesPlace = (head: number): boolean => {
    const { dep, head: up } = tokens[head]!;
    return PLACE_NOUN.test(tokens[dep === 'pobj' ? tokens[up]!.head : up]!.text);
  };

  /** Whether a name stands in the subject of its clause: what its sentence is about. */
  const isTopic = (head: number): boolean => {
    let at = head;
    for (let guard = 0; guard < 6 && /^(compound|amod|nmod|poss|appos|conj)$/.test(tokens[at]!.dep); guard++)
      at = tokens[at]!.head;
    return /^nsubj/.test(tokens[at]!.dep);
  };

  const places = new Map<number, Set<string>>();
  const named = new Map<number, Set<string>>();
  const topics = new Map<number, Set<string>>();
  const acting = new Map<number, Set<string>>();
  const inside = new Map<number, Set<string>>();
  const posts = new Map<number, Set<string>>();
  const counts = new Map<string, number>();
  const put = (map: Map<number, Set<string>>, key: number, country: string): void => {
    const there = map.get(key);
    if (there) there.add(country);
    else map.set(key, new Set([country]));
  };
  for (const mention of draft.mentions) {
    const { country } = draft.entities[mention.entity]!;
    if (!isState(country)) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    if (!mention.weak || !isBehind(tokens, mention.end)) put(named, tree.sentence[mention.head]!, country);
    if (!mention.weak) put(acting, tree.sentence[mention.head]!, country);
    if (isTopic(mention.head)) put(topics, tree.sentence[mention.head]!, country);
    if (isPost(tree, mention.head)) put(posts, tree.sentence[mention.head]!, country);
    if (isInside(draft.entities[mention.entity]!)) put(inside, tree.sentence[mention.head]!, country);
    if (isPlaced(mention.head) && (mention.weak || qualifiesPlace(mention.head)))
      put(places, clauseOf(mention.head), country);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [main] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const about = main && main[1] > total * MAIN_SHARE && tree.sentenceStarts.length > 1 ? main[0] : undefined;
  const line = isState(read.dateline?.country) ? read.dateline.country : undefined;

  /** Whether the article tells of another state than that from which it was written: a truce of Colombians, told in Havana. */
  const isElsewhere =
    line !== undefined && main !== undefined && main[1] >= OFTEN && (counts.get(line) ?? 0) * OFTEN <= main[1];

  /** The one state whose rebels, opposition or soldiers the text names, where the dateline's has none: an army, told of from next door. */
  const torn = new Set<string>();
  for (const { entity } of draft.mentions) {
    const { country, role, kind } = draft.entities[entity]!;
    if (isState(country) && kind !== 'country' && AT_ODDS.test(role ?? '')) torn.add(country);
  }
  const [tornState] = torn.size === 1 && line !== undefined && !torn.has(line) ? [...torn] : [];

  /** The one state of a sentence, where it is present by its places, leaders and bodies and not as a party of its own. */
  const domestic = (sentence: number, role: string): string | undefined => {
    const all = named.get(sentence);
    const present = OF_STATE_ALONE.test(role) || inside.get(sentence)?.size === 1;
    return all?.size === 1 && present ? [...all][0] : undefined;
  };

  /** States that stand on the other side of the verb: "the junta blamed Mali", "Manila summoned the ambassador". */
  const facing = (token: number): ReadonlySet<string> => {
    const { dep, head } = tokens[token]!;
    const found = new Set<string>();
    const isEnvoy = dep === 'dobj' && ENVOY.test(tokens[token]!.text) && /^(summon|expel)$/.test(tokens[head]!.lemma);
    const across = dep === 'nsubj' ? ['dobj'] : isEnvoy ? ['nsubj'] : [];
    const alone = /^NNP?$/.test(tokens[token]!.tag) && kids(tree, token, 'prep').length === 0;
    const talks = alone && dep === 'nsubj' && TALKING.test(tokens[head]!.lemma);
    const partners = talks ? objectsOf(tree, head, WITH_OR_TO).map(({ object }) => object) : [];
    for (const child of [...(across.length ? kids(tree, head, ...across) : []), ...partners]) {
      const mention = draft.mentions[draft.headed[child]!];
      const entity = mention && draft.entities[mention.entity]!;
      const isOther = isEnvoy || entity?.kind === 'country' || talks;
      if (entity && isState(entity.country) && isOther) found.add(entity.country);
    }
    return found;
  };

  /** "The Danish ambassador to Laos called on the prime minister": an official with whom an envoy deals is of the state where that one is posted. */
  const hostOf = (token: number): string | undefined =>
    ENVOY.test(tokens[token]!.text) || !HOST.test(roleOfWord(tokens[token]!) ?? '')
      ? undefined
      : only(posts.get(tree.sentence[token]!));

  /** The one state, but those, of the nearest sentence before that names any. */
  const spokenBefore = (token: number, except: ReadonlySet<string>): string | undefined => {
    const here = tree.sentence[token]!;
    for (let sentence = here - 1; sentence >= Math.max(0, here - FARTHEST); sentence--) {
      const states = without(named.get(sentence), except);
      if (states?.size) return only(states);
    }
    return undefined;
  };

  const of = (token: number): string | undefined => {
    const people = peopleIn(tree, token);
    const country = ofAny(token);
    if (!people?.homes.size || (country !== undefined && people.homes.has(country))) return country;
    return homeOf(people, token);
  };

  const ofAny = (token: number): string | undefined => {
    if (!isOfOneCountry(tree, token)) return undefined;
    const host = hostOf(token);
    if (host) return host;
    const others = facing(token);
    if (others.size > 0) {
      const before = spokenBefore(token, others) ?? (line !== undefined && !others.has(line) ? line : undefined);
      if (before || ENVOY.test(tokens[token]!.text)) return before;
    }
    return around(token);
  };

  /** Whether a state stands in the subject of a clause whose object is the phrase: it acts on others than its own. */
  const actsOn = (token: number, state: string): boolean =>
    tokens[token]!.dep === 'dobj' &&
    kids(tree, tokens[token]!.head, 'nsubj').some((subject) => {
      const mention = draft.mentions[draft.headed[subject]!];
      return mention !== undefined && draft.entities[mention.entity]!.country === state;
    });

  /** In which of the states where a people lives a text means it: the one that its sentence names, else the article, else the usual one. */
  const homeOf = ({ homes, usual }: People, token: number): string | undefined => {
    const others = facing(token);
    const isHome = (state: string): boolean => homes.has(state) && !others.has(state) && !actsOn(token, state);
    const states = [...(named.get(tree.sentence[token]!) ?? [])];
    const isThemselves = peopleNamed(tokens[token]!.text) !== undefined;
    if (!isThemselves && states.length > 1) return undefined;
    const here = states.filter(isHome);
    if (here.length > 0) return here.length === 1 ? here[0] : undefined;
    const [first, second] = [...counts].filter(([state]) => isHome(state)).sort((a, b) => b[1] - a[1]);
    return first && (!second || first[1] > second[1]) ? first[0] : usual;
  };

  /** "The reporter, whom Belarus had jailed, arrived in Vilnius": one who comes to a place is not of it. */
  const isNewcomer = (token: number): boolean => {
    const { tag, dep, head } = tokens[token]!;
    return (
      tag === 'NN' && /^nsubj/.test(dep) && /^(arrive|land|settle|live|reside|flee|defect)$/.test(tokens[head]!.lemma)
    );
  };

  const around = (token: number): string | undefined => {
    const here = places.get(clauseOf(token));
    if (here?.size === 1 && !isNewcomer(token)) return [...here][0];
    const role = roleOfWord(tokens[token]!) ?? roleOfPhrase(draft, token)?.role ?? '';
    if (here || !OF_A_STATE.test(role)) return undefined;
    const inConflict = AT_ODDS.test(role) ? tornState : undefined;
    const country =
      inConflict ?? (isElsewhere ? main![0] : undefined) ?? line ?? domestic(tree.sentence[token]!, role) ?? about;
    const others = named.get(tree.sentence[token]!);
    return country !== undefined && [...(others ?? [])].every((other) => other === country) ? country : undefined;
  };
  /** Whether the dateline's country is one that the article speaks of, not only where it was written. */
  const lineIsSubject = line !== undefined && (counts.get(line) ?? 0) >= total * SUBJECT_SHARE && total > 0;
  const only = (states: ReadonlySet<string> | undefined): string | undefined =>
    states?.size === 1 ? [...states][0] : undefined;
  /** States whose envoys and counterparts an official of the sentence deals with: none of them is the official's own. */
  const foreignTo = (token: number): ReadonlySet<string> => {
    const here = tree.sentence[token]!;
    const found = new Set<string>();
    for (let at = tree.sentenceStarts[here]!; at < (tree.sentenceStarts[here + 1] ?? tokens.length); at++) {
      if (!ENVOY.test(tokens[at]!.text) || !/^(dobj|pobj)$/.test(tokens[at]!.dep) || coreOf(tree, at).includes(token))
        continue;
      for (const part of coreOf(tree, at)) {
        const mention = draft.mentions[draft.at[part]!];
        const country = mention && mention.how !== 'pronoun' && draft.entities[mention.entity]!.country;
        if (isState(country || undefined)) found.add(country as string);
      }
    }
    return found;
  };
  const without = (
    states: ReadonlySet<string> | undefined,
    foreign: ReadonlySet<string>,
  ): ReadonlySet<string> | undefined => states && new Set([...states].filter((state) => !foreign.has(state)));

  /** "General X toppled President Y": whoever takes the place of another is of the other's state. */
  const successor = (token: number): string | undefined => {
    let at = token;
    for (let guard = 0; guard < 6 && /^(compound|nmod|appos)$/.test(tokens[at]!.dep); guard++) at = tokens[at]!.head;
    if (tokens[at]!.dep !== 'nsubj' || !SUCCEEDING.test(tokens[tokens[at]!.head]!.lemma)) return undefined;
    for (const object of kids(tree, tokens[at]!.head, 'dobj')) {
      const mention = draft.mentions[draft.headed[object]!];
      const country = mention && draft.entities[mention.entity]!.country;
      if (isState(country)) return country;
    }
    return undefined;
  };

  const near = (token: number): string | undefined => {
    const succeeded = successor(token) ?? hostOf(token);
    if (succeeded) return succeeded;
    const there = only(places.get(clauseOf(token)));
    if (there && AT_HOME.test(tokens[token]!.text)) return there;
    const foreign = foreignTo(token);
    const own = (state: string | undefined): string | undefined =>
      state !== undefined && !foreign.has(state) ? state : undefined;
    if (lineIsSubject && own(line)) return line;
    const here = tree.sentence[token]!;
    for (let sentence = here - 1; sentence >= Math.max(0, here - FARTHEST); sentence--) {
      const spoken = without(topics.get(sentence), foreign);
      const state = only(spoken?.size ? spoken : foreign.size ? without(named.get(sentence), foreign) : undefined);
      if (state) return state;
      if (topics.has(sentence)) break;
    }
    return (
      own(line) ?? own(about) ?? only(without(named.get(here), foreign)) ?? only(without(acting.get(here), foreign))
    );
  };
  return { of, near };
};
