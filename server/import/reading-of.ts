import type { Article } from '../../graph-schema/article.ts';
import type { Claim, Entity } from '../../graph-schema/claim.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { articleId, claimId } from '../../graph-schema/ids.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { relationOf } from '../../graph-schema/relations.ts';

const HEAD = 'Relations read from the file';

const dates = ({ occurredFrom, occurredTo, from, to }: GraphEdge): string => {
  const [first, last] = [occurredFrom ?? from, occurredTo ?? to];
  if (!first && !last) return '';
  return first === last ? `, ${first}` : `, ${first ?? '…'} to ${last ?? '…'}`;
};

const counts = ({ claims, outlets }: GraphEdge): string =>
  claims ? ` (${claims} ${claims === 1 ? 'claim' : 'claims'}${outlets.length ? ` by ${outlets.join(', ')}` : ''})` : '';

/** A relation as a line of text: what the imported claim quotes. */
const lineOf = (edge: GraphEdge, nameOf: (id: string) => string): { before: string; verb: string; after: string } => {
  const { verb } = relationOf(edge.type);
  const denied = edge.polarity === 'denied' ? 'it is denied that ' : '';
  const title = edge.title ? ` (${edge.title})` : '';
  const modality = edge.modality === 'fact' ? '' : ` [${edge.modality}]`;
  return {
    before: `${denied}${nameOf(edge.source)} `,
    verb,
    after: ` ${nameOf(edge.target)}${title}${modality}${dates(edge)}${counts(edge)}.`.replace(/\s+/g, ' '),
  };
};

const entityOf = (node: GraphNode, mentions: Entity['mentions']): Entity => ({
  id: node.id,
  name: node.name,
  kind: node.kind,
  aliases: node.aliases,
  mentions,
  ...(node.country ? { country: node.country } : {}),
  ...(node.role ? { role: node.role } : {}),
  ...(node.wikidata ? { wikidata: node.wikidata } : {}),
  ...(node.asks ? { asks: node.asks } : {}),
  ...(node.precision
    ? {
        when: {
          precision: node.precision,
          ...(node.occurredFrom ? { occurredFrom: node.occurredFrom } : {}),
          ...(node.occurredTo ? { occurredTo: node.occurredTo } : {}),
        },
      }
    : {}),
});

/**
 * An imported graph as a record of ours: one article whose lines are the file's relations, each line the sentence of one
 * claim, so that imported relations have their evidence, the file, as all others have theirs. The same graph gives the
 * same article.
 */
export const readingOf = (drawing: Drawing, options: { readonly name: string; readonly program: string }): Reading => {
  const names = new Map(drawing.nodes.map((node) => [node.id, node.name.replace(/\s+/g, ' ')]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const mentions = new Map<string, [number, number][]>(drawing.nodes.map(({ id }) => [id, []]));
  const drafts: {
    edge: GraphEdge;
    quote: string;
    start: number;
    end: number;
    trigger: { start: number; end: number };
  }[] = [];
  let text = `${HEAD} ${options.name}.\n`;
  for (const edge of drawing.edges) {
    const { before, verb, after } = lineOf(edge, nameOf);
    const start = text.length;
    const trigger = { start: start + before.length, end: start + before.length + verb.length };
    const quote = before + verb + after;
    const sourceEnd = trigger.start - 1;
    mentions.get(edge.source)?.push([sourceEnd - nameOf(edge.source).length, sourceEnd]);
    mentions.get(edge.target)?.push([trigger.end + 1, trigger.end + 1 + nameOf(edge.target).length]);
    text += `${quote}\n`;
    drafts.push({ edge, quote, start, end: start + quote.length, trigger });
  }
  for (const { id } of drawing.nodes) {
    if (mentions.get(id)?.length) continue;
    mentions.get(id)?.push([text.length, text.length + nameOf(id).length]);
    text += `${nameOf(id)}.\n`;
  }
  const article: Article = {
    id: articleId(text),
    text,
    title: options.name,
    source: `import of ${options.name}`,
    language: 'en',
  };
  const claims = drafts.map(({ edge, ...place }): Claim => {
    const { type, source, target, polarity, modality, precision, confidence } = edge;
    const ends = { articleId: article.id, type, source, target };
    return {
      ...ends,
      ...place,
      id: claimId({ ...ends, ...place }),
      polarity,
      modality,
      precision,
      confidence,
      rule: 'import',
      extractor: options.program,
      ...(edge.occurredFrom ? { occurredFrom: edge.occurredFrom, dateFrom: 'explicit' as const } : {}),
      ...(edge.occurredTo ? { occurredTo: edge.occurredTo } : {}),
      ...(edge.plover ? { plover: edge.plover } : {}),
      ...(edge.cameo ? { cameo: edge.cameo } : {}),
      ...(edge.title ? { title: edge.title } : {}),
      ...(edge.from ? { officeFrom: edge.from } : {}),
      ...(edge.to ? { officeTo: edge.to } : {}),
    };
  });
  return { article, entities: drawing.nodes.map((node) => entityOf(node, mentions.get(node.id) ?? [])), claims };
};
