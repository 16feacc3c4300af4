import type { Meant } from '../cast.ts';
import { isOfOneCountry } from './context.ts';
import { countedOf } from './counted.ts';
import { addEntity, type Draft } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import { internationalCourtAt } from './international-courts.ts';
import { isState, modifiersOf, namedAt, stateIn } from './named.ts';
import type { Origins } from './origins.ts';
import { canBeOf } from './peoples.ts';
import { IN } from './prepositions.ts';
import type { Antecedents } from './resolve.ts';
import { type RolePhrase, roleOfPhrase } from './role-of-phrase.ts';
import { groupName, isMetonym, roleLemma } from './role-words.ts';
import { isNoun, kids, objectsOf } from './tree.ts';

/** What tells one office from another of the same name. */
const OFFICE_WORD =
  /^(prime|foreign|finance|interior|defen[cs]e|justice|vice|deputy|health|trade|oil|energy|education)$/i;

/** Singular officials, who may be a person that the article names elsewhere. */
const OFFICIAL: ReadonlySet<string> = new Set(
  'president premier minister chancellor king queen prince emir sultan secretary leader chief dictator strongman ruler general ambassador envoy spokesman spokeswoman governor mayor speaker commander chairman director head prosecutor judge senator'.split(
    ' ',
  ),
);

/** A movement called after what it believes: where its people are, it is another. */
const CREED = /^\p{L}+ists$/u;

/** Groups that a country and a word for a role name together: "Israeli military officials", "rebels in eastern Congo". */
export interface Groups {
  /** The group that a noun phrase means. */
  of(token: number): Meant | undefined;
  /** The group of a country that a word for a role means there: "a former minister" in Zambia. */
  inCountry(token: number, iso3: string): number | undefined;
  /** A group of no country of its own, in a country: "Islamic State in Syria" is not the one in Afghanistan. */
  placed(token: number, entity: number): number | undefined;
  /** The namesake in another country of a movement known in one: "Indian Maoists" are not Nepal's. */
  namesake(token: number, entity: number): number | undefined;
  /** A state's own group of a role; its government, said with one word, is the state itself. */
  ofState(token: number, phrase: RolePhrase, iso3: string): number | undefined;
}

export const createGroups = (draft: Draft, origins: Origins, antecedents: () => Antecedents): Groups => {
  const { tree } = draft;
  const { tokens } = tree;
  const groups = new Map<number, Meant | undefined>();

  /** One office as it is written: "prime minister", "government". */
  const phraseOfOffice = (token: number): string =>
    [...kids(tree, token, 'compound', 'amod').filter((at) => OFFICE_WORD.test(tokens[at]!.text)), token]
      .map((at) => tokens[at]!.text.toLowerCase())
      .join(' ');

  const groupEntity = (token: number, phrase: RolePhrase, iso3: string): number => {
    const words = gazetteer().countries.get(iso3);
    if (!words) return stateIn(draft, iso3) ?? addEntity(draft, { name: iso3, kind: 'organization', country: iso3 });
    const head = tokens[token]!;
    const named = modifiersOf(tree, token).filter(
      (at) =>
        !namedAt(draft, at) && /^(compound|amod)$/.test(tokens[at]!.dep) && /^\p{Lu}/u.test(tokens[at]!.text) && at > 0,
    );
    const capital = /^\p{Lu}/u.test(head.text) && !head.sentenceStart;
    const ministry = phrase.lemma === 'ministry' || phrase.lemma === 'department' || phrase.lemma === 'agency';
    if (ministry || (capital && named.length > 0)) {
      const inner = modifiersOf(tree, token)
        .filter(
          (at) =>
            !namedAt(draft, at) &&
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

  /** A group of no country of its own, in a country: "Islamic State in Syria" is not the one in Afghanistan. */
  const placed = (token: number, entity: number): number | undefined => {
    const base = draft.entities[entity]!;
    const next = tokens[token + 1];
    const adjoining = next?.dep === 'prep' && IN.has(next.text.toLowerCase()) ? kids(tree, token + 1, 'pobj') : [];
    for (const object of [...objectsOf(tree, token, IN).map((each) => each.object), ...adjoining]) {
      const there = namedAt(draft, object);
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

  const namesake = (token: number, entity: number): number | undefined => {
    const base = draft.entities[entity]!;
    if (base.kind !== 'organization' || !isState(base.country) || !/^(rebels|opposition)$/.test(base.role ?? ''))
      return undefined;
    for (const at of kids(tree, token, 'amod', 'compound', 'poss', 'nmod')) {
      const named = namedAt(draft, at);
      const country = named && !named.weak ? draft.entities[named.entity]! : undefined;
      const words =
        country?.kind === 'country' &&
        country.country !== base.country &&
        gazetteer().countries.get(country.country ?? '');
      if (words)
        return addEntity(draft, {
          name: `${words.adjective} ${base.name}`,
          kind: 'organization',
          country: words.iso3,
          role: base.role!,
        });
    }
    return CREED.test(base.name) ? placed(token, entity) : undefined;
  };

  /** The country of "an Australian-born … militant", where nothing stronger gives one. */
  const weakCountry = (token: number): string | undefined => {
    for (const at of modifiersOf(tree, token)) {
      const named = namedAt(draft, at);
      const country = named?.weak ? draft.entities[named.entity]!.country : undefined;
      if (isState(country)) return country;
    }
    return undefined;
  };

  const ofState = (token: number, phrase: RolePhrase, iso3: string): number | undefined =>
    phrase.role === 'government' && isMetonym(phrase.lemma) ? stateIn(draft, iso3) : groupEntity(token, phrase, iso3);

  const of = (token: number): Meant | undefined => {
    if (groups.has(token)) return groups.get(token);
    groups.set(token, undefined);
    const head = tokens[token]!;
    if (head.dep === 'compound' && draft.headed[head.head] !== -1) return undefined;
    if (!isNoun(head) && !(head.pos === 'ADJ' && /^(dobj|nsubj|pobj|nsubjpass)$/.test(head.dep))) return undefined;
    const phrase = roleOfPhrase(draft, token);
    if (!phrase) return undefined;
    const origin = origins.of(token);
    if (!origin) return undefined;
    const court =
      origin.via === 'modifier' || !isState(draft.entities[origin.entity]!.country)
        ? undefined
        : internationalCourtAt(draft, token, phrase);
    const base = draft.entities[origin.entity]!;
    let entity: number | undefined;
    const there = base.kind === 'organization' && !base.country ? placed(token, origin.entity) : undefined;
    const chief =
      base.kind === 'organization' && base.country && OFFICIAL.has(roleLemma(head)!) && !/S$/.test(head.tag)
        ? antecedents().holder(token, base.country, origin.entity)
        : undefined;
    const bornIn = base.kind === 'organization' && !base.country ? weakCountry(token) : undefined;
    if (court !== undefined) entity = court;
    else if (there !== undefined) entity = there;
    else if (bornIn !== undefined) entity = groupEntity(token, phrase, bornIn);
    else if (chief !== undefined) entity = chief;
    else if (base.kind === 'organization' && !base.id.startsWith('country:') && phrase.role !== 'civilians')
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
      else entity = ofState(token, phrase, state);
    }
    if (entity === undefined) return undefined;
    const found: Meant = { entity, token, via: 'group', weak: origin.weak && origin.via === 'modifier' };
    groups.set(token, found);
    return found;
  };

  const inCountry = (token: number, iso3: string): number | undefined => {
    const counted = countedOf(tree, token);
    if (!isNoun(tokens[counted]!) || !isState(iso3) || !isOfOneCountry(tree, counted) || !canBeOf(tree, counted, iso3))
      return undefined;
    const phrase = roleOfPhrase(draft, counted);
    if (!phrase) return undefined;
    const official = OFFICIAL.has(phrase.lemma) && !/S$/.test(tokens[counted]!.tag);
    const holder = official ? antecedents().holder(counted, iso3) : undefined;
    return holder ?? groupEntity(counted, phrase, iso3);
  };

  return { of, inCountry, placed, namesake, ofState };
};
