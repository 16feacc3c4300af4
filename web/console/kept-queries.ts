/** A query with the name it was saved under. */
export interface SavedQuery {
  readonly name: string;
  readonly query: string;
  readonly parameters: string;
}

/** A query that was run, and how it went. */
export interface RunQuery {
  readonly query: string;
  readonly parameters: string;
  readonly at: string;
  readonly rows?: number;
  readonly milliseconds?: number;
}

const SAVED = 'entente.queries';
const RUN = 'entente.history';
const MOST_RUN = 40;

const read = <T>(storage: Storage, key: string): readonly T[] => {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(value) ? (value as T[]) : [];
  } catch {
    return [];
  }
};

const isSaved = (value: unknown): value is SavedQuery => {
  const saved = value as Partial<SavedQuery> | null;
  return typeof saved?.name === 'string' && typeof saved.query === 'string';
};

/** Saved queries and the history of what was run, kept by the browser. */
export const createKeptQueries = (storage: Storage = localStorage) => ({
  saved: (): readonly SavedQuery[] => read<SavedQuery>(storage, SAVED).filter(isSaved),
  save(query: SavedQuery): void {
    const others = this.saved().filter((one) => one.name !== query.name);
    storage.setItem(SAVED, JSON.stringify([...others, query].sort((a, b) => a.name.localeCompare(b.name))));
  },
  forget(name: string): void {
    storage.setItem(SAVED, JSON.stringify(this.saved().filter((one) => one.name !== name)));
  },
  /** All saved queries as the text of a file. */
  write(): string {
    return `${JSON.stringify({ format: 'entente-queries', version: 1, queries: this.saved() }, null, 2)}\n`;
  },
  /** Take in a file of saved queries; gives how many. Throws where it is none. */
  take(text: string): number {
    const file = JSON.parse(text) as { format?: unknown; queries?: unknown };
    if (file.format !== 'entente-queries' || !Array.isArray(file.queries))
      throw new Error('This is not a file of saved queries.');
    const good = file.queries.filter(isSaved);
    for (const { name, query, parameters } of good)
      this.save({ name, query, parameters: typeof parameters === 'string' ? parameters : '' });
    return good.length;
  },
  run: (): readonly RunQuery[] => read<RunQuery>(storage, RUN),
  remember(run: RunQuery): void {
    const others = this.run().filter((one) => one.query !== run.query || one.parameters !== run.parameters);
    storage.setItem(RUN, JSON.stringify([run, ...others].slice(0, MOST_RUN)));
  },
});
