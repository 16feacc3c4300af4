import { setFlagsFromString } from 'node:v8';

// How V8 runs a batch. Both flags may change while it runs; one that a later V8 does not know changes nothing.

/**
 * V8 compiles a function once so many bytes of its bytecode have run (67,584 by default). The rules are many functions
 * of which each runs little: compiled that early, a thread spends more on compiling than it gains.
 */
export const compileOnlyWhatIsHot = (): void => setFlagsFromString('--interrupt-budget=1000000');

/** A batch leaves much garbage: looked for before the heap has grown by half, it takes a fifth less memory. */
export const collectOften = (): void => setFlagsFromString('--heap-growing-percent=40');
