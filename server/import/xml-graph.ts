import { DOMParser } from '@xmldom/xmldom';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { ImportError, type RawGraph } from './imported.ts';

/** Document type declarations can hold entities that blow up; no graph file needs one. */
const DOCTYPE = /<!DOCTYPE[^>]*\[|<!ENTITY/i;

/** The reader's complaints are errors of ours, not lines on the terminal. */
const strictly = (text: string): Document =>
  new DOMParser({
    errorHandler: (_level: string, message: string) => {
      throw new ImportError(message.split('\n')[0]!);
    },
  }).parseFromString(text, 'application/xml');

/** The record in a file of ours: an element of GEXF's, or data of GraphML's graph. */
const recordIn = (document: Document): string | undefined => {
  const [own] = Array.from(document.getElementsByTagNameNS('urn:entente:record', 'record'));
  const graph = document.getElementsByTagName('graph')[0];
  const data = Array.from(graph?.childNodes ?? []).find(
    (child) => child.nodeName === 'data' && (child as Element).getAttribute('key') === 'record',
  );
  return (own ?? data)?.textContent ?? undefined;
};

const READERS = { gexf: gexf.parse, graphml: graphml.parse } as const;

/** GEXF or GraphML text by graphology's readers, which check the syntax; dates come from the attributes beside them. */
export const readXmlGraph = (format: keyof typeof READERS, text: string): RawGraph => {
  if (DOCTYPE.test(text))
    throw new ImportError('The file declares XML entities, which are not read. Save it without a DOCTYPE.');
  let graph: MultiDirectedGraph;
  let record: string | undefined;
  try {
    const document = strictly(text);
    graph = READERS[format](MultiDirectedGraph, document, { addMissingNodes: true });
    record = recordIn(document);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(`This is not a ${format} file that can be read: ${reason}`, { cause });
  }
  return {
    nodes: graph.mapNodes((id, attributes) => ({ id, attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, attributes })),
    ...(record === undefined ? {} : { record }),
  };
};
