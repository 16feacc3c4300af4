import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { articleId, claimId } from '../../graph-schema/ids.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { draw } from '../../server/draw/draw.ts';
import { matches } from '../../server/draw/filter.ts';
import type { Store } from '../../server/store/store.ts';
import { copyOf, makeDecision, makeReading, makeReadings } from './readings.ts';

/** `assert.ok` without a message reads the source to make one, which can take for ever under a loader. */
export const holds = (value: unknown, what = 'holds'): void => assert.equal(Boolean(value), true, what);

/** All that a store draws, as the pure function would give it. */
export const drawingOf = async (store: Store): Promise<{ nodes: GraphNode[]; edges: GraphEdge[] }> => {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for await (const item of store.stream()) 'node' in item ? nodes.push(item.node) : edges.push(item.edge);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
};

/** The reading as a store gives it back: claims in the order of the text. */
const asStored = (reading: Reading): Reading => ({
  ...reading,
  claims: [...reading.claims].sort(
    (a, b) => a.start - b.start || a.end - b.end || a.trigger.start - b.trigger.start || (a.id < b.id ? -1 : 1),
  ),
});

const readAgain = (reading: Reading, text: string): Reading => {
  const id = articleId(text);
  const claims = reading.claims
    .filter((claim) => text.slice(claim.start, claim.end) === claim.quote)
    .map((claim) => ({ ...claim, articleId: id, id: claimId({ ...claim, articleId: id }) }));
  return { ...reading, article: { ...reading.article, id, text }, claims };
};

const SOME = ['MET_WITH', 'BACKS', 'VISITED', 'ACCUSED', 'ATTACKED', 'URGED', 'SANCTIONED', 'SIGNED'] as const;
const TWO_SIDES = ['United States', 'Russia', 'Ada Müller', 'Ivan Petrov'];

const putAll = async (store: Store, readings: readonly Reading[]): Promise<void> => {
  for (const reading of readings) await store.put(reading);
};

/**
 * What every store must do. `open` gives an empty store; it is closed here. `runs` scales the property tests to the
 * speed of the store.
 */
export const describeStore = (name: string, open: () => Promise<Store>, runs: number): void => {
  describe(`${name}: the store contract`, function () {
    this.timeout(120_000);
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });

    describe('articles', () => {
      it('gives back a reading as it was put', async () => {
        const reading = makeReading(1);
        assert.equal(await store.put(reading), 'added');
        assert.deepEqual(await store.reading(reading.article.id), asStored(reading));
        assert.equal(await store.reading('no such article'), undefined);
      });

      it('changes nothing when the same reading is put again', async () => {
        const readings = makeReadings(2, 5);
        await putAll(store, readings);
        const before = await drawingOf(store);
        for (const reading of readings) assert.equal(await store.put(reading), 'unchanged');
        assert.deepEqual(await drawingOf(store), before);
      });

      it('replaces what an article said by what a newer reading says, and nothing else', async () => {
        const readings = makeReadings(3, 6);
        await putAll(store, readings);
        const newer = { ...readings[2]!, claims: readings[2]!.claims.slice(1) };
        assert.equal(await store.put(newer), 'replaced');
        assert.deepEqual(await drawingOf(store), draw(readings.map((each, at) => (at === 2 ? newer : each))));
      });

      it('removes with an article exactly what only it said', async () => {
        const readings = makeReadings(4, 6);
        await putAll(store, readings);
        assert.equal(await store.remove(readings[1]!.article.id), true);
        assert.deepEqual(await drawingOf(store), draw(readings.filter((_, at) => at !== 1)));
        assert.equal(await store.remove(readings[1]!.article.id), false);
        for (const { article } of readings) await store.remove(article.id);
        assert.deepEqual(await drawingOf(store), { nodes: [], edges: [] });
        assert.deepEqual((await store.articles()).total, 0);
      });

      it('lists articles latest first, by pages, and finds them by title and outlet', async () => {
        const readings = makeReadings(5, 7);
        await putAll(store, readings);
        const whole = await store.articles({ limit: 100 });
        assert.equal(whole.total, 7);
        const days = whole.items.map((item) => item.published!);
        assert.deepEqual(days, [...days].sort().reverse());
        const paged = [];
        for (let after: string | undefined; ; ) {
          const page = await store.articles({ limit: 3, ...(after && { after }) });
          paged.push(...page.items);
          after = page.next;
          if (!after) break;
        }
        assert.deepEqual(paged, whole.items);
        const title = readings[3]!.article.title!;
        assert.deepEqual(
          (await store.articles({ search: title.toUpperCase() })).items.map((item) => item.title),
          [title],
        );
        const first = await store.reading(whole.items[0]!.id);
        assert.equal(whole.items[0]!.entities, first!.entities.length);
        assert.equal(whole.items[0]!.claims, first!.claims.filter((claim) => !claim.background).length);
      });

      it('streams every reading in the order of ids', async () => {
        const readings = makeReadings(6, 5);
        await putAll(store, readings);
        const streamed = [];
        for await (const reading of store.readings()) streamed.push(reading);
        const sorted = [...readings].sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
        assert.deepEqual(streamed, sorted.map(asStored));
      });

      it('takes one text at two addresses for one article', async () => {
        const reading = makeReading(7);
        const elsewhere = { ...reading, article: { ...reading.article, url: 'https://other.example/a' } };
        await store.put(reading);
        const before = await drawingOf(store);
        assert.equal(await store.put(elsewhere), 'replaced');
        assert.equal(await store.put(elsewhere), 'unchanged');
        assert.equal(await store.put(reading), 'unchanged');
        assert.equal((await store.articles()).total, 1);
        const { article } = (await store.reading(reading.article.id))!;
        assert.deepEqual([article.url, ...(article.otherUrls ?? [])].sort(), [
          'https://news.example/7',
          'https://other.example/a',
        ]);
        assert.deepEqual(await drawingOf(store), before);
      });

      it('puts a corrected version in the place of the old one and keeps the old one as history', async () => {
        const old = makeReading(8);
        const corrected = readAgain(old, `${old.article.text} Correction: an earlier version misspelt a name.`);
        const later = makeReading(9);
        await putAll(store, [old, later]);
        assert.equal(await store.put(corrected), 'replaced');
        assert.deepEqual(await drawingOf(store), draw([corrected, later]));
        assert.equal(await store.reading(old.article.id), undefined);
        const { versions } = await store.relatives(corrected.article.id);
        assert.deepEqual(versions, [{ article: old.article, url: old.article.url, replacedBy: corrected.article.id }]);
        assert.equal(await store.put(old), 'unchanged', 'the old version read again does not come back');
        assert.deepEqual(await drawingOf(store), draw([corrected, later]));
      });

      it('links near-identical copies and counts them once as evidence', async () => {
        const reading = makeReading(10, { claims: 8 });
        const copy = copyOf(reading, 'Sample Mirror');
        await putAll(store, [reading, copy, makeReading(11)]);
        const { copies } = await store.relatives(reading.article.id);
        assert.deepEqual(
          copies.map((each) => each.id),
          [copy.article.id],
        );
        const { edges } = await drawingOf(store);
        const shared = edges.filter((edge) => edge.outlets.length === 2 && edge.outlets.includes('Sample Mirror'));
        holds(shared.length > 0);
        holds(shared.some((edge) => edge.sources === 1));
      });

      it('refuses a reading that does not hold together, and stays as it was', async () => {
        const reading = makeReading(12);
        await store.put(reading);
        const before = await drawingOf(store);
        const [claim, ...others] = makeReading(13).claims;
        const other = makeReading(13);
        for (const broken of [
          { ...other, claims: [{ ...claim!, quote: 'not in the text' }, ...others] },
          { ...other, claims: [{ ...claim!, target: 'country:XXX' }, ...others] },
          { ...other, article: { ...other.article, id: 'of another text' } },
        ]) {
          await assert.rejects(store.put(broken), { name: 'StoreError', kind: 'invalid' });
        }
        assert.deepEqual(await drawingOf(store), before);
      });
    });

    describe('the drawing', () => {
      it('is that of the pure function when many are put and removed at the same time', async () => {
        for (const { id } of (await store.articles({ limit: 1000 })).items) await store.remove(id);
        const readings = makeReadings(21, 16, { claims: 4 });
        await Promise.all(readings.slice(0, 9).map((reading) => store.put(reading)));
        assert.deepEqual(await drawingOf(store), draw(readings.slice(0, 9)));
        const less = { ...readings[1]!, claims: readings[1]!.claims.slice(0, 1) };
        await Promise.all([
          store.remove(readings[0]!.article.id),
          ...[less, ...readings.slice(9)].map((reading) => store.put(reading)),
          store.remove(readings[2]!.article.id),
        ]);
        assert.deepEqual(await drawingOf(store), draw([less, ...readings.slice(3)]));
      });

      it('is that of the pure function, node by node, whatever is put, read again and removed', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 1_000_000 }),
            fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('put', 'less', 'remove')), {
              maxLength: 12,
            }),
            async (seed, steps) => {
              for (const { id } of (await store.articles({ limit: 1000 })).items) await store.remove(id);
              const readings = makeReadings(seed, 6, { claims: 3 });
              const held = new Map<number, Reading>();
              for (const [at, what] of steps) {
                const reading = readings[at]!;
                if (what === 'remove') {
                  await store.remove(reading.article.id);
                  held.delete(at);
                  continue;
                }
                const said = what === 'put' ? reading : { ...reading, claims: reading.claims.slice(0, 1) };
                await store.put(said);
                held.set(at, said);
              }
              assert.deepEqual(await drawingOf(store), draw([...held.values()]));
            },
          ),
          { numRuns: runs },
        );
      });

      it('finds nodes and edges by id', async () => {
        const readings = makeReadings(14, 6);
        await putAll(store, readings);
        const { nodes, edges } = draw(readings);
        assert.deepEqual(await store.node(nodes[3]!.id), nodes[3]);
        assert.deepEqual(await store.edge(edges[3]!.id), edges[3]);
        assert.equal(await store.node('country:ZZZ'), undefined);
        assert.equal(await store.edge('no such edge'), undefined);
      });

      it('searches folded names and aliases, words and their beginnings', async () => {
        await putAll(store, makeReadings(15, 16));
        const ids = async (text: string) => (await store.search(text)).map((node) => node.id);
        for (const text of ['müller', 'muller', 'MULLER', 'ada m', 'mull ad']) {
          assert.equal((await ids(text))[0], 'person:ada-muller:USA', text);
        }
        for (const text of ["cote d'ivoire", 'cote divoire', 'Côte d’Ivoire', 'ivory co']) {
          assert.equal((await ids(text))[0], 'country:CIV', text);
        }
        assert.equal((await ids('turkiye'))[0], 'country:TUR');
        assert.equal((await ids('sahin'))[0], 'person:elif-sahin:TUR');
        assert.deepEqual(await ids('uller'), []);
        assert.deepEqual(await ids('  '), []);
        assert.equal((await store.search('dupont', { kinds: ['person'] })).length, 2);
        assert.equal((await store.search('dupont', { limit: 1 })).length, 1);
        assert.deepEqual(await store.search('dupont', { kinds: ['country'] }), []);
      });

      it('shows a neighbourhood up to a limit and says what it hides', async () => {
        const readings = makeReadings(16, 14);
        await putAll(store, readings);
        const { edges, nodes } = draw(readings);
        const kindOf = new Map(nodes.map((node) => [node.id, node.kind]));
        const shown = edges.filter((edge) =>
          matches(edge, {}, { source: kindOf.get(edge.source)!, target: kindOf.get(edge.target)! }),
        );
        const id = 'country:RUS';
        const own = shown.filter((edge) => edge.source === id || edge.target === id);
        const neighbours = new Set(own.flatMap((edge) => [edge.source, edge.target]).filter((end) => end !== id));
        const whole = await store.neighbourhood(id, { limit: 1000 });
        assert.deepEqual(new Set(whole.nodes.map((node) => node.id)), new Set([id, ...neighbours]));
        assert.deepEqual(whole.hidden, { nodes: 0, edges: 0 });
        const drawnIds = new Set(whole.nodes.map((node) => node.id));
        assert.deepEqual(
          whole.edges,
          shown.filter((edge) => drawnIds.has(edge.source) && drawnIds.has(edge.target)),
        );
        const part = await store.neighbourhood(id, { limit: 3 });
        assert.deepEqual(part.nodes, whole.nodes.slice(0, 4));
        assert.equal(part.hidden.nodes, neighbours.size - 3);
        const kept = new Set(part.nodes.map((node) => node.id));
        assert.equal(part.hidden.edges, own.filter((edge) => !kept.has(edge.source) || !kept.has(edge.target)).length);
        const most = neighbours.size + 2;
        holds(whole.edges.length > most);
        const few = await store.neighbourhood(id, { limit: 1000, edges: most });
        assert.deepEqual(few.nodes, whole.nodes);
        assert.equal(few.edges.length, most);
        assert.equal(few.hidden.edges, whole.edges.length - most);
        const reached = new Set(few.edges.flatMap((edge) => [edge.source, edge.target]));
        holds([...neighbours].every((neighbour) => reached.has(neighbour)));
        const typed = await store.neighbourhood(id, { types: ['MET_WITH', 'BACKS'], limit: 1000 });
        holds(typed.edges.every((edge) => edge.type === 'MET_WITH' || edge.type === 'BACKS'));
        const refused = await store.neighbourhood(id, { filter: { modalities: ['refused'] }, limit: 1000 });
        holds(refused.edges.length > 0);
        holds(refused.edges.every((edge) => edge.modality === 'refused'));
        assert.deepEqual((await store.neighbourhood('country:ZZZ')).nodes, []);
      });

      it('opens on the most evident nodes and what is between them', async () => {
        await putAll(store, makeReadings(17, 10));
        const part = await store.overview({ limit: 5 });
        assert.equal(part.nodes.length, 5);
        const ids = new Set(part.nodes.map((node) => node.id));
        holds(part.edges.length > 0);
        holds(part.edges.every((edge) => ids.has(edge.source) && ids.has(edge.target)));
        const whole = await store.overview({ limit: 1000 });
        assert.equal(part.hidden.nodes, whole.nodes.length - 5);
        assert.equal(part.hidden.edges, whole.edges.length - part.edges.length);
        assert.deepEqual(part.nodes, whole.nodes.slice(0, 5));
      });

      it('finds the shortest paths between two nodes, not through articles or claims', async () => {
        const readings = makeReadings(18, 8);
        await putAll(store, readings);
        const { nodes } = draw(readings);
        let found = 0;
        for (const to of nodes.slice(0, 8)) {
          const paths = await store.paths('country:USA', to.id, { all: true, maxLength: 4 });
          const [shortest] = await store.paths('country:USA', to.id, { maxLength: 4 });
          assert.deepEqual(shortest, paths[0]);
          for (const path of paths) {
            found += 1;
            assert.equal(path.nodes.length, path.edges.length + 1);
            assert.equal(path.edges.length, paths[0]!.edges.length);
            assert.equal(path.nodes[0]!.id, 'country:USA');
            assert.equal(path.nodes.at(-1)!.id, to.id);
            for (const [at, edge] of path.edges.entries()) {
              assert.deepEqual(
                new Set([edge.source, edge.target]),
                new Set([path.nodes[at]!.id, path.nodes[at + 1]!.id]),
              );
            }
          }
        }
        holds(found > 5);
        assert.deepEqual(await store.paths('country:USA', 'country:ZZZ'), []);
        const [self] = await store.paths('country:USA', 'country:USA');
        assert.equal(self?.edges.length, 0);
      });

      it('shows a dyad with the acts of those who represent its countries', async () => {
        const readings = makeReadings(19, 10, { actors: TWO_SIDES });
        await putAll(store, readings);
        const dyad = (await store.dyad('country:USA', 'country:RUS'))!;
        assert.deepEqual([dyad.a.id, dyad.b.id], ['country:USA', 'country:RUS']);
        holds(dyad.edges.some((edge) => edge.source.startsWith('person:') || edge.target.startsWith('person:')));
        for (const edge of dyad.edges) {
          const ends = [edge.sourceCountry, edge.targetCountry];
          assert.deepEqual([...ends].sort(), ['RUS', 'USA']);
          assert.notEqual(edge.quad, 'belonging');
        }
        const counted = dyad.months.reduce((sum, month) => sum + month.cooperation + month.conflict, 0);
        holds(counted > 0 && counted <= dyad.edges.length);
        holds(dyad.events.every((event) => event.kind === 'event'));
        assert.equal(await store.dyad('country:USA', 'country:ZZZ'), undefined);
      });

      it('counts a timeline by month on either clock', async () => {
        const readings = makeReadings(20, 15);
        await putAll(store, readings);
        const happened = await store.timeline();
        const reported = await store.timeline({ filter: { clock: 'reported' } });
        const months = happened.map((each) => each.month);
        assert.deepEqual(months, [...months].sort());
        const sum = (all: typeof happened) => all.reduce((total, each) => total + each.cooperation + each.conflict, 0);
        holds(sum(reported) > sum(happened), 'all is reported at some time; not all has a known month');
        const since = months[Math.floor(months.length / 2)]!;
        const later = await store.timeline({ filter: { since: `${since}-01` } });
        holds(sum(later) < sum(happened) && sum(later) > 0);
        const own = await store.timeline({ nodes: ['country:USA'] });
        holds(sum(own) > 0 && sum(own) < sum(happened));
      });

      it('counts what there is, each list with its own filter left open', async () => {
        const readings = makeReadings(21, 12);
        await putAll(store, readings);
        const { nodes, edges } = draw(readings);
        const all = await store.counts();
        assert.equal(all.articles, 12);
        assert.equal(all.claims, readings.flatMap((each) => each.claims).filter((claim) => !claim.background).length);
        assert.equal(
          Object.values(all.nodes).reduce((a, b) => a + b),
          nodes.length,
        );
        const denied = edges.filter((edge) => edge.polarity === 'denied' && ['fact', 'past'].includes(edge.modality));
        holds(denied.length > 0);
        assert.equal(all.polarities.denied, denied.length);
        const met = await store.counts({ types: ['MET_WITH'] });
        assert.deepEqual(met.edges, (await store.counts({})).edges);
        holds((met.signs.cooperation ?? 0) <= (met.edges.MET_WITH ?? 0));
        const outlet = await store.counts({ outlets: ['Sample Wire'] });
        holds(outlet.claims < all.claims);
      });

      it('streams only what a filter shows, with the nodes it touches', async () => {
        const readings = makeReadings(22, 10);
        await putAll(store, readings);
        const filter = { signs: ['conflict' as const], since: '2016-03-01', until: '2017-06-30' };
        const edges: GraphEdge[] = [];
        const nodes: GraphNode[] = [];
        for await (const item of store.stream(filter)) 'node' in item ? nodes.push(item.node) : edges.push(item.edge);
        assert.deepEqual(
          edges,
          draw(readings).edges.filter((edge) => matches(edge, filter)),
        );
        holds(edges.length > 0);
        assert.deepEqual(
          nodes.map((node) => node.id),
          [...new Set(edges.flatMap((edge) => [edge.source, edge.target]))].sort(),
        );
      });
    });

    describe('evidence', () => {
      it('opens an edge to every sentence behind it, by pages', async () => {
        const reading = makeReading(23);
        const copies = ['One', 'Two', 'Three', 'Four'].map((outlet) => copyOf(reading, outlet));
        await putAll(store, [reading, ...copies]);
        const { edges } = await drawingOf(store);
        const edge = edges.find((each) => each.claims === 5)!;
        const whole = await store.evidence({ edge: edge.id });
        assert.equal(whole.total, 5);
        assert.deepEqual(whole.items.map((item) => item.claim.id).sort(), edge.claimIds);
        for (const { claim, article, sourceName } of whole.items) {
          const { text } = (await store.reading(article.id))!.article;
          assert.equal(text.slice(claim.start, claim.end), claim.quote);
          assert.equal(sourceName, (await store.node(claim.source))!.name);
        }
        const first = await store.evidence({ edge: edge.id }, { limit: 2 });
        const second = await store.evidence({ edge: edge.id }, { limit: 2, after: first.next! });
        const third = await store.evidence({ edge: edge.id }, { limit: 2, after: second.next! });
        assert.deepEqual([...first.items, ...second.items, ...third.items], whole.items);
        assert.equal(third.next, undefined);
      });

      it('gathers what is said of a node, and of a pair with those who represent it', async () => {
        await putAll(store, makeReadings(24, 10, { actors: TWO_SIDES }));
        const own = await store.evidence({ node: 'person:ivan-petrov:RUS' }, { limit: 1000 });
        holds(own.total > 0);
        holds(own.items.every(({ claim }) => [claim.source, claim.target].includes('person:ivan-petrov:RUS')));
        const pair = await store.evidence({ pair: ['country:USA', 'country:RUS'] }, { limit: 1000 });
        holds(pair.items.some(({ claim }) => claim.source.startsWith('person:')));
        assert.equal((await store.evidence({ edge: 'none' })).total, 0);
      });

      it('lists claims under a filter', async () => {
        const readings = makeReadings(25, 20);
        await putAll(store, readings);
        const page = await store.claims({
          filter: { types: [...SOME], polarities: ['affirmed', 'denied'] },
          limit: 1000,
        });
        const expected = readings
          .flatMap((reading) => reading.claims)
          .filter(
            (claim) => (SOME as readonly string[]).includes(claim.type) && ['fact', 'past'].includes(claim.modality),
          );
        holds(expected.length > 0);
        assert.deepEqual(page.items.map(({ claim }) => claim.id).sort(), expected.map((claim) => claim.id).sort());
      });
    });

    describe('decisions', () => {
      const dupont = ['person:jean-dupont:CIV', 'person:jean-dupont:FRA'] as const;

      it('merges two entities and parts them again', async () => {
        const readings = makeReadings(26, 15);
        await putAll(store, readings);
        const before = await drawingOf(store);
        const same = makeDecision('2020-01-01T00:00:00Z', 'same', { ids: dupont });
        await store.decide(same);
        assert.deepEqual(await drawingOf(store), draw(readings, [same]));
        assert.equal(await store.node(dupont[1]), undefined);
        const different = makeDecision('2020-01-02T00:00:00Z', 'different', { ids: dupont });
        await store.decide(different);
        assert.deepEqual(await drawingOf(store), before);
        assert.deepEqual(await store.decisions(), [same, different]);
      });

      it('keeps a refused claim out of the drawing, also after its article is read again', async () => {
        const readings = makeReadings(27, 5);
        await putAll(store, readings);
        const claim = readings[0]!.claims[0]!;
        const reject = makeDecision('2020-01-01T00:00:00Z', 'reject', {
          ids: [claim.id],
          quote: claim.quote,
          type: claim.type,
          source: claim.source,
          target: claim.target,
        });
        await store.decide(reject);
        await store.decide(reject);
        const again = {
          ...readings[0]!,
          claims: readings[0]!.claims.map((each, at) => (at === 0 ? { ...each, id: 'id of another extractor' } : each)),
        };
        await store.put(again);
        const all = readings.map((each, at) => (at === 0 ? again : each));
        assert.deepEqual(await drawingOf(store), draw(all, [reject]));
        assert.notDeepEqual(await drawingOf(store), draw(all));
        assert.deepEqual(await store.reading(again.article.id), asStored(again), 'the record keeps it');
        await store.decide(makeDecision('2020-01-03T00:00:00Z', 'confirm', reject.about));
        const confirmed = (await drawingOf(store)).edges.find((edge) =>
          edge.claimIds.includes('id of another extractor'),
        );
        if (claim.source !== claim.target) assert.equal(confirmed?.confidence, 1);
      });

      it('refuses a decision that says nothing', async () => {
        await assert.rejects(store.decide(makeDecision('2020-01-01T00:00:00Z', 'same', { ids: ['one'] })), {
          name: 'StoreError',
          kind: 'invalid',
        });
      });
    });

    it('holds still: no edge ends at a node that came in after the nodes were read', async () => {
      const [first, ...later] = makeReadings(64, 8);
      await store.put(first!);
      const still = await store.still();
      const ids = new Set<string>();
      for await (const { id } of still.nodes()) ids.add(id);
      for (const reading of later) await store.put(reading);
      let edges = 0;
      for await (const { source, target } of still.edges()) {
        edges++;
        assert.ok(ids.has(source) && ids.has(target), `${source} ${target}`);
      }
      assert.ok(edges > 0);
    });

    it('says that it is ready, and after closing that it is closed', async () => {
      await store.ready();
      await store.close();
      await assert.rejects(store.ready(), { name: 'StoreError', kind: 'closed' });
      await assert.rejects(store.put(makeReading(28)), { name: 'StoreError', kind: 'closed' });
    });
  });
};
