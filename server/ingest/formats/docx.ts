import { datelineDay } from '../dateline.ts';
import { type Draft, UnreadError } from '../draft.ts';
import { writtenDay } from '../written-day.ts';
import { declaredSize } from './zip.ts';

/** The text of a Word document (.docx). The archive's own claims of size are checked before it is opened. */
export const readDocx = async (name: string, bytes: Uint8Array): Promise<Draft> => {
  await declaredSize(bytes, 'The Word document');
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const text = value.replace(/\n{3,}/g, '\n\n').trim();
    if (text === '') throw new UnreadError('The Word document holds no text.');
    const published = datelineDay(text) ?? writtenDay(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '');
    const first = /^([^\n]{3,200})\n/.exec(text)?.[1];
    return {
      name,
      text,
      ...(first && !/[.!?]$/.test(first) ? { title: first } : {}),
      ...(published ? { published } : {}),
    };
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    throw new UnreadError(`The Word document is broken: ${(error as Error).message}. Save it again as .docx or .txt.`, {
      cause: error,
    });
  }
};
