import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for more items before a group is begun, in milliseconds. */
const LONGEST_WAIT = 1000;

/**
 * Does work for many at once: what comes while a group is in hand goes together in the next, at most so many. Where
 * items keep coming, the next group waits for more of them as long as the last one took, since a few large groups cost
 * much less than many small ones; an item that comes by itself never waits. Where a group fails, each of it is tried
 * alone, so that one bad item never fails the others; unless `ofAll` says that the error would be everybody's.
 */
export const inGroups = <Item, Result>(
  work: (group: readonly Item[]) => Promise<readonly Result[]>,
  { most, ofAll }: { readonly most: number; readonly ofAll: (error: unknown) => boolean },
): ((item: Item) => Promise<Result>) => {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let busy = false;
  let enough: AbortController | undefined;

  const doGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const results = await work(group.map(({ item }) => item));
      group.forEach(({ resolve }, at) => {
        resolve(results[at]!);
      });
    } catch (error) {
      if (group.length === 1 || ofAll(error)) for (const { reject } of group) reject(error);
      else for (const each of group) await doGroup([each]);
    }
  };
  const waitForMore = async (time: number): Promise<void> => {
    if (waiting.length === 0 || waiting.length >= most) return;
    enough = new AbortController();
    await sleep(Math.min(time, LONGEST_WAIT), undefined, enough).catch(() => {});
    enough = undefined;
  };
  const next = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const started = performance.now();
      await doGroup(waiting.splice(0, most));
      await waitForMore(performance.now() - started);
    }
    busy = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= most) enough?.abort();
      void next();
    });
};
