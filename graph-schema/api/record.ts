import { z } from 'zod';
import { MODALITIES, POLARITIES, PRECISIONS } from '../claim.ts';
import { ENTITY_KINDS, ROLES } from '../kinds.ts';
import { PLOVER_CLASSES } from '../relation.ts';
import { RELATIONS, type RelationType } from '../relations.ts';
import { day, list, maybe, page } from './schema.ts';

export const relationType = z.enum(RELATIONS.map((relation) => relation.name) as [RelationType, ...RelationType[]]);

const when = {
  occurredFrom: maybe(day),
  occurredTo: maybe(day),
  precision: z.enum(PRECISIONS),
  dateFrom: maybe(z.enum(['explicit', 'relative', 'published'])),
};

const Cut = z.object({ start: z.int(), end: z.int(), reason: z.string() });

/** One text with a date and an outlet; offsets anywhere are UTF-16 into `text`. */
export const Article = z
  .object({
    id: z.string(),
    text: z.string(),
    title: maybe(z.string()),
    source: maybe(z.string()),
    author: maybe(z.string()),
    url: maybe(z.string()),
    otherUrls: maybe(list(z.string())),
    published: maybe(day),
    retrieved: maybe(z.string()),
    language: maybe(z.string()),
    cut: maybe(list(Cut)),
  })
  .meta({ id: 'Article' });

export const Entity = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(ENTITY_KINDS),
    country: maybe(z.string()),
    role: maybe(z.enum(ROLES)),
    aliases: list(z.string()),
    mentions: list(z.tuple([z.int(), z.int()]).readonly()),
    wikidata: maybe(z.string()),
    when: maybe(z.object(when)),
    placeId: maybe(z.string()),
    asks: maybe(z.string()),
  })
  .meta({ id: 'Entity' });

export const Claim = z
  .object({
    id: z.string(),
    articleId: z.string(),
    type: relationType,
    source: z.string(),
    target: z.string(),
    roles: maybe(
      z.object({
        mediator: maybe(z.string()),
        host: maybe(z.string()),
        place: maybe(z.string()),
        about: maybe(z.string()),
      }),
    ),
    polarity: z.enum(POLARITIES),
    modality: z.enum(MODALITIES),
    speaker: maybe(z.string()),
    plover: maybe(z.enum(PLOVER_CLASSES)),
    cameo: maybe(z.string()),
    title: maybe(z.string()),
    officeFrom: maybe(day),
    officeTo: maybe(day),
    background: maybe(z.boolean()),
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    trigger: z.object({ start: z.int(), end: z.int() }),
    confidence: z.number().min(0).max(1),
    rule: z.string(),
    extractor: z.string(),
    ...when,
  })
  .meta({ id: 'Claim' });

/** What one article says. */
export const Reading = z
  .object({ article: Article, entities: list(Entity), claims: list(Claim) })
  .meta({ id: 'Reading' });
export type Reading = z.infer<typeof Reading>;

export const ArticleSummary = z
  .object({
    id: z.string(),
    title: maybe(z.string()),
    source: maybe(z.string()),
    url: maybe(z.string()),
    published: maybe(z.string()),
    language: maybe(z.string()),
    claims: z.int(),
    entities: z.int(),
  })
  .meta({ id: 'ArticleSummary' });
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const ArticlePage = page(ArticleSummary).meta({ id: 'ArticlePage' });
export type ArticlePage = z.infer<typeof ArticlePage>;

/** A claim with what a reader needs to judge it. */
export const Evidence = z
  .object({
    claim: Claim,
    article: ArticleSummary,
    sourceName: z.string(),
    targetName: z.string(),
    speakerName: maybe(z.string()),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const EvidencePage = page(Evidence).meta({ id: 'EvidencePage' });
export type EvidencePage = z.infer<typeof EvidencePage>;

/** The most characters one article may have. */
export const LONGEST_ARTICLE = 2_000_000;

/** An article as a user gives it. Only the text is needed; what is absent is looked for in the text and never invented. */
export const ArticleInput = z
  .object({
    text: z
      .string('give the article as text')
      .min(1, 'the text is empty; paste an article')
      .max(LONGEST_ARTICLE, `the text is longer than ${LONGEST_ARTICLE.toLocaleString('en')} characters; cut it up`)
      .refine((text) => /\p{L}/u.test(text), 'there is not one letter in the text; paste an article'),
    title: maybe(z.string().max(1000)),
    published: maybe(day),
    url: maybe(z.url({ protocol: /^https?$/, message: 'give an http or https address' }).max(4000)),
    source: maybe(z.string().max(300)),
    author: maybe(z.string().max(300)),
  })
  .meta({ id: 'ArticleInput' });
export type ArticleInput = z.infer<typeof ArticleInput>;

/** What addresses, feeds and files hold, opened but not stored. */
export const DraftsAnswer = z
  .object({
    articles: list(ArticleInput),
    unread: list(z.object({ name: z.string(), error: z.string() })).meta({
      description: 'What could not be read, and why',
    }),
    more: z.boolean().meta({ description: 'There is more than was looked at: send it as a job' }),
  })
  .meta({ id: 'DraftsAnswer' });
export type DraftsAnswer = z.infer<typeof DraftsAnswer>;

/** What became of an article that was put, and what to know about it. */
export const PutAnswer = z
  .object({
    outcome: z.enum(['added', 'replaced', 'unchanged']),
    article: ArticleSummary,
    notes: list(z.string()).meta({ description: 'What a reader should know: a missing date, a language not read yet' }),
  })
  .meta({ id: 'PutAnswer' });
export type PutAnswer = z.infer<typeof PutAnswer>;

/** Older texts at the addresses of an article, and near-identical copies of it at other outlets. */
export const RelativesAnswer = z
  .object({
    versions: list(
      z.object({
        article: Article,
        url: z.string(),
        replacedBy: z.string().meta({ description: 'Id of the newer article' }),
      }),
    ),
    copies: list(ArticleSummary),
  })
  .meta({ id: 'RelativesAnswer' });
export type RelativesAnswer = z.infer<typeof RelativesAnswer>;
