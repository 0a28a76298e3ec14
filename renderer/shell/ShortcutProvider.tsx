import { type ReactNode, useEffect, useMemo } from 'react';
import { createShortcutRegistry, ShortcutContext } from './shortcutRegistry.ts';
import { shortcutOf } from './shortcuts.ts';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Listens for the keys of the console and hands each to what is in front. */
export const ShortcutProvider = ({ children }: { children: ReactNode }) => {
  const registry = useMemo(createShortcutRegistry, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const name = shortcutOf(event, isTextField(event.target));
      if (!name) return;
      const handled = registry.run(name);
      if (handled || name === 'save' || name === 'search') event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [registry]);
  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
};
