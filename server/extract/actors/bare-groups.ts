import { digest, entityId } from '../../../graph-schema/ids.ts';
import type { Role } from '../../../graph-schema/kinds.ts';
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

const SKIPPED = /^(det|predet|punct|case|poss|relcl|acl|prep|appos|cc|conj)$/;

/**
 * Groups that a text names by a word for a role and gives no country: "the rebels", "three sailors". They are of the one
 * article alone, so that two texts that speak of rebels do not speak of the same; the id says so by a digest of the text.
 */
export const createBareGroups = (draft: Draft): ((token: number) => number | undefined) => {
  const { tree } = draft;
  let text: string | undefined;
  return (token) => {
    const head = countedOf(tree, token);
    const word = tree.tokens[head]!;
    if (!isNoun(word) || draft.at[head] !== -1) return undefined;
    const role = roleOfWord(word);
    const lemma = roleLemma(word);
    if (!role || !lemma || !OF_PEOPLE.has(role) || isMetonym(lemma) || NO_GROUP.test(lemma) || isInstrument(word))
      return undefined;
    const phrase = coreOf(tree, head).filter((at) => {
      const { dep, pos } = tree.tokens[at]!;
      return at === head || (at < head && !SKIPPED.test(dep) && pos !== 'NUM' && pos !== 'PRON' && draft.at[at] === -1);
    });
    let first = head;
    while (phrase.includes(first - 1) && tree.tokens[first - 2]?.text !== '-') first--;
    const name = textOf(tree, first, head + 1);
    text ??= digest(tree.parse.text).slice(0, 8);
    const entity = addEntity(draft, {
      id: `${entityId('organization', name)}@${text}`,
      name,
      kind: 'organization',
      role,
    });
    const range: [number, number] = [tree.tokens[first]!.start, word.end];
    const key = `${entity} ${range[0]} ${range[1]}`;
    if (!draft.ranges.has(key)) {
      draft.ranges.add(key);
      draft.entities[entity]!.mentions.push(range);
    }
    return entity;
  };
};
