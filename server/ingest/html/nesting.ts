const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** How deep the tags of a page are nested and how many there are, counted in one pass without building anything. */
export const nesting = (html: string): { readonly depth: number; readonly tags: number } => {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,40})/g)) {
    const name = match[2]!.toLowerCase();
    if (VOID.has(name) || name === 'p' || name === 'li') {
      tags++;
      continue;
    }
    if (match[1]) depth = Math.max(0, depth - 1);
    else {
      tags++;
      depth++;
      if (depth > deepest) deepest = depth;
    }
  }
  return { depth: deepest, tags };
};
