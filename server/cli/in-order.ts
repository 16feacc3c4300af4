/** Works on up to `width` items at a time and gives the results in the order of the items. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const hand: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    result.catch(() => {}); // it is thrown where it is awaited
    hand.push(result);
    if (hand.length >= width) yield await hand.shift()!;
  }
  while (hand.length > 0) yield await hand.shift()!;
}
