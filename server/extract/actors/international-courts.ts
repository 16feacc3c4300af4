import { addEntity, type Draft } from './draft.ts';
import { IN } from './prepositions.ts';
import type { RolePhrase } from './role-of-phrase.ts';
import { coreOf, kids, objectsOf } from './tree.ts';

/** Words before a court that say it is no state's own. */
const BETWEEN_STATES = /^(international|world)$/i;

/** Whether a court's place is the town where the courts between states sit. */
const sitsInTheHague = ({ tree }: Draft, token: number): boolean =>
  objectsOf(tree, token, IN).some(
    ({ object }) => tree.tokens[object]!.text === 'Hague' && kids(tree, object, 'compound', 'amod').length === 0,
  );

/**
 * A court between states, which is not of the country where it sits: "the international tribunal in Arusha", "war crimes
 * prosecutors in The Hague". A mere court in The Hague may be a Dutch one.
 */
export const internationalCourtAt = (draft: Draft, token: number, phrase: RolePhrase): number | undefined => {
  if (phrase.role !== 'judiciary') return undefined;
  const { tokens } = draft.tree;
  const words = coreOf(draft.tree, token).map((at) => tokens[at]!.text);
  const warCrimes = /\bwar[ -]crimes?\b/i.test(words.join(' '));
  const between = words.some((word) => BETWEEN_STATES.test(word));
  if (!between && !((warCrimes || /^tribunal$/i.test(phrase.lemma)) && sitsInTheHague(draft, token))) return undefined;
  return addEntity(draft, {
    name: 'international courts',
    kind: 'organization',
    country: 'IGO',
    role: 'judiciary',
  });
};
