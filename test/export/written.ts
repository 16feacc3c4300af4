import { exportFormat } from '../../server/export/formats.ts';
import type { ExportOptions, GraphSource } from '../../server/export/graph-source.ts';

/** A whole file as bytes. */
export const written = async (format: string, source: GraphSource, options: ExportOptions = {}): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of exportFormat(format)!.write(source, options)) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
};
