// A thread starts as plain JavaScript: it loads the reader, then becomes it.
import { load } from '../load.mjs';

await load('read-in-thread', './ingest/read-in-thread.ts');
