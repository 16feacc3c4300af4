import { html, type TemplateResult } from 'lit/html.js';
import type { Reading } from '../../graph-schema/api/record.ts';

type Claim = Reading['claims'][number];
type Entity = Reading['entities'][number];

/** A stretch of an article and everything that was found there. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
  readonly entity?: Entity;
  /** Claims whose sentence this is part of. */
  readonly claims: readonly Claim[];
  /** It is (part of) the trigger of these. */
  readonly triggers: readonly Claim[];
  readonly cut?: string;
}

/** Cut a text at every place where something that was found begins or ends. */
export const partsOfText = ({ article, entities, claims }: Reading): TextPart[] => {
  const { text } = article;
  const cuts = article.cut ?? [];
  const edges = new Set([0, text.length]);
  const add = (start: number, end: number): void => {
    if (start < 0 || end > text.length || start >= end) return;
    edges.add(start);
    edges.add(end);
  };
  const mentions = entities.flatMap((entity) => entity.mentions.map(([start, end]) => ({ entity, start, end })));
  for (const { start, end } of mentions) add(start, end);
  for (const claim of claims) {
    add(claim.start, claim.end);
    add(claim.trigger.start, claim.trigger.end);
  }
  for (const cut of cuts) add(cut.start, cut.end);
  const at = [...edges].sort((a, b) => a - b);
  return at.slice(0, -1).map((start, i): TextPart => {
    const end = at[i + 1]!;
    const covers = (range: { readonly start: number; readonly end: number }) =>
      range.start <= start && range.end >= end;
    const entity = mentions.filter(covers).sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.entity;
    const cut = cuts.find(covers)?.reason;
    return {
      text: text.slice(start, end),
      start,
      claims: claims.filter(covers),
      triggers: claims.filter((claim) => covers(claim.trigger)),
      ...(entity ? { entity } : {}),
      ...(cut ? { cut } : {}),
    };
  });
};

export interface ArticleTextOptions {
  readonly reading: Reading;
  /** The claim that is looked at. */
  readonly claim?: string;
  readonly onClaim: (id: string) => void;
}

/** An article with everything found in it highlighted: names underlined, triggers marked, what was cut struck. */
export const articleText = ({ reading, claim, onClaim }: ArticleTextOptions): TemplateResult => {
  const parts = partsOfText(reading);
  const paint = (part: TextPart): unknown => {
    const looked = claim !== undefined && part.claims.some((one) => one.id === claim);
    const named = part.entity
      ? html`<u class="name ${part.entity.kind}" title="${part.entity.name}, ${part.entity.kind}">${part.text}</u>`
      : part.text;
    if (part.cut) return html`<s class="cut" title="Not read: ${part.cut}">${part.text}</s>`;
    if (part.triggers.length > 0) {
      const first = part.triggers[0]!;
      return html`<mark class=${looked ? 'looked' : ''} data-claim=${first.id} @click=${() => onClaim(first.id)}>${named}</mark>`;
    }
    return looked ? html`<span class="looked-sentence">${named}</span>` : named;
  };
  return html`<div class="article-text" lang=${reading.article.language ?? 'en'}>${parts.map(paint)}</div>`;
};
