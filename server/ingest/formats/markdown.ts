/** What Markdown writes and what is read of it, in the order in which it is taken away. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^(```|~~~)[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, ''],
  [/^ {0,3}#{1,6}[ \t]+([^\n]*?)[ \t]*#*$/gm, '$1'],
  [/^ {0,3}(?:[-*_][ \t]*){3,}$/gm, ''],
  [/^[ \t]*(?:>[ \t]?)+/gm, ''],
  [/^[ \t]*[-*+][ \t]+(?=\S)/gm, ''],
  [/!\[[^\]\n]*\]\([^()\n]*\)/g, ''],
  [/\[([^\]\n]+)\]\([^()\n]*\)/g, '$1'],
  [/\[([^\]\n]+)\]\[[^\]\n]*\]/g, '$1'],
  [/^ {0,3}\[[^\]\n]+\]:[ \t]+\S+.*$/gm, ''],
  [/<(https?:\/\/[^<>\s]+)>/g, '$1'],
  [/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2'],
  [/(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/g, '$1'],
  [/(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\w_])/g, '$1'],
  [/`([^`\n]+)`/g, '$1'],
];

/** The words of a Markdown text, without what marks headings, lists, quotations, links and stress; code is left out. */
export const plainMarkdown = (text: string): string => {
  let plain = text;
  for (const [pattern, words] of MARKUP) plain = plain.replace(pattern, words);
  return plain.replace(/\n{3,}/g, '\n\n');
};
