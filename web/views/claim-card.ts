import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Evidence } from '../../graph-schema/api/record.ts';
import type { Entity } from '../../graph-schema/claim.ts';
import { toAddress } from '../state/address.ts';
import type { View } from '../state/view.ts';
import { dayName, mannerWord, verbOf, whenName } from '../words.ts';
import { addressOfSentence, markQuote } from './mark-quote.ts';

/** A claim's sentence with its trigger marked and its names underlined. */
export const quoteOf = (evidence: Evidence, entities?: readonly Entity[]): TemplateResult => {
  const { claim, sourceName, targetName, speakerName } = evidence;
  const names = { source: sourceName, target: targetName, ...(speakerName ? { speaker: speakerName } : {}) };
  return html`<blockquote>${markQuote(claim, names, entities).map(({ text, mark }) =>
    mark === 'trigger' ? html`<mark>${text}</mark>` : mark ? html`<u class=${mark}>${text}</u>` : text,
  )}</blockquote>`;
};

export interface ClaimCardOptions {
  readonly view: View;
  readonly entities?: readonly Entity[];
  /** Say which relation it is, where the list holds several. */
  readonly named?: boolean;
}

/** One claim with all that a reader needs to judge it. */
export const claimCard = (evidence: Evidence, { view, entities, named = false }: ClaimCardOptions): TemplateResult => {
  const { claim, article, speakerName, sourceName, targetName } = evidence;
  const denied = claim.polarity === 'denied';
  const inArticle = toAddress({ ...view, page: 'articles', article: { id: article.id, claim: claim.id } });
  return html`<article class="claim ${denied ? 'is-denied' : ''}" data-claim=${claim.id}>
    <p class="meta">
      ${denied ? html`<b class="conflict">Denied</b>` : nothing}
      <b class="outlet">${article.source ?? 'Outlet unknown'}</b>
      ${article.published ? html`<time datetime=${article.published}>${dayName(article.published)}</time>` : html`<span>undated</span>`}
      <span>${speakerName ? `said by ${speakerName}` : claim.background ? 'background knowledge' : denied ? 'said by the article' : mannerWord(claim.polarity, claim.modality)}</span>
    </p>
    ${named ? html`<p class="claim-names">${sourceName} <b>${verbOf(claim.type)}</b> ${targetName}</p>` : nothing}
    ${quoteOf(evidence, entities)}
    <div class="meta">
      <span>${whenName(claim)}${claim.dateFrom === 'relative' ? ' (counted from the article)' : claim.dateFrom === 'published' ? ' (the article’s day)' : ''}</span>
      ${speakerName && mannerWord(claim.polarity, claim.modality) && !denied ? html`<span>${mannerWord(claim.polarity, claim.modality)}</span>` : nothing}
      <span>confidence ${claim.confidence.toFixed(2)}</span>
    </div>
    <div class="meta links">
      <a href=${inArticle} data-step>in the article</a>
      ${article.url ? html`<a href=${addressOfSentence(article.url, claim.quote)} target="_blank" rel="noopener noreferrer">open at the sentence ↗</a>` : nothing}
      <details class="how"><summary>how it was found</summary><span>rule <code>${claim.rule}</code>, ${claim.extractor}</span></details>
    </div>
  </article>`;
};

/** Claims that say the opposite of each other, beside each other. */
export const disagreements = (
  items: readonly Evidence[],
): { readonly type: string; readonly affirmed: readonly Evidence[]; readonly denied: readonly Evidence[] }[] => {
  const groups = new Map<string, { affirmed: Evidence[]; denied: Evidence[] }>();
  for (const item of items) {
    const { type, source, target, polarity } = item.claim;
    const key = `${type} ${source} ${target}`;
    const group = groups.get(key) ?? { affirmed: [], denied: [] };
    group[polarity].push(item);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([, group]) => group.affirmed.length > 0 && group.denied.length > 0)
    .map(([key, group]) => ({ type: key.split(' ')[0]!, ...group }));
};
