import type { Role } from '../../../graph-schema/kinds.ts';
import { initialsOf } from './abbreviations.ts';
import { addEntity, addMention, type Draft, textOf } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import { nameParts } from './name-parts.ts';
import { peopleNamed } from './peoples.ts';
import type { TitleHit } from './titles.ts';
import { isAnimal, isSupposed, isTheAmazon, opensPhrase } from './traps.ts';
import { headOf, kids, objectsOf, type Tree } from './tree.ts';

/** What the words of a name say about whose sector it is; the first that fits. */
const ROLE_OF_NAME: readonly (readonly [RegExp, Role])[] = [
  [
    /\b(Ministry|Department|Government|Administration|Agency|Embassy|Presidency|Cabinet|Council of Ministers|Treasury)\b/,
    'government',
  ],
  [/\b(Army|Navy|Air Force|Forces|Military|Brigade|Battalion|Guards?|Command)\b/, 'military'],
  [/\b(Police|Constabulary)\b/, 'police'],
  [/\b(Court|Tribunal|Prosecutor)\b/, 'judiciary'],
  [/\b(Parliament|Assembly|Senate|Congress|House|Legislature|Knesset)\b/, 'legislature'],
  [/\b(Front|Liberation|Mujahideen|Militia|Resistance)\b/, 'rebels'],
  [/\b(Party|Movement|Coalition|Alliance)\b/, 'opposition'],
  [/\b(Times|News|Post|Herald|Tribune|Radio|TV|Television|Gazette|Agency)\b/, 'media'],
  [
    /\b(Bank|Inc\.?|Corp\.?|Corporation|Company|Co\.?|Ltd\.?|Limited|Group|Holdings|Industries|Airlines?|Airways|Motors?|Oil|Energy|Exchange)\b/,
    'business',
  ],
  [/\b(University|College|School|Union|Church|Association|Federation|Club|Team|Institute|Hospital)\b/, 'civilians'],
  [/\b(Foundation|Watch|Relief|Rights|Charity|Society|Network)\b/, 'NGO'],
];

export const roleOfName = (name: string): Role | undefined => ROLE_OF_NAME.find(([pattern]) => pattern.test(name))?.[1];

/** Names of bodies that every state has: nobody's until something says whose. */
const NOBODYS =
  /^(the )?((Federal|Supreme|Constitutional|High|Appeals|District|Presidential|National|Central|Foreign|Interior|Defen[cs]e|State|Upper|Lower|Prime|Royal|Air|Senate|House|Military|Civil|Public|Regional|Provincial|Criminal|Electoral|Appeal) )*(Senate|House|Cabinet|Parliament|Army|Palace|Court|Police|Commission|Council|Congress|Government|Ministry|Finance|Assembly|Tribunal|Navy|Bank|Force|Department|State|Party|Union|University|Centre|Center|Agency|Administration|Authority|Committee|Office|Governor|Minister|President|GMT|EUR|USD|FIR|HEU|CEO|TV|COVID-19|Covid-19|Brexit|Internet|Kyoto)$/;

const STATE_BODY =
  /^(ministry|police|army|military|parliament|government|navy|forces?|courts?|embassy|senate|congress|department|authority|authorities|administration|consulate|troops|cabinet)$/i;

/** Whether what a name stands in apposition to is said of persons only ("former prisoner of conscience …"). */
const isPersonsNoun = ({ tree }: Draft, head: number): boolean => {
  const { dep, head: up } = tree.tokens[head]!;
  const nouns = [...(dep === 'appos' ? [up] : []), ...kids(tree, head, 'appos')];
  return nouns.some(
    (noun) => PERSONS_NOUN.test(tree.tokens[noun]!.lemma.toLowerCase()) && tree.tokens[noun]!.tag === 'NN',
  );
};

const PERSONS_NOUN =
  /^(president|minister|leader|spokesman|spokeswoman|prisoner|journalist|reporter|activist|lawyer|director|envoy|ambassador|governor|mayor|lawmaker|senator|general|commander|judge|professor|analyst|wife|husband|son|daughter|brother|sister|father|mother|cleric|businessman|businesswoman|doctor|actor|actress|singer|writer|chief|premier|chancellor|secretary|official|diplomat|negotiator|dissident|candidate|politician|mp|deputy|prosecutor)$/;

/** The country in which an organisation is said to be ("the Federal High Court in Abuja"). */
const countryOfPlace = (draft: Draft, head: number): string | undefined => {
  for (const { object } of objectsOf(draft.tree, head, new Set(['of', 'in', 'at', 'for']))) {
    const mention = draft.mentions[draft.headed[object]!];
    const country = mention && draft.entities[mention.entity]!.country;
    if (country && draft.entities[mention.entity]!.kind !== 'person') return country;
  }
  return undefined;
};

/** The one organisation of the article whose initials an abbreviation is. */
const fullNameOf = (draft: Draft, short: string): number | undefined => {
  const found = draft.entities.flatMap(({ kind, name }, index) =>
    kind === 'organization' && /\s/.test(name) && initialsOf(name) === short ? [index] : [],
  );
  return found.length === 1 ? found[0] : undefined;
};

/** Whether a name is that of a people alone: "Hutu". */
const isPeople = (tree: Tree, start: number, end: number): boolean =>
  end - start === 1 && peopleNamed(tree.tokens[start]!.text) !== undefined;

/**
 * Organisations that only the model of names sees. A name with a country's word in it ("Pakistan Institute of …") belongs
 * to that country; otherwise what stands beside it tells.
 */
export const findOrganizations = (
  draft: Draft,
  titleHits: ReadonlyMap<number, TitleHit>,
  countryOf: (start: number, head: number) => string | undefined,
): void => {
  const { tree } = draft;
  const { tokens, parse } = tree;
  const surnames = new Set(
    draft.entities.flatMap((entity) => {
      const parts = entity.kind === 'person' ? nameParts(entity.name) : [];
      return parts.length > 1 ? [parts.at(-1)!] : [];
    }),
  );
  const inTitle = new Set<number>();
  for (const { start, end } of titleHits.values())
    if (end - start > 1) for (let at = start; at < end; at++) inTitle.add(at);
  for (const entity of parse.entities) {
    if (entity.label !== 'ORG' || isPeople(tree, entity.start, entity.end)) continue;
    let { start, end } = entity;
    while (start < end && (/^(the|a|an|\W+)$/i.test(tokens[start]!.text) || isSupposed(tree, start))) start++;
    while (end > start && /^['’]s$|^[^\p{L}\p{N}]+$/u.test(tokens[end - 1]!.text)) end--;
    if (start >= end) continue;
    // "the minister of Laos Ana Reis": a state and a person, taken for one body
    if (tokens[start]!.dep === 'pobj' && tokens[end - 1]!.dep === 'appos' && end - start > 1) continue;
    const head = headOf(tree, start, end);
    if (draft.headed[head] !== -1 || tokens[head]!.pos !== 'PROPN') continue;
    let inside: string | undefined;
    let taken = false;
    for (let at = start; at < end; at++) {
      const mention = draft.mentions[draft.at[at]!];
      if (!mention) continue;
      const named = draft.entities[mention.entity]!;
      if (named.kind === 'person' || (named.kind === 'organization' && mention.end === end)) taken = true;
      else inside ??= named.country;
    }
    if (taken || isAnimal(tree, head) || inTitle.has(start) || inTitle.has(end - 1)) continue;
    if (end - start === 1 && surnames.has(nameParts(tokens[start]!.text).join(' '))) continue;
    if (isTheAmazon(tree, start, end)) continue;
    const name = textOf(tree, start, end).replace(/\s+/g, ' ');
    if (end - start === 1 && opensPhrase(tree, start) && !gazetteer().organizationNamed.has(name)) continue;
    if (name.length < 2 || !/\p{Lu}/u.test(name)) continue;
    const short = gazetteer().organizationNamed.get(name);
    if (NOBODYS.test(name) && !inside && !countryOf(start, head)) continue;
    const beside = inside ?? countryOf(start, head);
    // a state's ministry or army is named as groups are: by adjective and office
    if (head === end - 1 && STATE_BODY.test(tokens[head]!.text) && beside && gazetteer().countries.has(beside))
      continue;
    const country = short?.country ?? beside ?? countryOfPlace(draft, head);
    const role = roleOfName(name);
    const person = !role && end - start > 1 && end - start < 5 && isPersonsNoun(draft, head);
    // an abbreviation in brackets behind a long name is that name
    const before = tokens[start - 1]?.text === '(' && start >= 2 ? draft.mentions[draft.at[start - 2]!] : undefined;
    const named = before && draft.entities[before.entity];
    const called = /^\p{Lu}{3,6}$/u.test(name) ? fullNameOf(draft, name) : undefined;
    const index =
      named?.kind === 'organization' && /^[A-Z]/.test(name)
        ? before!.entity
        : called !== undefined
          ? called
          : addEntity(draft, {
              name,
              kind: person ? 'person' : 'organization',
              ...(country ? { country } : {}),
              ...(role ? { role } : {}),
            });
    addMention(draft, { entity: index, start, end, head, how: 'name', weak: false });
  }
};
