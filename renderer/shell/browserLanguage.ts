import { useSyncExternalStore } from 'react';
import { type Language, languageOf } from '../../electron/contract/languages.ts';

const name = 'language';

/** The language that was chosen in this browser; null: none. */
export const readBrowserLanguage = (): Language | null =>
  languageOf(localStorage.getItem(name) ?? '') ?? null;

const write = (language: Language | null): void => {
  if (language === null) localStorage.removeItem(name);
  else localStorage.setItem(name, language);
  /** The browser tells the other windows only. */
  window.dispatchEvent(new StorageEvent('storage', { key: name }));
};

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('storage', onChange);
  return () => window.removeEventListener('storage', onChange);
};

/** The language that is chosen in this browser, in every window of it, and what chooses another one. */
export const useBrowserLanguage = () =>
  [useSyncExternalStore(subscribe, readBrowserLanguage), write] as const;
