/** Elements that begin a new paragraph. */
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE'.split(' '));

/** The text of an element as paragraphs parted by empty lines, white space folded; walks without recursion. */
export const blocksOf = (root: Node): string => {
  const parts: string[] = [];
  const end = (mark: string): void => {
    if (parts.length > 0 && parts.at(-1) !== mark) parts.push(mark);
  };
  let node: Node | null = root;
  while (node) {
    let down: Node | null = node.firstChild;
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/[\s\u00a0]+/g, ' '));
    else if (node.nodeType === 1) {
      const { tagName } = node as Element;
      if (SKIPPED.has(tagName)) down = null;
      else if (tagName === 'BR') parts.push('\n');
      else if (BLOCK.has(tagName)) end('\n\n');
    }
    if (down) {
      node = down;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCK.has((node as Element).tagName)) end('\n\n');
    }
    node = !node || node === root ? null : node.nextSibling;
  }
  return parts
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
};
