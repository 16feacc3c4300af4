/** Runs work of many small steps in one go. */
export const toTheEnd = <T>(steps: Iterator<unknown, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
