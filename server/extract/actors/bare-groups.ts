import { entityId } from '../../../graph-schema/ids.ts';
import type { EntityKind, Role } from '../../../graph-schema/kinds.ts';
import { isInstrument } from './context.ts';
import { countedOf } from './counted.ts';
import { addEntity, type Draft, textOf } from './draft.ts';
import { isMetonym, roleLemma, roleOfWord } from './role-words.ts';
import { coreOf, isNoun } from './tree.ts';

/** Roles in which people act or suffer as a group that no state speaks for. */
const OF_PEOPLE: ReadonlySet<Role> = new Set<Role>([
  'rebels',
  'military',
  'police',
  'civilians',
  'opposition',
  'media',
  'judiciary',
]);

/** Where people are, or what all of them are, and not who. */
const NO_GROUP =
  /^(school|hospital|church|mosque|market|neighborhood|neighbourhood|village|community|society|public|population|officer)$/;

/** Spots that are taken, shelled or left, whatever they are called. */
const SPOT =
  /^(island|islet|pass|field|oilfield|valley|base|outpost|port|harbou?r|town|city|village|bridge|hill|post|checkpoint|airport|airfield|province|region|enclave|peninsula|coast|fort|fortress|dam|mine|refinery|crossing|camp|barracks|airstrip|stronghold|outskirts|depot|convoy|mosque|church|hospital|school|market|prison)$/;

const SKIPPED = /^(det|predet|punct|case|poss|relcl|acl|prep|appos|cc|conj)$/;

/** What a text names by a common noun alone: people by their role or, where a place may be meant, a spot. */
export type BareGroups = (token: number, options?: { readonly place?: boolean }) => number | undefined;

/**
 * Groups that a text names by a word for a role and gives no country: "the rebels", "three sailors". They are of the one
 * article alone, so that two texts that speak of rebels do not speak of the same; the id says so by a digest of the text.
 */
export const createBareGroups = (draft: Draft): BareGroups => {
  const { tree } = draft;

  const meant = (head: number, place: boolean): { readonly kind: EntityKind; readonly role?: Role } | undefined => {
    const word = tree.tokens[head]!;
    if (place && SPOT.test(word.lemma.toLowerCase())) return { kind: 'place' };
    const role = roleOfWord(word);
    const lemma = roleLemma(word);
    if (!role || !lemma || !OF_PEOPLE.has(role)) return undefined;
    return isMetonym(lemma) || NO_GROUP.test(lemma) || isInstrument(word) ? undefined : { kind: 'organization', role };
  };

  return (token, { place = false } = {}) => {
    const head = countedOf(tree, token);
    const word = tree.tokens[head]!;
    const found = isNoun(word) && draft.at[head] === -1 ? meant(head, place) : undefined;
    if (!found) return undefined;
    const phrase = coreOf(tree, head).filter((at) => {
      const { dep, pos } = tree.tokens[at]!;
      return at === head || (at < head && !SKIPPED.test(dep) && pos !== 'NUM' && pos !== 'PRON');
    });
    let first = head;
    while (phrase.includes(first - 1) && tree.tokens[first - 2]?.text !== '-') first--;
    const name = textOf(tree, first, head + 1);
    const entity = addEntity(draft, { id: `${entityId(found.kind, name)}@${draft.mark}`, name, ...found });
    const range: [number, number] = [tree.tokens[first]!.start, word.end];
    const key = `${entity} ${range[0]} ${range[1]}`;
    if (!draft.ranges.has(key)) {
      draft.ranges.add(key);
      draft.entities[entity]!.mentions.push(range);
    }
    return entity;
  };
};
