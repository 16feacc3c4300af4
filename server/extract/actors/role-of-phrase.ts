import type { Role } from '../../../graph-schema/kinds.ts';
import type { Draft } from './draft.ts';
import { modifiersOf, namedAt } from './named.ts';
import { roleLemma, roleOfWord } from './role-words.ts';
import { kids, objectsOf } from './tree.ts';

/** What makes men gunmen. */
const ARMED = /^(armed|masked|hooded)$/i;

/** What a convoy of trucks and no troops brings. */
const CARGO =
  /^(aid|relief|food|humanitarian|medical|supply|fuel|un|u\.n\.|cross|crescent|refugee|bus|truck|wedding)$/i;

const ASSOCIATION = /^(conference|association|federation|assembly|council|congress|syndicate|guild)$/;

/** "An alliance of three ethnic armies", "a coalition of rebel groups". */
const isUnionOfRebels = ({ tree }: Draft, token: number): boolean =>
  /^(alliance|coalition|league|network|collection|patchwork|confederation)$/.test(tree.tokens[token]!.lemma) &&
  objectsOf(tree, token, OF).some(({ object }) => {
    const parts = [object, ...kids(tree, object, 'amod', 'compound')].map((at) => tree.tokens[at]!);
    return (
      parts[0]!.tag === 'NNS' &&
      (/^(militia|guerrilla|rebel|insurgent)$/.test(parts[0]!.lemma) ||
        (/^(army|group|faction|force|fighter)$/.test(parts[0]!.lemma) &&
          parts.some(({ lemma, text }) => /^(ethnic|rebel|insurgent|armed|guerrilla|militia)$/.test(lemma || text))))
    );
  });

const OF: ReadonlySet<string> = new Set(['of']);

/** A role, the lemma of the word that says it, and its token. */
export interface RolePhrase {
  readonly role: Role;
  readonly lemma: string;
  readonly at: number;
}

/** Role of a phrase: the head's, or that of a modifier where the head says only that somebody leads or speaks. */
export const roleOfPhrase = (draft: Draft, token: number): RolePhrase | undefined => {
  const { tree } = draft;
  const { tokens } = tree;
  if (
    tokens[token]!.lemma === 'squad' &&
    kids(tree, token, 'compound').some((at) => /^(death|hit|murder)$/i.test(tokens[at]!.text))
  )
    return { role: 'rebels', lemma: 'gunman', at: token };
  // "the bishops' conference", "the teachers' union": those whom it brings together
  const members = ASSOCIATION.test(tokens[token]!.lemma)
    ? kids(tree, token, 'poss').find((at) => tokens[at]!.tag === 'NNS' && roleOfWord(tokens[at]!) !== undefined)
    : undefined;
  if (members !== undefined)
    return { role: roleOfWord(tokens[members]!)!, lemma: roleLemma(tokens[members]!)!, at: members };
  if (isUnionOfRebels(draft, token)) return { role: 'rebels', lemma: 'rebel', at: token };
  const role = roleOfWord(tokens[token]!);
  if (!role) return undefined;
  const lemma = roleLemma(tokens[token]!)!;
  if (lemma === 'convoy' && modifiersOf(tree, token).some((at) => CARGO.test(tokens[at]!.text))) return undefined;
  if (lemma === 'bomber' && kids(tree, token, 'compound').some((at) => /^suicide$/i.test(tokens[at]!.text)))
    return { role: 'rebels', lemma: 'suicide-bomber', at: token };
  if (/^(man|assailant|attacker)$/.test(lemma) && kids(tree, token, 'amod').some((at) => ARMED.test(tokens[at]!.text)))
    return { role: 'rebels', lemma: 'gunman', at: token };
  if (role === 'government' || /^(force|forces|fighter|commander|member|activist|group|leader|officer)$/.test(lemma)) {
    for (const at of modifiersOf(tree, token)) {
      if (namedAt(draft, at) || tokens[at]!.dep === 'poss' || /^deputy$/i.test(tokens[at]!.text)) continue;
      const special = roleOfWord(tokens[at]!);
      if (special && (special !== 'government' || role === 'military') && special !== 'civilians')
        return special === 'government'
          ? { role: 'military', lemma: 'force', at }
          : { role: special, lemma: roleLemma(tokens[at]!)!, at };
    }
  }
  return { role, lemma, at: token };
};
