/** A sentence of the list with words dropped, doubled, swapped, joined with others, or with odd characters put in. */
export const mutate = (sentences: readonly string[], random: () => number): string => {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  let words = pick(sentences).split(' ');
  const changes = 1 + Math.floor(random() * 5);
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * words.length);
    switch (Math.floor(random() * 7)) {
      case 0:
        words.splice(at, 1);
        break;
      case 1:
        words.splice(at, 0, words[at] ?? '');
        break;
      case 2:
        words.splice(at, 0, pick(pick(sentences).split(' ')));
        break;
      case 3:
        words = [...words.slice(at), ...words.slice(0, at)];
        break;
      case 4:
        words = [...words, ...pick(sentences).split(' ')];
        break;
      case 5:
        words.splice(at, 0, pick(['—', '“', '”', '…', '\n\n', '\u0000', '(', ')', ',', ';', '!', '?', '🙂', '\ud83d']));
        break;
      default:
        words[at] = (words[at] ?? '').toUpperCase();
    }
  }
  return words.join(' ');
};
