import type { Token } from '../../language/document.ts';

/** Words that only count or group what "of" brings after them. */
const COUNTER =
  /^(dozen|delegation|team|hundred|thousand|million|score|ten|handful|number|group|crowd|majority|series|pair|trio|couple|band|gang|mob|minority|some|many|most|several|all|one|two|three|four|five|six|seven|eight|nine|half|plenty|wave|column|contingent|lot)s?$/i;

/** The noun that a phrase counts: "protesters" in "dozens of protesters"; the head itself in every other phrase. */
export const countedOf = (
  { tokens, children }: { readonly tokens: readonly Token[]; readonly children: readonly (readonly number[])[] },
  token: number,
): number => {
  let at = token;
  for (let step = 0; step < 3 && COUNTER.test(tokens[at]!.text); step++) {
    const of = children[at]!.find((child) => tokens[child]!.dep === 'prep' && tokens[child]!.text === 'of');
    const counted = of === undefined ? undefined : children[of]!.find((child) => tokens[child]!.dep === 'pobj');
    if (counted === undefined) return at;
    at = counted;
  }
  return at;
};
