import { datelineDay } from '../dateline.ts';
import { type Draft, UnreadError } from '../draft.ts';
import { writtenDay } from '../written-day.ts';

const MOST_PAGES = 500;

/** Lines of a page joined to paragraphs: hyphens at line ends closed, a line that ends a sentence ends its paragraph. */
const paragraphs = (page: string): string =>
  page
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
    .replace(/([^\n.!?:"”])\n(?=[^\n])/g, '$1 ')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** The text of a PDF. Throws an `UnreadError` where it is broken, locked, too long, or holds pictures of text only. */
export const readPdf = async (name: string, bytes: Uint8Array): Promise<Draft> => {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    if (document.numPages > MOST_PAGES)
      throw new UnreadError(
        `The PDF has ${document.numPages} pages, more than the ${MOST_PAGES} that are read. Cut it up.`,
      );
    const { text } = await extractText(document, { mergePages: false });
    const whole = text.map(paragraphs).join('\n\n').trim();
    if (whole === '') throw new UnreadError('The PDF holds no text, only pictures. Read it with OCR first.');
    const { info } = await getMeta(document).catch(() => ({ info: {} as Record<string, unknown> }));
    const title = typeof info.Title === 'string' ? info.Title : undefined;
    const published = datelineDay(whole) ?? writtenDay(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '');
    return { name, text: whole, ...(title ? { title } : {}), ...(published ? { published } : {}) };
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    const locked = (error as Error).name === 'PasswordException';
    throw new UnreadError(
      locked
        ? 'The PDF is locked by a password. Save it without one.'
        : `The PDF is broken: ${(error as Error).message}`,
      { cause: error },
    );
  }
};
