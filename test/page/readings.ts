import { readFileSync } from 'node:fs';
import type { Claim, Entity, Modality, Polarity, Precision } from '../../graph-schema/claim.ts';
import { articleId, claimId } from '../../graph-schema/ids.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { isRelationType, type RelationType, relationOf } from '../../graph-schema/relations.ts';
import { CAST, castId } from './cast.ts';

interface Said {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  /** The sentence, and the words in it that say the relation. */
  readonly sentence: string;
  readonly trigger: string;
  readonly when?: readonly [from: string, to: string, precision: Precision];
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly speaker?: string;
  readonly confidence?: number;
  readonly title?: string;
}

interface Told {
  readonly title: string;
  readonly source: string;
  readonly published: string;
  readonly url?: string;
  readonly says: readonly Said[];
  /** A sentence that is not read, and why. */
  readonly cut?: readonly [text: string, reason: string];
}

const TOLD: readonly Told[] = JSON.parse(readFileSync(new URL('./told.json', import.meta.url), 'utf8'));

const readingOf = (told: Told): Reading => {
  const [cutText = '', reason = ''] = told.cut ?? [];
  const sentences = [...new Set(told.says.map((said) => said.sentence))];
  const text = cutText + sentences.join(' ');
  const id = articleId(text);
  const named = new Map<string, [number, number][]>();
  for (const [key, { words }] of Object.entries(CAST)) {
    const spans = words.flatMap((word) => {
      const found: [number, number][] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push([at, at + word.length]);
      return found;
    });
    if (spans.length > 0)
      named.set(
        key,
        spans.sort((a, b) => a[0] - b[0]),
      );
  }
  for (const said of told.says)
    for (const key of [said.from, said.to, said.speaker]) if (key && !named.has(key)) named.set(key, []);
  const entities = [...named].map(([key, mentions]): Entity => {
    const one = CAST[key]!;
    return {
      id: castId(key),
      name: one.name,
      kind: one.kind,
      aliases: one.words.filter((word) => word !== one.name && !/^[Tt]he /.test(word)),
      mentions,
      ...(one.country ? { country: one.country } : {}),
      ...(one.role ? { role: one.role } : {}),
      ...(one.asks ? { asks: one.asks } : {}),
      ...(one.on ? { when: { occurredFrom: one.on, occurredTo: one.on, precision: 'day' as const } } : {}),
    };
  });
  const claims = told.says.map((said): Claim => {
    if (!isRelationType(said.type)) throw new Error(`no such relation: ${said.type}`);
    const start = text.indexOf(said.sentence);
    const at = text.indexOf(said.trigger, start);
    const relation = relationOf(said.type);
    const ends = {
      articleId: id,
      start,
      end: start + said.sentence.length,
      trigger: { start: at, end: at + said.trigger.length },
      type: said.type,
      source: castId(said.from),
      target: castId(said.to),
    };
    return {
      id: claimId(ends),
      ...ends,
      polarity: said.polarity ?? 'affirmed',
      modality: said.modality ?? 'fact',
      precision: said.when?.[2] ?? 'unknown',
      ...(said.when ? { occurredFrom: said.when[0], occurredTo: said.when[1], dateFrom: 'explicit' as const } : {}),
      ...(said.speaker ? { speaker: castId(said.speaker) } : {}),
      ...(relation.plover ? { plover: relation.plover } : {}),
      ...(relation.cameo ? { cameo: relation.cameo } : {}),
      ...(said.title ? { title: said.title } : {}),
      quote: said.sentence,
      confidence: said.confidence ?? 0.9,
      rule: 'by hand',
      extractor: 'page tests 1',
    };
  });
  return {
    article: {
      id,
      text,
      title: told.title,
      source: told.source,
      published: told.published,
      language: 'en',
      ...(told.url ? { url: told.url } : {}),
      ...(told.cut ? { cut: [{ start: 0, end: cutText.length, reason }] } : {}),
    },
    entities,
    claims,
  };
};

/** A dozen short articles of our own with what they say, for the page's tests. */
export const READINGS: readonly Reading[] = TOLD.map(readingOf);
