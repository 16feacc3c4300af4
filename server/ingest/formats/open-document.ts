import { decode } from '../decode.ts';
import { type Draft, UnreadError } from '../draft.ts';
import { readPage } from '../html/read-page.ts';
import { readDocx } from './docx.ts';
import { type Kind, kindOf } from './kind.ts';
import { readMail } from './mail.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

/** What the carrier of a document says of it. */
export interface Carrier {
  readonly mediaType?: string;
  readonly charset?: string;
  /** Address that it was found at. */
  readonly url?: string;
}

/** Kinds that hold one article. */
export const DOCUMENTS: readonly Kind[] = ['text', 'html', 'pdf', 'docx', 'eml'];

/** Bytes that a document of any kind may have. */
const LARGEST: Readonly<Partial<Record<Kind, number>>> = {
  text: 8_000_000,
  html: 8_000_000,
  pdf: 64_000_000,
  docx: 64_000_000,
  eml: 32_000_000,
};

const declaredCharset = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
  )?.[1];

/** A document that holds one article. Throws an `UnreadError` that says what is wrong with it. */
export const openDocument = async (name: string, bytes: Uint8Array, carrier: Carrier = {}): Promise<Draft> => {
  try {
    return await readDocument(name, bytes, carrier);
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    throw new UnreadError(`The file is broken in a way that its reader does not know: ${(error as Error).message}`, {
      cause: error,
    });
  }
};

const readDocument = async (name: string, bytes: Uint8Array, carrier: Carrier): Promise<Draft> => {
  if (bytes.length === 0) throw new UnreadError('The file is empty.');
  const kind = kindOf(name, bytes, carrier.mediaType);
  const most = LARGEST[kind];
  if (most !== undefined && bytes.length > most)
    throw new UnreadError(
      `The file has ${(bytes.length / 1e6).toFixed(0)} MB; a ${kind} file with one article has at most ${most / 1e6} MB. Cut it up.`,
    );
  switch (kind) {
    case 'pdf':
      return readPdf(name, bytes);
    case 'docx':
      return readDocx(name, bytes);
    case 'eml':
      return readMail(name, bytes);
    case 'html':
      return readPage(name, decode(bytes, carrier.charset ?? declaredCharset(bytes)), carrier.url);
    default:
      return readText(name, decode(bytes, carrier.charset));
  }
};
