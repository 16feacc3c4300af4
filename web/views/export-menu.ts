import { html } from 'lit/html.js';
import type { FormatsAnswer } from '../../graph-schema/api/export.ts';
import type { App } from '../app.ts';
import { svgOfFrame } from '../graph/svg.ts';
import { download, openPopover } from './popover.ts';

type What = 'all' | 'around';

/** Files of the graph: everything under the filter, or the neighbourhood of what is chosen; or the picture. */
export const openExportMenu = (anchor: HTMLElement, app: App): void => {
  const view = app.session.view();
  const chosenIds =
    view.chosen.kind === 'nodes' ? view.chosen.ids : view.chosen.kind === 'none' ? [] : [view.chosen.a, view.chosen.b];
  let what: What = 'all';
  let formats: FormatsAnswer['formats'] = [];
  const nameOf = (id: string) => app.graph().nodes.find((node) => node.id === id)?.name ?? id;

  openPopover(anchor, 'Export', (close, repaint) => {
    if (formats.length === 0) {
      app.api.formats().then(
        (answer) => {
          if (formats.length > 0) return;
          formats = answer.formats;
          repaint();
        },
        (error) => {
          close();
          app.complain(error);
        },
      );
    }
    const address = (format: string) =>
      app.api.exportAddress(format, what === 'around' && chosenIds[0] ? { around: chosenIds[0] } : {}, view.filter);
    const picture = async (kind: 'svg' | 'png'): Promise<void> => {
      const canvas = app.canvas();
      if (!canvas || canvas.scene().nodes.length === 0) {
        app.toast('There is no graph to take a picture of');
        return;
      }
      const text = svgOfFrame(canvas.frame(), canvas.labels(), { title: document.title, address: location.href });
      if (kind === 'svg') download('entente.svg', text, 'image/svg+xml');
      else {
        const { pngOfSvg } = await import('../graph/png.ts');
        download('entente.png', await pngOfSvg(text, canvas.frame().size, 2));
      }
      close();
    };
    return html`<fieldset class="choice"><legend>What</legend>
        <label><input type="radio" name="what" .checked=${what === 'all'} @change=${() => {
          what = 'all';
          repaint();
        }} /> All under the filter and window</label>
        <label><input type="radio" name="what" ?disabled=${chosenIds.length === 0} .checked=${what === 'around'} @change=${() => {
          what = 'around';
          repaint();
        }} /> Around ${chosenIds[0] ? nameOf(chosenIds[0]) : 'what is chosen (nothing is)'}</label>
      </fieldset>
      <ul class="formats">${formats.map(
        (format) =>
          html`<li><a href=${address(format.name)} download data-format=${format.name}>${format.title}<span class="soft">.${format.extension}${format.readsBack ? ' · reads back' : ''}</span></a></li>`,
      )}</ul>
      <p class="row"><button type="button" @click=${() => picture('svg')}>Picture as SVG</button><button type="button" @click=${() => picture('png')}>Picture as PNG</button></p>
      <p class="soft">Each file says which filter and window made it, and cites its sources.</p>`;
  });
};
