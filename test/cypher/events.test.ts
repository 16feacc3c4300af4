import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import { createEngine, type GraphView, toJson } from '../../server/cypher/index.ts';
import { rowsOf } from './graph.ts';

describe('the engine follows its graph', () => {
  it('sees nodes and edges that come, change and go', async () => {
    const graph = new MultiDirectedGraph();
    const engine = createEngine(graph);
    const count = async (label: string): Promise<string[]> => rowsOf(engine, `MATCH (n:${label}) RETURN count(*)`);
    assert.deepEqual(await count('A'), ['0']);
    graph.addNode('x', { labels: ['A'], properties: { id: 'x' } });
    graph.addNode('y', { labels: ['A'], properties: { id: 'y' } });
    assert.deepEqual(await count('A'), ['2']);
    graph.addDirectedEdgeWithKey('e', 'x', 'y', { type: 'R', properties: { w: 1 } });
    const hop = "MATCH (n {id: 'x'})-[r:R]->(m) RETURN m.id, r.w";
    assert.deepEqual(await rowsOf(engine, hop), ["'y' | 1"]);
    graph.setEdgeAttribute('e', 'properties', { w: 2 });
    assert.deepEqual(await rowsOf(engine, hop), ["'y' | 2"]);
    graph.setEdgeAttribute('e', 'type', 'S');
    assert.deepEqual(await rowsOf(engine, hop), []);
    assert.deepEqual(await rowsOf(engine, 'CALL db.relationshipTypes()'), ["'S'"]);
    graph.setNodeAttribute('x', 'labels', ['B']);
    assert.deepEqual(await count('A'), ['1']);
    graph.setNodeAttribute('y', 'properties', { id: 'z' });
    assert.deepEqual(await rowsOf(engine, "MATCH (n {id: 'y'}) RETURN n"), []);
    assert.deepEqual(await rowsOf(engine, "MATCH (n {id: 'z'}) RETURN count(n)"), ['1']);
    graph.dropEdge('e');
    assert.deepEqual(await rowsOf(engine, 'MATCH ()-[r]->() RETURN count(r)'), ['0']);
    graph.dropNode('x');
    assert.deepEqual(await rowsOf(engine, 'MATCH (n) RETURN count(n)'), ['1']);
    graph.clear();
    assert.deepEqual(await rowsOf(engine, 'MATCH (n) RETURN count(n)'), ['0']);
    engine.close();
  });

  it('follows bulk updates of attributes', async () => {
    const graph = new MultiDirectedGraph();
    const engine = createEngine(graph);
    for (let i = 0; i < 5; i++) graph.addNode(i, { labels: ['A'], properties: { id: i } });
    assert.deepEqual(await rowsOf(engine, 'MATCH (n:A {id: 3}) RETURN n.id'), ['3']);
    graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, labels: ['C'], properties: { id: 9 } }));
    assert.deepEqual(await rowsOf(engine, 'MATCH (n:A) RETURN n.id'), []);
    assert.deepEqual(await rowsOf(engine, 'MATCH (n:C {id: 9}) RETURN count(n)'), ['5']);
  });

  it('stops listening when closed', () => {
    const graph = new MultiDirectedGraph();
    const before = graph.listenerCount('nodeAdded');
    const engine = createEngine(graph);
    assert.equal(graph.listenerCount('nodeAdded'), before + 1);
    engine.close();
    assert.equal(graph.listenerCount('nodeAdded'), before);
  });

  it('reads flat attributes through a view, without what the view hides', async () => {
    const graph = new MultiDirectedGraph();
    graph.addNode('fr', { kind: 'Country', name: 'France', x: 0.5 });
    graph.addNode('un', { kind: 'Organization', name: 'UN' });
    graph.addDirectedEdgeWithKey('m', 'fr', 'un', { type: 'MEMBER_OF', since: 1945 });
    const view: GraphView = {
      labelsOf: (attributes) => [attributes.kind as string],
      typeOf: (attributes) => attributes.type as string,
      nodePropertiesOf: (attributes) => attributes,
      relationshipPropertiesOf: (attributes) => attributes,
      hidden: new Set(['kind', 'type', 'x']),
      numbers: 'natural',
    };
    const engine = createEngine(graph, { view });
    const { rows } = await engine.run('MATCH p = (a:Country)-[r]->(b) RETURN a, r, a.x, keys(r), b.name');
    assert.deepEqual(rows[0]!.map(toJson), [
      { kind: 'node', id: 'fr', labels: ['Country'], properties: { name: 'France' } },
      { kind: 'relationship', id: 'm', type: 'MEMBER_OF', start: 'fr', end: 'un', properties: { since: 1945 } },
      null,
      ['since'],
      'UN',
    ]);
  });

  it('does not take what objects inherit for properties', async () => {
    const graph = new MultiDirectedGraph();
    graph.addNode('a', { labels: [], properties: {} });
    const engine = createEngine(graph);
    assert.deepEqual(
      await rowsOf(engine, 'MATCH (n) RETURN n.constructor, n.__proto__, n.toString, n["hasOwnProperty"]'),
      ['null | null | null | null'],
    );
    const { rows } = await engine.run('RETURN {__proto__: 1, constructor: 2} AS m');
    assert.equal(JSON.stringify(toJson(rows[0]![0]!)), '{"__proto__":1,"constructor":2}');
  });
});
