import { createContext, useContext, useEffectEvent, useLayoutEffect } from 'react';
import type { ShortcutName } from './shortcuts.ts';

type Handler = () => void;

export type ShortcutRegistry = {
  /** Gives back what takes the handler away again. */
  add: (name: ShortcutName, handler: Handler) => () => void;
  /** Runs the handler that came last; false when there is none. */
  run: (name: ShortcutName) => boolean;
};

/** Keeps who listens to which key; of several handlers of one key the newest is in front. */
export const createShortcutRegistry = (): ShortcutRegistry => {
  const handlers: { name: ShortcutName; handler: Handler }[] = [];
  return {
    add: (name, handler) => {
      const entry = { name, handler };
      handlers.push(entry);
      return () => handlers.splice(handlers.indexOf(entry), 1);
    },
    run: (name) => {
      const entry = handlers.findLast((candidate) => candidate.name === name);
      entry?.handler();
      return entry !== undefined;
    },
  };
};

export const ShortcutContext = createContext<ShortcutRegistry | null>(null);

/** Runs `handler` on the key of `name`, while `active` and in front of what was there before. */
export const useShortcut = (name: ShortcutName, handler: Handler, active = true): void => {
  const registry = useContext(ShortcutContext);
  const run = useEffectEvent(handler);
  /** In the same moment in which the page shows what the key is for: a key pressed then must not be lost. */
  useLayoutEffect(() => (active && registry ? registry.add(name, run) : undefined), [name, active, registry]);
};
