import { readdirSync, readFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { readText } from '../../../server/ingest/formats/text.ts';

/** An article made of sentences of the sample reports. */
export interface RecombinedArticle {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly published: string;
  readonly url: string;
  readonly text: string;
}

const folder = new URL('../../samples/', import.meta.url);

const paragraphsOfSamples = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.md$/.test(name))
    .sort()
    .flatMap((name) => readText(name, readFileSync(new URL(name, folder), 'utf8')).text.split(/\n\s*\n/));

const sentencesIn = (paragraph: string): readonly string[] =>
  paragraph.match(/[^.]+(?:\.(?!\s+[A-Z“"])[^.]*)*\./g) ?? [];

const day = (number: number): string => new Date(Date.UTC(2011, 7, 1 + (number % 2700))).toISOString().slice(0, 10);

/** So many articles of about so many words, no two alike; the same seed gives the same articles. */
export const recombinedArticles = (count: number, words: number, seed = 'recombined'): readonly RecombinedArticle[] => {
  const random = seedrandom(seed);
  const sentences = paragraphsOfSamples()
    .flatMap(sentencesIn)
    .map((sentence) => sentence.trim());
  return Array.from({ length: count }, (_, number) => {
    const paragraphs: string[][] = [[]];
    let length = 0;
    while (length < words) {
      const sentence = sentences[Math.floor(random() * sentences.length)]!;
      if (paragraphs.at(-1)!.length === 4) paragraphs.push([]);
      paragraphs.at(-1)!.push(sentence);
      length += sentence.split(/\s+/).length;
    }
    const source = `Sample Outlet ${1 + (number % 40)}`;
    return {
      id: String(number + 1),
      title: `Report ${number + 1}`,
      source,
      published: day(Math.floor(random() * 2700)),
      url: `https://outlet-${1 + (number % 40)}.example/report-${number + 1}`,
      text: `Report ${number + 1} of the day.\n\n${paragraphs.map((paragraph) => paragraph.join(' ')).join('\n\n')}`,
    };
  });
};
