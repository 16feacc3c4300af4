/** Characters that XML 1.0 forbids; lone surrogates are mended before. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text that stands as it is: most of a file, and what makes writing it fast. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;

/** A text as it may stand in an XML attribute or element, what XML can't hold left out. */
export const xml = (value: string | number | boolean): string => {
  const text = String(value);
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character]!);
};

/** A start tag with its attributes; absent ones are left out. */
export const tag = (
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  close = '',
): string => {
  let text = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) text += ` ${key}="${xml(value)}"`;
  }
  return `${text}${close}>`;
};

/** An element that has attributes only. */
export const empty = (
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string => tag(name, attributes, '/');
