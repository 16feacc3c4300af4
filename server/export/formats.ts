import { csv, csvEdges, csvNodes } from './csv.ts';
import { cypherScript } from './cypher-script.ts';
import { gexf } from './gexf.ts';
import type { ExportFormat } from './graph-source.ts';
import { graphml } from './graphml.ts';
import { cytoscapeJson, graphologyJson, nodeLinkJson } from './json.ts';
import { jsonLd } from './json-ld.ts';
import { provenanceJson } from './provenance-json.ts';
import { record } from './record.ts';
import { turtle } from './turtle.ts';

/** Every format a graph can be written in. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  gexf,
  graphml,
  graphologyJson,
  nodeLinkJson,
  cytoscapeJson,
  csv,
  csvNodes,
  csvEdges,
  cypherScript,
  turtle,
  jsonLd,
  record,
  provenanceJson,
];

/** The format of that id; undefined where there is none. */
export const exportFormat = (id: string): ExportFormat | undefined => EXPORT_FORMATS.find((format) => format.id === id);
