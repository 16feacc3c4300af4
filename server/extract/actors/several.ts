import type { Meant } from '../cast.ts';
import { countedOf } from './counted.ts';
import { addEntity, type Draft } from './draft.ts';
import type { Groups } from './groups.ts';
import { isState, namedAt } from './named.ts';
import { peopleNamed } from './peoples.ts';
import { OF, OF_BETWEEN_OR_FROM, OF_OR_FROM } from './prepositions.ts';
import type { Antecedents, Resolver } from './resolve.ts';
import { roleOfPhrase } from './role-of-phrase.ts';
import { roleOfWord } from './role-words.ts';
import { isNoun, kids, objectsOf } from './tree.ts';

/** Makes the search for all whom a noun phrase means: pairs, officers of two states, conjuncts, a group of the context. */
export const createSeveral = (
  draft: Draft,
  search: Resolver['search'],
  groups: Groups,
  antecedents: () => Antecedents,
): Resolver['all'] => {
  const { tree } = draft;
  const { tokens } = tree;

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

  /** A group of the state that the article as a whole speaks of. */
  const ofContext = (token: number): Meant | undefined => {
    const counted = countedOf(tree, token);
    const phrase = isNoun(tokens[counted]!) ? roleOfPhrase(draft, counted) : undefined;
    if (!phrase) return undefined;
    const iso3 = antecedents().context(counted);
    const people = iso3 === undefined ? peopleNamed(tokens[counted]!.text) : undefined;
    const entity = people?.homes.size
      ? addEntity(draft, { name: people.name, kind: 'organization', role: phrase.role })
      : iso3 && isState(iso3)
        ? groups.ofState(counted, phrase, iso3)
        : undefined;
    return entity === undefined ? undefined : { entity, token, via: 'context', weak: true };
  };

  /** Whoever is joined to the one that a phrase was found to mean, and that one first. */
  const withConjuncts = (token: number, first: Meant | undefined): readonly Meant[] => {
    const found: Meant[] = first ? [first] : [];
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
      const local = joined || !state ? undefined : groups.inCountry(child, state);
      more(local === undefined ? joined : { entity: local, token: child, via: 'conjunct', weak: false });
    }
    // "leaders of France and Germany", "Russian and Turkish officials", "Presidents A of X and B of Y"
    for (const { object } of objectsOf(tree, token, OF_BETWEEN_OR_FROM))
      for (const each of conjunctsOf(object).length > 0 ? [object, ...conjunctsOf(object)] : [])
        if (first?.via === 'of' || first?.via === 'group') more(search(each, { shallow: true }));
    // "deliveries to Poland and Finland": who is joined to the one that the phrase was found to mean
    if (first && /^(preposition|by|example)$/.test(first.via) && first.token !== token)
      for (const each of conjunctsOf(first.token)) more(search(each, { shallow: true }));
    // "regional powers Nigeria and Ghana"
    if (first?.via === 'apposition' && first.token !== token && /S$/.test(tokens[token]!.tag))
      for (const each of conjunctsOf(first.token)) more(search(each, { shallow: true }));
    for (const modifier of kids(tree, token, 'amod', 'nmod', 'compound', 'poss'))
      for (const each of conjunctsOf(modifier)) {
        const named = namedAt(draft, each);
        if (named && !named.weak) more({ ...named, via: 'modifier' });
      }
    return found;
  };

  return (token, options) => {
    const pair = antecedents().pairOf(token);
    if (pair?.length) return pair;
    const officers = officersOfPair(token);
    if (officers.length) return officers;
    const first =
      search(token, options.shallow ? { shallow: true } : {}) ??
      (options.context === false || options.shallow ? undefined : ofContext(token));
    return options.conjuncts ? withConjuncts(token, first) : first ? [first] : [];
  };
};
