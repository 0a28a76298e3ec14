export type LogFields = Readonly<Record<string, unknown>>;

/** Structured log: a stable event name and named fields, never a sentence with values glued in. */
export type Log = {
  info(event: string, fields: LogFields): void;
  error(event: string, fields: LogFields): void;
};
