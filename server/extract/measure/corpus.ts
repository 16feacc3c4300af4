import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A relation as the corpus expects it (test/extract/corpus/README.md). */
export interface Expected {
  readonly type: string;
  readonly or?: readonly string[];
  readonly source: string;
  readonly target: string;
  readonly sourceCountry?: string;
  readonly targetCountry?: string;
  readonly targetKind?: string;
  /** Other names by which an article speaks of the ends. */
  readonly sourceAliases?: readonly string[];
  readonly targetAliases?: readonly string[];
  readonly polarity?: string;
  readonly modality?: string;
  readonly speaker?: string;
  readonly speakerCountry?: string;
  readonly plover?: string;
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  readonly precision?: string;
  readonly title?: string;
}

/** A sentence with every relation it states. */
export interface CorpusSentence {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly phenomena: readonly string[];
  readonly expect: readonly Expected[];
  readonly allow?: readonly Expected[];
  readonly belonging?: boolean;
}

/** A person, country, organization, event or proposal that a corpus article names. */
export interface CorpusEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country?: string;
  readonly role?: string;
  readonly aliases?: readonly string[];
}

/** A whole report with its graph. Ends of claims are ids of its entities. */
export interface CorpusArticle {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
  readonly text: string;
  readonly entities: readonly CorpusEntity[];
  readonly claims: readonly Expected[];
  readonly allow?: readonly Expected[];
}

const filesIn = (folder: string, ending: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** Sentences of a corpus folder, in the order of its files. */
export const readSentences = (folder: string): CorpusSentence[] =>
  filesIn(join(folder, 'sentences'), '.jsonl').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as CorpusSentence),
  );

/** Articles of a corpus folder. */
export const readArticles = (folder: string): CorpusArticle[] =>
  filesIn(join(folder, 'articles'), '.json').map((file) => JSON.parse(readFileSync(file, 'utf8')) as CorpusArticle);

const named = (article: CorpusArticle, id: string): CorpusEntity | undefined =>
  article.entities.find((entity) => entity.id === id);

/** A claim of an article with its ends by name and country, as the sentences have them. */
export const withNames = (article: CorpusArticle, expected: Expected): Expected => {
  const source = named(article, expected.source);
  const target = named(article, expected.target);
  const speaker = expected.speaker === undefined ? undefined : named(article, expected.speaker);
  return {
    ...expected,
    source: source?.name ?? expected.source,
    target: target?.name ?? expected.target,
    ...(source?.country && { sourceCountry: source.country }),
    ...(target?.country && { targetCountry: target.country }),
    ...(source?.aliases && { sourceAliases: source.aliases }),
    ...(target?.aliases && { targetAliases: target.aliases }),
    ...(target && /^(event|proposal)$/.test(target.kind) && { targetKind: target.kind }),
    ...(speaker && { speaker: speaker.name }),
    ...(speaker?.country && { speakerCountry: speaker.country }),
  };
};
