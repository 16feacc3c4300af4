import { html } from 'lit/html.js';
import type { FormatsAnswer } from '../../graph-schema/api/export.ts';
import type { App } from '../app.ts';
import { svgOfFrame } from '../graph/svg.ts';
import { download, openPopover } from './popover.ts';
import { pngWithProvenance, svgWithProvenance } from './with-provenance.ts';

type Format = FormatsAnswer['formats'][number];
type What = 'all' | 'shown' | 'around' | 'query';

/** Above so many nodes the question for just these would grow too long for an address. */
const MOST_NAMED = 120;

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A question whose answer is these nodes and what is between them. */
const queryForNodes = (ids: readonly string[]): string => {
  const list = `[${ids.map(quoted).join(', ')}]`;
  return `MATCH (a:Entity) WHERE a.id IN ${list} OPTIONAL MATCH (a)-[r]->(b:Entity) WHERE b.id IN ${list} RETURN a, r, b`;
};

/** Files of the graph: everything under the filter, or the neighbourhood of what is chosen; or the picture. */
export const openExportMenu = (anchor: HTMLElement, app: App): void => {
  const view = app.session.view();
  const chosenIds =
    view.chosen.kind === 'nodes' ? view.chosen.ids : view.chosen.kind === 'none' ? [] : [view.chosen.a, view.chosen.b];
  const shownIds = app.graph().nodes.map((node) => node.id);
  let what: What = 'all';
  let record = false;
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
    const piece = (): { readonly around?: string; readonly query?: string } => {
      if (what === 'around' && chosenIds[0]) return { around: chosenIds[0] };
      if (what === 'shown') return { query: queryForNodes(shownIds) };
      if (what === 'query') return { query: view.query };
      return {};
    };
    const address = ({ name, carriesRecord }: Format) =>
      app.api.exportAddress(name, { ...piece(), ...(record && carriesRecord ? { record: true } : {}) }, view.filter);
    const remarks = ({ extension, readsBack, carriesRecord }: Format) =>
      [
        `.${extension}`,
        ...(record && carriesRecord ? ['with the articles'] : []),
        ...(readsBack ? ['reads back'] : []),
      ].join(' · ');
    const choice = (value: What, label: string, possible: boolean) =>
      html`<label><input type="radio" name="what" value=${value} ?disabled=${!possible} .checked=${what === value} @change=${() => {
        what = value;
        repaint();
      }} /> ${label}</label>`;
    const picture = async (kind: 'svg' | 'png'): Promise<void> => {
      const canvas = app.canvas();
      if (!canvas || canvas.scene().nodes.length === 0) {
        app.toast('There is no graph to take a picture of');
        return;
      }
      const piece = shownIds.length <= MOST_NAMED ? { query: queryForNodes(shownIds) } : {};
      const made = await app.api.provenance(piece, view.filter).catch((error) => void app.complain(error));
      if (!made) return;
      const provenance = { address: location.href, ...made };
      const drawn = svgOfFrame(canvas.frame(), canvas.labels(), { title: document.title, address: location.href });
      const text = svgWithProvenance(drawn, provenance);
      if (kind === 'svg') download('entente.svg', text, 'image/svg+xml');
      else {
        const { pngOfSvg } = await import('../graph/png.ts');
        download('entente.png', await pngWithProvenance(await pngOfSvg(text, canvas.frame().size, 2), provenance));
      }
      close();
    };
    return html`<fieldset class="choice"><legend>What</legend>
        ${choice('all', 'All under the filter and window', true)}
        ${choice('shown', `The graph as shown (${shownIds.length} nodes)`, shownIds.length > 0 && shownIds.length <= MOST_NAMED)}
        ${choice('around', chosenIds[0] ? `Around ${nameOf(chosenIds[0])}` : 'Around what is chosen (nothing is)', chosenIds.length > 0)}
        ${choice('query', 'The answer of the Cypher query', view.query.trim() !== '')}
      </fieldset>
      <p><label><input type="checkbox" name="record" .checked=${record} @change=${() => {
        record = !record;
        repaint();
      }} /> With the articles behind it, so that an import restores everything (GEXF, GraphML, JSON, CSV)</label></p>
      <ul class="formats">${formats.map(
        (format) =>
          html`<li><a href=${address(format)} download data-format=${format.name}>${format.title}<span class="soft">${remarks(format)}</span></a></li>`,
      )}</ul>
      <p class="row"><button type="button" @click=${() => picture('svg')}>Picture as SVG</button><button type="button" @click=${() => picture('png')}>Picture as PNG</button></p>
      <p class="soft">Each file says which filter and window made it, and cites its sources.</p>`;
  });
};
