/** What every cursor begins with, so that a text which is none is told from one. */
const MARK = 'after:';

const alphabet = { '+': '-', '/': '_' } as const;

/** A place in a list, as a client carries it: the sort key of the last item shown, so that pages stay right while items come and go. */
export const cursorOf = (key: string): string => {
  const bytes = new TextEncoder().encode(MARK + key);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary)
    .replace(/[+/]/g, (sign) => alphabet[sign as keyof typeof alphabet])
    .replace(/=+$/, '');
};

/** The key in a cursor; undefined where the text is no cursor. */
export const keyOfCursor = (cursor: string): string | undefined => {
  if (!/^[\w-]+$/.test(cursor)) return undefined;
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.startsWith(MARK) ? text.slice(MARK.length) : undefined;
  } catch {
    return undefined;
  }
};
