import { html, type TemplateResult } from 'lit/html.js';
import type { JobRequest } from '../../graph-schema/api/jobs.ts';
import type { App } from '../app.ts';

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
};

/** What is done with what is given: looked at first, or taken in at once. */
export interface SourcesOptions {
  readonly onLook: (request: JobRequest) => void;
  readonly onTake: (request: JobRequest) => void;
  readonly repaint: () => void;
}

/** Addresses, feeds and files, chosen or dropped on the page. */
export const createSources = (
  app: App,
  { onLook, onTake, repaint }: SourcesOptions,
): { readonly draw: () => TemplateResult; readonly dropOn: (host: HTMLElement) => void } => {
  let address = '';
  let isFeed = false;
  let lookFirst = true;
  let over = false;

  const give = (request: JobRequest): void => (lookFirst ? onLook : onTake)(request);

  const submit = (event: Event): void => {
    event.preventDefault();
    const given = address.trim();
    if (given === '') return;
    give(isFeed ? { feeds: [given] } : { urls: [given] });
  };

  const takeFiles = async (list: Iterable<File>): Promise<void> => {
    const files = [...list];
    if (files.length === 0) return;
    try {
      const read = await Promise.all(files.map(async (file) => ({ name: file.name, base64: await base64Of(file) })));
      give({ files: read, label: files.length === 1 ? files[0]!.name : `${files.length} files` });
    } catch (error) {
      app.complain(error);
    }
  };

  const choice = (value: boolean, label: string): TemplateResult =>
    html`<label class="inline"><input type="radio" name="look-first" .checked=${lookFirst === value} @change=${() => {
      lookFirst = value;
      repaint();
    }} /> ${label}</label>`;

  return {
    draw: () => html`<h2>From an address, a feed or files</h2>
      <fieldset class="look-first"><legend class="for-ears">What to do with the articles</legend>
        ${choice(true, 'look at each before it enters the graph')}${choice(false, 'take all in')}</fieldset>
      <form class="row from-address" @submit=${submit}><input type="url" aria-label="Address of an article or feed" placeholder="https://…" required .value=${address} @input=${(
        event: Event,
      ) => {
        address = (event.target as HTMLInputElement).value;
      }} /><label class="inline"><input type="checkbox" @change=${(event: Event) => {
        isFeed = (event.target as HTMLInputElement).checked;
      }} /> a feed</label><button>Read</button></form>
      <label class="file drop ${over ? 'is-over' : ''}"><span>Text, HTML, PDF, Word, mail, JSON lines, CSV or zip: drop them here or</span> <input type="file" multiple aria-label="Files" @change=${async (
        event: Event,
      ) => {
        const element = event.target as HTMLInputElement;
        await takeFiles(element.files ?? []);
        element.value = '';
      }} /></label>`,
    dropOn(host) {
      const mark = (next: boolean): void => {
        if (next === over) return;
        over = next;
        repaint();
      };
      const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
      host.addEventListener('dragover', (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        mark(true);
      });
      host.addEventListener('dragleave', (event) => {
        if (!host.contains(event.relatedTarget as Node | null)) mark(false);
      });
      host.addEventListener('drop', (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        mark(false);
        void takeFiles(event.dataTransfer!.files);
      });
    },
  };
};
