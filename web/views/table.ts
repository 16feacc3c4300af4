import { html, render, type TemplateResult } from 'lit/html.js';
import type { Evidence } from '../../graph-schema/api/record.ts';
import type { GraphNode, ShownEdge } from '../../graph-schema/graph.ts';
import type { App } from '../app.ts';
import type { Bundle } from '../graph/bundle.ts';
import { createScene } from '../graph/scene.ts';
import { mannerOf } from '../graph/typed-arcs.ts';
import { queryOfFilter } from '../state/address.ts';
import { TABLES, type TableName } from '../state/view.ts';
import { dayName, KIND_NAMES, signed, verbOf, whenName } from '../words.ts';
import { type Column, dataTable, type TableState } from './data-table.ts';
import { choose } from './graph-actions.ts';
import { signedVerb, signMark } from './sign-text.ts';

const TABLE_NAMES: Readonly<Record<TableName, string>> = {
  relations: 'Relations',
  pairs: 'Pairs',
  nodes: 'Actors, events, proposals',
  claims: 'Claims',
};
const ROWS = 200;
const MOST_CLAIMS = 500;
const TYPING = 350;

/** The table of what the graph shows: relations, pairs, nodes, and the claims under the filter. */
export const mountTable = (host: HTMLElement, app: App) => {
  const { session } = app;
  let claims: readonly Evidence[] = [];
  let claimTotal = 0;
  let claimKey: string | undefined;
  let most = ROWS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let find = session.view().table.find;

  const loadClaims = async (): Promise<void> => {
    const { filter } = session.view();
    const key = String(queryOfFilter(filter));
    if (claimKey === key) return;
    claimKey = key;
    try {
      const items: Evidence[] = [];
      let after: string | undefined;
      do {
        const page = await app.api.claims(filter, 100, after);
        items.push(...page.items);
        claimTotal = page.total;
        after = page.next;
      } while (after && items.length < MOST_CLAIMS && claimKey === key);
      if (claimKey !== key) return;
      claims = items;
      paint();
    } catch (error) {
      claimKey = undefined;
      app.complain(error);
    }
  };

  const setState = (change: Partial<TableState>): void => {
    if (change.most !== undefined) most = change.most;
    if (change.find !== undefined) {
      find = change.find;
      clearTimeout(timer);
      timer = setTimeout(() => session.go((view) => ({ ...view, table: { ...view.table, find } })), TYPING);
    }
    if (change.sort !== undefined) {
      const { sort } = change;
      session.go((view) => ({ ...view, table: { ...view.table, sort, descending: change.descending ?? false } }));
    }
    paint();
  };

  const relationColumns = (nameOf: (id: string) => string): Column<ShownEdge>[] => [
    { key: 'from', title: 'From', value: (edge) => nameOf(edge.source) },
    {
      key: 'type',
      title: 'Relation',
      value: (edge) => verbOf(edge.type),
      cell: (edge) => signedVerb(edge.type, edge.quad),
    },
    { key: 'to', title: 'To', value: (edge) => nameOf(edge.target) },
    {
      key: 'when',
      title: 'Happened',
      value: (edge) => edge.occurredFrom ?? '',
      cell: (edge) => html`<span class="when">${whenName(edge)}</span>`,
    },
    {
      key: 'reported',
      title: 'First reported',
      value: (edge) => edge.firstReported ?? '',
      cell: (edge) => html`<span class="when">${dayName(edge.firstReported ?? '')}</span>`,
    },
    { key: 'manner', title: 'Put as', value: (edge) => mannerOf(edge) || 'fact' },
    {
      key: 'goldstein',
      title: 'Goldstein',
      value: (edge) => edge.goldstein,
      cell: (edge) => signed(edge.goldstein),
      numeric: true,
    },
    { key: 'claims', title: 'Claims', value: (edge) => edge.claims, numeric: true },
    { key: 'sources', title: 'Outlets', value: (edge) => edge.sources, numeric: true },
    {
      key: 'confidence',
      title: 'Confidence',
      value: (edge) => edge.confidence,
      cell: (edge) => edge.confidence.toFixed(2),
      numeric: true,
    },
  ];
  const pairColumns = (nodes: readonly GraphNode[]): Column<Bundle>[] => [
    { key: 'from', title: 'One', value: (bundle) => nodes[bundle.a]!.name },
    { key: 'sign', title: 'Sign', value: (bundle) => bundle.sign, cell: (bundle) => signMark(bundle.sign) },
    { key: 'to', title: 'Other', value: (bundle) => nodes[bundle.b]!.name },
    { key: 'cooperation', title: 'Cooperation', value: (bundle) => bundle.cooperation, numeric: true },
    { key: 'conflict', title: 'Conflict', value: (bundle) => bundle.conflict, numeric: true },
    { key: 'relations', title: 'Relations', value: (bundle) => bundle.edges.length, numeric: true },
    { key: 'reports', title: 'Reports', value: (bundle) => bundle.evidence, numeric: true },
  ];
  const nodeColumns: Column<GraphNode>[] = [
    { key: 'name', title: 'Name', value: (node) => node.name },
    { key: 'kind', title: 'Kind', value: (node) => KIND_NAMES[node.kind][0] },
    { key: 'country', title: 'Country', value: (node) => node.country ?? '' },
    { key: 'role', title: 'Role', value: (node) => node.role ?? '' },
    {
      key: 'when',
      title: 'When',
      value: (node) => node.occurredFrom ?? '',
      cell: (node) => (node.occurredFrom ? whenName(node) : ''),
    },
    { key: 'mentions', title: 'Mentions', value: (node) => node.mentions, numeric: true },
    { key: 'articles', title: 'Articles', value: (node) => node.articles, numeric: true },
  ];
  const claimColumns: Column<Evidence>[] = [
    { key: 'from', title: 'From', value: (item) => item.sourceName },
    { key: 'type', title: 'Relation', value: (item) => verbOf(item.claim.type) },
    { key: 'to', title: 'To', value: (item) => item.targetName },
    {
      key: 'quote',
      title: 'Sentence',
      value: (item) => item.claim.quote,
      cell: (item) => html`<span class="sentence">${item.claim.quote}</span>`,
    },
    { key: 'outlet', title: 'Outlet', value: (item) => item.article.source ?? '' },
    {
      key: 'published',
      title: 'Published',
      value: (item) => item.article.published ?? '',
      cell: (item) => html`<span class="when">${dayName(item.article.published ?? '')}</span>`,
    },
    { key: 'polarity', title: 'Polarity', value: (item) => item.claim.polarity },
    { key: 'modality', title: 'Put as', value: (item) => item.claim.modality },
    {
      key: 'confidence',
      title: 'Confidence',
      value: (item) => item.claim.confidence,
      cell: (item) => item.claim.confidence.toFixed(2),
      numeric: true,
    },
  ];

  const body = (name: TableName): TemplateResult => {
    const { table } = session.view();
    const { nodes, edges } = app.graph();
    const names = new Map(nodes.map((node) => [node.id, node.name]));
    const nameOf = (id: string) => names.get(id) ?? id;
    const state: TableState = { ...table, find, most };
    const shared = { app, state, onState: setState, fileName: `entente-${name}` };
    if (name === 'relations') {
      return dataTable({
        ...shared,
        caption: 'Relations in the graph',
        rows: edges,
        columns: relationColumns(nameOf),
        onRow: (edge) => choose(app, { kind: 'edge', id: edge.id, a: edge.source, b: edge.target }),
        rowName: (edge) => `${nameOf(edge.source)} ${verbOf(edge.type)} ${nameOf(edge.target)}: evidence`,
      });
    }
    if (name === 'pairs') {
      return dataTable({
        ...shared,
        caption: 'Pairs in the graph',
        rows: createScene(nodes, edges).bundles,
        columns: pairColumns(nodes),
        onRow: (bundle) => choose(app, { kind: 'pair', a: nodes[bundle.a]!.id, b: nodes[bundle.b]!.id }),
        rowName: (bundle) => `${nodes[bundle.a]!.name} and ${nodes[bundle.b]!.name}: evidence`,
      });
    }
    if (name === 'nodes') {
      return dataTable({
        ...shared,
        caption: 'Nodes in the graph',
        rows: nodes,
        columns: nodeColumns,
        onRow: (node) => choose(app, { kind: 'nodes', ids: [node.id] }),
      });
    }
    void loadClaims();
    return html`${claimTotal > claims.length ? html`<p class="soft">The first ${claims.length} of ${claimTotal} claims under the filter.</p>` : ''}
      ${dataTable({ ...shared, caption: 'Claims under the filter', rows: claims, columns: claimColumns, onRow: (item) => choose(app, { kind: 'pair', a: item.claim.source, b: item.claim.target }) })}`;
  };

  const paint = (): void => {
    const { table } = session.view();
    render(
      html`<div class="wide-page table-page"><h1>Table</h1>
        <div class="segments" role="group" aria-label="Which table">${TABLES.map(
          (name) =>
            html`<button type="button" aria-pressed=${table.name === name} @click=${() => {
              most = ROWS;
              const { sort: _sort, ...rest } = table;
              session.go((view) => ({ ...view, table: { ...rest, name, descending: false } }));
            }}>${TABLE_NAMES[name]}</button>`,
        )}</div>
        ${body(table.name)}</div>`,
      host,
    );
  };
  app.onGraph(paint);
  session.follow((view, before) => {
    if (view.table.find !== before.table.find) find = view.table.find;
    if (view.page === 'table') paint();
  });
  paint();
  return {
    refresh: () => {
      claimKey = undefined;
      paint();
    },
  };
};
