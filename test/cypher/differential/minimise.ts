/** Tokens of a query, coarse: words, numbers, strings, signs, spaces kept with what is before. */
const tokens = (query: string): readonly string[] =>
  query.match(/'(?:[^'\\]|\\.)*'\s*|[\w$]+\s*|[^\w\s]\s*|\s+/g) ?? [];

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where the bracket that opens at `at` is closed. */
const closing = (all: readonly string[], at: number): number => {
  const stack: string[] = [];
  for (let i = at; i < all.length; i++) {
    const sign = all[i]!.trim();
    if (sign in closers) stack.push(closers[sign]!);
    else if (sign === stack.at(-1)) stack.pop();
    if (stack.length === 0) return i;
  }
  return -1;
};

/** Shorter texts: without a stretch of tokens, or with an expression in brackets in the place of what holds it. */
function* shorter(query: string): Generator<string> {
  const all = tokens(query);
  for (const length of [32, 16, 8, 6, 5, 4, 3, 2, 1]) {
    for (let i = 0; i + length <= all.length; i += Math.max(1, length >> 2)) {
      yield [...all.slice(0, i), ...all.slice(i + length)].join('').trim();
    }
  }
  for (let i = 0; i < all.length; i++) {
    const end = all[i]!.trim() in closers ? closing(all, i) : -1;
    if (end > i + 1) {
      yield [...all.slice(0, i), ...all.slice(end + 1)].join('');
      yield [...all.slice(0, i), ...all.slice(i + 1, end), ...all.slice(end + 1)].join('');
      yield [...all.slice(0, i), 'null ', ...all.slice(end + 1)].join('');
    }
  }
}

/** Makes a query as short as it gets while `still` holds; `valid` is the quick test before. */
export const minimise = async (
  query: string,
  valid: (query: string) => boolean,
  still: (query: string) => Promise<boolean>,
  tries = 150,
): Promise<string> => {
  let best = query;
  let left = tries;
  for (let progress = true; progress && left > 0; ) {
    progress = false;
    for (const candidate of shorter(best)) {
      if (candidate === '' || candidate.length >= best.length || !valid(candidate)) continue;
      if (--left < 0) break;
      if (await still(candidate)) {
        best = candidate;
        progress = true;
        break;
      }
    }
  }
  return best;
};
