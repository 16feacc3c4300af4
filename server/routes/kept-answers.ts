import type { Store } from '../store/store.ts';
import type { Answer } from './answer.ts';

/** Bytes of answers that are kept at most, compressed forms and all. */
const MOST_KEPT = 32_000_000;
/** Bytes that an answer takes beside its own. */
const OVERHEAD = 2_000;
/** Milliseconds after which an answer is made anew where the store cannot tell whether another process has written. */
const FRESH = 1_000;

interface Kept {
  readonly answer: Promise<Answer>;
  readonly since: number;
  readonly version: number | undefined;
  size: number;
}

/** An answer that tells once how many bytes its compressed form takes, when that is made. */
const weighing = (answer: Answer, tell: (bytes: number) => void): Answer => {
  let told = false;
  return {
    ...answer,
    compressed: () => {
      const small = answer.compressed();
      if (!told) small?.then(({ length }) => tell(length));
      told = true;
      return small;
    },
  };
};

/** Answers to the same question, made once: for all who ask while it is being made, and until the next write. */
export interface KeptAnswers {
  of(question: string, make: () => Promise<Answer>): Promise<Answer>;
  /** Everything is asked anew. */
  forget(): void;
}

/**
 * Makes an empty cache of answers. A failed answer is not kept. `version` is that of the store, `now` is in
 * milliseconds.
 */
export const keepAnswers = (
  version: () => number | undefined = () => undefined,
  now: () => number = () => performance.now(),
): KeptAnswers => {
  const kept = new Map<string, Kept>();
  let total = 0;
  const drop = (question: string, made: Kept): void => {
    if (kept.get(question) !== made) return;
    kept.delete(question);
    total -= made.size;
  };
  const isFresh = (there: Kept, stands: number | undefined): boolean =>
    stands === undefined ? now() - there.since < FRESH : there.version === stands;
  const weigh = (question: string, made: Kept, bytes: number): void => {
    if (kept.get(question) !== made) return;
    made.size += bytes;
    total += bytes;
    for (const [oldest, other] of kept) {
      if (total <= MOST_KEPT) break;
      drop(oldest, other);
    }
  };
  return {
    of(question, make) {
      const stands = version();
      const there = kept.get(question);
      if (there && isFresh(there, stands)) return there.answer;
      if (there) drop(question, there);
      const answer = make().then((answered) => weighing(answered, (bytes) => weigh(question, made, bytes)));
      const made: Kept = { answer, since: now(), version: stands, size: 0 };
      kept.set(question, made);
      answer.then(
        ({ bytes }) => weigh(question, made, bytes.length + OVERHEAD),
        () => drop(question, made),
      );
      return answer;
    },
    forget() {
      kept.clear();
      total = 0;
    },
  };
};

/** The store, whose writes make kept answers void, both when they begin and when they are done. */
export const forgettingStore = (store: Store, answers: Pick<KeptAnswers, 'forget'>): Store => {
  const voiding =
    <Given extends readonly unknown[], Result>(write: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      answers.forget();
      try {
        return await write(...given);
      } finally {
        answers.forget();
      }
    };
  return {
    ...store,
    put: voiding((reading) => store.put(reading)),
    remove: voiding((article) => store.remove(article)),
    decide: voiding((decision) => store.decide(decision)),
  };
};
