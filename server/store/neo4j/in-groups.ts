/**
 * Does work for many at once: what comes while a group is in hand goes together in the next, at most so many. Where a
 * group fails, each of it is tried alone, so that one bad item never fails the others; unless `ofAll` says that the
 * error would be everybody's.
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
  const next = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await doGroup(waiting.splice(0, most));
    busy = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      void next();
    });
};
