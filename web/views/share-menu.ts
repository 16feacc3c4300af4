import { html } from 'lit/html.js';
import type { App } from '../app.ts';
import { fromAddress, toAddress } from '../state/address.ts';
import { download, openPopover } from './popover.ts';

/** What a saved view's file holds. */
interface SavedView {
  readonly format: 'entente-view';
  readonly version: 1;
  readonly name: string;
  /** The query string that holds the view. */
  readonly address: string;
}

const isSavedView = (value: unknown): value is SavedView => {
  const saved = value as Partial<SavedView> | null;
  return saved?.format === 'entente-view' && typeof saved.address === 'string' && saved.address.startsWith('?');
};

const fileName = (name: string): string =>
  `${
    name
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'view'
  }.entente.json`;

/** Copy the address of this view, or save it under a name as a file, or load one. */
export const openShareMenu = (anchor: HTMLElement, app: App): void => {
  let name = '';
  const address = () => `${location.origin}${location.pathname}${toAddress(app.session.view())}`;
  openPopover(anchor, 'Share this view', (close) => {
    const copy = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(address());
        app.toast('Address copied');
        close();
      } catch {
        app.toast('The browser does not let the page copy; the address bar holds the same address');
      }
    };
    const save = (event: Event): void => {
      event.preventDefault();
      const saved: SavedView = {
        format: 'entente-view',
        version: 1,
        name,
        address: toAddress(app.session.view()) || '?',
      };
      download(fileName(name), `${JSON.stringify(saved, null, 2)}\n`, 'application/json');
      app.toast(`Saved as ${fileName(name)}`);
      close();
    };
    const load = async (event: Event): Promise<void> => {
      const file = (event.target as HTMLInputElement).files?.[0];
      if (!file) return;
      try {
        const saved: unknown = JSON.parse(await file.text());
        if (!isSavedView(saved)) throw new Error('no saved view');
        close();
        app.session.go(fromAddress(saved.address));
        app.toast(`View loaded${saved.name ? `: ${saved.name}` : ''}`);
      } catch {
        close();
        app.complain(new Error(`${file.name} is not a saved view; give a file that “Save as a file” made.`));
      }
    };
    return html`<p class="soft">The address holds the exact view: what is shown, filters, window, what is chosen.</p>
      <p class="row"><input class="address" readonly aria-label="Address of this view" .value=${address()} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      <button type="button" class="primary" @click=${copy}>Copy</button></p>
      <form class="row" @submit=${save}><input aria-label="Name of the view" placeholder="A name for this view" required @input=${(
        event: Event,
      ) => {
        name = (event.target as HTMLInputElement).value;
      }} /><button>Save as a file</button></form>
      <label class="row file">Load a saved view <input type="file" accept=".json,application/json" @change=${load} /></label>`;
  });
};
