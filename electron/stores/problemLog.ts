/** The part of the program's log that stores and services write to: a stable event name and named fields. */
export type ProblemLog = { error(event: string, fields: Readonly<Record<string, unknown>>): void };
