import { parentPort, workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

const { loadParser } = await tsImport('../../server/language/load-parser.ts', import.meta.url);
parentPort?.postMessage(loadParser().parse(workerData));
