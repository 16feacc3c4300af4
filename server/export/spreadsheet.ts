/** What a spreadsheet would take for a formula at the start of a cell (OWASP, "CSV injection"). */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A text that no spreadsheet runs: an apostrophe before what looks like a formula. Undone by `plain`. */
export const neutral = (text: string): string => (FORMULA.test(text) || GUARDED.test(text) ? `'${text}` : text);

/** The text as it was before `neutral`. */
export const plain = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
