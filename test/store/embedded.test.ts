import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { describeStore } from './contract.ts';

describeStore('embedded', async () => openEmbeddedStore(':memory:'), 40);
