/** Words that stand in nearly every English text and in few others. */
const ENGLISH = new Set(
  'the of and to in that was for on with said by at from has had have were are is be not after his her their would who which will it he they an as but over'.split(
    ' ',
  ),
);

/** Shortest text of which anything but English is believed: shorter ones hold little but names. */
const SHORTEST = 80;
const SAMPLE = 2000;

/** Share of English function words among the words, 0 … 1. */
const englishShare = (text: string): number => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => ENGLISH.has(word)).length / words.length;
};

const latinShare = (text: string): number => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
};

/**
 * BCP 47 tag of the language of a text. English is told by its function words; only where these are few is the
 * detector loaded (0.2 s, 60 MB). Short texts in Latin letters count as English, for they hold little but names.
 */
export const detectLanguage = async (text: string): Promise<string> => {
  const sample = text.slice(0, SAMPLE);
  const english = englishShare(sample) > 0.1 && /\b(?:the|of|and|with|said)\b/i.test(sample);
  if (latinShare(sample) > 0.7 && (english || sample.trim().length < SHORTEST)) return 'en';
  const { eld } = await import('eld/small');
  const result = eld.detect(sample);
  return result.language || 'und';
};

/** Name of a language in English, for messages. */
export const languageName = (tag: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** Whether articles in this language are read. */
export const isRead = (tag: string): boolean => tag === 'en' || tag.startsWith('en-');
