import type { Meant } from '../cast.ts';
import type { Draft } from './draft.ts';
import { firstNamed, modifiersOf, namedAt } from './named.ts';
import { IN, ORIGIN } from './prepositions.ts';
import type { Resolver } from './resolve.ts';
import { kids, objectsOf } from './tree.ts';

/** Participles that say whose men they are: "fighters loyal to". */
const BELONGING = /^(loyal|based|belonging|aligned|led|allied|close|faithful|controlled|owned|run|operated|governed)$/;

/** Who is in another state's house is not of that state. */
const MISSION = /^(embassy|consulate|residence)$/;

/** Who meets others abroad is not of the place where they meet. */
const NEGOTIATES = /^(negotiator|delegation|delegate|envoy|mediator|emissary)$/;

/** Where those that a noun phrase speaks of come from. */
export interface Origins {
  of(token: number): Meant | undefined;
  /** A place that follows the phrase at once, though the parser hangs it on the verb: "detained protesters in Yerevan". */
  following(token: number): Meant | undefined;
}

const SPEAKS_FOR: ReadonlySet<string> = new Set(['for']);

export const createOrigins = (draft: Draft, search: Resolver['search']): Origins => {
  const { tree } = draft;
  const { tokens } = tree;

  /** The actor of an object of a preposition, if it has a country; else that of what is in it ("a mine in Peru"). */
  const located = (object: number): Meant | undefined => {
    if (MISSION.test(tokens[object]!.lemma)) return undefined;
    const found = search(object, { shallow: true });
    if (found && draft.entities[found.entity]!.country) return found;
    for (const { object: inner } of objectsOf(tree, object, IN)) {
      const place = search(inner, { shallow: true });
      if (place && draft.entities[place.entity]!.country) return place;
    }
    return undefined;
  };

  const following = (token: number): Meant | undefined => {
    if (NEGOTIATES.test(tokens[token]!.lemma)) return undefined;
    let last = token;
    for (const child of tree.children[token]!)
      if (child > last && /^(prep|amod|acl)$/.test(tokens[child]!.dep)) return undefined;
    last++;
    const preposition = tokens[last];
    if (!preposition || !IN.has(preposition.text.toLowerCase()) || preposition.dep !== 'prep') return undefined;
    if (preposition.head !== tokens[token]!.head && preposition.head !== tokens[tokens[token]!.head]!.head)
      return undefined;
    for (const object of kids(tree, last, 'pobj')) {
      if (MISSION.test(tokens[object]!.lemma)) continue;
      const found = search(object, { shallow: true });
      if (found && draft.entities[found.entity]!.country) return { ...found, via: 'preposition', weak: true };
    }
    return undefined;
  };

  /** "Yemen's Houthi rebels" are the Houthis: of a country and a body of that country before a noun, the body. */
  const nearerBody = (token: number, beside: Meant): Meant => {
    const base = draft.entities[beside.entity]!;
    if (base.kind !== 'country') return beside;
    for (const at of modifiersOf(tree, token)) {
      const other = namedAt(draft, at);
      const body = other && !other.weak ? draft.entities[other.entity]! : undefined;
      if (other && body?.kind === 'organization' && body.country === base.country) return { ...other, via: 'modifier' };
    }
    return beside;
  };

  const of = (token: number): Meant | undefined => {
    const beside = firstNamed(draft, modifiersOf(tree, token), 'modifier');
    if (beside && !beside.weak) return nearerBody(token, beside);
    // "a spokesman for the Taliban, Qari Ahmadi": for whom he speaks, whatever country he is of
    for (const { object } of objectsOf(tree, token, SPEAKS_FOR)) {
      const found = search(object, { shallow: true });
      if (found && draft.entities[found.entity]!.kind === 'organization') return { ...found, via: 'preposition' };
    }
    for (const child of kids(tree, token, 'appos')) {
      const found = search(child, { shallow: true });
      if (found && draft.entities[found.entity]!.country) return { ...found, via: 'apposition' };
    }
    const seated = NEGOTIATES.test(tokens[token]!.lemma);
    for (const prepositions of seated ? ORIGIN.slice(0, 2) : ORIGIN)
      for (const { object } of objectsOf(tree, token, prepositions)) {
        const found = located(object);
        if (found) return { ...found, via: prepositions.has('of') ? 'of' : 'preposition' };
      }
    for (const child of kids(tree, token, 'poss')) {
      const found = search(child, { shallow: true });
      if (found) return { ...found, via: 'possessor' };
    }
    for (const child of tree.children[token]!) {
      if (!BELONGING.test(tokens[child]!.text)) continue;
      for (const { object } of objectsOf(tree, child, undefined)) {
        const found = search(object, { shallow: true });
        if (found) return { ...found, via: 'participle' };
      }
    }
    return following(token);
  };

  return { of, following };
};
