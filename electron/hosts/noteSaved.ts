import type { HandlerContext } from './callContext.ts';

/** Waits for a call that saves settings, and notes which revision that was: what it changed is read there. */
export const noteSaved = async <Saved extends { revision: number }>(
  { note }: HandlerContext,
  saving: Promise<Saved>,
): Promise<Saved> => {
  const saved = await saving;
  note({ settingsRevision: saved.revision });
  return saved;
};
