import { datelineDay } from '../dateline.ts';
import { type Draft, UnreadError } from '../draft.ts';
import { writtenDay } from '../written-day.ts';
import { declaredSize, fileOfZip } from './zip.ts';

/** Title and author as the document's own properties have them. Its dates are those of a file, not of a publication. */
const properties = async (bytes: Uint8Array): Promise<{ readonly title?: string; readonly author?: string }> => {
  const core = await fileOfZip(bytes, 'docProps/core.xml');
  if (!core) return {};
  const { DOMParser } = await import('@xmldom/xmldom');
  const document = new DOMParser({ errorHandler: () => {} }).parseFromString(Buffer.from(core).toString(), 'text/xml');
  const [title, author] = ['dc:title', 'dc:creator'].map((name) =>
    document?.getElementsByTagName(name)[0]?.textContent?.trim(),
  );
  return { ...(title ? { title } : {}), ...(author ? { author } : {}) };
};

/** The text of a Word document (.docx). The archive's own claims of size are checked before it is opened. */
export const readDocx = async (name: string, bytes: Uint8Array): Promise<Draft> => {
  await declaredSize(bytes, 'The Word document');
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const text = value.replace(/\n{3,}/g, '\n\n').trim();
    if (text === '') throw new UnreadError('The Word document holds no text.');
    const published = datelineDay(text) ?? writtenDay(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '');
    const { title, author } = await properties(bytes);
    const first = /^([^\n]{3,200})\n/.exec(text)?.[1];
    return {
      name,
      text,
      ...(title ? { title } : first && !/[.!?]$/.test(first) ? { title: first } : {}),
      ...(author ? { author } : {}),
      ...(published ? { published } : {}),
    };
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    throw new UnreadError(`The Word document is broken: ${(error as Error).message}. Save it again as .docx or .txt.`, {
      cause: error,
    });
  }
};
