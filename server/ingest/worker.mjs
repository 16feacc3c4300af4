// A thread starts as plain JavaScript: it registers the TypeScript loader, then becomes the reader.
import { register } from 'tsx/esm/api';

register();
await import('./read-in-thread.ts');
