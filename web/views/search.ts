import { html, nothing, render } from 'lit/html.js';
import type { GraphNode } from '../../graph-schema/graph.ts';
import type { App } from '../app.ts';
import { withGraph } from '../state/view.ts';
import { KIND_NAMES } from '../words.ts';
import { kindIcon } from './kind-icon.ts';

const PAUSE = 120;
export const FIRST_NEIGHBOURS = 24;

/** What a reader may do with a node that was found: other places (dyad, paths) take it in their own way. */
export interface SearchOptions {
  readonly label: string;
  readonly placeholder: string;
  readonly hint?: string;
  readonly value?: string;
  readonly onPick: (node: GraphNode) => void;
}

let boxes = 0;

/** A search box with a list of what it finds, as ARIA's combobox pattern has it. */
export const searchBox = (
  host: HTMLElement,
  app: App,
  options: SearchOptions,
): { readonly focus: () => void; readonly fill: (text: string) => void } => {
  const name = `search-${boxes++}`;
  let items: readonly GraphNode[] = [];
  let at = -1;
  let open = false;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    open = false;
    at = -1;
    paint();
  };
  const pick = (node: GraphNode): void => {
    input().value = options.value === undefined ? '' : node.name;
    close();
    options.onPick(node);
  };
  const find = async (text: string): Promise<void> => {
    const mine = ++asked;
    if (text.trim() === '') return close();
    try {
      const answer = await app.api.search(text.trim());
      if (mine !== asked) return;
      items = answer.items;
      open = true;
      at = items.length > 0 ? 0 : -1;
      paint();
      app.say(items.length === 0 ? `Nothing found for ${text}` : `${items.length} found, first ${items[0]!.name}`);
    } catch (error) {
      app.complain(error);
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      if (open) close();
      else input().blur();
    } else if (event.key === 'Enter' && open && items[at]) {
      event.preventDefault();
      pick(items[at]!);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open || items.length === 0) return;
      at = (at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length;
      paint();
    }
  };
  const paint = (): void => {
    render(
      html`<input type="search" role="combobox" autocomplete="off" spellcheck="false" aria-label=${options.label} placeholder=${options.placeholder}
          aria-expanded=${open} aria-controls="${name}-list" aria-autocomplete="list"
          aria-activedescendant=${open && at >= 0 ? `${name}-${at}` : nothing}
          @input=${(event: Event) => {
            clearTimeout(timer);
            const text = (event.target as HTMLInputElement).value;
            timer = setTimeout(() => void find(text), PAUSE);
          }}
          @keydown=${onKey}
          @blur=${() => setTimeout(close, 120)} />
        ${options.hint ? html`<kbd aria-hidden="true">${options.hint}</kbd>` : nothing}
        <ul class="found" role="listbox" id="${name}-list" aria-label="Found" ?hidden=${!open}>${
          items.length === 0 && open
            ? html`<li class="none" role="option" aria-selected="false" aria-disabled="true">Nothing found by that name.</li>`
            : items.map(
                (
                  node,
                  i,
                ) => html`<li role="option" id="${name}-${i}" aria-selected=${i === at} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => pick(node)}>
                  ${kindIcon(node.kind)}<span class="name">${node.name}</span><span class="soft">${KIND_NAMES[node.kind][0]}${node.articles ? ` · ${node.articles} articles` : ''}</span>
                </li>`,
              )
        }</ul>`,
      host,
    );
  };
  paint();
  const input = () => host.querySelector('input')!;
  if (options.value) input().value = options.value;
  return {
    focus: () => {
      input().focus();
      input().select();
    },
    fill: (text) => {
      input().value = text;
    },
  };
};

/** The search of the header: what is found is shown with its neighbourhood, and chosen. */
export const mountSearch = (host: HTMLElement, app: App): { readonly focus: () => void } =>
  searchBox(host, app, {
    label: 'Search people, countries, events',
    placeholder: 'Search people, countries, events…',
    hint: '/',
    onPick: (node) =>
      app.session.go((view) => ({
        ...withGraph(view, {
          overview: 0,
          opened: [{ id: node.id, limit: FIRST_NEIGHBOURS }],
          added: [],
          hidden: [],
        }),
        page: 'graph',
        chosen: { kind: 'nodes', ids: [node.id] },
      })),
  });
