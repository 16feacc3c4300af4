import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ontologyPage } from '../server/extract/measure/ontology-page.ts';

const page = fileURLToPath(new URL('../docs/ontology.md', import.meta.url));
writeFileSync(page, ontologyPage());
process.stderr.write(`written: ${page}\n`);
