import type { DirectorySettings } from '../../services/directory/settings/directorySettings.ts';
import type { SuggestDirectory } from '../../services/directory/settings/suggestDirectory.ts';
import type { Implementer } from '../implementer.ts';
import { noteSaved } from '../noteSaved.ts';

export type DirectoryServices = { settings: DirectorySettings; suggest: SuggestDirectory };

/** Answers the operations of `directory` that are about its settings; failures are those of its services. */
export const createDirectoryOperations = (os: Implementer, { settings, suggest }: DirectoryServices) => ({
  getSettings: os.directory.getSettings.handler(() => settings.getSettings()),
  saveSettings: os.directory.saveSettings.handler(({ input, context }) =>
    noteSaved(context, settings.saveSettings(input, context.user)),
  ),
  discardDraft: os.directory.discardDraft.handler(({ input, context }) =>
    noteSaved(context, settings.discardDraft(input, context.user)),
  ),
  suggestSettings: os.directory.suggestSettings.handler(({ signal }) =>
    suggest(signal ?? new AbortController().signal),
  ),
});
