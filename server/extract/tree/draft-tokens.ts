import type { Token } from '../../language/document.ts';

/** A token while it is mended. Heads are counted from the first token of its sentence. */
export type Draft = { -readonly [Key in keyof Token]: Token[Key] };

/** Penn tags of finite verbs, modals left out. */
export const FINITE = /^(VBD|VBP|VBZ)$/;

/** Whether a token is there and is a noun or a name. */
export const isName = (token: Token | undefined): boolean => token !== undefined && /^(PROPN|NOUN)$/.test(token.pos);

/** The first dependent of a token that bears one of the labels, or −1. */
export const findKid = (tokens: readonly Draft[], head: number, dep: RegExp): number =>
  tokens.findIndex((token, at) => token.head === head && at !== head && dep.test(token.dep));

/** Whether a token has a dependent that bears one of the labels. */
export const hasKid = (tokens: readonly Draft[], head: number, dep: RegExp): boolean => findKid(tokens, head, dep) >= 0;
