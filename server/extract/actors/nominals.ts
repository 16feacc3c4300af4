import type { Meant } from '../cast.ts';
import { type Candidate, type Candidates, strong } from './candidates.ts';
import { definite } from './definite.ts';
import type { Draft } from './draft.ts';
import type { Dyads } from './dyads.ts';
import type { Koreas } from './koreas.ts';
import type { OfficeTable } from './offices.ts';
import type { Antecedents } from './resolve.ts';
import { isOfPerson, mayStandFor, stoodFor } from './stand-ins.ts';
import { stateOf } from './state-of.ts';
import { coreOf, isNoun, kids } from './tree.ts';

/** How many sentences back a nominal reaches. */
const REACH = 12;

/** Sentences that make a whole article. */
const WHOLE = 60;
/** How often a country is named that an article is about. */
const OFTEN = 3;

/** How far back those stand who are only told of by what they are to somebody. */
const NEAR = 3;

/** What somebody is to one other of the story. */
const NEXT_DOOR = /^(neighbou?r|rival|foe|adversary|antagonist|enemy)$/;

/** Makes the search for whom a noun without a name means: "the president", "its neighbor", "the latter", "his counterpart". */
export const createNominals = (
  draft: Draft,
  offices: OfficeTable,
  koreas: Koreas,
  { before, pick, person }: Candidates,
  dyadBefore: Dyads,
  { of, pairOf }: Pick<Antecedents, 'of' | 'pairOf'>,
): ((token: number) => Meant | undefined) => {
  const { tree } = draft;
  const { tokens } = tree;

  const nominal = (token: number): Meant | undefined => {
    const { tag, lemma, dep } = tokens[token]!;
    if (!isNoun(tokens[token]!) || dep === 'compound' || pairOf(token)?.length) return undefined;
    const half = koreas.half(token);
    if (half) return half;
    const word = lemma.toLowerCase();
    if (word === 'member' && tag === 'NNS' && definite(tree, token)) return bodyOfMembers(token);
    if (!mayStandFor(word)) return undefined;
    const his = kids(tree, token, 'poss').find((child) => tokens[child]!.pos === 'PRON');
    if (his !== undefined && /^(country|nation|homeland|government|administration|side|kingdom)$/.test(word)) {
      const owner = of(his);
      const state = owner && stateOf(draft, owner.entity);
      return state === undefined ? undefined : { entity: state, token, via: 'nominal', weak: false };
    }
    if (/^(latter|former)$/.test(word)) return ofTwo(token, word);
    if (word === 'counterpart') return counterpart(token, his);
    if (/^(guest|host|visitor)$/.test(word) && his !== undefined && tag === 'NN') return visitorOf(token, his);
    if (/^(ally|partner)$/.test(word) && his !== undefined && tag === 'NN') return allyOf(token, his);
    if (NEXT_DOOR.test(word) && his !== undefined && tag === 'NN') return otherSide(token, his);
    if (!definite(tree, token) || coreOf(tree, token).some((at) => draft.at[at] !== -1)) return undefined;
    if (kids(tree, token, 'prep').some((child) => tokens[child]!.text === 'of') && !/^(group|country)$/.test(word))
      return undefined;
    if (isOfPerson(word) && tag === 'NN') {
      if (kids(tree, token, 'appos', 'prep', 'relcl').length) return undefined;
      const title = offices.titleOf(token);
      const bearer = before(token, REACH).find(
        (candidate) => person(candidate) && offices.bears(candidate.meant.entity, title, word),
      );
      return bearer && { ...bearer.meant, token, via: 'nominal', weak: false };
    }
    const names = coreOf(tree, token).filter(
      (at) =>
        at !== token && /^(amod|compound|nummod|nmod)$/.test(tokens[at]!.dep) && /^\p{Lu}|\d/u.test(tokens[at]!.text),
    );
    const stands = stoodFor(word, names.map((at) => tokens[at]!.text.toLowerCase()).join(' '));
    if (!stands || (tag === 'NNP' && !/^(union|commission)$/.test(word))) return undefined;
    // "the alliance, which …" is told more of; "the alliance that …" is told apart by it
    const toldApart = kids(tree, token, 'relcl', 'acl').some(
      (clause) => tokens[token + 1]?.text !== ',' || clause < token,
    );
    if (toldApart && word !== 'country') return undefined;
    const fits = (candidate: Candidate): boolean => stands(draft.entities[candidate.meant.entity]!);
    const found = pick(token, word === 'country' ? 4 : REACH, (c) => fits(c) && !c.meant.weak, fits);
    const meant = found && (spokenOfBefore(token, found, fits) ?? found);
    return meant && { ...meant, token, via: 'nominal', weak: false };
  };

  /** "The council members": the body named before whose members they are. */
  const bodyOfMembers = (token: number): Meant | undefined => {
    const body = kids(tree, token, 'compound', 'poss').find((child) => draft.at[child] === -1);
    const stands = body === undefined ? undefined : stoodFor(tokens[body]!.lemma.toLowerCase(), '');
    if (!stands || !/^(council|bloc|union|alliance|commission|court|organi[sz]ation|body)$/i.test(tokens[body!]!.lemma))
      return undefined;
    const fits = (candidate: Candidate): boolean => stands(draft.entities[candidate.meant.entity]!);
    const found = pick(token, REACH, (c) => fits(c) && !c.meant.weak, fits);
    return found && { ...found, token, via: 'nominal', weak: false };
  };

  /** "Bahrain backed it. The kingdom also …": a country named once in passing gives way to the one that the article is about. */
  const spokenOfBefore = (token: number, found: Meant, fits: (candidate: Candidate) => boolean): Meant | undefined => {
    if (tree.sentence[found.token] === tree.sentence[token]) return undefined;
    const named = before(token, WHOLE).filter((candidate) => fits(candidate) && !candidate.meant.weak);
    const times = (entity: number): number => named.filter(({ meant }) => meant.entity === entity).length;
    if (times(found.entity) > 1) return undefined;
    const [most] = [...named].sort((a, b) => times(b.meant.entity) - times(a.meant.entity));
    return most && times(most.meant.entity) >= OFTEN ? most.meant : undefined;
  };

  /** "Threatened his neighbor": the other of the two that the text brings together, one of them being the owner's. */
  const otherSide = (token: number, his: number): Meant | undefined => {
    const owner = of(his);
    const state = owner && (stateOf(draft, owner.entity) ?? owner.entity);
    if (owner && draft.entities[owner.entity]!.kind === 'person' && !/^neighb/i.test(tokens[token]!.text))
      return undefined;
    if (state === undefined || coreOf(tree, token).some((at) => at !== his && draft.at[at] !== -1)) return undefined;
    const other = dyadBefore(token, () => true, state)?.find((meant) => meant.entity !== state);
    return other && { ...other, token, via: 'nominal', weak: false };
  };

  /** "Stood beside his guest": the person of another state named last, of whom the host is none. */
  const visitorOf = (token: number, his: number): Meant | undefined => {
    const owner = of(his);
    const home = owner && draft.entities[owner.entity]!.country;
    if (!home || draft.entities[owner.entity]!.kind !== 'person') return undefined;
    const other = before(token, NEAR).find(({ meant }) => {
      const { kind, country } = draft.entities[meant.entity]!;
      return kind === 'person' && country !== undefined && country !== home;
    });
    return other && { ...other.meant, token, via: 'nominal', weak: false };
  };

  /** "Russia defended its ally": the one state that the sentences before tell something to be done to. */
  const allyOf = (token: number, his: number): Meant | undefined => {
    const owner = of(his);
    const home = owner && (stateOf(draft, owner.entity) ?? owner.entity);
    if (home === undefined || coreOf(tree, token).some((at) => at !== his && draft.at[at] !== -1)) return undefined;
    const here = tree.sentence[token]!;
    for (let sentence = here - 1; sentence >= Math.max(0, here - NEAR); sentence--) {
      const hit = before(token, NEAR)
        .filter((one) => tree.sentence[one.token] === sentence && !one.subject && strong(one))
        .filter((one) => draft.mentions[draft.headed[one.token]!]?.how === 'name')
        .map((one) => ({ ...one.meant, entity: stateOf(draft, one.meant.entity) ?? one.meant.entity }))
        .filter(({ entity }) => entity !== home && draft.entities[entity]!.kind === 'country');
      const states = new Set(hit.map(({ entity }) => entity));
      if (states.size > 1) return undefined;
      if (states.size === 1) return { ...hit[0]!, token, via: 'nominal', weak: false };
    }
    return undefined;
  };

  /** "The latter", "the former": of the two actors named last, the nearer and the farther. */
  const ofTwo = (token: number, word: string): Meant | undefined => {
    if (!definite(tree, token)) return undefined;
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

  return nominal;
};
