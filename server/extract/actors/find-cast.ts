import type { Entity } from '../../../graph-schema/claim.ts';
import { countryId } from '../../../graph-schema/ids.ts';
import type { Role } from '../../../graph-schema/kinds.ts';
import type { Cast, ReadText } from '../cast.ts';
import { abbreviates, withOwnAbbreviations } from './abbreviations.ts';
import { createAntecedents } from './antecedents.ts';
import { atomText } from './atoms.ts';
import { createBareGroups } from './bare-groups.ts';
import { createContext } from './context.ts';
import { addEntity, addKnown, addMention, type Draft, emptyDraft, textOf } from './draft.ts';
import { createDyads } from './dyads.ts';
import { findNames, type NameHit } from './find-names.ts';
import { gazetteer } from './gazetteer.ts';
import { createOffices, saidOffices } from './offices.ts';
import { officesOfPairs } from './offices-of-pairs.ts';
import { findOrganizations } from './organizations.ts';
import { findPeople } from './people.ts';
import { possessorOf } from './possessors.ts';
import { createResolver, mentionGroup } from './resolve.ts';
import { roleOfWord } from './role-words.ts';
import { settleCountry, settlePeople } from './settle-people.ts';
import { stateOf } from './state-of.ts';
import { createThings } from './things.ts';
import { findTitles } from './titles.ts';
import { coreOf, headOf, isNoun, type Tree, treeOf } from './tree.ts';
import { isPlaceThere } from './whereabouts.ts';

/** Entities for the names of the tables, people apart. */
const placeNames = (draft: Draft, hits: readonly NameHit[]): void => {
  const { tree } = draft;
  const others = countriesOf(hits);
  const congress = stateOfCongress(tree, hits);
  for (const hit of hits) {
    const { use, known } = hit.meaning;
    if (use === 'person') continue;
    const head = headOf(tree, hit.start, hit.end);
    const there = isPlaceThere(tree, head, use);
    const country = gazetteer().byId.get(countryId(known.country ?? ''));
    const seated = use === 'capital' && !there ? unionAt(hits, known.name) : undefined;
    const acts = seated ?? (use === 'capital' && !there && country ? country : known);
    const entity = use === 'organization' ? organization(draft, hit, head, congress, others) : addKnown(draft, acts);
    addMention(draft, {
      entity,
      start: hit.start,
      end: hit.end,
      head,
      how: 'name',
      weak: hit.qualifies || (there && use !== 'organization'),
    });
  }
};

/** "Asked Brussels": in a text that names no Belgium, the seat of the European Union is the Union. */
const unionAt = (hits: readonly NameHit[], place: string) =>
  place === 'Brussels' && !hits.some(({ meaning }) => meaning.known.id === countryId('BEL'))
    ? gazetteer().organizationNamed.get('European Union')
    : undefined;

/** Bodies that many states have: beside another state's name they are that state's ("Peru's Congress"). */
const OF_ANY_STATE = /^(government|legislature|judiciary|police|opposition|military)$/;

/** How often a text names each country otherwise than by a body of state. */
const countriesOf = (hits: readonly NameHit[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { meaning } of hits)
    if (meaning.use !== 'organization' && meaning.known.country)
      counts.set(meaning.known.country, (counts.get(meaning.known.country) ?? 0) + 1);
  return counts;
};

/** Bodies whose name is that of several states' bodies: the tables' one only where the text names its country. */
const SHARED_NAME =
  /^(National Guard|State Council|House of Commons|Labour|Labour Party|Conservative Party|Democratic Alliance|Liberal Democrats|Democratic Party|Legislative Council|Communist Party|Social Democrats|Christian Democrats|PA|NIA|NDS|SPA|DSS|NPC|NPA|MDC|PDP|ANC|PPP|PTI|BNP|NLD|APC|UNP|TMC|PNP|NCB|CBI|NAB|JI|ADF|PAD|CPP|SPD|SNP|DPP|NRC|MIT)$/;

/** States whose legislature goes by the name of that of the United States. */
const HAS_CONGRESS: ReadonlySet<string> = new Set('ARG BOL BRA CHL COL DOM ECU GTM HND MEX PER PHL PRY VEN'.split(' '));

/** The one state with a Congress whose people or places a text names that is silent on the United States. */
const stateOfCongress = (tree: Tree, hits: readonly NameHit[]): string | undefined => {
  const states = new Set<string>();
  for (const { start, end, meaning } of hits) {
    const { country } = meaning.known;
    if (meaning.known.name === 'U.S. Congress') continue;
    if (country === 'USA') return undefined;
    const next = tree.tokens[end]?.text === "'s" || tree.tokens[end]?.text === '’s' ? end + 1 : end;
    const isAtHome =
      meaning.use === 'person' ||
      isPlaceThere(tree, headOf(tree, start, end), meaning.use) ||
      tree.tokens.slice(next, next + 2).some((token) => token.text !== 'Congress' && roleOfWord(token) !== undefined);
    if (country && HAS_CONGRESS.has(country) && isAtHome) states.add(country);
  }
  return states.size === 1 ? [...states][0] : undefined;
};

/** How many times as often as its own country another must be named for a shared name to be that other's. */
const SELDOM = 2;

const organization = (
  draft: Draft,
  hit: NameHit,
  head: number,
  congress: string | undefined,
  others: ReadonlyMap<string, number>,
): number => {
  const { known } = hit.meaning;
  const { tree } = draft;
  if (tree.tokens[hit.start - 1]?.text === '(') {
    const before = draft.mentions[draft.at[hit.start - 2] ?? -1];
    if (before && abbreviates(textOf(tree, before.start, before.end), textOf(tree, hit.start, hit.end)))
      return before.entity;
  }
  const written = textOf(tree, hit.start, hit.end);
  const state = written === 'Congress' ? gazetteer().countries.get(congress ?? '') : undefined;
  if (state)
    return addEntity(draft, {
      name: `${state.adjective} Congress`,
      kind: 'organization',
      country: state.iso3,
      role: 'legislature',
    });
  const most = Math.max(0, ...others.values());
  const aside = (others.get(known.country ?? '') ?? 0) * SELDOM <= most;
  if (known.country && others.size && aside && (hit.meaning.shared || SHARED_NAME.test(written))) {
    const [first, second] = [...others].filter(([iso3]) => gazetteer().countries.has(iso3)).sort((a, b) => b[1] - a[1]);
    const words = first && (!second || first[1] > second[1]) ? gazetteer().countries.get(first[0]) : undefined;
    if (words)
      return addEntity(draft, {
        name: `${words.adjective} ${written}`,
        kind: 'organization',
        country: words.iso3,
        ...(known.role ? { role: known.role } : {}),
      });
  }
  if (!known.role || !OF_ANY_STATE.test(known.role) || !known.country || /^(IGO|NGO)$/.test(known.country))
    return addKnown(draft, known);
  for (const at of coreOf(tree, head)) {
    if (at >= hit.start) break;
    const mention = draft.mentions[draft.at[at]!];
    const beside = mention && !mention.weak ? draft.entities[mention.entity]! : undefined;
    const other = beside?.kind === 'country' && beside.country !== known.country ? beside.country : undefined;
    const words = other ? gazetteer().countries.get(other) : undefined;
    if (words)
      return addEntity(draft, {
        name: `${words.adjective} ${textOf(tree, hit.start, hit.end)}`,
        kind: 'organization',
        country: words.iso3,
        role: known.role,
      });
  }
  return addKnown(draft, known);
};

/** The people, or the army, of a state, as a group. */
const groupOfState = (draft: Draft, iso3: string, word: string, role: Role): number | undefined => {
  const words = gazetteer().countries.get(iso3);
  return words && addEntity(draft, { name: `${words.adjective} ${word}`, kind: 'organization', country: iso3, role });
};

/**
 * Who is who in an article: names of the tables, persons by title and surname, other organisations, groups by role and
 * country, then pronouns and nominals, in the order of the text.
 */
export const castOf = (read: ReadText): Cast => {
  const tree = treeOf(read.parse);
  const draft = emptyDraft(tree);
  const text = atomText(tree.tokens);
  const titles = findTitles(text);
  const hits = withOwnAbbreviations(tree, findNames(tree, text));
  placeNames(draft, hits);
  const resolver = createResolver(draft, () => antecedents);
  const names = createResolver(draft, () => nobody);
  const titled = findPeople(draft, hits, titles, (start, head) => names.countryBeside(start, head));
  findOrganizations(draft, titles, (start, head) => names.countryBeside(start, head));
  const bodyBeside = (start: number, head: number): number | undefined => {
    const found = coreOf(tree, head)
      .filter((at) => at < start || draft.at[at] !== -1)
      .map((at) => draft.mentions[draft.at[at]!])
      .find(
        (mention) => mention && !mention.weak && /^(country|organization)$/.test(draft.entities[mention.entity]!.kind),
      );
    if (found) return found.entity;
    const before = draft.mentions[draft.at[start - 1] ?? -1];
    return before && /^(country|organization)$/.test(draft.entities[before.entity]!.kind)
      ? before.entity
      : possessorOf(draft, head);
  };
  const whereabouts = createContext(draft, read);
  const ofPairs = officesOfPairs(
    draft,
    createDyads(draft, (entity) => stateOf(draft, entity)),
  );
  for (const { person, country } of ofPairs) settleCountry(draft, person, country);
  settlePeople(draft, titled, read.published, (start, head) => names.countryBeside(start, head), whereabouts.near);
  const offices = createOffices(
    draft,
    [...saidOffices(draft, titled, bodyBeside, read.published), ...ofPairs],
    read.published,
  );
  const antecedents = createAntecedents(
    draft,
    () => resolver,
    offices,
    (token) => whereabouts.of(token),
  );

  tree.tokens.forEach((token, index) => {
    if (token.space) return;
    if (token.pos === 'PRON') {
      const meant = antecedents.of(index);
      if (meant)
        addMention(draft, {
          entity: meant.entity,
          start: index,
          end: index + 1,
          head: index,
          how: 'pronoun',
          weak: meant.weak,
        });
    } else if (isNoun(token) && !antecedents.pairOf(index)?.length) {
      const meant = resolver.search(index);
      if (meant && (meant.via === 'group' || (meant.via === 'nominal' && meant.token === index)))
        mentionGroup(draft, index, meant.entity);
    }
  });

  const things = createThings(draft, resolver);
  const background = offices.background();
  return {
    get entities() {
      return draft.entities as readonly Entity[];
    },
    mentions: draft.mentions,
    actorsOf: (token, options = {}) => resolver.all(token, options).map((meant) => meant.entity),
    meant: (token, options = {}) => resolver.all(token, options),
    groupIn: resolver.groupIn,
    bareGroup: createBareGroups(draft),
    peopleOf: (iso3) => groupOfState(draft, iso3, 'people', 'civilians'),
    armyOf: (iso3) => groupOfState(draft, iso3, 'military', 'military'),
    sidesBefore: antecedents.sidesBefore,
    partnerOf: antecedents.partnerOf,
    offices: [...offices.said, ...background],
    countryOf: (entity) => {
      const known = gazetteer().byId.get(countryId(draft.entities[entity]!.country ?? ''));
      return known && addKnown(draft, known);
    },
    thingOf: things,
  };
};

const nobody = {
  of: () => undefined,
  pairOf: () => undefined,
  sidesBefore: () => [],
  partnerOf: () => undefined,
  holder: () => undefined,
  context: () => undefined,
};
