import type { Store } from '../store/store.ts';
import type { Answer } from './answer.ts';

/** Bytes of answers that are kept at most. */
const MOST_KEPT = 32_000_000;
/** Milliseconds after which an answer is made anew, since another process may have written to the same store. */
const FRESH = 1_000;

interface Kept {
  readonly answer: Promise<Answer>;
  readonly since: number;
  size: number;
}

/** Answers to the same question, made once: for all who ask while it is being made, and until the next write. */
export interface KeptAnswers {
  of(question: string, make: () => Promise<Answer>): Promise<Answer>;
  /** Everything is asked anew. */
  forget(): void;
}

/** Makes an empty cache of answers. A failed answer is not kept. `now` is in milliseconds. */
export const keepAnswers = (now: () => number = () => performance.now()): KeptAnswers => {
  const kept = new Map<string, Kept>();
  let total = 0;
  const drop = (question: string, made: Kept): void => {
    if (kept.get(question) !== made) return;
    kept.delete(question);
    total -= made.size;
  };
  return {
    of(question, make) {
      const there = kept.get(question);
      if (there && now() - there.since < FRESH) return there.answer;
      if (there) drop(question, there);
      const made: Kept = { answer: make(), since: now(), size: 0 };
      kept.set(question, made);
      made.answer.then(
        ({ bytes }) => {
          if (kept.get(question) !== made) return;
          made.size = bytes.length;
          total += bytes.length;
          for (const [oldest, other] of kept) {
            if (total <= MOST_KEPT) break;
            drop(oldest, other);
          }
        },
        () => drop(question, made),
      );
      return made.answer;
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
