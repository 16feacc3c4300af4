import type { Tree } from '../tree/tree.ts';
import type { ClauseWords } from './classify.ts';

/** Verbs that are an act only by what they take, with the objects that make none of it, whoever stands behind them. */
const NO_ACT: readonly (readonly [RegExp, RegExp])[] = [
  // "muster enough votes": no army is called up
  [
    /^(muster|mobili[sz]e)$/,
    /^(vote|support|majority|backing|resource|fund|funding|money|aid|opinion|voter|electorate|supporter|courage|strength|consensus|donor|investment|capital|finance|effort|energy)$/,
  ],
  // "inspect a parade", "inspect the troops": a look at one's own, no inquiry
  [
    /^(inspect|review|examine)$/,
    /^(test|launch|drill|exercise|manoeuvre|maneuver|parade|guard|troop|fleet|unit|regiment|brigade|battalion|garrison|destroyer|warship|submarine|shipyard|frontline|damage|flood|construction|progress|preparation|harvest|farm|exhibition|stall)$/,
  ],
  // "ease the row": no sanction is eased
  [
    /^(ease|relax|loosen|lift|end|reduce|lower)$/,
    /^(row|tension|dispute|crisis|conflict|pressure|burden|pain|suffering|fear|concern|worry|anxiety|friction|strain|standoff|stand-off|stalemate|impasse|deadlock|unrest|congestion|poverty|shortage|hunger|transition|way|passage|path|grip|mood|gloom|spirit|uncertainty|feud|rift|animosity|rivalry|mistrust|distrust|overcrowding|debt|dependence|reliance|dependency|voice|morale|rate)$/,
  ],
];

/** Whether the object of a verb makes it no act of anybody's: "muster votes", "ease tensions". */
export const takesNoAct = (tree: Tree, verb: number, { objects }: ClauseWords): boolean =>
  NO_ACT.some(
    ([verbs, nouns]) =>
      verbs.test(tree.lemma[verb]!) && objects.some((object) => nouns.test(tree.lemma[object]!.toLowerCase())),
  );
