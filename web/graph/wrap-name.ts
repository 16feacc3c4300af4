const LONGEST_LINE = 24;
/** A name that finds no room in one line is tried in two from this length on. */
const FOLDS_FROM = 8;

const wrapped = new Map<string, readonly string[]>();

/** A name in one line or two of about equal length; what is still too long ends in an ellipsis. */
export const wrapName = (name: string): readonly string[] => {
  const known = wrapped.get(name);
  if (known) return known;
  const clip = (text: string) => (text.length > LONGEST_LINE + 2 ? `${text.slice(0, LONGEST_LINE).trimEnd()}…` : text);
  let lines: readonly string[] = [name];
  if (name.length > LONGEST_LINE) {
    const middle = Math.min(LONGEST_LINE, Math.ceil(name.length / 2));
    const before = name.lastIndexOf(' ', middle);
    const after = name.indexOf(' ', middle);
    const at = after > 0 && after <= LONGEST_LINE && after - middle < middle - before ? after : before;
    lines = at > 0 ? [clip(name.slice(0, at)), clip(name.slice(at + 1))] : [clip(name)];
  }
  wrapped.set(name, lines);
  return lines;
};

/** The name folded at the space nearest to its middle, or nothing where it cannot be. */
export const foldedName = (name: string): readonly string[] | undefined => {
  if (name.length < FOLDS_FROM || name.length > LONGEST_LINE) return undefined;
  const middle = name.length / 2;
  let best = -1;
  for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1))
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  return best > 0 ? [name.slice(0, best), name.slice(best + 1)] : undefined;
};
