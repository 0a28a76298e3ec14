/** The signal of a call; one that never comes where a door gives none, and nobody can cancel. */
export const signalOf = (signal: AbortSignal | undefined): AbortSignal =>
  signal ?? new AbortController().signal;
