import assert from 'node:assert/strict';
import type { Drawing, GraphNode } from '../../graph-schema/graph.ts';
import { importGraph } from '../../server/import/import-graph.ts';
import { ImportError } from '../../server/import/imported.ts';
import { sourceOf, trouble } from '../export/sample-graph.ts';
import { written } from '../export/written.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** XML can't hold a bell; a `;` parts the items of neo4j-admin's lists. Nothing else may be lost. */
const asXmlHolds = (drawing: Drawing): Drawing => ({
  ...drawing,
  nodes: drawing.nodes.map(
    (node): GraphNode => ({
      ...node,
      name: node.name.replace('\u0007', ''),
      search: node.search.replace('\u0007', ''),
    }),
  ),
});

const byId = (drawing: Drawing) => ({
  nodes: [...drawing.nodes].sort((a, b) => (a.id < b.id ? -1 : 1)),
  edges: [...drawing.edges].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

describe('importing our own files', () => {
  for (const [format, options, expected] of [
    ['gexf', {}, asXmlHolds(trouble)],
    ['gexf', { version: '1.2' }, asXmlHolds(trouble)],
    ['graphml', {}, asXmlHolds(trouble)],
    ['json', {}, trouble],
    ['node-link', {}, trouble],
    ['node-link', { edgesKey: 'edges' }, trouble],
    ['cytoscape', {}, trouble],
    ['csv', {}, trouble],
  ] as const) {
    it(`gives back the same graph from ${format} ${JSON.stringify(options)}`, async () => {
      const { drawing, notes } = importGraph(await written(format, sourceOf(trouble), options));
      assert.deepEqual(byId(drawing), byId(expected));
      assert.deepEqual(notes, []);
    });
  }
});

describe('importing foreign files', () => {
  it('takes what fits of a node-link file and says what did not', () => {
    const { drawing, notes } = importGraph(
      bytes(
        JSON.stringify({
          nodes: [{ id: 'a', name: 'Ruritania', kind: 'country', gdp: 3 }, { id: 'b' }, { id: 'b' }],
          links: [
            { source: 'a', target: 'b', type: 'met with' },
            { source: 'a', target: 'b', type: 'LIKES' },
            { source: 'a', target: 'nowhere', type: 'BACKS' },
          ],
        }),
      ),
    );
    assert.deepEqual(
      drawing.nodes.map(({ name, kind }) => [name, kind]),
      [
        ['Ruritania', 'country'],
        ['b', 'organization'],
      ],
    );
    assert.deepEqual(
      drawing.edges.map(({ type, quad }) => [type, quad]),
      [['MET_WITH', 'verbal-cooperation']],
    );
    assert.equal(notes.length, 5);
    assert.match(notes.join('\n'), /“gdp” left out[\s\S]*without a kind[\s\S]*no node of the file|no node of the file/);
  });

  it('reads a table of relations alone, as spreadsheets have it', () => {
    const { drawing } = importGraph(bytes('Source,Target,Type\nAlba,Borduria,BACKS\nBorduria,Syldavia,ATTACKED\n'), {
      name: 'edges.csv',
    });
    assert.deepEqual(
      drawing.nodes.map(({ name }) => name),
      ['Alba', 'Borduria', 'Syldavia'],
    );
    assert.deepEqual(
      drawing.edges.map(({ type }) => type),
      ['BACKS', 'ATTACKED'],
    );
  });

  it('gives the same ids to the same edges each time', () => {
    const file = bytes('Source,Target,Type\nAlba,Borduria,BACKS\n');
    assert.deepEqual(importGraph(file, { name: 'x.csv' }), importGraph(file, { name: 'x.csv' }));
  });

  for (const [what, content, message] of [
    ['nothing', '', /none of the graph files/],
    ['prose', 'Dear diary', /none of the graph files/],
    ['half a JSON object', '{"nodes": [', /JSON is broken/],
    ['JSON without nodes', '{"a": 1}', /no list of nodes/],
    ['nodes that are numbers', '{"nodes": [1], "edges": []}', /Item 1 of the list of nodes/],
    ['an edge without ends', '{"nodes": [], "edges": [{"id": 1}]}', /source has no id/],
    ['broken GEXF', '<gexf><graph><nodes></gexf>', /not a gexf file/],
    ['XML entities', '<!DOCTYPE g [<!ENTITY a "b">]><gexf></gexf>', /entities/],
    ['a ragged table', 'a,b\n1,2,3\n', /table .* is broken/],
    ['a broken archive', 'PK\u0003\u0004nonsense', /./],
  ] as const) {
    it(`refuses ${what} with a reason`, () => {
      assert.throws(
        () => importGraph(bytes(content)),
        (error) => error instanceof ImportError && message.test(error.message),
      );
    });
  }
});
