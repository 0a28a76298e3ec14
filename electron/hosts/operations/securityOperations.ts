import type { DatabaseRecovery } from '../../services/security/databaseRecovery.ts';
import type { ProtectionService } from '../../services/security/protectionService.ts';
import type { SignInRulesService } from '../../services/security/signInRulesService.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';
import { noteSaved } from '../noteSaved.ts';

export type SecurityServices = {
  protection: ProtectionService;
  signInRules: SignInRulesService;
  database: DatabaseRecovery;
};

/** Answers the operations of `security`: the rules of signing in, the database, the protection of what is stored. */
export const createSecurityOperations = (
  os: Implementer,
  { protection, signInRules, database }: SecurityServices,
) => ({
  getSignInRules: os.security.getSignInRules.handler(() => signInRules.getSignInRules()),
  saveSignInRules: os.security.saveSignInRules.handler(({ input, context }) =>
    noteSaved(context, signInRules.saveSignInRules(input, context.user)),
  ),
  getDatabaseHealth: os.security.getDatabaseHealth.handler(() => database.getDatabaseHealth()),
  restoreDatabase: os.security.restoreDatabase.handler(async ({ input, context }) => {
    await database.restoreDatabase(input, context.note);
    return {};
  }),
  getProtection: os.security.getProtection.handler(() => protection.getProtection()),
  unlockVault: os.security.unlockVault.handler(({ input, context }) => {
    context.note({ subject: input.kind });
    return protection.unlockVault(input);
  }),
  startNewVault: os.security.startNewVault.handler(({ context }) =>
    protection.startNewVault(actorOf(context)),
  ),
  addPassphrase: os.security.addPassphrase.handler(({ input }) => protection.addPassphrase(input)),
  changePassphrase: os.security.changePassphrase.handler(({ input, context }) =>
    protection.changePassphrase(input, context.note),
  ),
  createRecoveryKey: os.security.createRecoveryKey.handler(({ context }) =>
    protection.createRecoveryKey(actorOf(context)),
  ),
  addKeyFile: os.security.addKeyFile.handler(() => protection.addKeyFile()),
  addOperatingSystem: os.security.addOperatingSystem.handler(() => protection.addOperatingSystem()),
  removeSlot: os.security.removeSlot.handler(({ input, context }) =>
    protection.removeSlot(input, actorOf(context)),
  ),
  rotateDataKey: os.security.rotateDataKey.handler(({ input, context }) =>
    protection.rotateDataKey(input, actorOf(context)),
  ),
});
