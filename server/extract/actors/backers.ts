import type { Token } from '../../language/document.ts';

const BEHIND =
  /^(backed|supported|sponsored|funded|financed|trained|armed|supplied|brokered|mediated|run|held|controlled)$/i;

/** Whether a name up to a token (end exclusive) only stands behind what follows: "Russian-backed separatists". */
export const isBehind = (tokens: readonly Token[], end: number): boolean =>
  /^[-‑–]$/.test(tokens[end]?.text ?? '') && BEHIND.test(tokens[end + 1]?.text ?? '');
