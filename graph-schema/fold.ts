import anyAscii from 'any-ascii';

/**
 * A name as search compares it: transliterated to ASCII, lower case, letters and digits parted by single spaces.
 * "Müller" and "Mueller" stay apart; "Müller" and "muller" do not.
 */
export const fold = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A folded name as part of an id. */
export const slug = (text: string): string => fold(text).replaceAll(' ', '-');
