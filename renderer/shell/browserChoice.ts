import { useSyncExternalStore } from 'react';
import type { z } from 'zod';

/** What was chosen in this browser; null: nothing, or nothing that the schema knows. */
export const readBrowserChoice = <Choice extends string>(
  name: string,
  schema: z.ZodType<Choice>,
): Choice | null => schema.safeParse(localStorage.getItem(name)).data ?? null;

const write = (name: string, choice: string | null): void => {
  if (choice === null) localStorage.removeItem(name);
  else localStorage.setItem(name, choice);
  /** The browser tells the other windows only. */
  window.dispatchEvent(new StorageEvent('storage', { key: name }));
};

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('storage', onChange);
  return () => window.removeEventListener('storage', onChange);
};

/** What is chosen in this browser, in every window of it, and what chooses something else; null: nothing. */
export const useBrowserChoice = <Choice extends string>(name: string, schema: z.ZodType<Choice>) =>
  [
    useSyncExternalStore(subscribe, () => readBrowserChoice(name, schema)),
    (choice: Choice | null) => write(name, choice),
  ] as const;
