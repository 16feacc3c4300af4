import type { Day } from '../../graph-schema/article.ts';

/** An article as it came in, before anything is looked for in it. */
export interface Draft {
  /** What to call it in progress and errors: file, entry of an archive, address, line. */
  readonly name: string;
  /** The id that the giver knows it by; goes back with the answer. */
  readonly id?: string;
  readonly text: string;
  readonly title?: string;
  readonly published?: Day;
  readonly url?: string;
  readonly source?: string;
  readonly author?: string;
  readonly language?: string;
}

/** Something that could not be read, and why; the rest goes on. */
export interface Unread {
  readonly name: string;
  readonly id?: string;
  readonly error: string;
}

/** What reading a file, an address or a line gives: articles, and what could not be read. */
export type Found = Draft | Unread;

export const isUnread = (found: Found): found is Unread => 'error' in found;

/** A failure to read one thing: what was wrong and what to do. */
export class UnreadError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadError';
  }
}
