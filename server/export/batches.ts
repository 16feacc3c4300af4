/** Pieces joined to at least this many characters before they are handed on: few, large writes. */
const BATCH = 32_768;

/** The same text in fewer pieces. */
export async function* batched(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length < BATCH) continue;
    yield held;
    held = '';
  }
  if (held) yield held;
}

/** The rows of a stream in lists of at most `size`. */
export async function* groupsOf<Row>(rows: AsyncIterable<Row>, size: number): AsyncIterable<readonly Row[]> {
  let held: Row[] = [];
  for await (const row of rows) {
    held.push(row);
    if (held.length < size) continue;
    yield held;
    held = [];
  }
  if (held.length) yield held;
}
