import { roleOfWord } from '../actors/role-words.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, countryOf, type Scene } from '../scene.ts';
import { depOf, kids } from '../tree/tree.ts';

const MODIFIER = /^(compound|amod|nmod|poss)$/;

/** "UK and EU negotiators": two names joined before one noun are two parties. */
const joinedModifiers = (scene: Scene, token: number): number[] => {
  const { tree, named } = scene;
  const parties: number[] = [];
  let joined = false;
  const visit = (at: number): void => {
    for (const child of tree.children[at]!) {
      const dep = depOf(tree, child);
      if (dep === 'cc') joined = true;
      if (!MODIFIER.test(dep) && dep !== 'conj') continue;
      if (dep === 'conj' && at === token) continue;
      const mention = named.get(child);
      if (mention && !mention.weak) parties.push(mention.entity);
      visit(child);
    }
  };
  visit(token);
  const distinct = [...new Set(parties)];
  const countries = new Set(distinct.map((entity) => countryOf(scene, entity)));
  return joined && distinct.length > 1 && countries.size === distinct.length ? distinct : [];
};

/** "The defense chiefs of Greece and Turkey": a state is no party beside its own chiefs; beside its rebels it is. */
const withoutOwnStates = (scene: Scene, entities: readonly number[]): number[] =>
  entities.filter((entity) => {
    const { kind, country } = scene.cast.entities[entity]!;
    return (
      kind !== 'country' ||
      !entities.some(
        (other) =>
          other !== entity &&
          countryOf(scene, other) === country &&
          !/^(rebels|opposition)$/.test(scene.cast.entities[other]!.role ?? ''),
      )
    );
  });

/** "The government and the communist rebels": those who are named without a country, beside one, are at odds with it at home. */
export const foesAtHome = (scene: Scene, token: number, joined: readonly number[]): number[] => {
  const { tree, cast } = scene;
  const [own] = joined;
  const state = own === undefined || joined.length > 1 ? undefined : countryOf(scene, own);
  if (state === undefined) return [];
  const heads = [token, ...nounsAfter(tree, token, ['of'])];
  return heads
    .flatMap((head) => kids(tree, head, 'conj'))
    .flatMap((other) => {
      if (!/^(rebels|opposition)$/.test(roleOfWord(tree.tokens[other]!) ?? '') || kids(tree, other, 'poss').length > 0)
        return [];
      return cast.groupIn(other, state) ?? [];
    });
};

/** The two or more actors that a coordinated or plural subject joins ("A and B", "the leaders of A and B"). */
export const coordinatedActors = (scene: Scene, subjects: readonly number[]): Actor[] => {
  for (const token of subjects) {
    const joined = [...new Set(scene.cast.actorsOf(token, { conjuncts: true }))];
    const entities = withoutOwnStates(scene, [...new Set([...joined, ...foesAtHome(scene, token, joined)])]);
    if (entities.length > 1) return entities.map((entity) => ({ entity, token }));
    const between = nounsAfter(scene.tree, token, ['between']).flatMap((noun) =>
      scene.cast.actorsOf(noun, { conjuncts: true }),
    );
    if (new Set(between).size > 1) return [...new Set(between)].map((entity) => ({ entity, token }));
    const modifiers = joinedModifiers(scene, token);
    if (modifiers.length > 1) return modifiers.map((entity) => ({ entity, token }));
    for (const apposition of kids(scene.tree, token, 'appos')) {
      const other = scene.named.get(apposition);
      const own = entities[0];
      const kind = (entity: number): string => scene.cast.entities[entity]!.kind;
      if (
        own !== undefined &&
        other &&
        other.entity !== own &&
        kind(own) === 'country' &&
        kind(other.entity) === 'country'
      )
        return [own, other.entity].map((entity) => ({ entity, token }));
    }
  }
  return [];
};
