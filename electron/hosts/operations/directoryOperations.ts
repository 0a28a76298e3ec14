import type { ProveDirectory } from '../../services/directory/directoryProving.ts';
import type { DirectorySettings } from '../../services/directory/settings/directorySettings.ts';
import type { SuggestDirectory } from '../../services/directory/settings/suggestDirectory.ts';
import type { CreateProofReport } from '../../services/proof/report/proofReport.ts';
import { demandAdministrator } from '../../services/users/actor.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';
import { noteSaved } from '../noteSaved.ts';
import { signalOf } from '../signalOf.ts';

export type DirectoryServices = {
  settings: DirectorySettings;
  suggest: SuggestDirectory;
  prove: ProveDirectory;
  createProofReport: CreateProofReport;
};

/** Answers the operations of `directory` that are about its settings and their proof; failures are those of its services. */
export const createDirectoryOperations = (
  os: Implementer,
  { settings, suggest, prove, createProofReport }: DirectoryServices,
) => ({
  getSettings: os.directory.getSettings.handler(() => settings.getSettings()),
  saveSettings: os.directory.saveSettings.handler(({ input, context }) => {
    // Whoever chooses the directory decides who gets in, and as what.
    if (!input.asDraft) demandAdministrator(actorOf(context));
    return noteSaved(context, settings.saveSettings(input, context.user));
  }),
  discardDraft: os.directory.discardDraft.handler(({ input, context }) =>
    noteSaved(context, settings.discardDraft(input, context.user)),
  ),
  suggestSettings: os.directory.suggestSettings.handler(({ signal }) => suggest(signalOf(signal))),
  proveSettings: os.directory.proveSettings.handler(({ input, context, signal }) =>
    prove(input, context.user, signalOf(signal)),
  ),
  createProofReport: os.directory.createProofReport.handler(({ input }) => createProofReport(input)),
});
