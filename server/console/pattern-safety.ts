/** Unbounded repetitions that a pattern may have; each adds a power of the text's length to the time of a backtracking matcher. */
const MOST_REPETITIONS = 3;
const LONGEST = 200;

/**
 * Why a regular expression could make a backtracking matcher stall, or undefined where it can't: no repeated group that
 * itself repeats or chooses (exponential time), few unbounded repetitions (polynomial time), no back-references.
 */
export const patternDanger = (pattern: string): string | undefined => {
  if (pattern.length > LONGEST) return `is longer than ${LONGEST} characters`;
  let repetitions = 0;
  /** For each open group: whether something inside it repeats or chooses. */
  const groups: boolean[] = [];
  let closed: boolean | undefined;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    const before: boolean | undefined = closed;
    closed = undefined;
    if (character === '\\') {
      if (/[1-9k]/.test(pattern[at + 1] ?? '')) return 'refers back to a group';
      at++;
    } else if (character === '[') {
      for (at++; at < pattern.length && (pattern[at] !== ']' || pattern[at - 1] === '['); at++)
        if (pattern[at] === '\\') at++;
    } else if (character === '(') {
      groups.push(false);
      if (pattern[at + 1] === '?') at++;
    } else if (character === ')') {
      closed = groups.pop() ?? false;
      if (closed && groups.length) groups[groups.length - 1] = true;
    } else if (character === '|') {
      if (groups.length) groups[groups.length - 1] = true;
    } else if (character === '*' || character === '+' || character === '{' || character === '?') {
      const unbounded =
        character === '*' || character === '+' || (character === '{' && /^\{\d*,?(\d{3,})?\}/.test(pattern.slice(at)));
      if (unbounded || character === '{') {
        if (before) return 'repeats a group that repeats or chooses';
        repetitions++;
        if (repetitions > MOST_REPETITIONS) return `has more than ${MOST_REPETITIONS} repetitions`;
        if (groups.length) groups[groups.length - 1] = true;
      }
    }
  }
  return undefined;
};
