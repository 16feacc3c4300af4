import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Reading } from '../../graph-schema/api/record.ts';
import { isRelationType, relationOf } from '../../graph-schema/relations.ts';
import { counted, KIND_NAMES, mannerWord, whenName } from '../words.ts';
import { kindIcon } from './kind-icon.ts';
import { signedVerb } from './sign-text.ts';

/** What was found in an article: its claims, who and what it names, and what was not read. */
export const articleFindings = (
  reading: Reading,
  claim: string | undefined,
  onClaim: (id: string) => void,
): TemplateResult => {
  const names = new Map(reading.entities.map((entity) => [entity.id, entity.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const cuts = reading.article.cut ?? [];
  return html`<h3>Claims <span class="count" data-claims=${reading.claims.length}>${reading.claims.length}</span></h3>
    <ul class="found-claims">${reading.claims.map(
      (
        one,
      ) => html`<li><button type="button" class="wide" aria-pressed=${one.id === claim} @click=${() => onClaim(one.id)}>
        <span class="claim-line">${nameOf(one.source)} ${signedVerb(one.type, isRelationType(one.type) ? relationOf(one.type).quad : 'belonging')} ${nameOf(one.target)}</span>
        <span class="soft">${[whenName(one), one.speaker ? `said by ${nameOf(one.speaker)}` : '', mannerWord(one.polarity, one.modality), `confidence ${one.confidence.toFixed(2)}`].filter(Boolean).join(' · ')}</span></button></li>`,
    )}</ul>
    ${reading.claims.length === 0 ? html`<p class="soft">No relation was found that the text states.</p>` : nothing}
    <h3>Named <span class="count">${reading.entities.length}</span></h3>
    <ul class="named">${[...reading.entities]
      .sort((a, b) => b.mentions.length - a.mentions.length)
      .map(
        (entity) =>
          html`<li>${kindIcon(entity.kind)} ${entity.name} <span class="soft">${KIND_NAMES[entity.kind][0]}${entity.mentions.length > 1 ? `, ${entity.mentions.length}×` : ''}</span></li>`,
      )}</ul>
    ${cuts.length > 0 ? html`<h3>Not read <span class="count">${counted(cuts.length, 'stretch', 'stretches')}</span></h3><ul>${cuts.map((cut) => html`<li class="soft"><s>${reading.article.text.slice(cut.start, Math.min(cut.end, cut.start + 60))}${cut.end - cut.start > 60 ? '…' : ''}</s> (${cut.reason})</li>`)}</ul>` : nothing}`;
};
