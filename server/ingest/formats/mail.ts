import { type Draft, UnreadError } from '../draft.ts';
import { readPage } from '../html/read-page.ts';
import { writtenDay } from '../written-day.ts';

/** A mail (.eml) as an article: its plain text, or its HTML read as a page is. Attachments are not read. */
export const readMail = async (name: string, bytes: Uint8Array): Promise<Draft> => {
  const { default: PostalMime } = await import('postal-mime');
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 1_000_000 });
  } catch (error) {
    throw new UnreadError(`The mail is broken: ${(error as Error).message}`, { cause: error });
  }
  const text = mail.text?.trim() ? mail.text : mail.html ? (await readPage(name, mail.html)).text : '';
  if (text.trim() === '') throw new UnreadError('The mail holds no text.');
  // the day as the sender wrote it, not as it was in Greenwich
  const published = writtenDay(mail.headers.find(({ key }) => key === 'date')?.value ?? '');
  const source = mail.from?.name || mail.from?.address;
  return {
    name,
    text,
    ...(mail.subject ? { title: mail.subject } : {}),
    ...(published ? { published } : {}),
    ...(source ? { source } : {}),
  };
};
