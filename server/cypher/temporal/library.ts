import type { TemporalLibrary } from '../run/run.ts';

export const temporalLibrary: TemporalLibrary = {
  call() {
    throw new Error('to come');
  },
};
