/** The lines of a body as they come, without those that are empty. Ends the body where the reader stops early. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let held = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (held + value).split('\n');
      held = lines.pop()!;
      for (const line of lines) if (line !== '') yield line;
    }
    if (held !== '') yield held;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
