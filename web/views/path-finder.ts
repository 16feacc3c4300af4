import { ref as refTo } from 'lit/directives/ref.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PathsAnswer } from '../../graph-schema/api/graph.ts';
import type { App } from '../app.ts';
import { whoStandsBetween } from '../data/between.ts';
import { withGraph } from '../state/view.ts';
import { counted } from '../words.ts';
import { choose } from './graph-actions.ts';
import { searchBox } from './search.ts';
import { signedVerb } from './sign-text.ts';

const MOST_PATHS = 12;

/** Find short paths from a node to another: what lies between them, and who. */
export const drawPathFinder = (
  app: App,
  from: string,
  repaint: () => void,
): { readonly draw: () => TemplateResult; readonly ask: (to: string) => void } => {
  let answer: PathsAnswer | undefined;
  let to = app.session.view().graph.paths?.from === from ? app.session.view().graph.paths!.to : '';
  let asking = false;
  let mounted: HTMLElement | undefined;

  const ask = async (target: string): Promise<void> => {
    to = target;
    asking = true;
    repaint();
    try {
      answer = await app.api.paths(from, target, true, app.session.view().filter);
    } catch (error) {
      answer = undefined;
      app.complain(error);
    }
    asking = false;
    repaint();
    if (answer)
      app.say(
        answer.paths.length === 0
          ? 'No path of up to five steps.'
          : `${counted(answer.paths.length, 'path')} of ${counted(answer.paths[0]!.edges.length, 'step')}.`,
      );
  };
  if (to) void ask(to);

  const show = (all: boolean): void =>
    app.session.go((view) => ({
      ...withGraph(view, { overview: 0, opened: [], added: [from, to], hidden: [], paths: { from, to, all } }),
      page: 'graph',
    }));

  const results = (): TemplateResult => {
    if (asking) return html`<p class="soft" aria-busy="true">Looking for paths …</p>`;
    if (!answer) return html``;
    const { paths } = answer;
    if (paths.length === 0)
      return html`<p class="soft" data-paths="0">No path of up to five steps under these filters.</p>`;
    const between = whoStandsBetween(answer);
    return html`<p data-paths=${paths.length}>${counted(paths.length, 'shortest path')} of ${counted(paths[0]!.edges.length, 'step')}.
        <button type="button" class="link" @click=${() => show(false)}>Show one</button> <button type="button" class="link" data-do="show-paths" @click=${() => show(true)}>Show all</button></p>
      <ol class="paths">${paths
        .slice(0, MOST_PATHS)
        .map(
          ({ nodes, edges }) =>
            html`<li>${nodes.map((node, i) => html`${i > 0 ? html` ${signedVerb(edges[i - 1]!.type, edges[i - 1]!.quad)} ` : nothing}<button type="button" class="link" @click=${() => choose(app, { kind: 'nodes', ids: [node.id] })}>${node.name}</button>`)}</li>`,
        )}</ol>
      ${between.length > 0 ? html`<p><b>Between them</b> stand ${between.slice(0, 6).map((one, i) => html`${i > 0 ? ', ' : ''}<button type="button" class="link" @click=${() => choose(app, { kind: 'nodes', ids: [one.id] })}>${one.name}</button> <span class="soft">(${one.paths})</span>`)}.</p>` : nothing}`;
  };

  const mount = (element: Element | undefined): void => {
    if (!(element instanceof HTMLElement) || element === mounted) return;
    mounted = element;
    searchBox(element, app, {
      label: 'Path to',
      placeholder: 'to whom?',
      value: '',
      onPick: (node) => void ask(node.id),
    });
  };

  return {
    ask: (target) => void ask(target),
    draw: () => html`<details class="finder" ?open=${answer !== undefined || asking}><summary>Shortest paths and who stands between</summary>
      <div class="search small" ${refTo(mount)}></div>${results()}</details>`,
  };
};
