/** Progress on stderr: a bar on a terminal, a line now and then elsewhere, nothing when quiet. */
export interface Progress {
  total(count: number): void;
  step(note?: string): void;
  /** A message that stays, above the bar. */
  say(message: string): void;
  stop(): void;
}

/** Milliseconds between two lines where there is no terminal. */
const PAUSE = 5000;

/** Starts showing the progress of something. */
export const createProgress = async (what: string, options: { readonly quiet?: boolean } = {}): Promise<Progress> => {
  const say = (message: string) => void process.stderr.write(`${message}\n`);
  if (options.quiet) return { total: () => {}, step: () => {}, say, stop: () => {} };
  let total = 0;
  let done = 0;
  if (!process.stderr.isTTY) {
    let last = Date.now();
    return {
      total: (count) => {
        total = count;
      },
      step: () => {
        done++;
        if (Date.now() - last < PAUSE) return;
        last = Date.now();
        say(`${what}: ${done}${total ? ` of ${total}` : ''}`);
      },
      say,
      stop: () => {},
    };
  }
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: `${what} [{bar}] {value}/{total} | {note}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 30,
  });
  bar.start(0, 0, { note: '' });
  return {
    total: (count) => {
      total = count;
      bar.setTotal(total);
    },
    step: (note = '') => bar.increment(1, { note: note.slice(0, 60) }),
    say: (message) => {
      process.stderr.write(`\r\u001b[K${message}\n`);
      bar.render();
    },
    stop: () => bar.stop(),
  };
};
