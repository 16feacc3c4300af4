import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Router } from 'express';
import { filterOf, OPERATIONS } from '../../graph-schema/api.ts';
import { slug } from '../../graph-schema/fold.ts';
import type { Console } from '../console/console.ts';
import { selectionOf } from '../console/selection-of.ts';
import { HttpProblem, notFound } from '../errors.ts';
import { EXPORT_FORMATS, exportFormat } from '../export/formats.ts';
import { ImportError } from '../import/imported.ts';
import { importInto } from '../import/into-store.ts';
import { sourceOf } from '../store/source-of.ts';
import type { Store } from '../store/store.ts';
import { PROGRAM } from '../version.ts';
import { cypherProblem } from './cypher.ts';
import { route } from './route.ts';

/** Formats of export that import reads too. */
const READS_BACK: ReadonlySet<string> = new Set([
  'gexf',
  'graphml',
  'json',
  'node-link',
  'cytoscape',
  'csv',
  'csv-nodes',
  'csv-edges',
  'record',
]);

/** Files out and in. What is written comes from the store in a stream, so that no graph is too large for the memory. */
export const exchangeRoutes = (
  router: Router,
  { store, console }: { readonly store: Store; readonly console: Console },
): void => {
  route(router, OPERATIONS.formats, () => ({
    formats: EXPORT_FORMATS.map(({ id, label, extension, mediaType, carriesRecord = false }) => ({
      name: id,
      title: label,
      extension,
      mediaType,
      carriesRecord,
      readsBack: READS_BACK.has(id),
    })),
  }));

  route(router, OPERATIONS.export, async ({ query, response }) => {
    const { format: name, around, query: text, version, edgesKey, record } = query;
    const format = exportFormat(name);
    if (!format) {
      const names = EXPORT_FORMATS.map(({ id }) => id).join(', ');
      throw new HttpProblem(422, `There is no format “${name}”. There are ${names}.`);
    }
    if (record && !format.carriesRecord)
      throw new HttpProblem(422, `A file in the format “${name}” can't carry the record.`);
    if (around !== undefined && text !== undefined) {
      throw new HttpProblem(422, 'Give either around or query, not both: they are two ways of choosing a piece.');
    }
    const centre = around === undefined ? undefined : await store.node(around);
    if (around !== undefined && !centre) throw notFound('node', around);
    const wanted = {
      filter: filterOf(query),
      ...(centre ? { centre } : {}),
      ...(text === undefined ? {} : { query: text }),
    };
    const selection = await selectionOf(store, console, wanted).catch((error: unknown) => {
      throw cypherProblem(error);
    });
    const source = await sourceOf(store, selection);
    const pieces = format.write(source, { ...(version ? { version } : {}), ...(edgesKey ? { edgesKey } : {}), record });
    response.type(format.mediaType);
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${slug(selection.title) || 'graph'}.${format.extension}"`,
    );
    await pipeline(Readable.from(pieces, { objectMode: true }), response);
  });

  route(router, OPERATIONS.import, async ({ query, request }) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || !bytes.length) {
      throw new HttpProblem(422, 'The body is empty. Send the file as the body of the request.');
    }
    try {
      const { format, name = 'imported file' } = query;
      const outcome = await importInto(store, bytes, { name, program: PROGRAM, ...(format ? { format } : {}) });
      return { ...outcome, left: [...outcome.left] };
    } catch (error) {
      throw error instanceof ImportError ? new HttpProblem(422, error.message, {}, { cause: error }) : error;
    }
  });
};
