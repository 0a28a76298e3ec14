import type { Permission } from '../../contract/permissions.ts';
import type { Restorer } from '../../services/settings/restoreRights.ts';
import type { SettingsService } from '../../services/settings/settingsService.ts';
import { actorOf } from '../actorOf.ts';
import type { HandlerContext } from '../callContext.ts';
import type { Implementer } from '../implementer.ts';
import { noteSaved } from '../noteSaved.ts';

const heldBy = ({ permissions }: HandlerContext): ReadonlySet<Permission> => permissions ?? new Set();

const restorerOf = (context: HandlerContext): Restorer => ({
  ...actorOf(context),
  held: heldBy(context),
});

/** Answers the operations of `settings`: the settings of the console, their health and their history. */
export const createSettingsOperations = (os: Implementer, settings: SettingsService) => ({
  getGeneral: os.settings.getGeneral.handler(({ context }) =>
    settings.getGeneral(context.permissions !== null),
  ),
  saveGeneral: os.settings.saveGeneral.handler(({ input, context }) =>
    noteSaved(context, settings.saveGeneral(input, context.user, heldBy(context))),
  ),
  getHealth: os.settings.getHealth.handler(() => settings.getHealth()),
  restoreBackup: os.settings.restoreBackup.handler(({ input, context }) =>
    noteSaved(context, settings.restoreBackup(input.name, context.user, restorerOf(context))),
  ),
  listRevisions: os.settings.listRevisions.handler(({ input, context }) =>
    settings.listRevisions(input, heldBy(context)),
  ),
  compareRevisions: os.settings.compareRevisions.handler(({ input, context }) =>
    settings.compareRevisions(input, heldBy(context)),
  ),
  previewRestore: os.settings.previewRestore.handler(({ input, context }) =>
    settings.previewRestore(input, heldBy(context)),
  ),
  restoreRevision: os.settings.restoreRevision.handler(({ input, context }) => {
    context.note({ subject: String(input.restore) });
    return noteSaved(context, settings.restoreRevision(input, context.user, restorerOf(context)));
  }),
});
