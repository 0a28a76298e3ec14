import type { ProtectionService } from '../../services/security/protectionService.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `security` from the service of the protection; failures are its own. */
export const createSecurityOperations = (os: Implementer, protection: ProtectionService) => ({
  getProtection: os.security.getProtection.handler(() => protection.getProtection()),
  unlockVault: os.security.unlockVault.handler(({ input }) => protection.unlockVault(input)),
  startNewVault: os.security.startNewVault.handler(() => protection.startNewVault()),
  addPassphrase: os.security.addPassphrase.handler(({ input }) => protection.addPassphrase(input)),
  changePassphrase: os.security.changePassphrase.handler(({ input }) => protection.changePassphrase(input)),
  createRecoveryKey: os.security.createRecoveryKey.handler(() => protection.createRecoveryKey()),
  addKeyFile: os.security.addKeyFile.handler(() => protection.addKeyFile()),
  addOperatingSystem: os.security.addOperatingSystem.handler(() => protection.addOperatingSystem()),
  removeSlot: os.security.removeSlot.handler(({ input }) => protection.removeSlot(input)),
  rotateDataKey: os.security.rotateDataKey.handler(({ input }) => protection.rotateDataKey(input)),
});
