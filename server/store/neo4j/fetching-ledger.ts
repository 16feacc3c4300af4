import { askAhead } from '../../draw/ask-ahead.ts';
import type { Ledger, PlacedClaim } from '../../draw/ledger.ts';
import type { Change } from '../../draw/redraw.ts';
import { type Properties, placedOfProperties } from '../properties.ts';
import type { Run } from './connection.ts';
import type { ClaimShelf, KnownLedger, Shelf } from './known-ledger.ts';
import { field } from './values.ts';

const isGathering = (key: string): boolean => key.split('|', 2)[1] === 'all';

/** Claims named by any of the given ids, as source or target, mediator, host or place. */
const NAMING = ['sourceId', 'targetId', 'mediatorId', 'hostId', 'placeId']
  .map((property) => `UNWIND $keys AS key MATCH (c:Claim {${property}: key}) RETURN key, properties(c) AS claim`)
  .join(' UNION ');

/** Fetches what was asked for and is not known, in one go a kind, and shelves it. */
const fetchAsked = async (run: Run, known: KnownLedger): Promise<void> => {
  /** Fetches what is asked for and shelves it, an answer a key also where there is nothing. */
  const fetch = async <V>(
    { known: held, asked }: Shelf<V | undefined>,
    query: (keys: readonly string[]) => Promise<Iterable<readonly [string, V]>>,
  ): Promise<void> => {
    if (asked.size === 0) return;
    const keys = [...asked];
    asked.clear();
    const found = new Map(await query(keys));
    for (const key of keys) held.set(key, found.get(key));
  };
  const claimsBy = async (text: string, keys: readonly string[]) => {
    const found = new Map<string, PlacedClaim[]>();
    if (keys.length === 0) return found;
    for (const row of await run(text, { keys })) {
      const claim = placedOfProperties(field<Properties>(row, 'claim'));
      const key = field<string>(row, 'key');
      const under = found.get(key);
      if (under) under.push(claim);
      else found.set(key, [claim]);
    }
    return found;
  };
  const fetchClaims = async (on: ClaimShelf, ...queries: readonly ClaimQuery[]): Promise<void> => {
    if (on.asked.size === 0) return;
    const keys = [...on.asked];
    on.asked.clear();
    const answers = await Promise.all(queries.map(({ text, of }) => claimsBy(text, of ? keys.filter(of) : keys)));
    for (const key of keys)
      known.shelve(
        on,
        key,
        answers.flatMap((found) => found.get(key) ?? []),
      );
  };
  const json = async (text: string, keys: readonly string[]) =>
    (await run(text, { keys })).map(
      (row) => [field<string>(row, 'key'), JSON.parse(field<string>(row, 'data'))] as const,
    );
  await Promise.all([
    fetch(known.said, (keys) =>
      json('UNWIND $keys AS key MATCH (s:Said {articleId: key}) RETURN key, s.entities AS data', keys),
    ),
    fetch(known.facts, (keys) =>
      json('UNWIND $keys AS key MATCH (s:Said {articleId: key}) RETURN key, s.facts AS data', keys),
    ),
    fetch(known.tallies, (keys) =>
      json('UNWIND $keys AS key MATCH (t:Tally {entityId: key}) RETURN key, t.data AS data', keys),
    ),
    fetch(known.claims, async (keys) =>
      [...(await claimsBy(by('id'), keys))].map(([key, [claim]]) => [key, claim] as const),
    ),
    fetchClaims(known.placed, { text: by('articleId') }),
    fetchClaims(known.naming, { text: NAMING }),
    fetchClaims(
      known.buckets,
      { text: by('gathering'), of: isGathering },
      { text: by('bucket'), of: (key) => !isGathering(key) },
    ),
  ]);
};

/**
 * Works out something that asks a ledger, over a database: what is not known of the ledger is noted, fetched, and the
 * work is done again, until nothing is lacking. The work has to be pure.
 */
export const withLedger = async <T>(run: Run, known: KnownLedger, work: (ledger: Ledger) => T): Promise<T> => {
  for (;;) {
    const attempt = tryTo(() => work(known.ledger));
    if (!known.lacks()) {
      if ('error' in attempt) throw attempt.error;
      return attempt.value;
    }
    await fetchAsked(run, known);
  }
};

/** Fetches together what many changes will ask for, so that most of them are worked out at the first attempt. */
export const fetchAhead = async (run: Run, known: KnownLedger, changes: readonly Change[]): Promise<void> => {
  let asking = changes.map((change) => askAhead(change, known.ledger));
  while (asking.length > 0) {
    asking = asking.filter((each) => !each.next().done);
    if (known.lacks()) await fetchAsked(run, known);
  }
};

interface ClaimQuery {
  readonly text: string;
  /** The keys it is for; all where absent. */
  readonly of?: (key: string) => boolean;
}

const by = (property: string) =>
  `UNWIND $keys AS key MATCH (c:Claim {${property}: key}) RETURN key, properties(c) AS claim`;

/** Work on an incomplete ledger may stumble; that counts only when nothing was missing. */
const tryTo = <T>(work: () => T): { readonly value: T } | { readonly error: unknown } => {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
};
