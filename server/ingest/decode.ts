import { UnreadError } from './draft.ts';

const BOMS: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Share of bytes that no text holds: NULs and control characters other than tab, line feed, form feed, return. */
const controlShare = (bytes: Uint8Array): number => {
  const sample = bytes.subarray(0, 65_536);
  if (sample.length === 0) return 0;
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return odd / sample.length;
};

const decoder = (label: string, fatal: boolean): TextDecoder | undefined => {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return undefined; // a charset nobody knows
  }
};

/**
 * Bytes as text: by byte order mark, then by what the carrier declares, then UTF-8, then Windows-1252, which older
 * western pages are in. Throws an `UnreadError` for bytes that are no text.
 */
export const decode = (bytes: Uint8Array, declared?: string): string => {
  const bom = BOMS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (bom) return new TextDecoder(bom[1]).decode(bytes);
  if (controlShare(bytes) > 0.02)
    throw new UnreadError(
      'This is binary data and no text. Text, HTML, PDF, Word, mail, JSON, CSV and ZIP files are read.',
    );
  const utf8 = decoder('utf-8', true)!;
  const told = declared && !/^utf-?8$/i.test(declared) ? decoder(declared, false) : undefined;
  if (told) return told.decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
