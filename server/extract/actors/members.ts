import type { Meant } from '../cast.ts';
import type { Draft } from './draft.ts';
import { namedAt } from './named.ts';
import { EXAMPLE } from './prepositions.ts';
import type { Resolver } from './resolve.ts';
import { coreOf, kids, objectsOf } from './tree.ts';

const MEMBERS = /^(members|states|countries|nations|allies|partners|governments|leaders|ministers|economies|powers)$/i;

/**
 * "EU member states, including Latvia and Malta", "ASEAN members Laos and Brunei": of the members of a body that are
 * given by name, those are meant and not the body. The first of them; the others are joined to it.
 */
export const memberNamed = (draft: Draft, token: number, search: Resolver['search']): Meant | undefined => {
  const { tree } = draft;
  if (!MEMBERS.test(tree.tokens[token]!.text)) return undefined;
  const ofBody = coreOf(tree, token).some((at) => {
    const named = namedAt(draft, at);
    return named !== undefined && at !== token && draft.entities[named.entity]!.country === 'IGO';
  });
  if (!ofBody) return undefined;
  const examples = [
    ...objectsOf(tree, token, EXAMPLE).map(({ object }) => object),
    ...kids(tree, token, 'appos').filter((at) => tree.tokens[at]!.pos === 'PROPN'),
  ];
  for (const example of examples) {
    const found = search(example, { shallow: true });
    if (found && draft.entities[found.entity]!.country !== 'IGO') return { ...found, token: example, via: 'example' };
  }
  return undefined;
};
