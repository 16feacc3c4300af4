import { html, render, type TemplateResult } from 'lit/html.js';
import type { App } from '../app.ts';
import type { Chosen } from '../state/view.ts';
import { counted } from '../words.ts';
import { createEvidenceList, type EvidenceList } from './evidence-list.ts';
import type { PageFrame } from './frame.ts';
import { choose } from './graph-actions.ts';
import { drawManyPanel } from './panel-many.ts';
import { drawNodePanel } from './panel-node.ts';
import { drawPairPanel } from './panel-pair.ts';
import { signMark } from './sign-text.ts';

const FIRST_PAIRS = 9;

/** What the panel shows of something chosen; drawn again whenever more of it is known. */
export interface PanelPart {
  readonly draw: () => TemplateResult;
}

export interface PanelContext {
  readonly app: App;
  readonly repaint: () => void;
  readonly evidence: (about: Parameters<App['api']['evidence']>[0]) => EvidenceList;
}

const drawNothing = (app: App): TemplateResult => {
  const scene = app.canvas()?.scene();
  const pairs = [...(scene?.bundles ?? [])]
    .filter((bundle) => bundle.sign !== 'none')
    .sort((a, b) => b.evidence - a.evidence || a.key.localeCompare(b.key))
    .slice(0, FIRST_PAIRS);
  return html`<p class="kicker">Evidence</p>
    <h2>Which sentence says so?</h2>
    <p>Choose a line for all that is said of a pair, or a shape for all that is said of one actor. Each claim opens to its sentence, with outlet, date and speaker.</p>
    ${
      pairs.length > 0
        ? html`<h3>Most is said of</h3><ul class="pairs">${pairs.map((bundle) => {
            const [a, b] = [scene!.nodes[bundle.a]!, scene!.nodes[bundle.b]!];
            return html`<li><button type="button" class="wide" @click=${() => choose(app, { kind: 'pair', a: a.id, b: b.id })}>
        ${signMark(bundle.sign)}<span class="name">${a.name} – ${b.name}</span><span class="count">${counted(bundle.evidence, 'report')}</span></button></li>`;
          })}</ul>`
        : ''
    }`;
};

const keyOf = (chosen: Chosen): string => JSON.stringify(chosen);

/** The panel at the right: what is known of what is chosen, sentence by sentence. */
export const mountPanel = (frame: PageFrame, app: App): void => {
  const { session } = app;
  const host = frame.panel;
  let key = '';
  let part: PanelPart = { draw: () => drawNothing(app) };

  const paint = (): void => {
    const { chosen } = session.view();
    render(
      html`<div class="sheet-head only-narrow"><b>Evidence</b><button type="button" class="icon" aria-label="Close the evidence" @click=${() => {
        frame.openSheet(undefined);
        choose(app, { kind: 'none' });
      }}>✕</button></div>
      <div class="panel-body" data-chosen=${chosen.kind}>${part.draw()}</div>`,
      host,
    );
  };

  const partOf = (chosen: Chosen): PanelPart => {
    let live = true;
    const mine = keyOf(chosen);
    const repaint = (): void => {
      live = key === mine;
      if (live) paint();
    };
    const context: PanelContext = { app, repaint, evidence: (about) => createEvidenceList(app, about, repaint) };
    if (chosen.kind === 'nodes') {
      return chosen.ids.length === 1 ? drawNodePanel(context, chosen.ids[0]!) : drawManyPanel(context, chosen.ids);
    }
    if (chosen.kind === 'pair' || chosen.kind === 'edge') return drawPairPanel(context, chosen);
    return { draw: () => drawNothing(app) };
  };

  const update = (): void => {
    const { chosen } = session.view();
    const next = keyOf(chosen);
    if (next !== key) {
      key = next;
      part = partOf(chosen);
      host.scrollTop = 0;
      frame.openSheet(chosen.kind === 'none' ? undefined : 'panel');
    }
    paint();
  };
  session.follow(update);
  app.onGraph(paint);
  update();
};
