import { type Draft, type Found, isUnread, type Unread, UnreadError } from './draft.ts';
import type { NewTask } from './jobs/job-table.ts';
import { checkedText } from './to-article.ts';

/** What was found when a request was opened, before any of it is read or stored. */
export interface OpenedDrafts {
  readonly articles: readonly Draft[];
  readonly unread: readonly Unread[];
  /** True where there is more than was looked at. */
  readonly more: boolean;
}

export interface Bounds {
  /** Articles, and things that could not be read, at most. */
  readonly most: number;
  /** Characters of text in all. */
  readonly characters: number;
  /** Milliseconds after which no further one is opened. */
  readonly patience: number;
}

const isTask = (entry: Found | NewTask): entry is NewTask => 'payload' in entry;

/**
 * Opens files, addresses and feeds to the articles in them, so that a person can look before anything is stored.
 * What cannot be read is told beside the rest.
 */
export const openDrafts = async (
  tasks: readonly NewTask[],
  open: (task: NewTask) => AsyncIterable<Found | NewTask>,
  { most, characters, patience }: Bounds,
): Promise<OpenedDrafts> => {
  const articles: Draft[] = [];
  const unread: Unread[] = [];
  const waiting = [...tasks];
  const until = Date.now() + patience;
  let held = 0;
  const take = (draft: Draft): void => {
    try {
      const text = checkedText(draft);
      held += text.length;
      articles.push({ ...draft, text });
    } catch (error) {
      if (!(error instanceof UnreadError)) throw error;
      unread.push({ name: draft.name, error: error.message });
    }
  };
  const full = (): boolean => articles.length + unread.length >= most || held >= characters || Date.now() > until;

  while (waiting.length > 0) {
    if (full()) return { articles, unread, more: true };
    const task = waiting.shift()!;
    if (task.kind === 'draft') {
      take(JSON.parse(task.payload) as Draft);
      continue;
    }
    let found = 0;
    const inside: NewTask[] = [];
    try {
      for await (const entry of open(task)) {
        found++;
        if (isTask(entry)) inside.push(entry);
        else if (isUnread(entry)) unread.push(entry);
        else take(entry);
        if (full() || inside.length > most) return { articles, unread, more: true };
      }
      if (found === 0) unread.push({ name: task.name, error: 'There is no article in it.' });
    } catch (error) {
      if (!(error instanceof UnreadError)) throw error;
      unread.push({ name: task.name, error: error.message });
    }
    waiting.unshift(...inside);
  }
  return { articles, unread, more: false };
};
