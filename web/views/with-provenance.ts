/** What a file says of how it was made and what it rests on: as the server's `provenance` format, with the page's address. */
export type Provenance = Readonly<Record<string, unknown>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An SVG picture with its provenance as metadata, which readers of pictures leave alone. */
export const svgWithProvenance = (svg: string, provenance: Provenance): string => {
  const text = JSON.stringify(provenance, null, 1).replace(/[&<>]/g, (sign) => escapes[sign]!);
  return svg.replace('</desc>', () => `</desc><metadata>${text}</metadata>`);
};

/** The check that PNG has behind each chunk (ISO 15948, annex D). */
const crc = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
};

/** Bytes before the first chunk that may follow: signature (8) and header (25). */
const HEAD = 33;

/** A PNG picture with its provenance as an international text chunk (`iTXt`, keyword Description). */
export const pngWithProvenance = async (png: Blob, provenance: Provenance): Promise<Blob> => {
  const content = new TextEncoder().encode(`iTXtDescription\0\0\0\0\0${JSON.stringify(provenance)}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crc(content));
  return new Blob([png.slice(0, HEAD), chunk, png.slice(HEAD)], { type: 'image/png' });
};
