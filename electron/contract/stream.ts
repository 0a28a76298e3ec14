/** What a `task` gives back while it runs. */
export type Stream = AsyncIterableIterator<unknown, unknown, void>;

/** True for the output of a `task`; the output of every other operation is JSON. */
export const isStream = (output: unknown): output is Stream =>
  typeof output === 'object' && output !== null && 'next' in output && Symbol.asyncIterator in output;
