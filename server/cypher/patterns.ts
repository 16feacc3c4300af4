import { CypherError } from './error.ts';
import type { PatternLibrary } from './run/run.ts';

/** Characters times states a match may visit: what linear time can do without holding up everything else. */
const mostWork = 1_500_000;
/** What is worth a turn of its own. */
const longWork = 50_000;

/** Loads the matcher for `=~`, once: it runs in linear time, so no pattern can stall it. */
export async function loadPatterns(): Promise<PatternLibrary> {
  const { RE2JS } = await import('re2js');
  const compiled = new Map<string, InstanceType<typeof RE2JS>>();
  const get = (pattern: string): InstanceType<typeof RE2JS> => {
    const known = compiled.get(pattern);
    if (known !== undefined) return known;
    if (pattern.length > 1000) {
      throw new CypherError('LimitExceeded', 'PatternTooLong', 'A regular expression may have 1000 characters');
    }
    try {
      const made = RE2JS.compile(pattern);
      if (compiled.size > 100) compiled.clear();
      compiled.set(pattern, made);
      return made;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CypherError('SyntaxError', 'InvalidRegularExpression', `Invalid regular expression: ${reason}`, {
        hint: 'lookaround and backreferences are not available',
      });
    }
  };
  return {
    isLong: (text, pattern) => text.length * get(pattern).programSize() > longWork,
    matches(text, pattern) {
      const matcher = get(pattern);
      if (text.length * matcher.programSize() > mostWork) {
        throw new CypherError(
          'LimitExceeded',
          'TextTooLong',
          `This text of ${text.length} characters is too long for =~`,
          {
            hint: 'use CONTAINS, STARTS WITH or ENDS WITH, or match a part of it',
          },
        );
      }
      return matcher.matches(text);
    },
  };
}
