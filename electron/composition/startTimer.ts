/** Does something once after `ms`; gives what stops it. Does not keep the program alive. */
export const startTimer = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
