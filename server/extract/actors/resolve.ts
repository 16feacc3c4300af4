import type { Meant, Via } from '../cast.ts';
import { isAllegation } from '../lexicon/allegation.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { isBackerOf, isByTheWay, isHolderOf } from './backers.ts';
import { countryBeside } from './beside.ts';
import { addMention, type Draft } from './draft.ts';
import { createGroups } from './groups.ts';
import { memberNamed } from './members.ts';
import { firstNamed, namedAt, stateIn } from './named.ts';
import { ngoAt } from './ngos.ts';
import { createOrigins } from './origins.ts';
import { BY, OF, OTHER } from './prepositions.ts';
import { createRegional } from './regional.ts';
import { roleOfWord } from './role-words.ts';
import { createSeveral } from './several.ts';
import { coreOf, isNoun, kids, objectsOf } from './tree.ts';

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

/** How those speak to forces whom they obey. */
const COMMANDS = /^(order|instruct|command|direct)$/;

export const createResolver = (draft: Draft, antecedents: () => Antecedents): Resolver => {
  const { tree } = draft;
  const { tokens } = tree;
  const memo = new Map<number, Meant | undefined>();
  const busy = new Set<number>();

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

  /** "The opposition politician Ada Obi": a word for one person with a name behind it means who bears the name. */
  const personInApposition = (token: number): Meant | undefined => {
    if (tokens[token]!.tag !== 'NN' || !WORDS.individual.has(tokens[token]!.lemma)) return undefined;
    for (const child of kids(tree, token, 'appos')) {
      const found = namedAt(draft, child);
      if (found && child > token && !found.weak && draft.entities[found.entity]!.kind === 'person')
        return { ...found, via: 'apposition' };
    }
    return undefined;
  };

  /** Who holds an office that one state alone has, or that state. */
  const holderOf = (token: number, iso3: string): number | undefined =>
    antecedents().holder(token, iso3) ?? stateIn(draft, iso3);

  const look = (token: number, shallow: boolean): Meant | undefined => {
    const named = namedAt(draft, token);
    if (named && !named.weak && draft.headed[token] !== -1) {
      const base = draft.entities[named.entity]!;
      const there =
        base.kind === 'organization' && !base.country && base.role === 'rebels'
          ? groups.placed(token, named.entity)
          : groups.namesake(token, named.entity);
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
    const apposed = personInApposition(token);
    if (apposed) return apposed;
    const member = shallow ? undefined : memberNamed(draft, token, search);
    if (member) return member;
    const bloc = regional.of(token) ?? regional.repeated(token, search);
    if (bloc) return bloc;
    const group = groups.of(token);
    if (group && !group.weak) return group;
    if (named && !named.weak) return named;
    const core = firstNamed(draft, coreOf(tree, token), 'modifier');
    if (core && !core.weak) return core;
    for (const child of kids(tree, token, 'appos')) {
      const found = search(child, { shallow: true });
      if (found) return { ...found, via: 'apposition' };
    }
    if (tokens[token]!.dep === 'appos') {
      const found = firstNamed(draft, coreOf(tree, tokens[token]!.head), 'apposition');
      if (found) return found;
    }
    const ngo = ngoAt(draft, token);
    if (ngo) return ngo;
    const through = (prepositions: ReadonlySet<string>, via: Via): Meant | undefined => {
      for (const { object } of objectsOf(tree, token, prepositions)) {
        const found = search(object, { shallow });
        if (found) return { ...found, via };
      }
      return undefined;
    };
    const accused = accusedIn(token);
    if (accused !== undefined) {
      const meant = search(accused, { shallow });
      return meant && { ...meant, via: 'of' };
    }
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
    return (
      group ??
      core ??
      named ??
      underOrders(token) ??
      (shallow ? undefined : (origins.following(token) ?? buried(token)))
    );
  };

  /** "Claims that the minister took money from a bank": of all in what is alleged, it is about the subject. */
  const accusedIn = (token: number): number | undefined => {
    if (!isAllegation(tokens[token]!.lemma)) return undefined;
    const clause = kids(tree, token, 'acl').find((at) => kids(tree, at, 'mark').length > 0);
    return clause === undefined ? undefined : kids(tree, clause, 'nsubj', 'nsubjpass')[0];
  };

  /** "A plan backed by Chad", "fishermen held by Yemen": whoever does it to them is not who they are. */
  const isDoneToIt = (noun: number, clause: number): boolean => {
    const participle = tokens[clause]!;
    return isBackerOf(participle.lemma) || (isByTheWay(participle) && roleOfWord(tokens[noun]!) !== undefined);
  };

  /** Whether nobody in the clause behind a noun is looked for, not even as a last resort. */
  const isAside = (noun: number, clause: number): boolean => {
    const { lemma, tag } = tokens[clause]!;
    return (
      isBackerOf(lemma) ||
      (isHolderOf(lemma) && roleOfWord(tokens[noun]!) !== undefined) ||
      (tag === 'VBG' && isDoneToIt(noun, clause))
    );
  };

  /** "The king ordered the army to …": the forces that one gives orders to are those of one's own state. */
  const underOrders = (token: number): Meant | undefined => {
    const { dep, head } = tokens[token]!;
    if (!/^(military|police)$/.test(roleOfWord(tokens[token]!) ?? '')) return undefined;
    const above = dep === 'nsubj' && /^(ccomp|xcomp)$/.test(tokens[head]!.dep) ? tokens[head]!.head : head;
    const told = dep === 'nsubj' ? above !== head : dep === 'dobj' && kids(tree, head, 'xcomp', 'ccomp').length > 0;
    if (!told || !COMMANDS.test(tokens[above]!.lemma)) return undefined;
    for (const subject of kids(tree, above, 'nsubj')) {
      const giver = subject === token ? undefined : search(subject, { shallow: true });
      const iso3 = giver && draft.entities[giver.entity]!.country;
      const entity = iso3 === undefined ? undefined : groups.inCountry(token, iso3);
      if (entity !== undefined) return { entity, token, via: 'group', weak: false };
    }
    return undefined;
  };

  /** Last resort: whoever is named anywhere below, relative clauses and conjuncts apart. */
  const buried = (token: number): Meant | undefined => {
    const below: number[] = [];
    const walk = (at: number, depth: number): void => {
      for (const child of tree.children[at]!) {
        if (/^(relcl|conj|ccomp|parataxis|advcl)$/.test(tokens[child]!.dep)) continue;
        if (tokens[child]!.dep === 'acl' && (isAside(at, child) || accusedIn(at) !== undefined)) continue;
        below.push(child);
        if (depth < 8) walk(child, depth + 1);
      }
    };
    walk(token, 0);
    const found = firstNamed(
      draft,
      below.sort((a, b) => a - b),
      'preposition',
    );
    return found && { ...found, weak: true };
  };

  const regional = createRegional(draft);
  const origins = createOrigins(draft, search);
  const groups = createGroups(draft, origins, antecedents);
  return {
    search,
    countryBeside: (start, head) => countryBeside(draft, start, head),
    all: createSeveral(draft, search, groups, antecedents),
    groupIn: groups.inCountry,
  };
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
