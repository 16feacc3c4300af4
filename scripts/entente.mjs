#!/usr/bin/env node
// The command line starts as plain JavaScript: it registers the TypeScript loader, then becomes the program.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../server/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
