import type { Day } from '../../../graph-schema/article.ts';
import { entityId } from '../../../graph-schema/ids.ts';
import type { Role } from '../../../graph-schema/kinds.ts';
import type { Mention } from '../cast.ts';
import { addMention, type Draft } from './draft.ts';
import { nameParts } from './name-parts.ts';
import { bodyAt, type Titled } from './offices.ts';
import { possessorOf } from './possessors.ts';
import { roleOfWord } from './role-words.ts';
import { isTitleWord } from './titles.ts';
import { kids, objectsOf, type Tree } from './tree.ts';

/** Offices that only a state gives, and parts that are played at home: whoever bears one belongs to the state spoken of. */
const STATE_OFFICE =
  /^(president|minister|premier|chancellor|secretary|general|chief|speaker|governor|king|queen|prince|commander|ambassador|colonel|admiral|justice|prosecutor|negotiator|lawmaker|senator|mayor|judge|politician|dissident|activist|opposition|deputy|spokesman|spokeswoman|publisher|lawyer)$/i;

const OF = new Set(['of', 'for']);

/** Mentions of persons, by entity. */
const mentionsOf = (draft: Draft): ReadonlyMap<number, readonly Mention[]> => {
  const found = new Map<number, Mention[]>();
  for (const mention of draft.mentions) {
    if (draft.entities[mention.entity]!.kind !== 'person' || mention.how === 'pronoun') continue;
    const there = found.get(mention.entity);
    if (there) there.push(mention);
    else found.set(mention.entity, [mention]);
  }
  return found;
};

/** Surnames that stand alone and that no other stage saw: those of persons whom the article names in full. */
const joinSurnames = (draft: Draft): void => {
  const { tokens } = draft.tree;
  const bearer = new Map<string, number>();
  draft.entities.forEach((entity, index) => {
    const parts = entity.kind === 'person' ? nameParts(entity.name) : [];
    if (parts.length > 1) bearer.set(parts.at(-1)!, index);
  });
  if (!bearer.size) return;
  tokens.forEach((token, at) => {
    if (draft.at[at] !== -1 || token.pos !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(token.text) || isTitleWord(token.text))
      return;
    const parts = nameParts(token.text);
    const entity = parts.length === 1 ? bearer.get(parts[0]!) : undefined;
    if (entity === undefined) return;
    const neighbour = tokens[at - 1];
    if (neighbour?.pos === 'PROPN' && neighbour.head === at && draft.at[at - 1] === -1 && !isTitleWord(neighbour.text))
      return;
    if (token.dep === 'compound' && tokens[token.head]!.pos === 'PROPN') return;
    addMention(draft, { entity, start: at, end: at + 1, head: at, how: 'name', weak: false });
  });
};

/** The role that a noun gives, or the word before it: an army chief is of the military. */
const roleBeside = (tree: Tree, noun: number): Role | undefined => {
  const own = roleOfWord(tree.tokens[noun]!);
  const before = first(kids(tree, noun, 'compound', 'amod'), (at) => roleOfWord(tree.tokens[at]!));
  return own === 'government' && before ? before : own;
};

/** Nouns that say what a person is: appositions on either side. */
const nounsBeside = (tree: Tree, head: number): readonly number[] => {
  const { dep, head: up } = tree.tokens[head]!;
  return [...kids(tree, head, 'appos'), ...(dep === 'appos' ? [up] : [])].filter(
    (noun) => !/S$/.test(tree.tokens[noun]!.tag),
  );
};

/**
 * What the article says of its persons anywhere is theirs everywhere: role and country from appositions and "of", for
 * officials and those who act at home also from the state spoken of around them; surnames standing alone are joined to them.
 */
export const settlePeople = (
  draft: Draft,
  titled: readonly Titled[],
  published: Day | undefined,
  countryBeside: (start: number, head: number) => string | undefined,
  near: (token: number) => string | undefined,
): void => {
  const { tree } = draft;
  joinSurnames(draft);
  const titleOf = new Map(titled.map(({ person, title }) => [person, title.end - 1]));
  for (const [index, mentions] of mentionsOf(draft)) {
    const entity = draft.entities[index]!;
    const few = mentions.slice(0, 6);
    const nouns = few.flatMap((mention) => nounsBeside(tree, mention.head));
    const role = entity.role ?? first(nouns, (noun) => roleBeside(tree, noun));
    if (role) entity.role = role;
    const body = published ? bodyAt(entity.id, published) : undefined;
    if (body) {
      entity.country = body;
      entity.role = 'IGO';
    }
    if (entity.country) continue;
    const office = [titleOf.get(index), ...nouns].find(
      (at) => at !== undefined && STATE_OFFICE.test(tree.tokens[at]!.text),
    );
    const country =
      first(few, (mention) => countryBeside(mention.start, mention.head)) ??
      first(few, (mention) => sharedOf(draft, mention.head)) ??
      first(nouns, (noun) => ownedBy(draft, noun)) ??
      (office === undefined ? undefined : near(office));
    if (country) settleCountry(draft, index, country);
  }
};

const first = <T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined => {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** "Its envoy": the country or the kind of body that the possessor is of. */
const ownedBy = (draft: Draft, noun: number): string | undefined => {
  const owner = possessorOf(draft, noun);
  return owner === undefined ? undefined : draft.entities[owner]!.country;
};

/** "A and B of the Commission": what is said behind the last holds for the first. */
const sharedOf = (draft: Draft, head: number): string | undefined => {
  const { tree } = draft;
  for (const child of kids(tree, head, 'conj'))
    for (const { object } of objectsOf(tree, child, OF)) {
      const mention = draft.mentions[draft.headed[object]!];
      const country = mention && draft.entities[mention.entity]!.country;
      if (country) return country;
    }
  return undefined;
};

/** Gives a person of no known country one, and the id that goes with it. */
export const settleCountry = (draft: Draft, index: number, country: string): void => {
  const entity = draft.entities[index]!;
  if (entity.country) return;
  entity.country = country;
  if (/^(IGO|NGO)$/.test(country)) entity.role ??= country as 'IGO' | 'NGO';
  const id = entityId('person', entity.name, { country });
  if (draft.byId.has(id)) return;
  draft.byId.delete(entity.id);
  draft.byId.set(id, index);
  entity.id = id;
};
