import type { ObjectSearch } from '../../../electron/services/directory/directoryReader.ts';

/** What the process that searches is told, as JSON in its only parameter. */
export type SearchTask = {
  address: string;
  /** Name of the controller, as its certificate has it. */
  host: string;
  domain: string;
  /** Root certificate, PEM. */
  authority: string;
  userName: string;
  password: string;
  base: string;
  pageSize: number;
  /** Null: every user, one by one. */
  search: ObjectSearch | null;
  /** Collects the garbage now and then and looks at what is left; takes its time. Needs --expose-gc. */
  looksAtMemory: boolean;
};

/** What it prints, as JSON. */
export type SearchOutcome = {
  /** From before the connection is opened until after the good-bye. */
  ms: number;
  found: number;
  /** What the second half of the objects left in memory beside what the first did; null: nobody looked. */
  grownKib: number | null;
};
