#!/usr/bin/env node
// The command line starts as plain JavaScript: it loads the program, then becomes it.
import { load } from '../server/load.mjs';

const { main } = await load('cli', './cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
