import { type ReactNode, useEffect, useMemo } from 'react';
import { createShortcutRegistry, ShortcutContext } from './shortcutRegistry.ts';
import { shortcutOf } from './shortcuts.ts';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** True while a tooltip is in view; a dialog in front of it wants its keys for itself. */
const isTooltipInFront = (target: EventTarget | null): boolean =>
  !(target instanceof Element && target.closest('[role$="dialog"]')) &&
  [...document.querySelectorAll('[role="tooltip"]')].some((tooltip) => tooltip.checkVisibility());

/** What lies behind an open dialog must not move: a question, or a key that is shown only once, would be lost. */
const isDialogOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/** Listens for the keys of the console and hands each to what is in front. */
export const ShortcutProvider = ({ children }: { children: ReactNode }) => {
  const registry = useMemo(createShortcutRegistry, []);
  useEffect(() => {
    let tooltipTakesKey = false;
    /** A tooltip hides on Esc and takes the key for itself, but who presses Esc means what is behind it. */
    const look = ({ target }: KeyboardEvent) => {
      tooltipTakesKey = isTooltipInFront(target);
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented && !tooltipTakesKey) return;
      const name = shortcutOf(event, isTextField(event.target));
      if (!name) return;
      const isShut = isDialogOpen();
      const handled = !isShut && registry.run(name);
      if (handled || (isShut && name !== 'cancel') || name === 'save' || name === 'search')
        event.preventDefault();
    };
    window.addEventListener('keydown', look, { capture: true });
    document.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      document.removeEventListener('keydown', press);
    };
  }, [registry]);
  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
};
