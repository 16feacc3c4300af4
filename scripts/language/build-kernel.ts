/** Assembles `server/language/kernel.wat` into `kernel.wasm` beside it: `tsx scripts/language/build-kernel.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import wabt from 'wabt';

const source = new URL('../../server/language/kernel.wat', import.meta.url);
const target = new URL('../../server/language/kernel.wasm', import.meta.url);

/** The bytes that the committed source assembles to. */
export async function assembleKernel(): Promise<Uint8Array> {
  const assembler = await wabt();
  const module = assembler.parseWat('kernel.wat', readFileSync(source, 'utf8'), { simd: true });
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bytes = await assembleKernel();
  writeFileSync(target, bytes);
  console.log(`kernel.wasm: ${bytes.length} bytes`);
}
