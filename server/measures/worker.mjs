import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { measure } = await import('./measure.ts');
parentPort.postMessage(measure(workerData.drawing, workerData.request));
