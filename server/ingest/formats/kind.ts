import { decode } from '../decode.ts';

/** What a file is. */
export type Kind = 'text' | 'html' | 'pdf' | 'docx' | 'json' | 'jsonl' | 'csv' | 'eml' | 'zip' | 'feed';

const BY_ENDING: Readonly<Record<string, Kind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  eml: 'eml',
  zip: 'zip',
  xml: 'feed',
  rss: 'feed',
  atom: 'feed',
};

/** Endings of the files that are read from folders. */
export const ENDINGS: readonly string[] = Object.keys(BY_ENDING);

/** The ending of a file's name, lower case, without its dot. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const starts = (bytes: Uint8Array, text: string): boolean =>
  text.length <= bytes.length && [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));

const ofText = (head: string): Kind => {
  const start = head.trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(start)) return 'feed';
  if (
    /^<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)\b/i.test(start) ||
    /<\/(?:p|div|html|body)>/i.test(head)
  )
    return 'html';
  if (/^\{[^\n]*\}\s*\n\s*\{/.test(start)) return 'jsonl';
  if (/^[[{]/.test(start) && /["\]}]/.test(start)) return 'json';
  if (
    /^(?:[A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*){2,}/.test(start) &&
    /^(?:from|received|mime-version|message-id|return-path): /im.test(start)
  )
    return 'eml';
  return 'text';
};

/** What a file is: by its first bytes, then by the carrier's media type, then by its ending, then by its text. */
export const kindOf = (name: string, bytes: Uint8Array, mediaType?: string): Kind => {
  if (starts(bytes, '%PDF-')) return 'pdf';
  const ending = BY_ENDING[endingOf(name)];
  if (starts(bytes, 'PK\u0003\u0004'))
    return ending === 'docx' || /wordprocessingml/.test(mediaType ?? '') ? 'docx' : 'zip';
  if (ending === 'pdf' || ending === 'docx' || ending === 'zip') return ending;
  const head = (() => {
    try {
      return decode(bytes.subarray(0, 4096));
    } catch {
      return '';
    }
  })();
  const told = ofText(head);
  if (told === 'feed') return 'feed';
  if (mediaType && /html/.test(mediaType)) return 'html';
  if (mediaType && /feed\+json/.test(mediaType)) return 'feed';
  return ending && ending !== 'feed' ? ending : told;
};
